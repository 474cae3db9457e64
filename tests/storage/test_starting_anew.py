"""A journal of which nothing can be read: nothing is lost, and a new one can begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.diary import Entry, EntryKind, new_entry_id
from prt_desktop.domain.errors import JournalUnreadableError
from prt_desktop.storage.journal import Journal, recover, start_anew
from tests.builders import Clock

if TYPE_CHECKING:
    from pathlib import Path


def a_note(clock: Clock) -> Entry:
    """Make a note."""
    return Entry(new_entry_id(), clock(), EntryKind.NOTE, "A line.")


def test_very_first_save_has_a_copy_of_its_own(tmp_path: Path) -> None:
    clock = Clock()
    journal = Journal(tmp_path, clock)
    journal.add(a_note(clock))
    journal.path.write_bytes(b"{")

    recovered = recover(tmp_path, clock)

    assert [entry.text for entry in recovered.entries()] == ["A line."]


def test_empty_diary_begins_beside_what_cannot_be_read(tmp_path: Path) -> None:
    clock = Clock()
    journal = Journal(tmp_path, clock)
    journal.add(a_note(clock))
    journal.path.write_bytes(b"broken")
    for copy in (tmp_path / "copies").iterdir():
        copy.write_bytes(b"broken too")

    anew = start_anew(tmp_path, clock)
    anew.add(a_note(clock))

    assert len(anew.entries()) == 1
    kept = {path.read_bytes() for path in tmp_path.glob("*unreadable*") if path.is_file()}
    assert kept == {b"broken"}
    assert [path.read_bytes() for path in tmp_path.glob("copies.unreadable-*/*")] == [b"broken too"]


def test_without_any_good_copy_recovery_says_so_and_changes_nothing(tmp_path: Path) -> None:
    clock = Clock()
    (tmp_path / "journal.json").write_bytes(b"broken")

    with pytest.raises(JournalUnreadableError, match="no good copy"):
        recover(tmp_path, clock)

    assert (tmp_path / "journal.json").read_bytes() == b"broken"
