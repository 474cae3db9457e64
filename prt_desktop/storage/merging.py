"""Two journals become one: nothing twice, and nothing lost."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.storage.migrations import META, migrated

if TYPE_CHECKING:
    from prt_desktop.storage.migrations import Tables

Table = dict[str, dict[str, Any]]
ENTRIES, BIN, SENTENCES = "entries", "bin", "own_sentences"
_ANSWERED = ("answers", "new_symptoms", "mini_checks", "fit_page_answers")
_IN_ORDER_OF = {**dict.fromkeys(_ANSWERED, "answered_at"), "checks": "recorded_at"}
ANSWERS = tuple(_IN_ORDER_OF)
"""The tables of what was answered about safety, and of checks; what they hold has no id."""
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge: entries new here, and entries of which both had another version.

    Of the latter the version changed last stays; the other one lies in the bin. `recordings` are
    those of one's own that came along, `answers_left` the safety answers and checks that did not:
    those of a diary that anybody can write, and those of a time to come that would open a gate.
    """

    added: int = 0
    differed: int = 0
    recordings: int = 0
    answers_left: int = 0


def merged(ours: Tables, theirs: Tables, now: datetime) -> tuple[Tables, Merged]:
    """Put what `theirs` holds beside what `ours` holds, in the current format.

    An entry that was removed here comes back only if it was changed there afterwards. In the
    small tables what is here stays; an answer that is here already is not taken in under another
    name. Raises NewerFormatError and JournalUnreadableError.
    """
    theirs = migrated(theirs)
    entries, binned, counts = _entries(ours, theirs, now)
    together = {
        name: {**ours.get(name, {}), **_absent(theirs.get(name, {}), ours.get(name, {}))}
        for name in dict.fromkeys((*ours, *theirs))
        if name not in {META, ENTRIES, BIN, SENTENCES, *ANSWERS}
    }
    answers, left = _answers(ours, theirs, now)
    sentences = ours.get(SENTENCES) or theirs.get(SENTENCES, {})
    kept = {META: ours[META], ENTRIES: entries, BIN: binned, SENTENCES: sentences}
    return {**kept, **together, **answers}, replace(counts, answers_left=left)


def with_answers_of(present: Tables, tables: Tables, now: datetime) -> Tables:
    """Give `tables`, and the safety answers and checks of `present` that are not among them.

    An older state brought back would forget what was ticked since, and open what only a
    clinician's check may open (safety.md 4.5). Raises as `merged`.
    """
    tables = migrated(tables)
    return {**tables, **_answers(tables, present, now)[0]}


def _entries(ours: Tables, theirs: Tables, now: datetime) -> tuple[Table, Table, Merged]:
    entries, binned = dict(ours.get(ENTRIES, {})), _Bin(ours.get(BIN, {}))
    added = differed = 0
    for key, record in theirs.get(ENTRIES, {}).items():
        if key in entries:
            if _told(entries[key]) != _told(record):
                differed += 1
                older, newer = sorted((record, entries[key]), key=_changed_at)
                entries[key] = newer
                binned.add_version(older, now)
        elif key not in binned.table or _changed_at(record) > binned.removed_at(key):
            added += 1
            entries[key] = record
            if key in binned.table:
                binned.rename(key)
    for key, record in theirs.get(BIN, {}).items():
        if key not in entries:
            binned.table.setdefault(key, record)
    return entries, binned.table, Merged(added, differed)


class _Bin:
    """A bin that is given versions of entries, each under an id of its own and none twice."""

    def __init__(self, table: Table) -> None:
        self.table = dict(table)
        self._known = set(map(_bare, table.values()))

    def add_version(self, record: dict[str, Any], removed_at: datetime) -> None:
        """Put a version into the bin, unless it lies there already."""
        if _bare(record) not in self._known:
            self._put(record, removed_at)

    def removed_at(self, key: str) -> datetime:
        """Say when an entry was removed."""
        return _time(self.table[key], "removed_at")

    def rename(self, key: str) -> None:
        """Give what was removed another id, for an entry of its own comes back."""
        removed_at = self.removed_at(key)
        self._put(self.table.pop(key), removed_at)

    def _put(self, record: dict[str, Any], removed_at: datetime) -> None:
        key = new_entry_id()
        self.table[key] = {**record, "id": key, "removed_at": removed_at.isoformat()}
        self._known.add(_bare(record))


def _bare(record: dict[str, Any]) -> str:
    return _name({name: one for name, one in record.items() if name not in {"id", "removed_at"}})


def _told(value: object) -> object:
    """Leave out what says nothing, which some versions write and others do not."""
    if isinstance(value, dict):
        told = {name: _told(one) for name, one in value.items()}
        return {name: one for name, one in told.items() if one or (one == 0 and one is not False)}
    return [_told(one) for one in value] if isinstance(value, list) else value


def _answers(ours: Tables, theirs: Tables, now: datetime) -> tuple[dict[str, Table], int]:
    """Put the safety answers and checks of both together, and count those that were left out."""
    together, left = {}, 0
    for name, in_order_of in _IN_ORDER_OF.items():
        here, new = ours.get(name, {}), _absent(theirs.get(name, {}), ours.get(name, {}))
        known = set(map(_name, here.values()))
        unknown = {key: one for key, one in new.items() if _name(one) not in known}
        timely = {key: _by_now(one, in_order_of, now) for key, one in unknown.items()}
        taken = {key: one for key, one in timely.items() if one is not None}
        left += len(unknown) - len(taken)
        table = {**taken, **here}
        together[name] = dict(sorted(table.items(), key=lambda item: _time(item[1], in_order_of)))
    return together, left


def _by_now(record: dict[str, Any], time_name: str, now: datetime) -> dict[str, Any] | None:
    """Give an answer as it may come in: None for one of a time to come that would open a gate.

    A check that was dated ahead would hold for flags that nobody has looked at yet. What closes a
    gate closes it from now on: a clock that was ahead is no reason to forget it.
    """
    if _time(record, time_name) <= now:
        return record
    closes = record.get("ticked") or record.get("something_new")
    return {**record, time_name: now.isoformat()} if closes else None


def _name(record: dict[str, Any]) -> str:
    return json.dumps(_told(record), sort_keys=True)


def _absent(theirs: Table, ours: Table) -> Table:
    return {key: record for key, record in theirs.items() if key not in ours}


def _changed_at(record: dict[str, Any]) -> datetime:
    return max(_time(record, "edited_at"), _time(record, "created_at"))


def _time(record: dict[str, Any], name: str) -> datetime:
    """Read a time of a record; one that is not there, or has no zone, counts as long ago."""
    try:
        found = datetime.fromisoformat(str(record.get(name)))
    except ValueError:
        return _LONG_AGO
    return found if found.tzinfo is not None else _LONG_AGO
