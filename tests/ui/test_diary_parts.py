"""Thoughts, movements and kept writings in the diary: shown whole, changed part by part."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from prt_desktop.domain.diary import EntryKind, MovementTrial, ThoughtRecord
from prt_desktop.ui.widgets.pane import Place
from tests.builders import a_movement, a_thought, a_trial, an_entry
from tests.ui.conftest import shown
from tests.ui.reading import button, focused, named, press, spoken_name, words_on, write
from tests.ui.setting import NOON
from tests.ui.test_diary import CTRL, rows, timeline

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.main_window import MainWindow
    from tests.ui.setting import Setting

THOUGHT, MOVEMENT, WRITING = "a" * 32, "b" * 32, "c" * 32


@pytest.fixture
def diary(setting: Setting, qtbot: QtBot) -> MainWindow:
    """Give the window with the diary open and one entry of each new kind in it."""
    setting.pass_safety_pages()
    hour = timedelta(hours=1)
    setting.journal.add_all(
        (
            a_thought(id=THOUGHT, created_at=NOON - 3 * hour),
            a_movement(id=MOVEMENT, created_at=NOON - 2 * hour),
            an_entry("Unsent.", kind=EntryKind.WRITING, id=WRITING, created_at=NOON - hour),
        )
    )
    window = shown(setting, qtbot)
    window.go(Place.DIARY)
    return window


def test_timeline_tells_every_part(diary: MainWindow) -> None:
    movement = (
        "Today, 10:30. A movement: Bend forward",
        "What I expected: It will grab me.",
        "What happened: A pull, then less.",
        "What did not happen: It did not grab me.",
        "What I learned: The story was louder.",
        "Next time: The same again",
    )
    thought = (
        "Today, 09:30. A thought: What happened: I bent down.",
        "The alarming thought: It is ruined.",
        "A fairer sentence: I have felt this before.",
    )

    told = rows(diary)

    writing = "Today, 11:30. A writing I kept: Unsent."
    assert told == ["Today", writing, "\n".join(movement), "\n".join(thought)]


def test_parts_left_empty_are_not_told(setting: Setting, diary: MainWindow) -> None:
    setting.journal.replace(a_movement(MovementTrial("movement", "Wave"), id=MOVEMENT))

    diary.journal_changed()

    assert any(row.endswith("A movement: Wave") for row in rows(diary))


def test_a_thought_is_changed_part_by_part_by_keyboard(setting: Setting, diary: MainWindow) -> None:
    open_entry(diary, THOUGHT)

    for part in ("What happened", "The alarming thought", "A fairer sentence"):
        assert spoken_name(focused()) == part
        press(Qt.Key.Key_End, CTRL)
        write(" Or so.")
        press(Qt.Key.Key_Tab)
    assert focused() is button(diary, "How it was")
    press(Qt.Key.Key_Tab)
    assert focused() is button(diary, "Save the entry")
    press(Qt.Key.Key_Space)

    [changed] = [entry for entry in setting.journal.entries() if entry.id == THOUGHT]
    assert changed.details == ThoughtRecord(
        "I bent down. Or so.", "It is ruined. Or so.", "I have felt this before. Or so."
    )
    assert changed.edited_at == NOON


def test_a_movement_keeps_its_name_and_next_time(setting: Setting, diary: MainWindow) -> None:
    open_entry(diary, MOVEMENT)
    seen = words_on(diary)

    named(diary, QPlainTextEdit, "What I learned").setPlainText("It was the story.")
    button(diary, "Save the entry").click()

    [changed] = [entry for entry in setting.journal.entries() if entry.id == MOVEMENT]
    assert "Bend forward" in seen
    assert changed.details == a_trial(learned="It was the story.")


def test_a_kept_writing_is_changed_and_stays_a_writing(setting: Setting, diary: MainWindow) -> None:
    open_entry(diary, WRITING)
    assert "Something I did" not in words_on(diary)

    write(" And sent to nobody.")
    press(Qt.Key.Key_Return, CTRL)

    changed = setting.journal.entries()[-1]
    assert (changed.kind, changed.text) == (EntryKind.WRITING, "Unsent. And sent to nobody.")


def test_a_movement_that_was_deleted_comes_back_with_undo(
    setting: Setting, diary: MainWindow
) -> None:
    timeline(diary).choose(MOVEMENT)
    timeline(diary).setFocus()

    press(Qt.Key.Key_Delete)
    gone = [entry.id for entry in setting.journal.entries()]
    button(diary, "Undo").click()

    [back] = [entry for entry in setting.journal.entries() if entry.id == MOVEMENT]
    assert MOVEMENT not in gone
    assert back.details == a_trial()


def test_half_changed_parts_are_found_at_the_next_start(
    setting: Setting, diary: MainWindow, qtbot: QtBot
) -> None:
    open_entry(diary, THOUGHT)
    named(diary, QPlainTextEdit, "A fairer sentence").setPlainText("Half a sen")
    press(Qt.Key.Key_1, CTRL)

    diary.close()
    again = shown(setting, qtbot)
    again.go(Place.DIARY, "new")

    assert named(again, QPlainTextEdit, "A fairer sentence").toPlainText() == "Half a sen"
    assert named(again, QPlainTextEdit, "What happened").toPlainText() == "I bent down."


def test_parts_put_off_till_later_wait_behind_one_button(diary: MainWindow) -> None:
    open_entry(diary, THOUGHT)

    press(Qt.Key.Key_Escape)
    resting = words_on(diary)
    button(diary, "Go on changing it").click()

    assert "Save the entry" not in resting
    assert named(diary, QPlainTextEdit, "What happened").toPlainText() == "I bent down."


def test_parts_put_away_leave_no_draft_and_the_entry_as_it_was(
    setting: Setting, diary: MainWindow
) -> None:
    open_entry(diary, THOUGHT)
    named(diary, QPlainTextEdit, "What happened").setPlainText("Other")

    button(diary, "Put it away").click()

    assert setting.journal.drafts.get() is None
    assert named(diary, QPlainTextEdit, "What you want to write").toPlainText() == ""
    assert any("I bent down." in row for row in rows(diary))


def open_entry(window: MainWindow, entry_id: str) -> None:
    """Choose an entry and press Enter on it."""
    timeline(window).choose(entry_id)
    timeline(window).setFocus()
    press(Qt.Key.Key_Return)
