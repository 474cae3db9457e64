"""The journal: all that a person keeps, in one TinyDB file that is saved whole."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from tinydb.table import Document, Table

from prt_desktop.domain.diary import BIN_LASTS, Binned, new_entry_id, own_sentences
from prt_desktop.domain.errors import GoneError, JournalUnreadableError, VaultLockedError
from prt_desktop.domain.safety import (
    Check,
    FitPageAnswer,
    MiniCheckAnswer,
    NewSymptomAnswer,
    PageAnswer,
)
from prt_desktop.storage import records
from prt_desktop.storage.atomic import storage_error, write_whole
from prt_desktop.storage.contents import SHELVES, contents_of, safety_of
from prt_desktop.storage.drafts import Drafts
from prt_desktop.storage.journal_file import JournalFile
from prt_desktop.storage.lock import held, journal_lock
from prt_desktop.storage.migrations import migrated
from prt_desktop.storage.seal import PlainSeal
from prt_desktop.storage.shelf import Shelf
from prt_desktop.storage.vault_places import seal_of
from prt_desktop.storage.whole_file import WholeFileStorage, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from prt_desktop.domain.bad_day import BadDay
    from prt_desktop.domain.diary import Entry, Template
    from prt_desktop.domain.evidence_sheet import Belief, EvidencePoint
    from prt_desktop.domain.fit import FitReply
    from prt_desktop.domain.four_weeks import PlanChoice
    from prt_desktop.domain.good_day import Message, SetbackPlan
    from prt_desktop.domain.ladder import Rung
    from prt_desktop.domain.review import Review
    from prt_desktop.domain.safety import SafetyAnswer, SafetyRecord
    from prt_desktop.domain.safety_plan import SafetyPlan
    from prt_desktop.domain.story import Goal, LifeEvent, Story
    from prt_desktop.storage.copies import Copy
    from prt_desktop.storage.seal import Seal


_ANSWERS: dict[type, str] = {
    PageAnswer: "answers",
    NewSymptomAnswer: "new_symptoms",
    Check: "checks",
    MiniCheckAnswer: "mini_checks",
    FitPageAnswer: "fit_page_answers",
}


class JournalTable(Table):
    """A TinyDB table whose documents are named by our own ids, so that no two can collide."""

    # TinyDB takes any class here; its annotation knows the default alone.
    document_id_class = cast("type[int]", str)


class Journal(JournalFile):
    """Entries, safety answers, evidence, ladder, templates and drafts of one person, in one folder.

    Several processes may hold the same journal: every change happens under one lock, on the
    newest content. All writing methods raise StorageError, whose text can be shown; what was
    saved before is then untouched. While the journal is locked in its vault, all methods raise
    VaultLockedError but those that unlock it.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime], seal: Seal | None = None) -> None:
        """Open or create the journal in `folder`; locked where a vault is on, unless unsealed.

        Raises JournalUnreadableError when the file is there but cannot be read (or is gone
        while copies of it exist), NewerFormatError, JournalBusyError, StorageError.
        """
        super().__init__(folder, now, seal)
        self.drafts = Drafts(folder, self._lock, self.newest_seal)
        self.points: Shelf[EvidencePoint] = self._shelf("points")
        self.beliefs: Shelf[Belief] = self._shelf("beliefs")
        self.rungs: Shelf[Rung] = self._shelf("rungs")
        self.templates: Shelf[Template] = self._shelf("templates")
        self.fit_replies: Shelf[FitReply] = self._shelf("fit_replies")
        self.stories: Shelf[Story] = self._shelf("stories")
        self.goals: Shelf[Goal] = self._shelf("goals")
        self.life_events: Shelf[LifeEvent] = self._shelf("life_events")
        self.plan_choices: Shelf[PlanChoice] = self._shelf("plan_choices")
        self.bad_days: Shelf[BadDay] = self._shelf("bad_days")
        self.messages: Shelf[Message] = self._shelf("messages")
        self.setback_plans: Shelf[SetbackPlan] = self._shelf("setback_plans")
        self.reviews: Shelf[Review] = self._shelf("reviews")
        self.safety_plans: Shelf[SafetyPlan] = self._shelf("safety_plans")

    def entries(self) -> tuple[Entry, ...]:
        """Give all entries, the oldest first."""
        return tuple(sorted(self._held.entries.values(), key=_created))

    def bin(self) -> tuple[Binned, ...]:
        """Give what was removed in the last 30 days, the newest removal first."""
        since = self._now() - BIN_LASTS
        kept = [one for one in self._held.bin.values() if one.removed_at >= since]
        return tuple(sorted(kept, key=_removed, reverse=True))

    def safety(self) -> SafetyRecord:
        """Give the answers to the safety pages and the checks recorded."""
        return self._held.safety

    def add(self, entry: Entry) -> None:
        """Add an entry; it is safely on disk when this returns."""
        self.add_all((entry,))

    def add_all(self, entries: tuple[Entry, ...]) -> None:
        """Add several entries in one save; ValueError if an id is there already."""
        documents = [_document(records.entry_record(entry), entry.id) for entry in entries]
        with self._on_newest():
            _table(self._storage, "entries").insert_multiple(documents)
            self._held.entries |= {entry.id: entry for entry in entries}

    def replace(self, entry: Entry) -> None:
        """Put a changed entry in the place of the one with its id; GoneError if there is none."""
        with self._on_newest():
            tables = self._storage.read()
            if entry.id not in tables["entries"]:
                raise GoneError
            changed = {**tables["entries"], entry.id: records.entry_record(entry)}
            self._storage.write({**tables, "entries": changed})
            self._held.entries[entry.id] = entry

    def remove(self, entry_id: str) -> Entry:
        """Move an entry to the bin and give it back; GoneError if there is none."""
        with self._on_newest():
            entry = self._held.entries.get(entry_id)
            if entry is None:
                raise GoneError
            self._move_to_bin({entry_id})
            return entry

    def remove_all(self, entry_ids: Collection[str]) -> None:
        """Move several entries to the bin in one save; those that are gone already stay gone."""
        with self._on_newest():
            self._move_to_bin(self._held.entries.keys() & set(entry_ids))

    def put_back(self, entry_id: str) -> None:
        """Take an entry out of the bin again; GoneError if it is not there."""
        with self._on_newest():
            left = dict(self._held.bin)
            if entry_id not in left:
                raise GoneError
            self._save_moved(left, back=left.pop(entry_id).entry)

    def remove_for_good(self, entry_ids: Sequence[str]) -> None:
        """Take entries out of the bin and let them go; GoneError if one is not there.

        Good copies made before still hold them, for three months at most.
        """
        with self._on_newest():
            left = dict(self._held.bin)
            if not left.keys() >= set(entry_ids):
                raise GoneError
            for entry_id in entry_ids:
                del left[entry_id]
            self._save_moved(left)

    def add_answer(self, answer: SafetyAnswer) -> None:
        """Keep the answer to a safety page or to questions asked on the way, or a check."""
        with self._on_newest():
            document = _document(records.answer_record(answer), new_entry_id())
            _table(self._storage, _ANSWERS[type(answer)]).insert(document)
            self._held.safety = safety_of(self._storage.read())

    def own_sentences(self) -> tuple[str, ...]:
        """Give the person's own safety sentences, at most three, in their order."""
        return self._held.own_sentences

    def set_own_sentences(self, sentences: Sequence[str]) -> None:
        """Keep the person's own safety sentences in the place of those before.

        Empty ones are left out; ValueError for more than three.
        """
        kept = own_sentences(sentences)
        with self._on_newest():
            tables = self._storage.read()
            self._storage.write({**tables, "own_sentences": records.sentence_records(kept)})
            self._held.own_sentences = kept

    def _shelf(self, name: str) -> Shelf[Any]:
        assert name in SHELVES
        return Shelf(lambda: self._held.shelves.get(name, {}), partial(self._change_shelf, name))

    def _change_shelf(self, name: str, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        with self._on_newest():
            values = change(self._held.shelves.get(name, {}))
            table = {key: records.value_record(value) for key, value in values.items()}
            self._storage.write({**self._storage.read(), name: table})
            self._held.shelves[name] = values

    def _move_to_bin(self, entry_ids: Collection[str]) -> None:
        now = self._now()
        since = now - BIN_LASTS
        old = {key: one for key, one in self._held.bin.items() if one.removed_at >= since}
        new = {one: Binned(self._held.entries[one], now) for one in entry_ids}
        self._save_moved(old | new, without=entry_ids)

    def _save_moved(
        self,
        binned: dict[str, Binned],
        *,
        without: Collection[str] = (),
        back: Entry | None = None,
    ) -> None:
        tables = self._storage.read()
        table = {key: one for key, one in tables.get("entries", {}).items() if key not in without}
        entries = {key: one for key, one in self._held.entries.items() if key not in without}
        if back is not None:
            table[back.id], entries[back.id] = records.entry_record(back), back
        in_bin = {key: records.binned_record(one) for key, one in binned.items()}
        self._storage.write({**tables, "entries": table, "bin": in_bin})
        self._held.entries, self._held.bin = entries, binned


def recover(folder: Path, now: Callable[[], datetime], seal: Seal | None = None) -> Journal:
    """Open the newest good copy in the place of a journal that cannot be read.

    The unreadable file is kept beside it under a name that says so; a journal that can be read
    after all is left as it is. `seal` is what `open_vault` gave, where a vault is on. Raises
    JournalUnreadableError when no copy can be read either, VaultLockedError, NewerFormatError,
    JournalBusyError and StorageError.
    """
    storage = WholeFileStorage(folder, now)
    storage.seal = seal or seal_of(folder)
    with held(journal_lock(folder), storage.path):
        if not _is_good(storage.path, storage.seal):
            copy = _newest_good_copy(storage, now())
            try:
                content = copy.path.read_bytes()
                _set_aside(storage.path, now())
            except OSError as error:
                raise storage_error(error, storage.path) from error
            write_whole(storage.path, content)
    return Journal(folder, now, seal)


def newest_good_copy(folder: Path, now: Callable[[], datetime], seal: Seal | None = None) -> Copy:
    """Tell which copy `recover` would open; nothing is changed. Raises as `recover` does."""
    storage = WholeFileStorage(folder, now)
    storage.seal = seal or seal_of(folder)
    return _newest_good_copy(storage, now())


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


def _table(storage: WholeFileStorage, name: str) -> JournalTable:
    return JournalTable(storage, name, cache_size=0)


def _is_good(path: Path, seal: Seal) -> bool:
    try:
        contents_of(migrated(read_tables(path, seal)), datetime.now(UTC))
    except JournalUnreadableError:
        return False
    return True


def _newest_good_copy(storage: WholeFileStorage, now: datetime) -> Copy:
    for copy in storage.copies.newest_first(now):
        try:
            if _is_good(copy.path, storage.seal):
                return copy
        except VaultLockedError:  # of a vault that is off by now, or of another one
            if not isinstance(storage.seal, PlainSeal):
                raise
    raise JournalUnreadableError("There is no good copy of the diary to open instead.")


def _set_aside(path: Path, now: datetime) -> None:
    if path.exists():
        stamp = now.strftime("%Y%m%dT%H%M%S.%f")
        path.replace(path.with_name(f"journal.unreadable-{stamp}.json"))


def _document(record: dict[str, Any], document_id: str) -> Document:
    return Document(record, cast("int", document_id))  # see JournalTable


def _created(entry: Entry) -> datetime:
    return entry.created_at


def _removed(binned: Binned) -> datetime:
    return binned.removed_at
