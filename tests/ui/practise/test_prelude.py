"""Between Start and the first sound: the three questions, curiosity, and what else there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from prt_desktop.domain.diary import PracticeDetails
from prt_desktop.domain.errors import SoundError
from prt_desktop.ui.practise.preparation import Preparation
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList
from tests.builders import a_check
from tests.ui.practise.practices import write_practices
from tests.ui.reading import button, focused, named, press, spoken_name, tab_to, words_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

CURIOUS = "Can I look at this with a little curiosity?"
SOOTHING = "Stepping away when it is too much is part of the method."


@pytest.fixture
def room(setting: Setting, tmp_path: Path, enter: Callable[..., Room]) -> Room:
    """Give the window of somebody with a recorded check, with five practices in front."""
    setting.library = Library(write_practices(tmp_path / "shelf"))
    now = setting.clock()
    setting.journal.add_answer(a_check(now.date(), now))
    return enter(setting)


def open_and_start(room: Room, exercise_id: str) -> None:
    """Go to a practice and press Start."""
    room.window.go(Place.PRACTISE, exercise_id)
    room.start()


def is_something_new(room: Room) -> list[bool]:
    """Say how the three questions were answered so far."""
    return [bool(one.ticked) for one in room.setting.journal.safety().mini_checks]


def exercises_begun(room: Room) -> list[str]:
    """Name the exercises that the diary tells of."""
    details = [entry.details for entry in room.setting.journal.entries()]
    return [one.exercise_id for one in details if isinstance(one, PracticeDetails)]


def test_hard_moment_leads_to_company_with_start_in_focus(room: Room) -> None:
    button(room.window, "It is a hard moment").click()

    assert "Company in a flare" in words_on(room.window)
    assert spoken_name(focused()) == "Start three minutes"


def test_three_questions_answered_with_none_begin_the_flare_company(room: Room) -> None:
    open_and_start(room, "flare-companion")

    button(room.window, "None of these").click()

    assert room.is_on()
    assert is_something_new(room) == [False]


def test_a_sound_that_cannot_be_made_leads_back_to_the_practice(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_preparation: Preparation, _position_ms: int) -> None:
        raise SoundError("The disk is full. Free some space, then start again.")

    open_and_start(room, "flare-companion")
    monkeypatch.setattr(Preparation, "take", full)

    button(room.window, "None of these").click()

    assert "The disk is full." in words_on(room.window)
    assert button(room.window, "Start three minutes").isVisible()
    assert room.pane.isAncestorOf(focused())


def test_soothing_asks_nothing_at_all(room: Room) -> None:
    open_and_start(room, "kind-words")

    assert room.is_on()
    assert is_something_new(room) == []


def test_tick_shows_the_action_and_soothing_beside_it(room: Room) -> None:
    open_and_start(room, "flare-companion")
    button(room.window, "Is there numbness?").click()

    button(room.window, "Go on with what I ticked").click()

    assert "Have this looked at first." in words_on(room.window)
    assert spoken_name(focused()) == "Open the two safety pages"
    assert named(room.window, RowList, "Something soothing").model().rowCount() == 2
    assert is_something_new(room) == [True]
    assert room.pane.performance.stage is None


def test_company_stays_open_beside_the_action(room: Room) -> None:
    open_and_start(room, "flare-companion")
    button(room.window, "Has there been a fall?").click()
    button(room.window, "Go on with what I ticked").click()
    named(room.window, RowList, "Something soothing").setFocus()

    press(Qt.Key.Key_Return)

    assert exercises_begun(room) == ["flare-companion"]


def test_tick_before_movement_closes_it_and_leads_to_the_pages(room: Room) -> None:
    open_and_start(room, "movement-for-real")
    button(room.window, "Is this pain different?").click()
    button(room.window, "Go on with what I ticked").click()

    button(room.window, "Open the two safety pages").click()

    assert room.window.place is Place.SAFETY_PAGES
    room.window.go(Place.PRACTISE, "movement-for-real")
    assert "Start three minutes" not in words_on(room.window)


def test_company_after_a_tick_is_not_asked_the_same_again(room: Room) -> None:
    open_and_start(room, "movement-for-real")
    button(room.window, "Is this pain different?").click()
    button(room.window, "Go on with what I ticked").click()
    named(room.window, RowList, "Something soothing").setFocus()
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_Return)

    assert exercises_begun(room) == ["flare-companion"]
    assert is_something_new(room) == [True]


def test_curiosity_begins_the_tracking(room: Room) -> None:
    room.answer_nothing_new()
    open_and_start(room, "somatic-tracking")
    asked = words_on(room.window)

    button(room.window, "Yes, with a little curiosity").click()

    assert CURIOUS in asked
    assert exercises_begun(room) == ["somatic-tracking"]


def test_only_just_begins_the_short_form_in_one_press(room: Room) -> None:
    room.answer_nothing_new()
    open_and_start(room, "somatic-tracking")
    button(room.window, "Only just").click()

    button(room.window, "Start the short form").click()

    assert exercises_begun(room) == ["somatic-tracking-short"]


def test_short_form_itself_is_small_enough(room: Room) -> None:
    room.answer_nothing_new()
    open_and_start(room, "somatic-tracking-short")

    button(room.window, "Only just").click()

    assert exercises_begun(room) == ["somatic-tracking-short"]


def test_too_much_leads_to_something_soothing_and_not_to_tracking(room: Room) -> None:
    room.answer_nothing_new()
    open_and_start(room, "somatic-tracking")

    button(room.window, "No, it is too much").click()

    assert SOOTHING in words_on(room.window)
    assert focused() is named(room.window, RowList, "Something soothing")
    assert exercises_begun(room) == []


def test_too_much_is_asked_again_at_the_next_start(room: Room) -> None:
    room.answer_nothing_new()
    open_and_start(room, "somatic-tracking")
    button(room.window, "No, it is too much").click()
    press(Qt.Key.Key_Escape)

    room.start()

    assert CURIOUS in words_on(room.window)


def test_escape_goes_back_to_the_page_before(room: Room) -> None:
    open_and_start(room, "flare-companion")

    press(Qt.Key.Key_Escape)

    assert "Start three minutes" in words_on(room.window)
    assert is_something_new(room) == []


def test_flare_by_keys_alone(room: Room) -> None:
    tab_to("It is a hard moment")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)
    tab_to("None of these")

    press(Qt.Key.Key_Space)

    assert room.is_on()


def test_without_the_three_questions_movement_stays_closed(room: Room, setting: Setting) -> None:
    (setting.library.assets / "safety" / "three-questions.toml").unlink()

    open_and_start(room, "movement-for-real")

    assert "The three questions cannot be read" in words_on(room.window)
    assert exercises_begun(room) == []
