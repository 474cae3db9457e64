"""What stands before a practice, in both themes, two widths, and at 200 %."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.left_at import LeftAt
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_check
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.practise.practices import write_practices
from tests.ui.reading import button, words_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from tests.ui.practise.conftest import Room

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]


def the_shelves(_room: Room) -> None:
    pass


def how_it_sounds(room: Room) -> None:
    settings = room.setting.settings
    settings.write(replace(settings.read(), sound_unfolded=True))
    open_page(room, "kind-words")
    show_in_view(room, "A little slower")


def a_place_to_go_on_from(room: Room) -> None:
    settings = room.setting.settings.read()
    left = replace(settings, left_at={"kind-words": LeftAt(90_000)})
    room.setting.settings.write(left)
    open_page(room, "kind-words")
    show_in_view(room, "How it sounds")


def the_three_questions(room: Room) -> None:
    open_page(room, "flare-companion")
    room.start()


def the_action_first(room: Room) -> None:
    the_three_questions(room)
    button(room.window, "Is there numbness?").click()
    button(room.window, "Go on with what I ticked").click()


def a_little_curiosity(room: Room) -> None:
    open_page(room, "somatic-tracking")
    room.start()


def a_little_is_enough(room: Room) -> None:
    a_little_curiosity(room)
    button(room.window, "Only just").click()


def something_kind(room: Room) -> None:
    a_little_curiosity(room)
    button(room.window, "No, it is too much").click()


def open_page(room: Room, exercise_id: str) -> None:
    """Open the page before a practice, with its session ready and everything answered."""
    now = room.setting.clock()
    room.setting.journal.add_answer(a_check(now.date(), now))
    room.answer_nothing_new()
    room.has_sound = False
    room.window.go(Place.PRACTISE, exercise_id)
    room.qtbot.waitUntil(lambda: "No sound device" in words_on(room.window))


def show_in_view(room: Room, words: str) -> None:
    """Scroll until a button and what is next to it are to be seen."""
    for column in room.pane.findChildren(Column):
        if column.isVisible():
            column.ensureWidgetVisible(button(room.window, words), 0, 120)


@pytest.mark.parametrize(
    "scene",
    [
        the_shelves,
        how_it_sounds,
        a_place_to_go_on_from,
        the_three_questions,
        the_action_first,
        a_little_curiosity,
        a_little_is_enough,
        something_kind,
    ],
)
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_what_stands_before_a_practice_looks_as_it_did(
    scene: Callable[[Room], None],
    colors: str,
    percent: int,
    size: tuple[int, int],
    room_at: Callable[..., Room],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    room = room_at(colors, percent, size, write_practices)

    scene(room)

    name = scene.__name__.replace("_", "-")
    take_picture(f"before-{name}-{colors}-{percent}-{size[0]}", room.window)
