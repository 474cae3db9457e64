"""Two journals on one folder against a plain dictionary: hypothesis looks for what they lose."""

from __future__ import annotations

import dataclasses
import errno
import os
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
)

from prt_desktop.domain.diary import Draft, Entry, EntryKind
from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.journal import Journal
from tests.builders import Clock, a_practice, an_answer, an_entry

SIDES = st.sampled_from((0, 1))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
KINDS = st.sampled_from((EntryKind.NOTE, EntryKind.DID, EntryKind.PRACTICE))


class TwoJournals(RuleBasedStateMachine):
    """What two windows do to one folder, and what must be in it after each step."""

    ids = Bundle("ids")
    binned = Bundle("binned")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="journals-"))
        self.clock = Clock()
        self.entries: dict[str, Entry] = {}
        self.answers = 0
        self.draft: Draft | None = None

    @initialize()
    def open_both(self) -> None:
        self.journals = [Journal(self.folder, self.clock) for _ in range(2)]

    def teardown(self) -> None:
        for side in range(2):
            self.look(side)
        shutil.rmtree(self.folder)

    def new_entry(self, kind: EntryKind, text: str) -> Entry:
        self.clock.move(seconds=1)
        made = a_practice() if kind is EntryKind.PRACTICE else an_entry(kind=kind)
        return dataclasses.replace(made, text=text, created_at=self.clock())

    @rule(target=ids, side=SIDES, kind=KINDS, text=TEXTS)
    def add(self, side: int, kind: EntryKind, text: str) -> str:
        entry = self.new_entry(kind, text)
        self.journals[side].add(entry)
        self.entries[entry.id] = entry
        return entry.id

    @rule(side=SIDES, texts=st.lists(TEXTS, max_size=3))
    def add_several(self, side: int, texts: list[str]) -> None:
        entries = tuple(self.new_entry(EntryKind.NOTE, text) for text in texts)
        self.journals[side].add_all(entries)
        self.entries |= {entry.id: entry for entry in entries}

    @rule(side=SIDES, entry_id=ids, text=TEXTS)
    def replace(self, side: int, entry_id: str, text: str) -> None:
        self.clock.move(seconds=1)
        entry = dataclasses.replace(self.entries[entry_id], text=text, edited_at=self.clock())
        self.journals[side].replace(entry)
        self.entries[entry_id] = entry

    @rule(target=binned, side=SIDES, entry_id=consumes(ids))
    def remove(self, side: int, entry_id: str) -> Entry:
        removed = self.journals[side].remove(entry_id)
        assert removed == self.entries.pop(entry_id)
        return removed

    @rule(target=ids, side=SIDES, entry=consumes(binned))
    def put_back(self, side: int, entry: Entry) -> str:
        self.journals[side].put_back(entry.id)
        self.entries[entry.id] = entry
        return entry.id

    @rule(side=SIDES, entry_id=ids)
    def add_again(self, side: int, entry_id: str) -> None:
        with pytest.raises(ValueError, match="exist"):
            self.journals[side].add(self.entries[entry_id])

    @rule(side=SIDES)
    def answer(self, side: int) -> None:
        self.journals[side].add_answer(an_answer())
        self.answers += 1

    @rule(side=SIDES, text=TEXTS)
    def keep_draft(self, side: int, text: str) -> None:
        self.draft = Draft(text)
        self.journals[side].drafts.keep(self.draft)

    @rule(side=SIDES)
    def drop_draft(self, side: int) -> None:
        self.journals[side].drafts.drop()
        self.draft = None

    @rule(side=SIDES)
    def fill_the_disk(self, side: int) -> None:
        def refuse(_handle: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        entry = self.new_entry(EntryKind.NOTE, "lost")
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(os, "fsync", refuse)
            with pytest.raises(StorageError):
                self.journals[side].add(entry)

    @rule(side=SIDES)
    def open_again(self, side: int) -> None:
        self.journals[side] = Journal(self.folder, self.clock)

    @rule(side=SIDES, minutes=st.integers(-90_000, 90_000))
    def set_the_clock(self, side: int, minutes: int) -> None:
        self.clock.time += timedelta(minutes=minutes)
        self.journals[side].refresh()

    @rule(side=SIDES)
    def look(self, side: int) -> None:
        """Compare one journal with the model; until then it may know less than the folder."""
        journal = self.journals[side]
        journal.refresh()
        assert {entry.id: entry for entry in journal.entries()} == self.entries
        assert len(journal.safety().answers) == self.answers
        assert journal.drafts.get() == self.draft

    @invariant()
    def nothing_is_left_half_written(self) -> None:
        assert not list(self.folder.glob(".*.part"))


TwoJournals.TestCase.settings = settings(max_examples=20, stateful_step_count=25)
TestTwoJournals = TwoJournals.TestCase
