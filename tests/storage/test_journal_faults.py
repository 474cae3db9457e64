"""Full disks, files that cannot be read, and what can be brought back."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.domain.errors import (
    JournalUnreadableError,
    NewerFormatError,
    StorageError,
)
from prt_desktop.storage.journal import Journal, recover
from tests.builders import (
    Clock,
    a_check,
    a_practice,
    a_read_lesson,
    an_answer,
    an_entry,
)
from tests.storage.journals import change_by_hand, files, reopened
from tests.storage.vaults import turned_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNREADABLE = [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"entries": 5}', b"[" * 100_000, b"{}"]


# Full disks.


def test_a_failed_save_leaves_memory_and_disk_as_before(
    journal: Journal, full_disk: Callable[[], None]
) -> None:
    entry = an_entry("Safe.")
    journal.add(entry)
    before = files(journal.folder)["journal.json"]
    full_disk()

    changes: list[Callable[[], object]] = [
        lambda: journal.add(an_entry()),
        lambda: journal.remove(entry.id),
        lambda: journal.replace(an_entry("Other.", id=entry.id)),
        lambda: journal.add_answer(an_answer()),
        lambda: journal.add_answer(a_check()),
    ]
    for change in changes:
        with pytest.raises(StorageError, match="disk is full"):
            change()

    assert journal.entries() == (entry,)
    assert not journal.safety().answers
    assert not journal.safety().checks
    assert journal.path.read_bytes() == before
    assert not list(journal.folder.glob(".*.part"))


def test_after_a_failed_save_the_next_one_works(
    journal: Journal, full_disk: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = an_entry("Once more.")
    journal.add(an_entry("Safe."))
    full_disk()
    with pytest.raises(StorageError):
        journal.add(entry)
    monkeypatch.undo()

    journal.add(entry)

    assert [one.text for one in reopened(journal).entries()] == ["Safe.", "Once more."]


def test_copies_that_cannot_be_made_stop_the_save(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(an_entry())

    def refuse(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr(shutil, "copy2", refuse)
    with pytest.raises(StorageError, match="disk is full"):
        journal.add(an_entry())

    assert len(reopened(journal).entries()) == 1


# Files that cannot be read.


@pytest.mark.parametrize("content", UNREADABLE)
def test_an_unreadable_journal_is_an_error_and_stays_as_it_is(
    journal: Journal, content: bytes
) -> None:
    journal.add(an_entry())
    journal.path.write_bytes(content)
    before = files(journal.folder)

    with pytest.raises(JournalUnreadableError):
        reopened(journal)
    with pytest.raises(JournalUnreadableError):
        journal.add(an_entry())

    assert files(journal.folder) == before


@pytest.mark.parametrize(
    "record",
    [
        {"id": "b"},
        {"id": "b", "created_at": "yesterday", "kind": "note"},
        {"id": "b", "created_at": "2026-11-23T12:00:00", "kind": "note"},
        {"id": "b", "created_at": "2026-11-23T12:00:00Z", "kind": "dance"},
        {"id": "b", "created_at": "2026-11-23T12:00:00Z", "kind": "practice"},
        {"id": "b", "created_at": "2026-11-23T12:00:00Z", "kind": "lesson", "details": {}},
        {"id": 5, "created_at": "2026-11-23T12:00:00Z", "kind": "note"},
    ],
)
def test_a_record_that_does_not_fit_is_an_error_again_and_again(
    journal: Journal, record: dict[str, object]
) -> None:
    journal.add(an_entry())
    after = change_by_hand(journal, lambda tables: tables["entries"].update(b=record))

    for _ in range(2):
        with pytest.raises(JournalUnreadableError, match="does not fit"):
            journal.refresh()
        with pytest.raises(JournalUnreadableError):
            journal.add(an_entry())
    with pytest.raises(JournalUnreadableError):
        reopened(journal)

    assert journal.path.read_bytes() == after


@pytest.mark.parametrize("table", ["answers", "new_symptoms", "checks"])
def test_an_answer_that_does_not_fit_is_an_error(journal: Journal, table: str) -> None:
    journal.add(an_entry())
    change_by_hand(journal, lambda tables: tables.update({table: {"1": {"page": "other"}}}))

    with pytest.raises(JournalUnreadableError):
        reopened(journal)


def test_a_missing_journal_with_copies_is_an_error(journal: Journal) -> None:
    for _ in range(2):
        journal.add(an_entry())
    journal.path.unlink()

    with pytest.raises(JournalUnreadableError, match="gone"):
        reopened(journal)
    with pytest.raises(JournalUnreadableError, match="gone"):
        journal.add(an_entry())

    assert not journal.path.exists()


def test_a_journal_of_a_newer_version_is_refused_and_untouched(journal: Journal) -> None:
    journal.add(an_entry())
    after = change_by_hand(journal, lambda tables: tables["meta"]["1"].update(format=99))

    with pytest.raises(NewerFormatError, match="newer version"):
        reopened(journal)
    with pytest.raises(NewerFormatError, match="newer version"):
        recover(journal.folder, Clock())

    assert journal.path.read_bytes() == after


@settings(max_examples=60)
@given(content=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_and_never_changed(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "any-bytes"
    folder.mkdir(exist_ok=True)
    (folder / "journal.json").write_bytes(content)

    with pytest.raises(StorageError):
        Journal(folder, Clock())

    assert (folder / "journal.json").read_bytes() == content


@settings(max_examples=80)
@given(cut=st.integers(0, 10_000))
def test_a_journal_cut_anywhere_is_refused_and_never_emptied(
    tmp_path_factory: pytest.TempPathFactory, cut: int
) -> None:
    folder = tmp_path_factory.getbasetemp() / "cut"
    Journal(folder, Clock()).add_all((an_entry(), a_practice(), a_read_lesson()))
    content = (folder / "journal.json").read_bytes()
    rest = content[: cut % len(content)]
    (folder / "journal.json").write_bytes(rest)

    with pytest.raises(JournalUnreadableError):
        Journal(folder, Clock())

    assert (folder / "journal.json").read_bytes() == rest
    shutil.rmtree(folder)


# Recovery.


def test_recovery_opens_the_newest_good_copy_and_keeps_the_unreadable_file(
    journal: Journal, clock: Clock
) -> None:
    for text in ("one", "two", "three"):
        clock.move(minutes=1)
        journal.add(an_entry(text))
    journal.path.write_bytes(b"spoilt")

    found = recover(journal.folder, clock)

    assert [entry.text for entry in found.entries()] == ["one", "two"]
    [aside] = journal.folder.glob("journal.unreadable-*.json")
    assert aside.read_bytes() == b"spoilt"


def test_recovery_passes_over_copies_that_cannot_be_read_either(
    journal: Journal, clock: Clock
) -> None:
    for text in ("one", "two", "three", "four"):
        clock.move(minutes=1)
        journal.add(an_entry(text))
    newest, second, *_ = sorted((journal.folder / "copies").iterdir(), reverse=True)
    spoilt = newest.read_bytes().replace(b'"kind":"note"', b'"kind":"dance"')
    newest.unlink()
    newest.write_bytes(spoilt)
    second.write_bytes(b"{")
    journal.path.write_bytes(b"{")

    assert [entry.text for entry in recover(journal.folder, clock).entries()] == ["one"]


def test_recovery_passes_over_a_copy_that_stayed_in_a_vault(journal: Journal, clock: Clock) -> None:
    for text in ("one", "two", "three"):
        clock.move(minutes=1)
        journal.add(an_entry(text))
    turned_on(journal)
    newest = max((journal.folder / "copies").iterdir())
    damaged = newest.read_bytes()[:-1]
    newest.write_bytes(damaged)
    journal.turn_vault_off()
    stayed = newest.read_bytes()
    journal.path.write_bytes(b"{")

    found = recover(journal.folder, clock)

    assert stayed == damaged
    assert [entry.text for entry in found.entries()] == ["one"]


def test_recovery_brings_back_a_journal_that_is_gone(journal: Journal, clock: Clock) -> None:
    journal.add(an_entry("one"))
    clock.move(minutes=1)
    journal.add(an_entry("two"))
    journal.path.unlink()

    assert [entry.text for entry in recover(journal.folder, clock).entries()] == ["one"]


def test_recovery_without_a_good_copy_changes_nothing(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "journal.json").write_bytes(b"spoilt")

    with pytest.raises(JournalUnreadableError, match="no good copy"):
        recover(tmp_path, clock)

    assert (tmp_path / "journal.json").read_bytes() == b"spoilt"


def test_recovery_leaves_a_journal_alone_that_another_process_recovered(
    journal: Journal, clock: Clock
) -> None:
    for text in ("one", "two"):
        clock.move(minutes=1)
        journal.add(an_entry(text))

    found = recover(journal.folder, clock)

    assert [entry.text for entry in found.entries()] == ["one", "two"]
    assert not list(journal.folder.glob("journal.unreadable-*"))


def test_a_recovered_journal_can_be_written_to(journal: Journal, clock: Clock) -> None:
    for text in ("one", "two"):
        clock.move(minutes=1)
        journal.add(an_entry(text))
    journal.path.write_bytes(b"spoilt")

    found = recover(journal.folder, clock)
    found.add(an_entry("three"))

    assert [entry.text for entry in reopened(found).entries()] == ["one", "three"]
