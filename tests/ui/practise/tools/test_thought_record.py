"""A thought in three steps: nothing is lost, and a new symptom goes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from prt_desktop.domain.diary import EntryKind, ThoughtRecord
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.practise.tools.thought_record import ThoughtRecordPage
from prt_desktop.ui.put_away import PutAway
from prt_desktop.ui.widgets.pane import Place
from tests.ui.reading import button, focused, press, spoken_name, tab_to, words_on, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting

CTRL = Qt.KeyboardModifier.ControlModifier
WHOLE = ThoughtRecord("I bent.", "It is ruined.", "It eased before.")


def write_three(record: ThoughtRecord = WHOLE) -> None:
    """Answer the three questions with the keyboard, short of saving."""
    for number, text in enumerate(record.texts):
        if number:
            press(Qt.Key.Key_Return, CTRL)
        write(text)


def test_three_steps_by_keyboard_end_in_the_diary(
    setting: Setting, thought: ThoughtRecordPage, qtbot: QtBot
) -> None:
    write_three()

    with qtbot.waitSignal(thought.kept):
        tab_to("Save in my diary")
        press(Qt.Key.Key_Space)

    [entry] = setting.journal.entries()
    assert (entry.kind, entry.details) == (EntryKind.THOUGHT, WHOLE)
    assert setting.journal.drafts.get(Tool.THOUGHT_RECORD) is None
    assert thought.record == ThoughtRecord()


def test_each_step_has_one_question_and_an_example_said_to_be_made_up(
    thought: ThoughtRecordPage,
) -> None:
    names = []
    for _ in range(3):
        names.append(spoken_name(focused()))
        assert words_on(thought).count("Made-up example:") == 1
        assert "Made-up example:" in focused().accessibleDescription()
        if len(names) < 3:
            press(Qt.Key.Key_Return, CTRL)

    assert names == [
        "What happened?",
        "What was the alarming thought?",
        "What would be a fairer sentence?",
    ]


def test_what_was_written_before_stands_above(thought: ThoughtRecordPage) -> None:
    write("I bent.")

    press(Qt.Key.Key_Return, CTRL)

    assert "What happened: I bent." in words_on(thought)
    assert "Step 2 of 3" in words_on(thought)


def test_back_leads_to_the_question_before_with_its_words(thought: ThoughtRecordPage) -> None:
    write("I bent.")
    press(Qt.Key.Key_Return, CTRL)

    button(thought, "Back").click()

    assert spoken_name(focused()) == "What happened?"
    assert thought.record.situation == "I bent."


def test_half_a_thought_is_kept_within_two_seconds_and_found_again(
    setting: Setting,
    thought: ThoughtRecordPage,
    show_page: Callable[[QWidget], None],
    qtbot: QtBot,
) -> None:
    write("I bent.")
    qtbot.waitUntil(
        lambda: setting.journal.drafts.get(Tool.THOUGHT_RECORD) is not None, timeout=4_000
    )
    put_away = PutAway(setting.journal, Tool.THOUGHT_RECORD)
    again = ThoughtRecordPage(setting.theme, setting.journal, setting.clock, put_away)
    show_page(again)

    again.open()

    assert thought.record == again.record == ThoughtRecord("I bent.")
    assert spoken_name(focused()) == "What was the alarming thought?"


def test_leaving_keeps_the_draft_at_once(setting: Setting, thought: ThoughtRecordPage) -> None:
    write("I bent.")

    thought.hide()

    draft = setting.journal.drafts.get(Tool.THOUGHT_RECORD)
    assert draft is not None
    assert draft.details == ThoughtRecord("I bent.")
    assert setting.journal.entries() == ()


def test_thought_put_away_comes_back_with_undo(
    setting: Setting, thought: ThoughtRecordPage
) -> None:
    told: list[Notice] = []
    thought.notice_requested.connect(told.append)
    write_three()

    button(thought, "Put it away").click()
    emptied = thought.record, setting.journal.drafts.get(Tool.THOUGHT_RECORD)
    assert told[0].run is not None
    told[0].run()

    assert emptied == (ThoughtRecord(), None)
    assert thought.record == WHOLE


@pytest.mark.usefixtures("thought")
def test_an_empty_thought_is_not_saved(setting: Setting) -> None:
    for _ in range(3):
        press(Qt.Key.Key_Return, CTRL)

    assert setting.journal.entries() == ()
    assert spoken_name(focused()) == "What happened?"


def test_thought_about_a_new_symptom_has_its_way_out(
    thought: ThoughtRecordPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(thought.place_requested) as asked:
        tab_to("Something is new")
        press(Qt.Key.Key_Space)

    assert asked.args == [Place.NEW_SYMPTOM]


def test_thought_that_cannot_be_saved_stays_on_the_page(
    setting: Setting, thought: ThoughtRecordPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full.")

    told: list[Notice] = []
    thought.notice_requested.connect(told.append)
    monkeypatch.setattr(setting.journal, "add", refuse)
    write_three()

    thought.go_on()

    assert thought.record == WHOLE
    assert "The disk is full." in told[0].text
