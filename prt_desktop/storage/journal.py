"""The journal: all that a person keeps, in one TinyDB file that is saved whole."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, cast

import msgspec
from tinydb import TinyDB
from tinydb.table import Document, Table

from prt_desktop.domain.diary import new_entry_id, own_sentences
from prt_desktop.domain.errors import JournalUnreadableError, StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.safety import SafetyRecord
from prt_desktop.storage import records
from prt_desktop.storage.atomic import (
    make_private_folder,
    remove_leftovers,
    storage_error,
    write_whole,
)
from prt_desktop.storage.lock import held, journal_lock
from prt_desktop.storage.migrations import migrated
from prt_desktop.storage.whole_file import (
    JOURNAL_NAME,
    WholeFileStorage,
    encoded,
    read_tables,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.domain.diary import Draft, Entry
    from prt_desktop.domain.safety import Check, NewSymptomAnswer, PageAnswer
    from prt_desktop.storage.migrations import Tables

DRAFT_NAMES: dict[Tool | None, str] = {
    None: "draft.json",
    Tool.THOUGHT_RECORD: "draft-thought.json",
    Tool.PREDICTION: "draft-movement.json",
}


class JournalTable(Table):
    """A TinyDB table whose documents are named by our own ids, so that no two can collide."""

    # TinyDB takes any class here; its annotation knows the default alone.
    document_id_class = cast("type[int]", str)


class Journal:
    """Entries, safety answers, own sentences and drafts of one person, in one folder.

    Several processes may hold the same journal: every change happens under one lock, on the
    newest content. All writing methods raise StorageError, whose text can be shown; what was
    saved before is then untouched.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        """Open or create the journal in `folder`.

        Raises JournalUnreadableError when the file is there but cannot be read (or is gone
        while copies of it exist), NewerFormatError, JournalBusyError, StorageError.
        """
        make_private_folder(folder)
        self.folder = folder
        self._lock = journal_lock(folder)
        self._database = TinyDB(folder, now, storage=WholeFileStorage)
        self._entries: dict[str, Entry] = {}
        self._safety = SafetyRecord()
        self._own_sentences: tuple[str, ...] = ()
        with self._on_newest():
            for name in (JOURNAL_NAME, *DRAFT_NAMES.values()):
                remove_leftovers(folder, name)

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._storage.path

    def entries(self) -> tuple[Entry, ...]:
        """Give all entries, the oldest first."""
        return tuple(sorted(self._entries.values(), key=_created))

    def safety(self) -> SafetyRecord:
        """Give the answers to the safety pages and the checks recorded."""
        return self._safety

    def add(self, entry: Entry) -> None:
        """Add an entry; it is safely on disk when this returns."""
        self.add_all((entry,))

    def add_all(self, entries: tuple[Entry, ...]) -> None:
        """Add several entries in one save; ValueError if an id is there already."""
        documents = [_document(records.entry_record(entry), entry.id) for entry in entries]
        with self._on_newest():
            _table(self._storage, "entries").insert_multiple(documents)
            self._entries |= {entry.id: entry for entry in entries}

    def replace(self, entry: Entry) -> None:
        """Put a changed entry in the place of the one with its id; KeyError if there is none."""
        with self._on_newest():
            tables = self._storage.read()
            if entry.id not in tables["entries"]:
                raise KeyError(entry.id)
            changed = {**tables["entries"], entry.id: records.entry_record(entry)}
            self._storage.write({**tables, "entries": changed})
            self._entries[entry.id] = entry

    def remove(self, entry_id: str) -> Entry:
        """Move an entry to the bin and give it back; KeyError if there is none."""
        with self._on_newest():
            _move(self._storage, entry_id, "entries", "bin")
            return self._entries.pop(entry_id)

    def put_back(self, entry_id: str) -> None:
        """Take an entry out of the bin again; KeyError if it is not there."""
        with self._on_newest():
            record = _move(self._storage, entry_id, "bin", "entries")
            self._entries |= {entry.id: entry for entry in records.entries_from([record])}

    def add_answer(self, answer: PageAnswer) -> None:
        """Keep the answer to one safety page."""
        self._keep("answers", answer)

    def add_new_symptom(self, answer: NewSymptomAnswer) -> None:
        """Keep the answer to "anything new or different?"."""
        self._keep("new_symptoms", answer)

    def add_check(self, check: Check) -> None:
        """Keep a clinician's check."""
        self._keep("checks", check)

    def own_sentences(self) -> tuple[str, ...]:
        """Give the person's own safety sentences, at most three, in their order."""
        return self._own_sentences

    def set_own_sentences(self, sentences: Sequence[str]) -> None:
        """Keep the person's own safety sentences in the place of those before.

        Empty ones are left out; ValueError for more than three.
        """
        kept = own_sentences(sentences)
        with self._on_newest():
            tables = self._storage.read()
            self._storage.write({**tables, "own_sentences": records.sentence_records(kept)})
            self._own_sentences = kept

    def draft(self, of: Tool | None = None) -> Draft | None:
        """Give the half-written entry of the diary, or of a tool, if it was kept and can be read.

        KeyError for a tool without drafts: a writing never touches the disk until it is kept.
        """
        try:
            return records.draft_from(
                msgspec.json.decode(_draft_path(self.folder, of).read_bytes())
            )
        except (OSError, ValueError, RecursionError, JournalUnreadableError):
            return None

    def keep_draft(self, draft: Draft, of: Tool | None = None) -> None:
        """Keep a half-written entry, whole and owner-only like the journal itself."""
        content = encoded(records.answer_record(draft))
        with held(
            self._lock, self.path
        ):  # another process, just starting, removes what looks left over
            write_whole(_draft_path(self.folder, of), content)

    def drop_draft(self, of: Tool | None = None) -> None:
        """Forget the half-written entry."""
        path = _draft_path(self.folder, of)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, path) from error

    def refresh(self) -> bool:
        """Read the file again if another process changed it, and say whether it did."""
        with held(self._lock, self.path):
            return self._load_if_changed()

    @property
    def _storage(self) -> WholeFileStorage:
        storage = self._database.storage
        assert isinstance(storage, WholeFileStorage)
        return storage

    def _keep(self, table: str, answer: PageAnswer | NewSymptomAnswer | Check) -> None:
        with self._on_newest():
            record = records.answer_record(answer)
            _table(self._storage, table).insert(_document(record, new_entry_id()))
            self._safety = _safety_in(self._storage.read())

    def _load_if_changed(self) -> bool:
        changed = self._storage.load_if_changed()
        if changed:
            try:
                contents = _contents(self._storage.read())
                self._entries, self._safety, self._own_sentences = contents
            except JournalUnreadableError:
                self._storage.forget()
                raise
        return changed

    @contextlib.contextmanager
    def _on_newest(self) -> Iterator[None]:
        """Hold the lock over a change made on the newest content; undo it in memory on failure."""
        with held(self._lock, self.path):
            self._load_if_changed()
            try:
                yield
            except StorageError:
                self._storage.forget()
                raise


def recover(folder: Path, now: Callable[[], datetime]) -> Journal:
    """Open the newest good copy in the place of a journal that cannot be read.

    The unreadable file is kept beside it under a name that says so; a journal that can be read
    after all is left as it is. Raises JournalUnreadableError when no copy can be read either,
    NewerFormatError, JournalBusyError and StorageError.
    """
    storage = WholeFileStorage(folder, now)
    with held(journal_lock(folder), storage.path):
        if not _is_good(storage.path):
            content = _newest_good_copy(storage)
            try:
                _set_aside(storage.path, now())
            except OSError as error:
                raise storage_error(error, storage.path) from error
            write_whole(storage.path, content)
    return Journal(folder, now)


def start_anew(folder: Path, now: Callable[[], datetime]) -> Journal:
    """Begin an empty journal where neither the old one nor a copy of it can be read.

    The unreadable file and the copies are kept beside it under names that say so. Raises
    JournalBusyError and StorageError.
    """
    storage = WholeFileStorage(folder, now)
    with held(journal_lock(folder), storage.path):
        try:
            _set_aside(storage.path, now())
            storage.copies.set_aside(now())
        except OSError as error:
            raise storage_error(error, storage.path) from error
    return Journal(folder, now)


def _draft_path(folder: Path, of: Tool | None) -> Path:
    return folder / DRAFT_NAMES[of]


def _table(storage: WholeFileStorage, name: str) -> JournalTable:
    return JournalTable(storage, name, cache_size=0)


def _move(storage: WholeFileStorage, entry_id: str, source: str, target: str) -> dict[str, Any]:
    tables = storage.read()
    left = dict(tables.get(source, {}))
    record: dict[str, Any] = left.pop(entry_id)
    grown = {**tables.get(target, {}), entry_id: record}
    storage.write({**tables, source: left, target: grown})
    return record


def _contents(tables: Tables) -> tuple[dict[str, Entry], SafetyRecord, tuple[str, ...]]:
    entries = records.entries_from(tables.get("entries", {}).values())
    sentences = records.sentences_from(tables.get("own_sentences", {}))
    return {entry.id: entry for entry in entries}, _safety_in(tables), sentences


def _safety_in(tables: Tables) -> SafetyRecord:
    return SafetyRecord(
        records.page_answers_from(tables.get("answers", {}).values()),
        records.new_symptoms_from(tables.get("new_symptoms", {}).values()),
        records.checks_from(tables.get("checks", {}).values()),
    )


def _is_good(path: Path) -> bool:
    try:
        _contents(migrated(read_tables(path)))
    except JournalUnreadableError:
        return False
    return True


def _newest_good_copy(storage: WholeFileStorage) -> bytes:
    for copy in storage.copies.newest_first():
        if _is_good(copy.path):
            return copy.path.read_bytes()
    raise JournalUnreadableError("There is no good copy of the journal to open instead.")


def _set_aside(path: Path, now: datetime) -> None:
    if path.exists():
        stamp = now.strftime("%Y%m%dT%H%M%S.%f")
        path.replace(path.with_name(f"journal.unreadable-{stamp}.json"))


def _document(record: dict[str, Any], document_id: str) -> Document:
    return Document(record, cast("int", document_id))  # see JournalTable


def _created(entry: Entry) -> datetime:
    return entry.created_at
