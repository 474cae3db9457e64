"""A journal on a network or a synced folder, changed by programs that know no lock."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.errors import JournalChangedError
from prt_desktop.storage.conflicts import conflict_sentence, conflicted_copies, put_among_copies
from prt_desktop.storage.copies import Copies
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.whole_file import read_tables
from tests.builders import Clock, an_entry
from tests.storage.journals import reopened
from tests.storage.vaults import PASSPHRASE, turned_on

if TYPE_CHECKING:
    from collections.abc import Callable


def texts(journal: Journal) -> list[str]:
    return sorted(entry.text for entry in journal.entries())


@pytest.fixture
def from_elsewhere(tmp_path: Path) -> bytes:
    """Give a journal as another computer wrote it."""
    other = Journal(tmp_path / "elsewhere", Clock())
    other.add(an_entry("from elsewhere"))
    return other.path.read_bytes()


def just_before(patch: pytest.MonkeyPatch, name: str, act: Callable[[], object]) -> None:
    """Do something from outside just before the first call of this name."""
    real = getattr(os, name)

    def call(*arguments: object, **named: object) -> object:
        patch.setattr(os, name, real)
        act()
        return real(*arguments, **named)

    patch.setattr(os, name, call)


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_journal_changed_while_it_is_saved_is_not_overwritten(
    journal: Journal, from_elsewhere: bytes, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    journal.add(an_entry("mine"))
    just_before(monkeypatch, call, lambda: journal.path.write_bytes(from_elsewhere))

    with pytest.raises(JournalChangedError, match="Nothing was overwritten"):
        journal.add(an_entry("newer"))
    on_disk = journal.path.read_bytes()
    journal.add(an_entry("newer"))

    assert on_disk == from_elsewhere
    assert texts(journal) == texts(reopened(journal)) == ["from elsewhere", "newer"]


def test_a_journal_that_appears_while_the_first_is_saved_is_not_overwritten(
    journal: Journal, from_elsewhere: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    just_before(monkeypatch, "fsync", lambda: journal.path.write_bytes(from_elsewhere))

    with pytest.raises(JournalChangedError):
        journal.add(an_entry("mine"))

    assert journal.path.read_bytes() == from_elsewhere


def test_a_journal_replaced_at_once_after_a_save_is_read_before_the_next(
    journal: Journal, from_elsewhere: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    journal.add(an_entry("mine"))
    real = os.replace
    synced = tmp_path / "synced"
    synced.write_bytes(from_elsewhere)

    def replace_twice(source: Path, target: Path) -> None:
        real(source, target)
        if Path(target) == journal.path and synced.exists():
            real(synced, target)

    monkeypatch.setattr(os, "replace", replace_twice)

    journal.add(an_entry("second"))
    journal.add(an_entry("third"))

    assert texts(reopened(journal)) == ["from elsewhere", "third"]


def test_a_change_that_keeps_size_and_time_is_noticed(journal: Journal) -> None:
    journal.add(an_entry("aaaa"))
    stat = journal.path.stat()
    journal.path.write_bytes(journal.path.read_bytes().replace(b"aaaa", b"bbbb"))
    os.utime(journal.path, ns=(stat.st_atime_ns, stat.st_mtime_ns))

    journal.add(an_entry("cccc"))

    assert texts(journal) == ["bbbb", "cccc"]


def test_turning_the_vault_on_overwrites_no_change_either(
    journal: Journal, from_elsewhere: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.add(an_entry("mine"))
    journal.path.with_name("vault.key").touch()

    def sync() -> None:
        just_before(monkeypatch, "fsync", lambda: journal.path.write_bytes(from_elsewhere))

    just_before(monkeypatch, "replace", sync)

    with pytest.raises(JournalChangedError):
        turned_on(journal)
    journal.refresh()

    assert not journal.is_in_vault
    assert texts(journal) == ["from elsewhere"]


@pytest.mark.parametrize(
    "name",
    [
        "journal (Anna's conflicted copy 2026-11-23).json",
        "journal.sync-conflict-20261123-120000-ABCDEFG.json",
        "journal_conflict-20261123-120000.json",
        "journal-LAPTOP.json",
        "journal (1).json",
        "journal 2.json",
    ],
)
def test_a_conflicted_copy_is_named_and_can_be_merged(
    journal: Journal, from_elsewhere: bytes, name: str
) -> None:
    journal.add(an_entry("mine"))
    (journal.folder / name).write_bytes(from_elsewhere)

    found = conflicted_copies(journal.folder)
    journal.merge(read_tables(found[0]))

    assert [path.name for path in found] == [name]
    assert name in conflict_sentence(found)
    assert texts(journal) == ["from elsewhere", "mine"]


def test_a_conflicted_copy_that_was_merged_lies_among_the_good_copies(
    journal: Journal, from_elsewhere: bytes, clock: Clock
) -> None:
    journal.add(an_entry("mine"))
    conflicted = journal.folder / "journal (1).json"
    conflicted.write_bytes(from_elsewhere)

    put_among_copies(conflicted, clock())

    copies = Copies(journal.folder / "copies").newest_first(clock())
    assert from_elsewhere in [one.path.read_bytes() for one in copies]
    assert conflicted_copies(journal.folder) == ()
    assert not conflicted.exists()


def test_a_file_of_ones_own_with_such_a_name_is_no_conflict(journal: Journal) -> None:
    journal.add(an_entry("mine"))
    (journal.folder / "journal (1).json").write_text('{"notes": "of my own"}')

    assert conflicted_copies(journal.folder) == ()


def test_a_conflicted_copy_out_of_the_same_vault_can_be_merged(journal: Journal) -> None:
    turned_on(journal)
    journal.add(an_entry("mine"))
    (journal.folder / "journal-LAPTOP.json").write_bytes(journal.path.read_bytes())
    entry = journal.entries()[0]
    journal.replace(an_entry("changed", id=entry.id, edited_at=Clock()()))

    [found] = conflicted_copies(journal.folder)
    counts = journal.merge(read_tables(found, journal.newest_seal()))

    assert counts.differed == 1
    journal.lock()
    journal.unlock(PASSPHRASE)
    assert len(journal.entries()) == 1


def test_files_of_our_own_are_no_conflict(journal: Journal) -> None:
    journal.add(an_entry())
    (journal.folder / "journal.unreadable-20261123T120000.000000.json").touch()
    (journal.folder / "journals.json").touch()

    assert conflicted_copies(journal.folder) == ()
    assert conflict_sentence(()) == ""
