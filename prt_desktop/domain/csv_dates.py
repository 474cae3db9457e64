"""Dates and times as people and programs write them in tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.csv_reading import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60
_NOON = "12:00"
_REST = r"(?:[T ,]+(?P<rest>\S.*))?"
_YEAR = r"(?P<y>\d{4})"
_DAY_NAME = r"(?:[^\W\d]{2,12}\.?,? )?"
_MONTH_NAME = r"(?P<w>[^\W\d]{3,12})\.?"
_YEAR_FIRST = re.compile(rf"{_YEAR}[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)\.?{_REST}")
_TOGETHER = re.compile(rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d){_REST}")
_YEAR_LAST = re.compile(
    rf"(?P<a>\d\d?)(?P<s>[-/.]) ?(?P<b>\d\d?)(?P=s) ?(?P<y>\d{{4}}|\d\d){_REST}"
)
_DAY_MONTH = re.compile(
    rf"{_DAY_NAME}(?P<d>\d\d?)(?:st|nd|rd|th|\.)? {_MONTH_NAME},? {_YEAR}{_REST}"
)
_MONTH_DAY = re.compile(rf"{_DAY_NAME}{_MONTH_NAME} (?P<d>\d\d?)(?:st|nd|rd|th)?,? {_YEAR}{_REST}")
_SECONDS = re.compile(r"\d{10}|\d{13}")
_TIME = re.compile(
    r"(?P<h>\d\d?)[:.h](?P<m>\d\d)(?:[:.](?P<s>\d\d)(?:[.,](?P<f>\d{1,9}))?)?"
    r" ?(?P<half>[AaPp]\.?[Mm]\.?)? ?(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?(?: Uhr)?"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan jän",
            "feb fév",
            "mar mär mrz",
            "apr avr",
            "may mai",
            "jun jui",
            "jul",
            "aug aoû",
            "sep",
            "oct okt",
            "nov",
            "dec dez déc",
        ),
        start=1,
    )
    for name in names.split()
}


class Order(StrEnum):
    """Which of two numbers comes first in dates such as 3/11/2026."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


@dataclass(frozen=True, slots=True)
class Orders:
    """What a column of dates allows: `asked` when neither order is ruled out but it matters."""

    likely: Order
    asked: bool


def orders_of(cells: Iterable[str]) -> Orders:
    """Look through a column: one day above 12 decides; dots always mean the day first."""
    matters = False
    for cell in cells:
        found = _YEAR_LAST.fullmatch(cell.strip()[:_LONGEST])
        if found is None or found["s"] == ".":
            continue
        first, second = int(found["a"]), int(found["b"])
        if first > 12 >= second:
            return Orders(Order.DAY_FIRST, asked=False)
        if second > 12 >= first:
            return Orders(Order.MONTH_FIRST, asked=False)
        matters = matters or first != second
    return Orders(Order.DAY_FIRST, asked=matters)


def read_moment(date_cell: str, time_cell: str, order: Order) -> datetime | None:
    """Read a date, its time beside or behind it, or None; noon where there is no time.

    It knows its zone only where the cell tells one.
    """
    cell = " ".join(date_cell.split())
    if not cell or len(cell) > _LONGEST or len(time_cell) > _LONGEST:
        return None
    try:
        if _SECONDS.fullmatch(cell) and not _TOGETHER.fullmatch(cell):
            return _within(datetime.fromtimestamp(int(cell[:10]), UTC))
        for pattern in (_YEAR_FIRST, _TOGETHER, _YEAR_LAST, _DAY_MONTH, _MONTH_DAY):
            found = pattern.fullmatch(cell)
            if found is not None:
                return _moment(found, " ".join(time_cell.split()), order)
    except (ValueError, KeyError, OverflowError):
        return None
    return None


def _moment(found: re.Match[str], time_words: str, order: Order) -> datetime:
    parts = found.groupdict()
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    if "a" in parts:
        turned = order is Order.MONTH_FIRST and parts["s"] != "."
        month, day = (parts["a"], parts["b"]) if turned else (parts["b"], parts["a"])
    elif "w" in parts:
        month, day = str(_MONTHS[parts["w"][:3].casefold()]), parts["d"]
    else:
        month, day = parts["m"], parts["d"]
    at = datetime(year, int(month), int(day))  # noqa: DTZ001 - most tables tell no zone
    return _within(_with_time(at, time_words or parts["rest"] or _NOON))


def _with_time(at: datetime, words: str) -> datetime:
    found = _TIME.fullmatch(words.removeprefix("at ").strip())
    if found is None:
        raise ValueError(words)
    hour = int(found["h"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(words)
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    micro = int((found["f"] or "0").ljust(6, "0")[:6])
    at = at.replace(
        hour=hour, minute=int(found["m"]), second=int(found["s"] or 0), microsecond=micro
    )
    return at.replace(tzinfo=_zone(found["zone"])) if found["zone"] else at


def _zone(words: str) -> timezone:
    if words in {"Z", "UTC"}:
        return UTC
    digits = words[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if words[0] == "-" else offset)


def _within(at: datetime) -> datetime:
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        raise ValueError(at.year)
    return at
