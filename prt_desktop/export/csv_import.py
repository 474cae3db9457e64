"""The program's own CSV read back as the same entries; see `csv_entries`."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from prt_desktop.domain.circumstances import BodyArea, Circumstances, Ratings
from prt_desktop.domain.csv_reading import FIRST_YEAR, LAST_YEAR, Reading, Remark
from prt_desktop.domain.diary import (
    Details,
    Entry,
    EntryKind,
    Measure,
    NextTime,
    Reflection,
    details_type,
)
from prt_desktop.export.csv_entries import COLUMNS, GUARD, LIST_MARK, RATINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prt_desktop.domain.csv_sheet import Sheet

_ID = re.compile("[0-9a-f]{16,64}")
_BOOLS = {"true": True, "false": False}
_NUMBERS = frozenset({"planned_ms", "heard_ms", "page", "length_ms"})
_OPTIONAL: dict[str, Callable[[str], object]] = {
    "movement_id": str,
    "rung_id": str,
    "reflection": Reflection,
    "next_time": NextTime,
}


def is_own(sheet: Sheet) -> bool:
    """Say whether a sheet has every column of the program's own CSV, in whatever order."""
    return set(COLUMNS) <= set(sheet.header)


def own_entries(sheet: Sheet) -> Reading:
    """Read the program's own rows; one that was changed beyond reading is told of."""
    entries, remarks = [], []
    for number, cells in zip(sheet.numbers, sheet.rows, strict=True):
        row = dict(zip(sheet.header, cells, strict=True))
        try:
            entries.append(_entry({name: _unguarded(row[name]) for name in COLUMNS}))
        except (ValueError, KeyError) as error:
            remarks.append(Remark(number, f"A cell does not fit any more: {_short(error)}."))
    return Reading(tuple(entries), tuple(remarks))


def split(cell: str) -> tuple[str, ...]:
    """Read the texts of one cell, as `csv_entries.joined` wrote them."""
    if not cell:
        return ()
    parts: list[list[str]] = [[]]
    signs = iter(cell)
    for sign in signs:
        if sign == LIST_MARK:
            parts.append([])
        else:
            parts[-1].append(next(signs, "") if sign == "\\" else sign)
    return tuple("".join(part) for part in parts)


def _unguarded(cell: str) -> str:
    return cell.removeprefix(GUARD)


def _entry(row: Mapping[str, str]) -> Entry:
    kind = EntryKind(row["kind"])
    created_at = _time(row["created_at"])
    edited_at = _time(row["edited_at"]) if row["edited_at"] else None
    ratings = Ratings(**{name: int(row[name]) for name in RATINGS if row[name]})
    areas = tuple(BodyArea(one) for one in split(row["areas"]))
    told = Circumstances(ratings, areas, split(row["tags"]))
    return Entry(
        _id(row["id"]), created_at, kind, row["text"], _details(kind, row), edited_at, told
    )


def _details(kind: EntryKind, row: Mapping[str, str]) -> Details | None:
    made_of = details_type(kind)
    if made_of is None:
        return None
    if made_of is Measure:
        given = {one.name: row[f"measure_{one.name}"] for one in fields(made_of)}
        return Measure(**{name: int(value) if value else None for name, value in given.items()})
    values: dict[str, Any] = {one.name: _value(one.name, row[one.name]) for one in fields(made_of)}
    return made_of(**values)


def _value(name: str, cell: str) -> object:
    if name in _OPTIONAL:
        return _OPTIONAL[name](cell) if cell else None
    if name in _NUMBERS:
        return int(cell)
    if name == "sound_id":
        return _id(cell)
    return _BOOLS[cell] if name == "finished" else cell


def _id(cell: str) -> str:
    """Take an id as the program makes them, and nothing that could name a file elsewhere."""
    if not _ID.fullmatch(cell):
        raise ValueError("the id is not one that PRT Desktop gave")
    return cell


def _time(cell: str) -> datetime:
    at = datetime.fromisoformat(cell)
    if at.tzinfo is None or not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError("a time has no zone, or lies too far away")
    return at


def _short(error: Exception) -> str:
    words = " ".join(str(error).split())
    return words if len(words) <= 80 else words[:79] + "…"
