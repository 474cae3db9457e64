"""A demonstration keeps nothing, and says so all the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.app import demonstration
from prt_desktop.paths import places
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.settings import Settings, SettingsFile
from prt_desktop.ui.demonstration import BIG_PERCENT, DemonstrationBanner
from prt_desktop.ui.widgets.pane import Place
from tests.builders import Clock, an_entry
from tests.ui.setting import ASSETS

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def somebody(folder: Path) -> None:
    """Let somebody keep a diary and a choice in a folder."""
    Journal(folder, Clock()).add(an_entry("Mine alone."))
    SettingsFile(folder).write(Settings(theme="dark", voice="michael", text_percent=110))


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
