"""Our own questions: asked at most weekly, answered by keys, told in words without a verdict."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.diary import EntryKind, Measure
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.ui.measures.section import MeasuresSection
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.word_table import WordTable
from tests.builders import a_measure
from tests.ui.reading import (
    WAYS_OUT,
    button,
    leave,
    named,
    open_row,
    press,
    spoken_name,
    tab_stops,
    tab_to,
    words_on,
    write,
)
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting

    Show = Callable[[], MeasuresSection]

WORDS = "On the whole, how have things changed? In my own words"


@pytest.fixture
def show(setting: Setting, qtbot: QtBot) -> Callable[[], MeasuresSection]:
    """Give a function that shows the section on the journal as it is then."""

    def shown() -> MeasuresSection:
        section = MeasuresSection(setting.theme, setting.journal, setting.clock)
        qtbot.addWidget(section)
        section.refresh()
        section.resize(1100, 1000)
        section.show()
        section.activateWindow()
        qtbot.waitUntil(section.isActiveWindow)
        return section

    return shown


def days_ago(days: int, **answers: int) -> Entry:
    """Build a measure answered so many days ago."""
    return replace(a_measure(**answers), created_at=NOON - timedelta(days=days))


def test_the_questions_are_answered_by_keyboard_alone(setting: Setting, show: Show) -> None:
    show()
    tab_to("Answer the questions")
    press(Qt.Key.Key_Return)

    press(Qt.Key.Key_3)
    tab_to(WORDS)
    write("A little easier.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    [entry] = setting.journal.entries()
    assert entry.kind is EntryKind.MEASURE
    assert (entry.details, entry.text) == (Measure(pain=3), "A little easier.")


def test_an_empty_page_is_not_saved(setting: Setting, show: Show) -> None:
    section = show()
    button(section, "Answer the questions").click()

    button(section, "Save in my diary").click()

    assert setting.journal.entries() == ()
    assert "Please answer one of them, or write a word." in words_on(section)


@pytest.mark.parametrize(
    ("days", "says", "may"),
    [
        (2, "You can answer again from Sunday 29 November on.", False),
        (10, "the next time is Saturday 12 December. You can also answer today.", True),
        (28, "Four weeks have passed.", True),
    ],
)
def test_it_says_when_the_questions_come_again(
    setting: Setting, show: Show, days: int, says: str, may: bool
) -> None:
    setting.journal.add(days_ago(days))

    seen = words_on(show())

    assert says in seen
    assert ("Answer the questions" in seen) is may


def test_the_answers_stand_in_a_table_newest_first(setting: Setting, show: Show) -> None:
    setting.journal.add(days_ago(40, pain=7))
    last = replace(days_ago(3), details=Measure(pain=4, damage=2))
    setting.journal.add(last)

    section = show()

    table = named(section, WordTable, "Answers so far, from 0 to 10, newest first").model()
    cells = [[table.index(row, column).data() for column in (0, 1, 6)] for row in (0, 1)]
    assert cells == [["21 November 2026", "4", "2"], ["15 October 2026", "7", "2"]]
    assert table.index(0, 2).data() == "\N{EN DASH}"


def test_a_clinician_reads_the_change_beside_its_line_of_reference(
    setting: Setting, show: Show
) -> None:
    setting.journal.add(days_ago(40, pain=5))
    setting.journal.add(days_ago(3, pain=3))
    section = show()

    button(section, "For a clinician").click()

    minus = "\N{MINUS SIGN}"
    seen = words_on(section)
    assert f"Pain: from 5 to 3, changed by {minus}2 points ({minus}40 %)." in seen
    assert "not a validated scale. About 2 points or 30 % is often called" in seen


def test_the_last_answers_are_changed_in_their_place(setting: Setting, show: Show) -> None:
    old, last = days_ago(40), days_ago(3)
    setting.journal.add_all((old, last))
    section = show()

    button(section, "Change the last answers").click()
    named(section, QPlainTextEdit, WORDS).setPlainText("Much the same.")
    button(section, "Save in my diary").click()

    kept = setting.journal.entries()
    assert kept[0] == old
    assert kept[1] == replace(last, text="Much the same.", edited_at=NOON)


@pytest.mark.parametrize("way", WAYS_OUT)
def test_answers_left_half_given_are_there_again(setting: Setting, show: Show, way: str) -> None:
    section = show()
    button(section, "Answer the questions").click()
    press(Qt.Key.Key_3)
    tab_to(WORDS)
    write("A hard month.")
    leave(section, way)
    nothing_yet = setting.journal.entries()

    again = show()
    button(again, "Answer the questions").click()
    button(again, "Save in my diary").click()

    [entry] = setting.journal.entries()
    assert nothing_yet == ()
    assert (entry.details, entry.text) == (Measure(pain=3), "A hard month.")
    assert setting.journal.drafts.get(Form.MEASURE) is None


def test_changed_answers_left_half_given_are_gone_on_with_in_their_place(
    setting: Setting, show: Show
) -> None:
    last = replace(days_ago(10, pain=4), text="Much the same.")
    setting.journal.add(last)
    section = show()
    button(section, "Change the last answers").click()
    named(section, QPlainTextEdit, WORDS).clear()
    press(Qt.Key.Key_Escape)

    button(section, "Answer the questions").click()
    button(section, "Save in my diary").click()

    assert setting.journal.entries() == (replace(last, text="", edited_at=NOON),)


def test_answers_that_were_only_looked_at_leave_no_draft(setting: Setting, show: Show) -> None:
    setting.journal.add(days_ago(3))
    section = show()
    button(section, "Change the last answers").click()
    words = named(section, QPlainTextEdit, WORDS)
    before = words.toPlainText()
    for text in ("x", before):
        words.setPlainText(text)

    press(Qt.Key.Key_Escape)

    assert setting.journal.drafts.get(Form.MEASURE) is None


def test_begun_answers_are_put_away_and_brought_back(setting: Setting, show: Show) -> None:
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    setting.journal.drafts.keep(FormDraft({"text": "A hard month."}), Form.MEASURE)
    button(section, "Answer the questions").click()
    put_away = notices[-1].run
    assert put_away is not None
    put_away()
    seen, gone = words_on(section), setting.journal.drafts.get(Form.MEASURE)

    undo = notices[-1].run
    assert undo is not None
    undo()

    assert gone is None
    assert "Answer the questions" in seen
    assert named(section, QPlainTextEdit, WORDS).toPlainText() == "A hard month."


def test_the_last_answers_are_deleted_with_undo(setting: Setting, show: Show) -> None:
    last = days_ago(3)
    setting.journal.add(last)
    section = show()
    notices: list[Notice] = []
    section.notice_requested.connect(notices.append)
    button(section, "Delete the last answers").click()
    gone = setting.journal.entries()

    undo = notices[-1].run
    assert undo is not None
    undo()

    assert gone == ()
    assert setting.journal.entries() == (last,)


def test_own_words_open_their_entry(setting: Setting, show: Show) -> None:
    last = days_ago(3)
    setting.journal.add(last)
    section = show()
    asked: list[tuple[Place, str]] = []
    section.place_requested.connect(lambda place, target: asked.append((place, target)))

    open_row(section, "In my own words")

    assert asked == [(Place.DIARY, f"entries:{last.id}")]


def test_every_control_of_the_questions_has_a_name_and_room(setting: Setting, show: Show) -> None:
    setting.journal.add(days_ago(10))
    section = show()
    stops = list(tab_stops(section))
    button(section, "Answer the questions").click()
    stops += tab_stops(section)

    assert [stop for stop in stops if not spoken_name(stop).strip()] == []
    assert [one for one in stops if one.height() < 44 or one.width() < 44] == []
