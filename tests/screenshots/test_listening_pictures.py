"""A lesson that is read aloud, in both themes, two widths, and at 200 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from tests.builders import a_read_lesson
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.learn.conftest import write_lessons
from tests.ui.learn.listening_room import ListeningRoom, record_lessons
from tests.ui.reading import press
from tests.ui.setting import Setting, plain_theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def a_spoken_page(room: ListeningRoom) -> None:
    room.open("drawn")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_L)
    room.hear(1_500)


def a_spoken_short_version(room: ListeningRoom) -> None:
    room.open("first")
    press(Qt.Key.Key_S)
    room.hear(500)


@pytest.mark.parametrize("scene", [a_spoken_page, a_spoken_short_version])
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_listening_looks_as_it_did(
    scene: Callable[[ListeningRoom], None],
    colors: str,
    percent: int,
    size: tuple[int, int],
    room_of: Callable[[str, int, tuple[int, int]], ListeningRoom],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    room = room_of(colors, percent, size)

    scene(room)

    name = scene.__name__.replace("_", "-")
    take_picture(f"learn-{name}-{colors}-{percent}-{size[0]}", room.window)


@pytest.fixture
def room_of(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[Callable[[str, int, tuple[int, int]], ListeningRoom]]:
    """Give a function that shows recorded lessons in a window of a given size."""
    rooms: list[ListeningRoom] = []

    def show(colors: str, percent: int, size: tuple[int, int]) -> ListeningRoom:
        theme = plain_theme(qapp)
        theme.apply(colors, percent, reduce_motion=True)
        setting = Setting(theme, tmp_path / "data")
        setting.library = Library(write_lessons(tmp_path / "assets"))
        setting.pass_safety_pages()
        setting.journal.add(a_read_lesson("first"))
        record_lessons(setting)
        rooms.append(ListeningRoom(setting, qtbot))
        rooms[-1].window.resize(*size)
        return rooms[-1]

    yield show

    for room in rooms:
        room.pane.shut()
