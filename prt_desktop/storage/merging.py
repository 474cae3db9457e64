"""Two journals become one: nothing twice, and nothing lost."""

from __future__ import annotations

import json
from dataclasses import dataclass
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
    those of one's own that came along, `answers_left` the safety answers and checks that did not.
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
        name: _union(ours.get(name, {}), theirs.get(name, {}), _IN_ORDER_OF.get(name), now)
        for name in dict.fromkeys((*ours, *theirs))
        if name not in {META, ENTRIES, BIN, SENTENCES}
    }
    sentences = ours.get(SENTENCES) or theirs.get(SENTENCES, {})
    kept = {META: ours[META], ENTRIES: entries, BIN: binned, SENTENCES: sentences}
    return {**kept, **together}, counts


def _entries(ours: Tables, theirs: Tables, now: datetime) -> tuple[Table, Table, Merged]:
    entries, binned = dict(ours.get(ENTRIES, {})), dict(ours.get(BIN, {}))
    added = differed = 0
    for key, record in theirs.get(ENTRIES, {}).items():
        if key in entries:
            if _told(entries[key]) != _told(record):
                differed += 1
                older, newer = sorted((record, entries[key]), key=_changed_at)
                entries[key] = newer
                _bin_once(binned, older, now)
        elif key not in binned or _changed_at(record) > _time(binned[key], "removed_at"):
            added += 1
            entries[key] = record
            if key in binned:
                removed = binned.pop(key)
                _bin_once(binned, removed, _time(removed, "removed_at"))
    for key, record in theirs.get(BIN, {}).items():
        if key not in entries:
            binned.setdefault(key, record)
    return entries, binned, Merged(added, differed)


def _bin_once(binned: Table, record: dict[str, Any], removed_at: datetime) -> None:
    """Put a version into the bin under an id of its own, unless it lies there already."""
    bare = _bare(record)
    if all(_bare(one) != bare for one in binned.values()):
        key = new_entry_id()
        binned[key] = {**record, "id": key, "removed_at": removed_at.isoformat()}


def _bare(record: dict[str, Any]) -> object:
    named = {name: value for name, value in record.items() if name not in {"id", "removed_at"}}
    return _told(named)


def _told(value: object) -> object:
    """Leave out what says nothing, which some versions write and others do not."""
    if isinstance(value, dict):
        told = {name: _told(one) for name, one in value.items()}
        return {name: one for name, one in told.items() if one or (one == 0 and one is not False)}
    return [_told(one) for one in value] if isinstance(value, list) else value


def _union(ours: Table, theirs: Table, in_order_of: str | None, now: datetime) -> Table:
    """Put both together; of answers, those that are here or of a time to come are left out.

    A check that was dated ahead would hold for flags that nobody has looked at yet.
    """
    if in_order_of is None:
        return {**ours, **_absent(theirs, ours)}
    here = {_name(one) for one in ours.values()}
    new = {
        key: one
        for key, one in theirs.items()
        if _time(one, in_order_of) <= now and _name(one) not in here
    }
    together = {**new, **ours}
    return dict(sorted(together.items(), key=lambda item: _time(item[1], in_order_of)))


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
