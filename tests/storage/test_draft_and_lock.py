"""The half-written entry, and the lock under which everything is saved."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import filelock
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.diary import Draft, EntryKind, MovementTrial
from prt_desktop.domain.errors import (
    JournalBusyError,
    StorageError,
)
from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.storage import lock as lock_module
from prt_desktop.storage.journal import Journal, recover
from tests.builders import (
    Clock,
    a_thought_record,
    a_trial,
    an_entry,
)
from tests.storage.journals import files, reopened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_a_draft_survives_closing(journal: Journal) -> None:
    draft = Draft("Half a sen", EntryKind.SURPRISE, "a" * 32)

    journal.drafts.keep(draft)

    assert reopened(journal).drafts.get() == draft


def test_the_newest_draft_is_the_one_kept(journal: Journal) -> None:
    journal.drafts.keep(Draft("Half"))
    journal.drafts.keep(Draft("Half a sentence"))

    assert journal.drafts.get() == Draft("Half a sentence")


def test_a_dropped_draft_is_gone(journal: Journal) -> None:
    journal.drafts.keep(Draft("Half"))

    journal.drafts.drop()
    journal.drafts.drop()

    assert reopened(journal).drafts.get() is None


def test_the_drafts_of_the_diary_and_of_the_tools_do_not_meet(journal: Journal) -> None:
    thought = Draft("", EntryKind.THOUGHT, details=a_thought_record(fairer=""))
    movement = Draft("", EntryKind.MOVEMENT, details=MovementTrial("movement", "Wave"))

    journal.drafts.keep(Draft("Half"))
    journal.drafts.keep(thought, Tool.THOUGHT_RECORD)
    journal.drafts.keep(movement, Tool.PREDICTION)
    journal.drafts.drop(Tool.PREDICTION)

    again = reopened(journal)
    assert (again.drafts.get(), again.drafts.get(Tool.THOUGHT_RECORD)) == (Draft("Half"), thought)
    assert again.drafts.get(Tool.PREDICTION) is None


def test_the_draft_of_a_movement_survives_closing(journal: Journal) -> None:
    draft = Draft("", EntryKind.MOVEMENT, details=a_trial())

    journal.drafts.keep(draft, Tool.PREDICTION)

    assert reopened(journal).drafts.get(Tool.PREDICTION) == draft


def test_half_filled_forms_survive_closing_and_do_not_meet(journal: Journal) -> None:
    story, goal = FormDraft({"began": "In sp"}), FormDraft({"text": "Wal"}, "a" * 32)

    journal.drafts.keep(story, Form.STORY)
    journal.drafts.keep(goal, Form.GOAL)
    journal.drafts.keep(FormDraft({"text": "Mov"}), Form.LIFE_EVENT)
    journal.drafts.drop(Form.LIFE_EVENT)

    again = reopened(journal)
    assert (again.drafts.get(Form.STORY), again.drafts.get(Form.GOAL)) == (story, goal)
    assert again.drafts.get(Form.LIFE_EVENT) is None
    assert again.drafts.get() is None


def test_a_half_filled_form_that_cannot_be_read_is_none(journal: Journal) -> None:
    journal.drafts.keep(FormDraft({"began": "In sp"}), Form.STORY)
    (journal.folder / "draft-form-story.json").write_text('{"fields": 5}')

    assert journal.drafts.get(Form.STORY) is None


def test_a_writing_has_no_draft_to_be_kept(journal: Journal) -> None:
    with pytest.raises(KeyError):
        journal.drafts.keep(Draft("Unsent.", EntryKind.WRITING), Tool.WRITING)

    assert not any(b"Unsent." in content for content in files(journal.folder).values())


def test_a_draft_that_cannot_be_saved_leaves_the_one_before(
    journal: Journal, full_disk: Callable[[], None]
) -> None:
    journal.drafts.keep(Draft("Half"))
    full_disk()

    with pytest.raises(StorageError, match="disk is full"):
        journal.drafts.keep(Draft("Half a sentence"))

    assert journal.drafts.get() == Draft("Half")


@given(content=st.binary() | st.just(b"[" * 20_000) | st.just(b'{"text": 1}'))
def test_a_draft_that_cannot_be_read_counts_as_none(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "draft"
    journal = Journal(folder, Clock())
    (folder / "draft.json").write_bytes(content)

    assert journal.drafts.get() is None


def test_what_a_kill_left_half_written_is_cleared_at_the_next_start(journal: Journal) -> None:
    for name in (
        ".journal.json.00aa.part",
        ".draft.json.00aa.part",
        ".draft-thought.json.00aa.part",
    ):
        (journal.folder / name).write_bytes(b"hal")

    reopened(journal)

    assert not list(journal.folder.glob(".*.part"))


# The lock.


def test_a_journal_that_is_held_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock_module, "LOCK_WAIT_S", 0.05)
    journal = Journal(tmp_path, Clock())

    with filelock.FileLock(tmp_path / "journal.lock"):
        attempts: list[Callable[[], object]] = [
            lambda: journal.add(an_entry()),
            lambda: journal.drafts.keep(Draft("half")),
            journal.refresh,
            lambda: Journal(tmp_path, Clock()),
            lambda: recover(tmp_path, Clock()),
        ]
        for attempt in attempts:
            with pytest.raises(JournalBusyError, match="Nothing was changed"):
                attempt()

    assert journal.entries() == ()


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    def write(name: str) -> None:
        journal = Journal(tmp_path, Clock())
        for number in range(10):
            journal.add(an_entry(f"{name} {number}"))
            journal.drafts.keep(Draft(f"{name} {number}"))

    writers = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    texts = {entry.text for entry in Journal(tmp_path, Clock()).entries()}
    assert texts == {f"{name} {number}" for name in "abcd" for number in range(10)}


def test_the_lock_is_free_again_after_a_failed_change(
    journal: Journal, full_disk: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    full_disk()
    with pytest.raises(StorageError):
        journal.add(an_entry())
    monkeypatch.undo()

    reopened(journal).add(an_entry())

    assert journal.refresh() is True
