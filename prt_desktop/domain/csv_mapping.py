"""Which column of a CSV file is what, and the entries that come of it.

Nothing is lost: a column that is mapped to nothing, and a cell that cannot be read as what its
column is, go into the entry's words under the column's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import (
    NO_CIRCUMSTANCES,
    BodyArea,
    Circumstances,
    Rating,
    Ratings,
    tidy_tags,
)
from prt_desktop.domain.csv_dates import Order, orders_of, read_moment
from prt_desktop.domain.csv_reading import Reading, Remark
from prt_desktop.domain.diary import WRITTEN_KINDS, Entry, EntryKind, new_entry_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from prt_desktop.domain.csv_sheet import Sheet

Zoned = Callable[[datetime], datetime]
"""Gives a time without its zone that of this machine on that day."""

_LOOKED_AT = 200
_NUMBER = re.compile(r"(\d{1,2})(?:[.,]0+)?(?: ?(?:/|of|von) ?10)?")
_PARTS = re.compile(r"[;,|#\n]+")


class Field(StrEnum):
    """What a column can be; BESIDE puts it into the words, LEAVE_OUT leaves it behind."""

    DATE = "date"
    TIME = "time"
    TEXT = "text"
    KIND = "kind"
    FEAR = "fear"
    CONFIDENCE = "confidence"
    CURIOSITY = "curiosity"
    SLEEP = "sleep"
    MOOD = "mood"
    PAIN = "pain"
    AREAS = "areas"
    TAGS = "tags"
    BESIDE = "beside"
    LEAVE_OUT = "leave_out"


REPEATED = frozenset({Field.TEXT, Field.AREAS, Field.TAGS, Field.BESIDE, Field.LEAVE_OUT})
"""What several columns may be at once."""
_KINDS = {kind.value: kind for kind in WRITTEN_KINDS}
_AREAS = {area.value: area for area in BodyArea}
_RATINGS = {Field(rating.value): rating for rating in Rating}
_NAMES: dict[Field, tuple[str, ...]] = {
    Field.DATE: ("date", "datum", "day", "tag", "when", "created", "timestamp", "datetime"),
    Field.TIME: ("time", "uhrzeit", "zeit", "hour"),
    Field.TEXT: (
        "text",
        "note",
        "notes",
        "entry",
        "comment",
        "notiz",
        "eintrag",
        "content",
        "body",
    ),
    Field.KIND: ("kind", "type", "art", "category"),
    Field.FEAR: ("fear", "angst", "anxiety"),
    Field.CONFIDENCE: ("confidence", "zuversicht"),
    Field.CURIOSITY: ("curiosity", "neugier"),
    Field.SLEEP: ("sleep", "schlaf"),
    Field.MOOD: ("mood", "stimmung"),
    Field.PAIN: ("pain", "schmerz", "nrs", "vas"),
    Field.AREAS: ("area", "areas", "location", "where", "ort"),
    Field.TAGS: ("tags", "label", "labels", "trigger", "triggers", "activities"),
}


@dataclass(frozen=True, slots=True)
class Mapping:
    """What each column is, in the order of the columns, and how dates such as 3/11 are read.

    `order_is_open` says that the file itself does not tell the order, and that it matters.
    """

    fields: tuple[Field, ...]
    order: Order = Order.DAY_FIRST
    order_is_open: bool = False

    @property
    def has_date(self) -> bool:
        """Say whether a column tells the days, without which nothing can be read."""
        return Field.DATE in self.fields

    def with_field(self, column: int, field: Field) -> Mapping:
        """Make a column something else; what only one may be is taken from the one before."""
        taken = [
            Field.BESIDE if one is field and field not in REPEATED else one for one in self.fields
        ]
        taken[column] = field
        return replace(self, fields=tuple(taken))

    def with_order(self, order: Order) -> Mapping:
        """Take one's word for the order."""
        return replace(self, order=order, order_is_open=False)


def guess(sheet: Sheet) -> Mapping:
    """Guess what each column is by its name, and by what stands in it."""
    fields: list[Field] = []
    for name in sheet.header:
        field = _named(name)
        fields.append(Field.BESIDE if field in fields and field not in REPEATED else field)
    seen = sheet.rows[:_LOOKED_AT]
    if Field.DATE not in fields:
        _find_dates(fields, seen)
    if Field.TEXT not in fields:
        _find_text(fields, seen)
    return with_order_of(Mapping(tuple(fields)), sheet)


def with_order_of(mapping: Mapping, sheet: Sheet) -> Mapping:
    """Let the column of dates say which order its numbers have."""
    if not mapping.has_date:
        return mapping
    column = mapping.fields.index(Field.DATE)
    orders = orders_of(row[column] for row in sheet.rows)
    return replace(mapping, order=orders.likely, order_is_open=orders.asked)


def read_with(mapping: Mapping, sheet: Sheet, zoned: Zoned, now: datetime) -> Reading:
    """Read every row as an entry, and say of each one that was not why."""
    entries: list[Entry] = []
    remarks: list[Remark] = []
    for number, cells in zip(sheet.numbers, sheet.rows, strict=True):
        row = _Row(number, mapping, sheet.header, cells)
        entry = row.entry(zoned, now)
        entries += [entry] if entry is not None else []
        remarks += row.remarks
    return Reading(tuple(entries), tuple(remarks))


class _Row:
    """One row: its cells by what they are, and what is to be said of them."""

    def __init__(
        self, number: int, mapping: Mapping, header: Sequence[str], cells: Sequence[str]
    ) -> None:
        self._number = number
        self._order = mapping.order
        self._cells: dict[Field, list[tuple[str, str]]] = {}
        for field, name, cell in zip(mapping.fields, header, cells, strict=True):
            if stripped := cell.strip():
                self._cells.setdefault(field, []).append((name, stripped))
        self._beside: list[str] = []
        self.remarks: list[Remark] = []

    def entry(self, zoned: Zoned, now: datetime) -> Entry | None:
        """Make the entry, or say why there is none."""
        at = self._when(zoned, now)
        if at is None:
            return None
        kind, told = self._kind(), self._circumstances()
        words = [cell for _, cell in self._of(Field.TEXT)]
        words += [f"{name}: {cell}" for name, cell in self._of(Field.BESIDE)]
        text = "\n".join([*words, *self._beside])
        if not text and told.is_empty:
            self._refuse("There is nothing in it but a date.")
            return None
        return Entry(new_entry_id(), at, kind, text, circumstances=told)

    def _when(self, zoned: Zoned, now: datetime) -> datetime | None:
        cell = self._first(Field.DATE)
        if not cell:
            self._refuse("There is no date.")
            return None
        at = read_moment(cell, self._first(Field.TIME), self._order)
        if at is None:
            self._refuse(f"\u201c{_short(cell)}\u201d cannot be read as a date and a time.")
            return None
        try:
            at = at if at.tzinfo is not None else zoned(at)
        except (OverflowError, ValueError, OSError):
            self._refuse("The date lies too far away for this machine.")
            return None
        if at > now + timedelta(days=1):
            self._refuse("The date is still to come.")
            return None
        return at

    def _kind(self) -> EntryKind:
        cell = self._first(Field.KIND)
        kind = _KINDS.get(cell.casefold())
        if cell and kind is None:
            self._keep_beside(Field.KIND, "is no kind of entry")
        return kind or EntryKind.NOTE

    def _circumstances(self) -> Circumstances:
        given: dict[str, int] = {}
        for field in _RATINGS.keys() & self._cells.keys():
            rating, cell = _RATINGS[field], self._first(field)
            found = _NUMBER.fullmatch(cell)
            if found is not None and int(found[1]) <= 10:
                given[rating.value] = int(found[1])
            elif cell:
                self._keep_beside(field, "is no whole number from 0 to 10")
        tags = tidy_tags(part for _, cell in self._of(Field.TAGS) for part in _PARTS.split(cell))
        areas = tuple(dict.fromkeys(self._areas()))
        if not (given or tags or areas):
            return NO_CIRCUMSTANCES
        return Circumstances(Ratings(**given), areas, tags)

    def _areas(self) -> Iterator[BodyArea]:
        for name, cell in self._of(Field.AREAS):
            parts = [part.strip() for part in _PARTS.split(cell) if part.strip()]
            keys = ["_".join(part.casefold().split()) for part in parts]
            unknown = [part for part, key in zip(parts, keys, strict=True) if key not in _AREAS]
            yield from (_AREAS[key] for key in keys if key in _AREAS)
            if unknown:
                self._beside.append(f"{name}: {', '.join(unknown)}")

    def _keep_beside(self, field: Field, why: str) -> None:
        for name, cell in self._of(field):
            self._beside.append(f"{name}: {cell}")
            words = f"\u201c{_short(cell)}\u201d {why}, so it went into the words."
            self.remarks.append(Remark(self._number, words, is_read=True))

    def _refuse(self, why: str) -> None:
        self.remarks = [Remark(self._number, why)]

    def _of(self, field: Field) -> list[tuple[str, str]]:
        return self._cells.get(field, [])

    def _first(self, field: Field) -> str:
        return self._cells[field][0][1] if field in self._cells else ""


def _named(name: str) -> Field:
    words = re.findall(r"[^\W\d_]+", name.casefold())
    for field, names in _NAMES.items():
        if any(word in names for word in words):
            return field
    return Field.BESIDE


def _find_dates(fields: list[Field], rows: Sequence[Sequence[str]]) -> None:
    """Take the column in which most cells can be read as dates, if half of them can."""

    def dates(column: int) -> int:
        return sum(read_moment(row[column], "", Order.DAY_FIRST) is not None for row in rows)

    free = [column for column, field in enumerate(fields) if field is Field.BESIDE]
    best = max(free, key=dates, default=None)
    if best is not None and dates(best) * 2 >= len(rows):
        fields[best] = Field.DATE


def _find_text(fields: list[Field], rows: Sequence[Sequence[str]]) -> None:
    """Take the column with the longest words."""

    def length(column: int) -> int:
        return sum(len(row[column]) for row in rows)

    free = [column for column, field in enumerate(fields) if field is Field.BESIDE]
    best = max(free, key=length, default=None)
    if best is not None:
        fields[best] = Field.TEXT


def _short(cell: str) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= 40 else f"{line[:39]}…"
