"""Entries as CSV: one row an entry, every field in a column of its own.

A spreadsheet takes a cell that begins with one of `= + - @`, a tab or a line's end for a formula.
Such a text gets an apostrophe before it, and so does a text that begins with an apostrophe:
reading takes one off again, so nothing is lost.
"""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import Rating
from prt_desktop.domain.diary import Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from prt_desktop.domain.diary import Entry

LIST_MARK = ";"
GUARD = "'"
RISKY = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
_HEAD = ("id", "created_at", "kind", "text", "edited_at")
RATINGS = tuple(rating.value for rating in Rating)
_LISTS = ("areas", "tags")
_PRACTICE = ("exercise_id", "planned_ms", "heard_ms", "finished", "reflection")
_LESSON = ("lesson_id", "page", "quote")
_THOUGHT = ("situation", "thought", "fairer")
_MOVEMENT = ("movement", "movement_id", "prediction", "happened", "did_not_happen", "learned")
_NEXT = ("next_time", "rung_id")
_MEASURE = tuple(
    f"measure_{name}" for name in ("pain", "enjoyment", "activity", "fear", "confidence", "damage")
)
_MEMO = ("sound_id", "length_ms")
COLUMNS = (
    *_HEAD,
    *RATINGS,
    *_LISTS,
    *_PRACTICE,
    *_LESSON,
    *_THOUGHT,
    *_MOVEMENT,
    *_NEXT,
    *_MEASURE,
    *_MEMO,
)
"""The names in the first row, in their order; details that several kinds share stand once."""


def entries_csv(entries: Iterable[Entry]) -> bytes:
    """Give entries as CSV in UTF-8, with the mark by which spreadsheets know that it is."""
    paper = io.StringIO(newline="")
    writer = csv.DictWriter(paper, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for entry in entries:
        writer.writerow(_row(entry))
    return paper.getvalue().encode("utf-8-sig")


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula."""
    return GUARD + text if text[:1] in {GUARD, *RISKY} and text else text


def joined(parts: Sequence[str]) -> str:
    """Write several texts in one cell: a semicolon between them, a backslash before their own."""
    escaped = (part.replace("\\", "\\\\").replace(LIST_MARK, f"\\{LIST_MARK}") for part in parts)
    return LIST_MARK.join(escaped)


def _row(entry: Entry) -> dict[str, str]:
    told = entry.circumstances
    row: dict[str, object] = {
        "id": entry.id,
        "created_at": entry.created_at.isoformat(),
        "kind": entry.kind,
        "text": entry.text,
        "edited_at": entry.edited_at.isoformat() if entry.edited_at else None,
        **{rating.value: value for rating, value in told.ratings.given().items()},
        "areas": joined([area.value for area in told.areas]),
        "tags": joined(told.tags),
        **_details(entry),
    }
    return {name: _cell(value) for name, value in row.items()}


def _details(entry: Entry) -> Mapping[str, object]:
    if entry.details is None:
        return {}
    fields = asdict(entry.details)
    if isinstance(entry.details, Measure):
        return {f"measure_{name}": value for name, value in fields.items()}
    return fields


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and not isinstance(value, StrEnum):
        return guarded(value)
    return str(value)
