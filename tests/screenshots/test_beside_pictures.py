"""What is written with a practice, on the page before and on the stage, in every way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_check
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.practise.practices import write_tools
from tests.ui.practise.turns import write_turns
from tests.ui.reading import button, press, words_on, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.ui.practise.conftest import Room

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def rows_to_write(room: Room) -> None:
    room.has_sound = False
    open_page(room, "reframing")
    room.qtbot.waitUntil(lambda: "No sound device" in words_on(room.window))


def a_writing(room: Room) -> None:
    open_page(room, "write-and-let-go")
    room.start()
    room.listen(40_000)
    write("It has been a long week, and nobody asked.")


def a_writing_asked(room: Room) -> None:
    a_writing(room)
    press(Qt.Key.Key_Escape)


def a_thought(room: Room) -> None:
    open_page(room, "reframing")
    room.start()
    room.listen(40_000)
    button(room.stage, "Write it down").click()


def stop_rules(room: Room) -> None:
    open_page(room, "movement-for-real")
    room.start()
    button(room.window, "None of these").click()
    button(room.window, "Another one").click()
    write("Reach for the shelf")
    button(room.window, "Go on to the practice").click()
    room.listen(40_000)


def open_page(room: Room, exercise_id: str) -> None:
    """Open the page before a practice, with everything answered."""
    now = room.setting.clock()
    room.setting.journal.add_answer(a_check(now.date(), now))
    room.answer_nothing_new()
    room.window.go(Place.PRACTISE, exercise_id)


def write_all(folder: Path) -> Path:
    """Write the practices with pages, which turn to something lighter too."""
    write_tools(folder)
    write_turns(folder)
    return folder


@pytest.mark.parametrize(
    "scene", [rows_to_write, a_writing, a_writing_asked, a_thought, stop_rules]
)
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_what_is_written_with_a_practice_looks_as_it_did(
    scene: Callable[[Room], None],
    colors: str,
    percent: int,
    size: tuple[int, int],
    room_at: Callable[..., Room],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    room = room_at(colors, percent, size, write_all)

    scene(room)

    name = scene.__name__.replace("_", "-")
    take_picture(f"beside-{name}-{colors}-{percent}-{size[0]}", room.window)
