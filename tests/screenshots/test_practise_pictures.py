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


def the_end(room: Room) -> None:
    room.begin()
    room.listen_to_the_end()


def a_step_away(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    "scene",
    [the_list, the_page_before, a_closed_gate, the_stage, a_pause, the_end, a_step_away],
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
        setting.library = Library(write_practice(tmp_path / "assets"))
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
