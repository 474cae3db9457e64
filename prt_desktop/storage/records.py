"""How domain values look in the journal's tables, and how they are read back."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from prt_desktop.domain.diary import (
    Details,
    Draft,
    Entry,
    EntryKind,
    LessonDetails,
    MovementTrial,
    PracticeDetails,
    ThoughtRecord,
)
from prt_desktop.domain.errors import JournalUnreadableError
from prt_desktop.domain.safety import Check, NewSymptomAnswer, PageAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Record = TypeVar("Record")
Value = TypeVar("Value")

_OWN_WORDS: dict[EntryKind, type[ThoughtRecord | MovementTrial]] = {
    EntryKind.THOUGHT: ThoughtRecord,
    EntryKind.MOVEMENT: MovementTrial,
}
_DETAILS: dict[EntryKind, type[Details]] = {
    EntryKind.PRACTICE: PracticeDetails,
    EntryKind.LESSON: LessonDetails,
    **_OWN_WORDS,
}


class _EntryRecord(msgspec.Struct):
    """An entry as it lies in its table."""

    id: str
    created_at: datetime
    kind: EntryKind
    text: str = ""
    details: dict[str, Any] | None = None
    edited_at: datetime | None = None


class _DraftRecord(msgspec.Struct):
    """A draft as it lies in its file."""

    text: str
    kind: EntryKind = EntryKind.NOTE
    entry_id: str | None = None
    details: dict[str, Any] | None = None


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
    return record


def entries_from(records: Iterable[dict[str, Any]]) -> list[Entry]:
    """Read entries back; raises JournalUnreadableError naming what does not fit."""
    return _read(records, _EntryRecord, _entry)


def answer_record(answer: PageAnswer | NewSymptomAnswer | Check | Draft) -> dict[str, Any]:
    """Turn a safety answer, a check or a draft into its record."""
    record: dict[str, Any] = msgspec.to_builtins(answer)
    return record


def page_answers_from(records: Iterable[dict[str, Any]]) -> tuple[PageAnswer, ...]:
    """Read the answers to the question pages, oldest first."""
    return tuple(_read(records, PageAnswer, _as_is))


def new_symptoms_from(records: Iterable[dict[str, Any]]) -> tuple[NewSymptomAnswer, ...]:
    """Read the answers to "anything new or different?", oldest first."""
    return tuple(_read(records, NewSymptomAnswer, _as_is))


def checks_from(records: Iterable[dict[str, Any]]) -> tuple[Check, ...]:
    """Read the clinicians' checks, oldest first."""
    return tuple(_read(records, Check, _as_is))


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


def _entry(record: _EntryRecord) -> Entry:
    details_type = _DETAILS.get(record.kind)
    details: Details | None = (
        None if details_type is None else msgspec.convert(record.details, details_type)
    )
    return Entry(record.id, record.created_at, record.kind, record.text, details, record.edited_at)


def _draft(record: _DraftRecord) -> Draft:
    details_type = _OWN_WORDS.get(record.kind)
    details: ThoughtRecord | MovementTrial | None = (
        None if details_type is None else msgspec.convert(record.details, details_type)
    )
    return Draft(record.text, record.kind, record.entry_id, details)
