"""The journal: nothing written is lost, nothing unreadable is overwritten."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import threading
from datetime import timedelta, timezone
from typing import TYPE_CHECKING, Any

import filelock
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.domain.diary import Draft, EntryKind, PracticeDetails, Reflection
from prt_desktop.domain.errors import (
    JournalBusyError,
    JournalUnreadableError,
    NewerFormatError,
    StorageError,
)
from prt_desktop.domain.safety import PageId
from prt_desktop.storage import lock as lock_module
from prt_desktop.storage.journal import Journal, recover
from tests.builders import (
    NOON,
    Clock,
    a_check,
    a_new_symptom,
    a_practice,
    a_read_lesson,
    an_answer,
    an_entry,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

UNREADABLE = [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"entries": 5}', b"[" * 100_000, b"{}"]
HALF_A_CHARACTER = "half \udcff a character"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Journal:
    return Journal(tmp_path / "data", clock)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let every save fail as on a full disk, from the call on."""

    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return lambda: monkeypatch.setattr(os, "fsync", refuse)


def reopened(journal: Journal) -> Journal:
    return Journal(journal.folder, Clock())


def files(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder but the lock."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: path.read_bytes() for path in found if path.name != "journal.lock"}


def change_by_hand(journal: Journal, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Change the file behind the journal's back and give its new bytes."""
    tables = msgspec.json.decode(journal.path.read_bytes())
    change(tables)
    journal.path.unlink()
    journal.path.write_bytes(msgspec.json.encode(tables))
    return journal.path.read_bytes()


def test_a_new_journal_is_empty(journal: Journal) -> None:
    assert journal.entries() == ()
    assert journal.safety().unanswered_pages() == tuple(PageId)
    assert journal.draft() is None


def test_an_entry_is_found_again_after_closing(journal: Journal) -> None:
    entry = an_entry("Bread, tea, and the first sun.")

    journal.add(entry)

    assert reopened(journal).entries() == (entry,)


def test_every_kind_comes_back_as_it_was(journal: Journal) -> None:
    auckland = timezone(timedelta(hours=13))
    details = PracticeDetails(
        "looking", 420_000, 70_000, finished=False, reflection=Reflection.SO_SO
    )
    entries = (
        an_entry(kind=EntryKind.SURPRISE, created_at=NOON.astimezone(auckland)),
        a_practice(details=details, created_at=NOON + timedelta(minutes=1)),
        a_read_lesson(created_at=NOON + timedelta(minutes=2)),
        an_entry(created_at=NOON + timedelta(minutes=3), edited_at=NOON + timedelta(hours=1)),
    )

    journal.add_all(entries)

    found = reopened(journal).entries()
    assert found == entries
    assert found[0].created_at.utcoffset() == timedelta(hours=13)


@settings(max_examples=60)
@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "any-text"
    entry = an_entry(text)

    Journal(folder, Clock()).add(entry)

    assert entry in Journal(folder, Clock()).entries()
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    "text",
    [
        "nul \0 inside",
        "\u2028\u2029",
        "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
        "x" * 5_000_000,
    ],
)
def test_unusual_and_huge_texts_are_kept(journal: Journal, text: str) -> None:
    journal.add(an_entry(text))

    assert [entry.text for entry in reopened(journal).entries()] == [text]


def test_half_a_character_is_refused_in_a_sentence(journal: Journal) -> None:
    journal.add(an_entry("Before."))

    with pytest.raises(StorageError, match="broken character"):
        journal.add(an_entry(HALF_A_CHARACTER))
    with pytest.raises(StorageError, match="broken character"):
        journal.keep_draft(Draft(HALF_A_CHARACTER))

    assert [entry.text for entry in journal.entries()] == ["Before."]
    assert reopened(journal).entries() == journal.entries()


def test_entries_come_oldest_first_whatever_their_order(journal: Journal) -> None:
    late, early = an_entry(created_at=NOON), an_entry(created_at=NOON - timedelta(days=1))

    journal.add(late)
    journal.add(early)

    assert journal.entries() == (early, late)
    assert reopened(journal).entries() == (early, late)


def test_an_id_that_is_there_already_is_refused_and_nothing_changes(journal: Journal) -> None:
    entry = an_entry("Mine.")
    journal.add(entry)
    before = files(journal.folder)

    with pytest.raises(ValueError, match="exist"):
        journal.add_all((an_entry(), an_entry("Other.", id=entry.id)))

    assert journal.entries() == (entry,)
    assert files(journal.folder) == before


def test_an_id_used_twice_in_one_go_is_refused(journal: Journal) -> None:
    with pytest.raises(ValueError, match="exist"):
        journal.add_all((an_entry(id="a" * 32), an_entry(id="a" * 32)))

    assert journal.entries() == reopened(journal).entries() == ()


def test_entries_of_two_journals_never_take_each_others_place(tmp_path: Path) -> None:
    one, other = Journal(tmp_path, Clock()), Journal(tmp_path, Clock())

    for number in range(5):
        one.add(an_entry(f"one {number}"))
        other.add(an_entry(f"other {number}"))

    one.refresh()
    assert len(one.entries()) == len(other.entries()) == 10


def test_a_changed_entry_takes_the_place_of_the_old(journal: Journal) -> None:
    entry = an_entry("First words.")
    journal.add(entry)

    journal.replace(an_entry("Other words.", id=entry.id, edited_at=NOON))

    assert [one.text for one in reopened(journal).entries()] == ["Other words."]


def test_a_removed_entry_is_gone_and_can_be_put_back(journal: Journal) -> None:
    entry = an_entry()
    journal.add(entry)

    assert journal.remove(entry.id) == entry
    gone = reopened(journal).entries()
    journal.put_back(entry.id)

    assert gone == ()
    assert journal.entries() == reopened(journal).entries() == (entry,)


@pytest.mark.parametrize("change", ["replace", "remove", "put_back"])
def test_an_entry_that_is_not_there_is_a_key_error(journal: Journal, change: str) -> None:
    journal.add(an_entry())
    changes: dict[str, Callable[[], object]] = {
        "replace": lambda: journal.replace(an_entry(id="b" * 32)),
        "remove": lambda: journal.remove("b" * 32),
        "put_back": lambda: journal.put_back("b" * 32),
    }

    with pytest.raises(KeyError):
        changes[change]()

    assert len(reopened(journal).entries()) == 1


def test_answers_and_checks_are_found_again(journal: Journal) -> None:
    journal.add_answer(an_answer(PageId.EMERGENCY, "chest"))
    journal.add_answer(an_answer(PageId.SAME_DAY))
    journal.add_new_symptom(a_new_symptom(NOON - timedelta(days=1)))
    journal.add_check(a_check())

    found = reopened(journal).safety()

    assert found == journal.safety()
    assert [answer.ticked for answer in found.answers] == [("chest",), ()]
    assert len(found.checks) == len(found.new_symptoms) == 1


def test_answers_of_two_journals_are_all_kept(tmp_path: Path) -> None:
    one, other = Journal(tmp_path, Clock()), Journal(tmp_path, Clock())

    one.add_answer(an_answer(PageId.EMERGENCY))
    other.add_answer(an_answer(PageId.SAME_DAY))

    assert len(other.safety().answers) == 2


def test_refresh_says_whether_another_process_changed_something(tmp_path: Path) -> None:
    one, other = Journal(tmp_path, Clock()), Journal(tmp_path, Clock())
    other.add(an_entry())

    assert one.refresh() is True
    assert one.refresh() is False
    assert other.refresh() is False
    assert one.entries() == other.entries()


def test_files_and_folders_are_the_owners_alone(journal: Journal) -> None:
    for _ in range(2):
        journal.add(an_entry())
    journal.keep_draft(Draft("half"))

    for path in journal.folder.rglob("*"):
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path
    assert stat.S_IMODE(journal.folder.stat().st_mode) == 0o700


def test_a_data_folder_behind_a_link_works(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")

    Journal(tmp_path / "link", Clock()).add(an_entry())

    assert len(Journal(tmp_path / "real", Clock()).entries()) == 1


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
        lambda: journal.add_check(a_check()),
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


# The draft.


def test_a_draft_survives_closing(journal: Journal) -> None:
    draft = Draft("Half a sen", EntryKind.SURPRISE, "a" * 32)

    journal.keep_draft(draft)

    assert reopened(journal).draft() == draft


def test_the_newest_draft_is_the_one_kept(journal: Journal) -> None:
    journal.keep_draft(Draft("Half"))
    journal.keep_draft(Draft("Half a sentence"))

    assert journal.draft() == Draft("Half a sentence")


def test_a_dropped_draft_is_gone(journal: Journal) -> None:
    journal.keep_draft(Draft("Half"))

    journal.drop_draft()
    journal.drop_draft()

    assert reopened(journal).draft() is None


def test_a_draft_that_cannot_be_saved_leaves_the_one_before(
    journal: Journal, full_disk: Callable[[], None]
) -> None:
    journal.keep_draft(Draft("Half"))
    full_disk()

    with pytest.raises(StorageError, match="disk is full"):
        journal.keep_draft(Draft("Half a sentence"))

    assert journal.draft() == Draft("Half")


@given(content=st.binary() | st.just(b"[" * 20_000) | st.just(b'{"text": 1}'))
def test_a_draft_that_cannot_be_read_counts_as_none(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "draft"
    journal = Journal(folder, Clock())
    (folder / "draft.json").write_bytes(content)

    assert journal.draft() is None


def test_what_a_kill_left_half_written_is_cleared_at_the_next_start(journal: Journal) -> None:
    for name in (".journal.json.00aa.part", ".draft.json.00aa.part"):
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
            lambda: journal.keep_draft(Draft("half")),
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
            journal.keep_draft(Draft(f"{name} {number}"))

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
