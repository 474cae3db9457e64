"""How domain values look in the journal's tables, and how they are read back."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

import msgspec

from prt_desktop.domain.circumstances import NO_CIRCUMSTANCES, Circumstances
from prt_desktop.domain.diary import (
    Binned,
    Draft,
    Entry,
    EntryKind,
    MovementTrial,
    ThoughtRecord,
    details_type,
)
from prt_desktop.domain.errors import JournalUnreadableError
from prt_desktop.domain.safety import (
    Check,
    FitPageAnswer,
    MiniCheckAnswer,
    NewSymptomAnswer,
    PageAnswer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from prt_desktop.domain.safety import SafetyAnswer

Record = TypeVar("Record")
Value = TypeVar("Value")
_Zoned = Annotated[datetime, msgspec.Meta(tz=True)]

_OWN_WORDS: dict[EntryKind, type[ThoughtRecord | MovementTrial]] = {
    EntryKind.THOUGHT: ThoughtRecord,
    EntryKind.MOVEMENT: MovementTrial,
}


class _EntryRecord(msgspec.Struct):
    """An entry as it lies in its table."""

    id: str
    created_at: _Zoned
    kind: EntryKind
    text: str = ""
    details: dict[str, Any] | None = None
    edited_at: _Zoned | None = None
    circumstances: Circumstances = NO_CIRCUMSTANCES
    removed_at: _Zoned | None = None


class _DraftRecord(msgspec.Struct):
    """A draft as it lies in its file."""

    text: str
    kind: EntryKind = EntryKind.NOTE
    entry_id: str | None = None
    details: dict[str, Any] | None = None
    circumstances: Circumstances = NO_CIRCUMSTANCES


class _SentenceRecord(msgspec.Struct):
    """One of a person's own safety sentences, in a table whose ids are the places 1 to 3."""

    sentence: str


def entry_record(entry: Entry) -> dict[str, Any]:
    """Turn an entry into its record; fields that say nothing are left out."""
    record: dict[str, Any] = {
        "id": entry.id,
        "created_at": entry.created_at.isoformat(),
        "kind": entry.kind.value,
        "text": entry.text,
    }
    if entry.details is not None:
        record["details"] = asdict(entry.details)
    if entry.edited_at is not None:
        record["edited_at"] = entry.edited_at.isoformat()
    if not entry.circumstances.is_empty:
        record["circumstances"] = _circumstances_record(entry.circumstances)
    return record


def entries_from(records: Iterable[dict[str, Any]]) -> list[Entry]:
    """Read entries back; raises JournalUnreadableError naming what does not fit."""
    return _read(records, _EntryRecord, _entry)


def binned_from(records: Iterable[dict[str, Any]], now: datetime) -> list[Binned]:
    """Read what is in the bin; before format 3 no time was kept, and it counts from `now`."""

    def binned(record: _EntryRecord) -> Binned:
        return Binned(_entry(record), record.removed_at or now)

    return _read(records, _EntryRecord, binned)


def binned_record(binned: Binned) -> dict[str, Any]:
    """Turn an entry in the bin into its record."""
    return {**entry_record(binned.entry), "removed_at": binned.removed_at.isoformat()}


def value_record(value: object) -> dict[str, Any]:
    """Turn a value of a small table into its record."""
    record: dict[str, Any] = msgspec.to_builtins(value)
    return record


def values_from(records: Iterable[dict[str, Any]], kind: type[Value]) -> list[Value]:
    """Read the values of a small table; raises JournalUnreadableError naming what does not fit."""
    return _read(records, kind, _zoned)


def answer_record(answer: SafetyAnswer) -> dict[str, Any]:
    """Turn a safety answer or a check into its record."""
    record: dict[str, Any] = msgspec.to_builtins(answer)
    return record


def page_answers_from(records: Iterable[dict[str, Any]]) -> tuple[PageAnswer, ...]:
    """Read the answers to the question pages, oldest first."""
    return tuple(_read(records, PageAnswer, _zoned))


def new_symptoms_from(records: Iterable[dict[str, Any]]) -> tuple[NewSymptomAnswer, ...]:
    """Read the answers to "anything new or different?", oldest first."""
    return tuple(_read(records, NewSymptomAnswer, _zoned))


def checks_from(records: Iterable[dict[str, Any]]) -> tuple[Check, ...]:
    """Read the clinicians' checks, oldest first."""
    return tuple(_read(records, Check, _zoned))


def mini_checks_from(records: Iterable[dict[str, Any]]) -> tuple[MiniCheckAnswer, ...]:
    """Read the answers to the three questions, oldest first."""
    return tuple(_read(records, MiniCheckAnswer, _zoned))


def fit_page_answers_from(records: Iterable[dict[str, Any]]) -> tuple[FitPageAnswer, ...]:
    """Read the answers to the pages before the fit worksheet, oldest first."""
    return tuple(_read(records, FitPageAnswer, _zoned))


def draft_from(record: dict[str, Any]) -> Draft:
    """Read a draft back."""
    return _read([record], _DraftRecord, _draft)[0]


def sentence_records(sentences: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Turn a person's own sentences into their table, by their places."""
    return {str(place): {"sentence": one} for place, one in enumerate(sentences, start=1)}


def sentences_from(table: Mapping[str, dict[str, Any]]) -> tuple[str, ...]:
    """Read a person's own sentences in the order of their places."""
    in_order = [table[place] for place in sorted(table)]
    return tuple(one.sentence for one in _read(in_order, _SentenceRecord, _as_is))


def _read(
    records: Iterable[dict[str, Any]], kind: type[Record], build: Callable[[Record], Value]
) -> list[Value]:
    try:
        return [build(msgspec.convert(record, kind)) for record in records]
    except (ValueError, TypeError) as error:
        raise JournalUnreadableError(
            f"The journal holds a record that does not fit: {error}."
        ) from error


def _as_is(value: Value) -> Value:
    return value


def _zoned(value: Value) -> Value:
    """Refuse a time without its zone: it cannot be held against the time of now."""
    for one in fields(cast("Any", value)):
        at = getattr(value, one.name)
        if isinstance(at, datetime) and at.tzinfo is None:
            raise ValueError(f"{one.name} needs its time zone")
    return value


def _entry(record: _EntryRecord) -> Entry:
    kind = details_type(record.kind)
    details = None if kind is None else msgspec.convert(record.details, kind)
    return Entry(
        record.id,
        record.created_at,
        record.kind,
        record.text,
        details,
        record.edited_at,
        record.circumstances,
    )


def _circumstances_record(circumstances: Circumstances) -> dict[str, Any]:
    record = {
        "ratings": {rating.value: value for rating, value in circumstances.ratings.given().items()},
        "areas": [area.value for area in circumstances.areas],
        "tags": list(circumstances.tags),
    }
    return {name: told for name, told in record.items() if told}


def _draft(record: _DraftRecord) -> Draft:
    kind = _OWN_WORDS.get(record.kind)
    details = None if kind is None else msgspec.convert(record.details, kind)
    return Draft(record.text, record.kind, record.entry_id, details, record.circumstances)
