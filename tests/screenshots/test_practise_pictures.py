"""The practices in both themes, two widths, and at 200 %."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.ui.widgets.pane import Place
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.practise.conftest import Room, write_practice
from tests.ui.practise.turns import write_practice as write_companion
from tests.ui.practise.turns import write_turns
from tests.ui.reading import press, words_on
from tests.ui.setting import Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def the_list(_room: Room) -> None:
    pass


def the_page_before(room: Room) -> None:
    room.has_sound = False
    room.window.go(Place.PRACTISE, "looking")
    room.qtbot.waitUntil(lambda: "No sound device" in words_on(room.window))


def a_closed_gate(room: Room) -> None:
    answer = PageAnswer(PageId.SAME_DAY, ("fever",), room.setting.clock())
    room.setting.journal.add_answer(answer)
    room.window.journal_changed()
    room.window.go(Place.PRACTISE, "looking")


def the_stage(room: Room) -> None:
    room.begin()
    room.listen(40_000)


def a_pause(room: Room) -> None:
    room.begin()
    room.listen(40_000)
    press(Qt.Key.Key_Space)


def a_turn(room: Room) -> None:
    room.begin()
    room.listen(20_000)
    press(Qt.Key.Key_L)
    room.listen(5_000)


def no_captions(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_C)
    room.listen(40_000)


def a_transcript(room: Room) -> None:
    room.begin()
    room.listen(90_000)
    press(Qt.Key.Key_T)


def no_end_of_its_own(room: Room) -> None:
    file = room.setting.library.assets / "audio" / "looking" / "exercise.toml"
    head = "default_minutes = 3"
    file.write_text(file.read_text().replace(head, f'{head}\nreturns_to = "safety"'))
    room.setting.library.exercises = Library(room.setting.library.assets).exercises[-1:]
    room.perform(open_end=True)
    room.listen(40_000)


def too_much(room: Room) -> None:
    room.begin()
    room.setting.library.exercises = Library(room.setting.library.assets).exercises
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_Escape)


def the_end(room: Room) -> None:
    room.begin()
    room.listen_to_the_end()


def a_step_away(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    "scene",
    [
        the_list,
        the_page_before,
        a_closed_gate,
        the_stage,
        a_pause,
        a_turn,
        no_captions,
        a_transcript,
        no_end_of_its_own,
        the_end,
        a_step_away,
        too_much,
    ],
)
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_practices_look_as_they_did(
    scene: Callable[[Room], None],
    colors: str,
    percent: int,
    size: tuple[int, int],
    room_at: Callable[[str, int, tuple[int, int]], Room],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    room = room_at(colors, percent, size)

    scene(room)

    name = scene.__name__.replace("_", "-")
    take_picture(f"practise-{name}-{colors}-{percent}-{size[0]}", room.window)


@pytest.fixture
def room_at(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Callable[[str, int, tuple[int, int]], Room]]:
    """Give a function that shows the practices in a window of a given size."""
    rooms: list[Room] = []

    def show(colors: str, percent: int, size: tuple[int, int]) -> Room:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        assets = write_practice(tmp_path / "assets")
        write_turns(assets)
        write_companion(assets, "flare-companion", ("I am here.",))
        setting.library = Library(assets)
        setting.library.exercises = Library(assets).exercises[-1:]
        setting.clock.go_on(timedelta(hours=-1))
        setting.pass_safety_pages()
        setting.clock.go_on(timedelta(hours=1))
        rooms.append(Room(setting, qtbot))
        rooms[-1].show()
        rooms[-1].window.resize(*size)
        return rooms[-1]

    yield show

    for room in rooms:
        room.pane.shut()
