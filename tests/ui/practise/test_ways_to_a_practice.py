"""Every way to a gated practice asks the same record, for one that says safe and one that moves."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from prt_desktop.content.library import Library
from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.diary import PracticeDetails
from prt_desktop.domain.errors import ContentError, GateClosedError
from prt_desktop.domain.plan import StepKind, next_step
from prt_desktop.domain.safety import (
    MiniCheckAnswer,
    NewSymptomAnswer,
    Occasion,
    PageAnswer,
    PageId,
)
from prt_desktop.paths import Places
from prt_desktop.phone_pack import usual_wishes, write_pack
from prt_desktop.rendering import Rendering, Wish
from prt_desktop.storage.settings import Settings
from prt_desktop.ui.files.packing import packable
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_check
from tests.ui.practise.practices import WITH_TOOLS, write_tools
from tests.ui.reading import button, press, words_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

MOVING, SAYING_SAFE = "movement-for-real", "safety-reappraisal"
BOTH = (MOVING, SAYING_SAFE)
_MINUTE = timedelta(minutes=1)


def unasked(_setting: Setting) -> None:
    """Answer nothing at all."""


def without_a_check(setting: Setting) -> None:
    """Answer both pages with none of these."""
    setting.pass_safety_pages()


def with_an_old_check(setting: Setting) -> None:
    """Have been checked thirteen months ago."""
    setting.pass_safety_pages()
    long_ago = setting.clock().date().replace(year=2025, month=10)
    setting.journal.add_answer(a_check(long_ago))


def with_something_new(setting: Setting) -> None:
    """Have been checked, and then something came up, with both pages answered again."""
    setting.pass_safety_pages()
    setting.journal.add_answer(a_check(setting.clock().date(), setting.clock()))
    setting.clock.go_on(_MINUTE)
    setting.journal.add_answer(NewSymptomAnswer(True, setting.clock()))
    setting.clock.go_on(_MINUTE)
    setting.pass_safety_pages()


def with_a_flag(setting: Setting) -> None:
    """Have been checked, and then ticked an emergency sign."""
    setting.pass_safety_pages()
    setting.journal.add_answer(a_check(setting.clock().date(), setting.clock()))
    setting.clock.go_on(_MINUTE)
    setting.journal.add_answer(PageAnswer(PageId.EMERGENCY, ("chest",), setting.clock()))


def with_a_pause(setting: Setting) -> None:
    """Have been checked, and then ticked one of the three questions about the neck."""
    setting.pass_safety_pages()
    setting.journal.add_answer(a_check(setting.clock().date(), setting.clock()))
    pause_the_neck(setting)


def pause_the_neck(setting: Setting) -> None:
    """Tick one of the three questions about the neck, and answer both pages again."""
    setting.clock.go_on(_MINUTE)
    ticked = MiniCheckAnswer(("fall",), (BodyArea.NECK,), Occasion.WEEKLY, setting.clock())
    setting.journal.add_answer(ticked)
    setting.clock.go_on(_MINUTE)
    setting.pass_safety_pages()


def checked(setting: Setting) -> None:
    """Have been checked today, with nothing open."""
    setting.pass_safety_pages()
    setting.journal.add_answer(a_check(setting.clock().date(), setting.clock()))


CLOSED = [
    unasked,
    without_a_check,
    with_an_old_check,
    with_something_new,
    with_a_flag,
    with_a_pause,
]
IN_THE_WINDOW = [with_an_old_check, with_a_flag, with_a_pause]


@pytest.fixture
def shelf(setting: Setting, tmp_path: Path) -> Setting:
    """Give a setting with one practice that moves and one that says safe."""
    setting.library = Library(write_tools(tmp_path / "shelf"))
    return setting


def rendering_of(setting: Setting) -> Rendering:
    """Give what the command line and the phone pack ask."""
    places = Places(setting.folder, setting.folder / "cache")
    return Rendering(setting.library.assets, places, setting.clock)


@pytest.mark.parametrize("stands", CLOSED)
@pytest.mark.parametrize("name", BOTH)
def test_command_line_pack_and_today_keep_it_closed(
    shelf: Setting, tmp_path: Path, name: str, stands: Callable[[Setting], None]
) -> None:
    stands(shelf)
    rendering = rendering_of(shelf)
    exercises = [one for one in shelf.library.exercises if one.id == name]
    wishes = usual_wishes(rendering, Settings(), [name])

    offered = next_step(shelf.journal.safety(), (), (), exercises, shelf.clock())

    with pytest.raises(GateClosedError):
        rendering.compose(Wish(name, 180_000))
    with pytest.raises(GateClosedError):
        write_pack(rendering, wishes, "", tmp_path / "pack")
    assert offered.kind is not StepKind.PRACTICE
    assert not (tmp_path / "pack").exists()


@pytest.mark.parametrize("stands", IN_THE_WINDOW)
def test_every_way_to_a_gated_practice_is_closed(
    shelf: Setting, enter: Callable[..., Room], stands: Callable[[Setting], None]
) -> None:
    stands(shelf)
    room = enter(shelf)
    gated = {name: title for name, (title, *_rest) in WITH_TOOLS.items() if name in BOTH}

    for name in gated:
        room.window.go(Place.PRACTISE, name)
        press(Qt.Key.Key_Return)
        room.window.go(Place.PRACTISE, name)
        room.pane.before.start_requested.emit(0)

        assert room.pane.performance.stage is None
        assert not [one for one in visible_buttons(room) if one.startswith("Start")]
    room.window.go(Place.DIARY, "movements")
    assert "opens again" in words_on(room.window) or "looked again" in words_on(room.window)
    pack = packable(shelf.practices(), room.pane.offers, "heart")
    assert set(gated.values()) <= {title for _closed, title in pack.waiting}
    assert practised(shelf) == []


def test_both_open_once_a_check_is_recorded(shelf: Setting, enter: Callable[..., Room]) -> None:
    checked(shelf)
    room = enter(shelf)

    for name in BOTH:
        room.window.go(Place.PRACTISE, name)
        assert [one for one in visible_buttons(room) if one.startswith("Start")]
    with pytest.raises(ContentError):  # nothing is spoken in this folder
        rendering_of(shelf).compose(Wish(SAYING_SAFE, 180_000))


def test_another_part_of_the_body_opens_it_for_this_once(
    shelf: Setting, enter: Callable[..., Room]
) -> None:
    shelf.pass_safety_pages()
    both = (BodyArea.NECK, BodyArea.LEFT_KNEE)
    shelf.journal.add_answer(a_check(shelf.clock().date(), shelf.clock(), both))
    pause_the_neck(shelf)
    room = enter(shelf)
    room.window.go(Place.PRACTISE, SAYING_SAFE)
    closed = visible_buttons(room)

    button(room.window, "It is for another part").click()
    button(room.window, "Left knee").click()
    button(room.window, "It is for these parts").click()
    opened = visible_buttons(room)
    room.window.go(Place.PRACTISE, MOVING)

    assert not [one for one in closed if one.startswith("Start")]
    assert [one for one in opened if one.startswith("Start")]
    assert not [one for one in visible_buttons(room) if one.startswith("Start")]


def visible_buttons(room: Room) -> list[str]:
    """Give the words of every button in sight on the practices."""
    found = room.pane.findChildren(QAbstractButton)
    return [one.accessibleName() or one.text() for one in found if one.isVisible()]


def practised(setting: Setting) -> list[str]:
    """Name the exercises that the diary tells of."""
    details = [entry.details for entry in setting.journal.entries()]
    return [one.exercise_id for one in details if isinstance(one, PracticeDetails)]
