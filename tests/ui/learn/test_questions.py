"""Questions at the end are gentle: every answer says something, and nothing is kept of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.content.library import Library
from prt_desktop.ui.learn.answer_row import AnswerRow
from prt_desktop.ui.widgets.pane import Place
from tests.builders import LESSON_HEAD, lesson_text, write_files
from tests.ui.learn.conftest import open_lessons
from tests.ui.learn.test_reader import kept_lessons
from tests.ui.reading import button, focused, press, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting


def turn_to_the_question(window: MainWindow) -> None:
    """Open the first lesson and turn its two pages."""
    window.go(Place.LEARN, "first")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)


def what_is_said(window: MainWindow) -> list[str]:
    """Give what a screen reader says beside each answer."""
    rows = [row for row in window.findChildren(AnswerRow) if row.isVisible()]
    return [row.accessibleDescription() for row in rows]


def lead_to(place: str, lessons: Path) -> Library:
    """Let the first lesson open a place in the stead of a practice."""
    head = LESSON_HEAD.replace('exercise = "looking"', f'opens = "{place}"')
    write_files(lessons, {"lessons/01-first.md": lesson_text(head)})
    return Library(lessons)


def test_question_follows_the_last_page(window: MainWindow) -> None:
    window.go(Place.LEARN, "first")
    press(Qt.Key.Key_Right)

    button(window, "A question").click()

    assert "What can one page do?" in words_on(window)
    assert "Question 1 of 1" in words_on(window)


def test_every_answer_says_something_and_the_others_stay_open(window: MainWindow) -> None:
    turn_to_the_question(window)

    press(Qt.Key.Key_Return)
    after_one = what_is_said(window)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)

    assert after_one == ["So it is.", "press to read what we would say"]
    assert what_is_said(window) == ["So it is.", "That would be much for one page."]


def test_chosen_answer_makes_room_for_what_is_said(window: MainWindow, qtbot: QtBot) -> None:
    turn_to_the_question(window)
    row = focused()
    folded = row.height()

    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: row.height() > folded)


def test_answer_folds_again(window: MainWindow) -> None:
    turn_to_the_question(window)

    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)

    assert set(what_is_said(window)) == {"press to read what we would say"}


def test_questions_can_be_passed_over(window: MainWindow) -> None:
    turn_to_the_question(window)

    button(window, "Finish").click()

    assert "One thing to try" in words_on(window)


def test_lesson_is_read_before_its_questions_and_nothing_of_them_is_kept(
    window: MainWindow, setting: Setting
) -> None:
    turn_to_the_question(window)
    kept = kept_lessons(setting)

    press(Qt.Key.Key_Return)
    button(window, "Lessons").click()

    assert kept == ["first"]
    assert len(setting.journal.entries()) == 1
    assert setting.settings.read().lesson_pages == {}


def test_answers_are_folded_at_the_next_reading(window: MainWindow) -> None:
    turn_to_the_question(window)
    press(Qt.Key.Key_Return)

    turn_to_the_question(window)

    assert set(what_is_said(window)) == {"press to read what we would say"}


@pytest.mark.parametrize(
    ("place", "words", "reached"),
    [
        ("today", "Go to Today", Place.TODAY),
        ("practise", "Go to Practise", Place.PRACTISE),
        ("diary", "Go to the diary", Place.DIARY),
        ("safety", "Record a clinician's check", Place.CHECK),
        ("settings", "Go to the settings", Place.SETTINGS),
    ],
)
def test_end_leads_to_the_place_that_the_lesson_opens(
    setting: Setting, lessons: Path, qtbot: QtBot, place: str, words: str, reached: Place
) -> None:
    setting.library = lead_to(place, lessons)
    window = open_lessons(setting, qtbot)
    turn_to_the_question(window)
    press(Qt.Key.Key_Right)

    button(window, words).click()

    assert window.place is reached


def test_end_can_open_the_crisis_card(setting: Setting, lessons: Path, qtbot: QtBot) -> None:
    setting.library = lead_to("crisis", lessons)
    window = open_lessons(setting, qtbot)
    turn_to_the_question(window)
    press(Qt.Key.Key_Right)

    button(window, "Open crisis help").click()

    assert "Crisis help" in words_on(window)
    window.close_crisis()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_answer_that_has_the_focus_is_in_sight_in_large_type(
    window: MainWindow, setting: Setting, qtbot: QtBot
) -> None:
    setting.theme.apply("light", 200, reduce_motion=True)
    window.resize(800, 560)

    turn_to_the_question(window)

    row = focused()
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_is_said_comes_into_sight(window: MainWindow, setting: Setting, qtbot: QtBot) -> None:
    setting.theme.apply("light", 200, reduce_motion=True)
    window.resize(800, 560)
    turn_to_the_question(window)
    row = focused()
    folded = row.height()

    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: row.height() > folded)
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect())
