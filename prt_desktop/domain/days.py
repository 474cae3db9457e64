"""The diary reduced to days: what a chart draws and what patterns are looked for in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import fmean
from types import MappingProxyType
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prt_desktop.domain.diary import Entry

_MADE_BY_ITSELF = (EntryKind.PRACTICE, EntryKind.LESSON)
_NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Day:
    """One day on which something was written.

    `ratings` holds the mean of the day's numbers (0 to 10) by what was rated; a tag is there if
    any entry of the day has it; `entries` is how many there are.
    """

    on: date
    ratings: Mapping[str, float] = field(default_factory=lambda: _NONE)
    tags: frozenset[str] = frozenset()
    entries: int = 1


def days_from(entries: Iterable[Entry]) -> tuple[Day, ...]:
    """Reduce entries to days, the oldest first; a day ends at midnight where it was written.

    What the program writes by itself is left out, and so are the answers of measures, which
    look back over a week. Tags that differ by case alone are one, spelled as they were last.
    """
    by_day: dict[date, list[Entry]] = {}
    for entry in entries:
        if entry.kind not in _MADE_BY_ITSELF:
            by_day.setdefault(entry.created_at.date(), []).append(entry)
    spelled = {
        tag.casefold(): tag
        for on in sorted(by_day)
        for entry in by_day[on]
        for tag in entry.circumstances.tags
    }
    return tuple(_day(on, by_day[on], spelled) for on in sorted(by_day))


def _day(on: date, entries: list[Entry], spelled: Mapping[str, str]) -> Day:
    given: dict[str, list[int]] = {}
    for entry in entries:
        for rating, value in entry.circumstances.ratings.given().items():
            given.setdefault(rating, []).append(value)
    tags = (tag for entry in entries for tag in entry.circumstances.tags)
    return Day(
        on,
        {rating: fmean(values) for rating, values in given.items()},
        frozenset(spelled[tag.casefold()] for tag in tags),
        len(entries),
    )
