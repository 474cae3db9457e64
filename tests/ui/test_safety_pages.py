"""The safety pages by keyboard alone: nothing can be skipped, and a tick is met calmly."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.storage.journal import Journal
from prt_desktop.ui.safety.check_form import CheckPane
from prt_desktop.ui.widgets.date_field import DateField
from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, focused, named, press, tab_to, words_on, write
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

NUMB = (
    "Are you newly numb or tingling around your genitals, your back passage or your inner thighs?"
)
WAITING = "somatic-tracking"


def test_both_pages_are_answered_by_keyboard_and_lead_to_the_waiting_practice(
    setting: Setting, first_window: MainWindow
) -> None:
    first_window.go(Place.SAFETY_PAGES, WAITING)

    for _ in range(2):
        tab_to("None of these")
        press(Qt.Key.Key_Space)

    assert setting.journal.safety().unanswered_pages() == ()
    assert first_window.place is Place.PRACTISE


def test_focus_begins_on_the_first_question(first_window: MainWindow) -> None:
    first_window.go(Place.SAFETY_PAGES)

    assert focused() is button(first_window, NUMB)


def test_leaving_the_pages_answers_nothing(setting: Setting, first_window: MainWindow) -> None:
    first_window.go(Place.SAFETY_PAGES, WAITING)
    button(first_window, NUMB).click()

    first_window.go(Place.DIARY)

    assert setting.journal.safety().answers == ()
    assert setting.journal.safety().closed(Gate.NO_OPEN_FLAG, NOON) is not None


def test_tick_shows_what_to_do_and_what_stays_open(
    setting: Setting, first_window: MainWindow
) -> None:
    first_window.go(Place.SAFETY_PAGES, WAITING)
    press(Qt.Key.Key_Space)
    tab_to("Go on with what I ticked")
    press(Qt.Key.Key_Space)

    seen = words_on(first_window)
    assert "Ring your emergency number" in seen
    assert "Soothing, lessons and your diary." in seen
    assert "get that help first" in seen
    assert "rare, and a check" not in seen  # who thinks of dying is not told that this is rare
    assert setting.journal.safety().open_flags()[0].ticked == ("numb",)


def test_emergency_puts_crisis_help_first(first_window: MainWindow) -> None:
    first_window.go(Place.SAFETY_PAGES)
    press(Qt.Key.Key_Space)
    button(first_window, "Go on with what I ticked").click()

    press(Qt.Key.Key_Space)

    assert "What helps now" in words_on(first_window)


def test_ticked_page_does_not_lead_to_the_practice(first_window: MainWindow) -> None:
    first_window.go(Place.SAFETY_PAGES, WAITING)
    button(first_window, NUMB).click()
    button(first_window, "Go on with what I ticked").click()
    button(first_window, "Go on to the second page").click()

    button(first_window, "None of these").click()

    assert first_window.place is Place.TODAY


def test_taking_a_tick_back_offers_none_of_these_again(first_window: MainWindow) -> None:
    first_window.go(Place.SAFETY_PAGES)

    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Space)

    assert "None of these" in words_on(first_window)


def test_answer_that_cannot_be_saved_leaves_the_page_open(
    setting: Setting, first_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_answer: PageAnswer) -> None:
        raise StorageError("The disk is full. Nothing was changed.")

    monkeypatch.setattr(setting.journal, "add_answer", refuse)
    first_window.go(Place.SAFETY_PAGES)

    button(first_window, "None of these").click()

    assert "The disk is full. Nothing was changed." in words_on(first_window)
    assert "page 1 of 2" in words_on(first_window)


def test_missing_questions_keep_practices_closed_and_say_so(
    setting: Setting, first_window: MainWindow
) -> None:
    setting.library.question_pages = ()

    first_window.go(Place.SAFETY_PAGES, WAITING)

    assert "The safety questions cannot be read" in words_on(first_window)
    assert setting.journal.safety().answers == ()


def test_nothing_new_leads_on_to_the_practice(setting: Setting, window: MainWindow) -> None:
    window.go(Place.NEW_SYMPTOM, WAITING)

    tab_to("No, nothing new")
    press(Qt.Key.Key_Space)

    assert window.place is Place.PRACTISE
    assert not setting.journal.safety().asks_for_new_symptom(NOON)


@pytest.mark.parametrize("words", ["Yes, something is", "I am not sure"])
def test_something_new_and_not_sure_lead_to_the_pages(
    setting: Setting, window: MainWindow, words: str
) -> None:
    setting.clock.go_on(timedelta(minutes=1))
    window.go(Place.NEW_SYMPTOM, WAITING)

    button(window, words).click()

    assert window.place is Place.SAFETY_PAGES
    assert "page 1 of 2" in words_on(window)


def test_check_is_written_by_keyboard_and_closes_the_flag(
    setting: Setting, window: MainWindow
) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), NOON))
    setting.clock.go_on(timedelta(hours=1))
    window.go(Place.CHECK, WAITING)

    write("Dr Amari")
    tab_to("Today")
    press(Qt.Key.Key_Space)
    tab_to("Which part of the body?")
    write("lower back")
    tab_to("What was said, in your own words?")
    write("Nothing broken")
    tab_to("Keep this check")
    press(Qt.Key.Key_Space)

    check = setting.journal.safety().checks[0]
    assert (check.who, check.on, check.area, check.said) == (
        "Dr Amari",
        NOON.date(),
        "lower back",
        "Nothing broken",
    )
    assert setting.journal.safety().open_flags() == ()
    assert window.place is Place.PRACTISE


def test_half_a_check_is_there_again_after_a_start(
    setting: Setting, window: MainWindow, qtbot: QtBot
) -> None:
    window.go(Place.CHECK)
    write("Dr Amari")
    tab_to("What was said, in your own words?")
    write("Nothing broken")
    window.go(Place.TODAY)

    again = CheckPane(setting.theme, Journal(setting.folder, setting.clock), setting.clock)
    qtbot.addWidget(again)
    again.open("")
    again.show()

    assert named(again, QLineEdit, "Who looked at it?").text() == "Dr Amari"
    said = named(again, QPlainTextEdit, "What was said, in your own words?")
    assert said.toPlainText() == "Nothing broken"


def test_day_of_a_half_written_check_stays(
    setting: Setting, window: MainWindow, qtbot: QtBot
) -> None:
    day = NOON.date() - timedelta(days=60)
    window.go(Place.CHECK)
    write("Dr Amari")
    button(window, "Another day").click()
    named(window, DateField, "Day of the check").set_day(day)

    window.go(Place.DIARY)
    window.go(Place.CHECK)
    after_a_look_elsewhere = named(window, DateField, "Day of the check").day
    window.go(Place.TODAY)
    again = CheckPane(setting.theme, Journal(setting.folder, setting.clock), setting.clock)
    qtbot.addWidget(again)
    again.open("")
    again.show()

    assert after_a_look_elsewhere == day
    assert named(again, DateField, "Day of the check").day == day
    assert button(again, "Another day").isChecked()


def test_yesterday_is_another_day_by_tomorrow(
    setting: Setting, window: MainWindow, qtbot: QtBot
) -> None:
    window.go(Place.CHECK)
    write("Dr Amari")
    button(window, "Yesterday").click()
    window.go(Place.TODAY)

    setting.clock.go_on(timedelta(days=1))
    again = CheckPane(setting.theme, Journal(setting.folder, setting.clock), setting.clock)
    qtbot.addWidget(again)
    again.open("")
    again.show()

    assert button(again, "Another day").isChecked()
    assert named(again, DateField, "Day of the check").day == NOON.date() - timedelta(days=1)


def test_check_that_was_kept_leaves_no_draft(setting: Setting, window: MainWindow) -> None:
    window.go(Place.CHECK)
    write("Dr Amari")
    button(window, "Yesterday").click()
    named(window, QLineEdit, "Which part of the body?").setText("lower back")
    tab_to("What was said, in your own words?")
    write("Nothing broken")

    button(window, "Keep this check").click()

    assert len(setting.journal.safety().checks) == 1
    assert setting.journal.drafts.get(Form.CHECK) is None


def test_check_without_a_day_says_what_is_missing(setting: Setting, window: MainWindow) -> None:
    window.go(Place.CHECK)
    write("Dr Amari")

    button(window, "Keep this check").click()

    assert "Please say when it was." in words_on(window)
    assert setting.journal.safety().checks == ()


def test_check_cannot_be_dated_in_the_future(window: MainWindow) -> None:
    window.go(Place.CHECK)
    button(window, "Another day").click()
    field = named(window, DateField, "Day of the check")

    field.setDate(field.date().addDays(3))

    assert field.day == NOON.date()


def test_check_dated_before_the_answer_is_kept_but_opens_nothing(
    setting: Setting, window: MainWindow
) -> None:
    setting.journal.add_answer(PageAnswer(PageId.SAME_DAY, ("fever",), NOON))
    setting.clock.go_on(timedelta(hours=1))
    window.go(Place.CHECK, WAITING)
    pane = window.pane(Place.CHECK)
    assert isinstance(pane, CheckPane)

    write("Dr Amari")
    button(window, "Yesterday").click()
    named(window, QLineEdit, "Which part of the body?").setText("lower back")
    tab_to("What was said, in your own words?")
    write("Nothing broken")
    button(window, "Keep this check").click()

    assert "the practices still wait" in words_on(window)
    assert window.place is Place.TODAY
