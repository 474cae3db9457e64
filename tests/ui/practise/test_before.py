"""Before a practice: what it is for, when not, how long, and what stands in the way."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.domain.safety import NewSymptomAnswer, PageAnswer, PageId
from prt_desktop.storage.journal import Journal
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList
from tests.builders import a_check
from tests.ui.reading import button, focused, named, press, tab_to, words_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

NO_SOUND = "No sound device was found. The session runs with captions."


def test_page_says_what_it_is_for_and_when_not(room: Room) -> None:
    room.window.go(Place.PRACTISE, "looking")

    seen = words_on(room.window)

    assert "To look." in seen
    assert "When looking is too much." in seen
    assert "As you like." in seen
    assert "Start three minutes" in seen


def test_length_is_stepped_within_what_can_be_filled(room: Room) -> None:
    room.window.go(Place.PRACTISE, "looking")

    for _ in range(5):
        button(room.window, "A little longer").click()

    assert "Start four minutes" in words_on(room.window)
    assert not button(room.window, "A little longer").isEnabled()


def test_length_is_stepped_by_keys_too(room: Room) -> None:
    room.window.go(Place.PRACTISE, "looking")
    tab_to("A little shorter")

    press(Qt.Key.Key_Minus)

    assert "Start two minutes" in words_on(room.window)


def test_choices_are_remembered(room: Room, setting: Setting) -> None:
    room.window.go(Place.PRACTISE, "looking")
    button(room.window, "A little shorter").click()
    button(room.window, "How it sounds").click()
    button(room.window, "Longer").click()
    button(room.window, "Show captions").click()
    press(Qt.Key.Key_Escape)

    kept = setting.settings.read()
    room.window.go(Place.PRACTISE, "looking")

    assert (kept.minutes, kept.silence, kept.captions) == ({"looking": 2.0}, 1.5, False)
    assert "Start two minutes" in words_on(room.window)


def test_enter_starts_from_any_choice(room: Room) -> None:
    room.answer_nothing_new()
    room.window.go(Place.PRACTISE, "looking")
    tab_to("3")

    press(Qt.Key.Key_Return)

    assert room.stage.isVisible()


def test_enter_on_another_button_presses_that_one(room: Room) -> None:
    room.answer_nothing_new()
    room.window.go(Place.PRACTISE, "looking")
    tab_to("Practices")

    press(Qt.Key.Key_Return)

    assert room.pane.performance.stage is None
    assert focused() is named(room.window, RowList, "Looking with curiosity")


def test_start_only_plays_what_was_made_ready(room: Room, qtbot: QtBot) -> None:
    room.answer_nothing_new()
    room.has_sound = False
    room.window.go(Place.PRACTISE, "looking")
    qtbot.waitUntil(lambda: NO_SOUND in words_on(room.window))
    ready = list((room.setting.folder / "cache").glob("session-*.wav"))

    room.start()

    assert list((room.setting.folder / "cache").glob("session-*.wav")) == ready
    assert len(ready) == 1


def test_leaving_the_page_lets_go_of_the_track(room: Room, qtbot: QtBot) -> None:
    room.has_sound = False
    room.window.go(Place.PRACTISE, "looking")
    qtbot.waitUntil(lambda: NO_SOUND in words_on(room.window))

    room.window.go(Place.DIARY)

    assert list((room.setting.folder / "cache").glob("session-*.wav")) == []


def test_unanswered_pages_stand_before_the_practice(
    setting: Setting, enter: Callable[..., Room]
) -> None:
    setting.journal = Journal(setting.folder / "of-another-person", setting.clock)
    room = enter(setting)
    press(Qt.Key.Key_Return)

    seen = words_on(room.window)
    button(room.window, "Open the two pages").click()

    assert "Two short pages of safety questions come before this." in seen
    assert "stay open meanwhile" in seen
    assert "Start three minutes" not in seen
    assert room.window.place is Place.SAFETY_PAGES


def test_open_flag_leads_to_a_check_and_locks_the_row(
    setting: Setting, enter: Callable[..., Room]
) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), setting.clock()))
    room = enter(setting)
    model = named(room.window, RowList, "Looking with curiosity").model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    press(Qt.Key.Key_Return)

    button(room.window, "Record a clinician's check").click()

    assert "a doctor should look at first" in spoken
    assert room.window.place is Place.CHECK


def test_flag_that_comes_while_choosing_closes_the_page(room: Room, setting: Setting) -> None:
    room.window.go(Place.PRACTISE, "looking")
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), setting.clock()))

    room.window.journal_changed()

    assert "Start three minutes" not in words_on(room.window)
    assert room.practices() == []


def test_neutral_sentences_are_told_until_a_check_is_recorded(room: Room, setting: Setting) -> None:
    room.window.go(Place.PRACTISE, "looking")
    before = words_on(room.window)
    now = setting.clock()
    setting.journal.add_answer(a_check(now.date(), now))

    room.window.journal_changed()

    assert "spoken in a neutral form" in before
    assert "spoken in a neutral form" not in words_on(room.window)


def test_neutral_note_leads_to_the_check(room: Room) -> None:
    room.window.go(Place.PRACTISE, "looking")

    button(room.window, "Record a check").click()

    assert room.window.place is Place.CHECK


def test_missing_clip_is_told_in_a_line(room: Room, assets: Path) -> None:
    (assets / "audio" / "looking" / "heart" / "open.ogg").unlink()

    room.window.go(Place.PRACTISE, "looking")

    assert "One sentence has no voice and comes as a caption: “Welcome.”" in words_on(room.window)


def test_question_of_the_day_comes_first_and_no_goes_on(room: Room, qtbot: QtBot) -> None:
    room.window.go(Place.PRACTISE, "looking")
    room.start()
    asked_at = room.window.place

    button(room.window, "No, nothing new").click()

    assert asked_at is Place.NEW_SYMPTOM
    qtbot.waitUntil(room.is_on)


@pytest.mark.parametrize("answer", ["Yes, something is", "I am not sure"])
def test_something_new_leads_to_the_pages_and_not_to_the_practice(room: Room, answer: str) -> None:
    room.window.go(Place.PRACTISE, "looking")
    room.start()

    button(room.window, answer).click()

    assert room.window.place is Place.SAFETY_PAGES
    assert room.pane.performance.stage is None
    assert room.practices() == []


def test_escape_from_the_question_leads_back_and_begins_nothing(room: Room) -> None:
    room.window.go(Place.PRACTISE, "looking")
    room.start()

    press(Qt.Key.Key_Escape)

    assert "Start three minutes" in words_on(room.window)
    assert room.pane.performance.stage is None


def test_question_is_asked_once_a_day(room: Room) -> None:
    room.begin()
    room.pane.performance.end()

    room.window.go(Place.PRACTISE, "looking")
    room.start()

    assert room.stage.isVisible()


def test_practice_does_not_start_by_itself_much_later(room: Room, setting: Setting) -> None:
    room.window.go(Place.PRACTISE, "looking")
    room.start()
    setting.clock.go_on(timedelta(minutes=10))
    setting.journal.add_answer(NewSymptomAnswer(False, setting.clock()))

    room.window.go(Place.PRACTISE, "looking")

    assert room.pane.performance.stage is None
    assert "Start three minutes" in words_on(room.window)


def test_broken_practice_is_told_beside_the_others(
    setting: Setting, assets: Path, enter: Callable[..., Room]
) -> None:
    folder = assets / "audio" / "broken"
    folder.mkdir()
    (folder / "exercise.toml").write_text("id = 3", "utf-8")

    room = enter(setting)

    assert "One practice could not be opened: broken:1" in words_on(room.window)
    assert named(room.window, RowList, "Looking with curiosity").model().rowCount() == 1


def test_escape_goes_back_to_the_list(room: Room) -> None:
    room.window.go(Place.PRACTISE, "looking")

    press(Qt.Key.Key_Escape)

    assert focused() is named(room.window, RowList, "Looking with curiosity")
