"""A demonstration keeps nothing, and says so all the time."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from prt_desktop.app import demonstration
from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.desktop.offers import silent_offers
from prt_desktop.paths import places
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.memory import memory
from prt_desktop.storage.settings import Settings, SettingsFile
from prt_desktop.ui.demonstration import BIG_PERCENT, DemonstrationBanner, in_the_room
from prt_desktop.ui.learn.reader import Reader
from prt_desktop.ui.practise.pane import PractisePane
from prt_desktop.ui.widgets.pane import Place
from tests.builders import Clock, an_entry
from tests.ui.reading import button, press, words_on
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from prt_desktop.app import Workshop
    from prt_desktop.audio.player import Player

BEYOND_ALL_PROGRAMS = "4194305"
LOOKS_AND_SOUNDS = {
    *("theme", "reduce_motion", "voice", "silence", "rate", "sound_unfolded", "bell", "fade_s"),
    *("delay_s", "background", "background_volume", "voice_volume", "country", "continuous"),
    *("stage_letters", "stage_keys"),
}


def somebody(folder: Path) -> None:
    """Let somebody keep a diary and a choice in a folder."""
    Journal(folder, Clock()).add(an_entry("Mine alone."))
    SettingsFile(folder).write(Settings(theme="dark", voice="michael", text_percent=110))


def _another(first: object) -> object:
    """Give a value of a setting that is not its first one."""
    if isinstance(first, bool):
        return not first
    if isinstance(first, dict):
        return {"mine": "mine"}
    if isinstance(first, list):
        return [*first, {"name": "Mine"}]
    return first + 1 if isinstance(first, (int, float)) else f"mine{first}"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def test_a_demonstration_leaves_the_persons_folders_as_they_are(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    somebody(tmp_path)
    before = contents(tmp_path)

    with demonstration(qapp, places(tmp_path), ASSETS) as workshop:
        window = workshop.window
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        workshop.journal.add(an_entry("Said in the room."))
        workshop.settings.write(Settings(text_percent=150))
        window.go(Place.PRACTISE)
        window.close()
        scratch = workshop.where.data
        assert contents(scratch)

    assert contents(tmp_path) == before
    assert not scratch.exists()


@contextmanager
def demonstrated(
    app: QApplication, qtbot: QtBot, folder: Path, player: Player | None = None
) -> Iterator[Workshop]:
    """Show the window of a demonstration, with a silent player, until the context ends."""
    with demonstration(app, places(folder), ASSETS) as workshop:
        workshop.make_player = lambda: player or SilentPlayer(lambda: 0)
        workshop.make_offers = silent_offers
        qtbot.addWidget(workshop.window)
        with qtbot.waitSignal(workshop.window.ready):
            workshop.window.show()
        workshop.window.activateWindow()
        qtbot.waitUntil(workshop.window.isActiveWindow)
        yield workshop
        practise(workshop).shut()
        workshop.window.close()


def practise(workshop: Workshop) -> PractisePane:
    pane = workshop.window.pane(Place.PRACTISE)
    assert isinstance(pane, PractisePane)
    return pane


def test_a_gated_practice_opens_only_with_a_clinician_in_the_room_each_time(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with demonstrated(qapp, qtbot, tmp_path) as workshop:
        window, pane = workshop.window, practise(workshop)
        for _time in range(2):
            window.go(Place.PRACTISE, "somatic-tracking")
            button(window, "Start seven minutes").click()
            assert pane.performance.stage is None
            assert "Is a clinician in the room?" in words_on(window)

            button(window, "A clinician is in the room").click()
            button(window, "Yes, with a little curiosity").click()
            assert pane.performance.stage is not None
            pane.performance.end()

        assert workshop.journal.safety().checks == ()


def test_without_a_clinician_what_is_always_open_stays_open(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with demonstrated(qapp, qtbot, tmp_path) as workshop:
        workshop.window.go(Place.PRACTISE, "looking-around")

        button(workshop.window, "Start four minutes").click()

        assert practise(workshop).performance.stage is not None


def test_a_clicker_starts_pauses_goes_on_and_begins_anew(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    passed_ms = [0]
    player = SilentPlayer(lambda: passed_ms[0])
    with demonstrated(qapp, qtbot, tmp_path, player) as workshop:
        window, performance = workshop.window, practise(workshop).performance
        window.go(Place.PRACTISE, "looking-around")

        QTest.keyClick(window, Qt.Key.Key_PageDown)
        assert performance.stage is not None
        assert button(window, "Pause (Space)")
        passed_ms[0] = 60_000
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        assert button(window, "Go on (Space)")
        assert player.position_ms == 60_000
        QTest.keyClick(window, Qt.Key.Key_PageUp)
        assert button(window, "Pause (Space)")
        assert player.position_ms == 0


def test_a_clicker_lets_nothing_be_heard_behind_crisis_help(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    player = SilentPlayer(lambda: 0)
    with demonstrated(qapp, qtbot, tmp_path, player) as workshop:
        window = workshop.window
        window.go(Place.PRACTISE, "looking-around")
        press(Qt.Key.Key_PageDown)
        press(Qt.Key.Key_F1)

        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_F5, Qt.Key.Key_PageUp, Qt.Key.Key_Period):
            press(key)
            assert player.state is PlayerState.PAUSED

        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_PageDown)
        assert player.state is PlayerState.PLAYING


def test_a_demonstration_removes_what_a_killed_one_left_in_memory(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with demonstrated(qapp, qtbot, tmp_path) as workshop:
        left = workshop.where.data
    killed = left.with_name(left.name.replace(str(os.getpid()), BEYOND_ALL_PROGRAMS))
    killed.mkdir()

    with demonstrated(qapp, qtbot, tmp_path):
        assert killed.exists() == (memory() is None)

    shutil.rmtree(killed, ignore_errors=True)


def test_a_demonstration_shows_nothing_of_the_person_but_how_they_like_the_program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    somebody(tmp_path)

    with demonstration(qapp, places(tmp_path), ASSETS) as workshop:
        qtbot.addWidget(workshop.window)
        settings = workshop.settings.read()

        assert workshop.journal.entries() == ()
        assert (settings.theme, settings.voice) == ("dark", "michael")
        assert settings.text_percent == BIG_PERCENT


def test_a_demonstration_takes_no_setting_along_but_how_it_looks_and_sounds() -> None:
    changed: dict[str, Any] = {
        one.name: _another(getattr(Settings(), one.name)) for one in fields(Settings)
    }

    shown = asdict(in_the_room(Settings(**changed)))

    taken = {name for name, value in changed.items() if shown[name] == value}
    assert taken == LOOKS_AND_SOUNDS


def test_a_demonstration_says_all_the_time_that_nothing_is_saved(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with demonstration(qapp, places(tmp_path), ASSETS) as workshop:
        window = workshop.window
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready):
            window.show()
        (banner,) = window.findChildren(DemonstrationBanner)

        for place in (Place.TODAY, Place.PRACTISE, Place.DIARY, Place.CRISIS):
            window.go(place)
            assert banner.isVisible()
        assert "Nothing is saved" in banner.accessibleName()
        window.close()


def test_a_clickers_keys_turn_the_pages_of_a_lesson(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    with demonstrated(qapp, qtbot, tmp_path) as workshop:
        window = workshop.window
        window.go(Place.LEARN, workshop.library.lessons[0].id)
        reader = next(one for one in window.findChildren(Reader) if one.isVisible())
        below = reader.column.verticalScrollBar()

        press(Qt.Key.Key_PageDown)

        assert (reader.page, below.value()) > (0, 0)
        assert practise(workshop).performance.stage is None
