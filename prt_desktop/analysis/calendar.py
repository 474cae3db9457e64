"""Days laid out on the calendar, with a gap for every day that is missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from prt_desktop.domain.days import Day

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

LONGEST_DAYS = 5_479
"""Fifteen years: of a calendar any longer, room and time would go to days nobody wrote on."""

_LONGEST_SLOW_DAYS = 120
_DAYS_PER_SLOW = 14
_LEAST_ALIKE = 5
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Line:
    """One value a day from the first day to the last; where it is not `known` it is 0."""

    values: Floats
    known: Flags


def fullest_years(days: Sequence[Day]) -> Sequence[Day]:
    """Give the days of those fifteen years that hold the most of them, the oldest first.

    Of years that hold as many, the newest. A diary that is no longer is given whole. What else
    is left out are mostly dates that nobody meant: spreadsheets write an empty one as 1900.
    """
    ordered = sorted(days, key=lambda day: day.on)
    first, begin, end = 0, 0, 0
    for last, day in enumerate(ordered):
        while (day.on - ordered[first].on).days >= LONGEST_DAYS:
            first += 1
        if last + 1 - first >= end - begin:
            begin, end = first, last + 1
    return ordered[begin:end]


class Calendar:
    """The days from the first to the last, and what makes days alike before they are compared.

    Alike are days of the same weekday, of the same stretch of the diary (a straight trend and
    waves of 120 days and longer) and with as many entries: whatever follows the week, a slow
    recovery or the amount written goes together with everything else that does.
    """

    def __init__(self, days: Sequence[Day]) -> None:
        self._days = sorted(days, key=lambda day: day.on)
        start = self._days[0].on.toordinal()
        self._at = np.array([day.on.toordinal() - start for day in self._days])
        self.length = int(self._at[-1]) + 1
        self.weekdays = (start + np.arange(self.length)) % 7
        self._entries = np.zeros(self.length)
        self._entries[self._at] = [day.entries for day in self._days]

    def rated(self, rating: str) -> Line:
        """Lay out a rating, known where it was given."""
        return self._line([day.ratings.get(rating, np.nan) for day in self._days])

    def tagged(self, tag: str) -> Line:
        """Lay out a tag as 0 and 1, known on every day with an entry."""
        return self._line([float(tag in day.tags) for day in self._days])

    def rated_up_to(self, rating: str, most: float) -> Line:
        """Lay out as 0 and 1 whether a rating was `most` or less, known where it was given."""
        line = self.rated(rating)
        return Line(np.where(line.known & (line.values <= most), 1.0, 0.0), line.known)

    def likeness(self, known: Flags) -> Likeness:
        """Give what makes days alike, for a line that is known on these days."""
        time = (np.arange(self.length) + 0.5) / self.length
        waves = min(2 * self.length // _LONGEST_SLOW_DAYS, int(known.sum()) // _DAYS_PER_SLOW)
        columns = [np.ones(self.length), time - 0.5]
        columns += [np.cos(np.pi * number * time) for number in range(2, waves + 1)]
        columns += [(self.weekdays == weekday).astype(float) for weekday in range(6)]
        for least in (2, 3, 4):
            busy = self._entries >= least
            if _LEAST_ALIKE <= (busy & known).sum() <= known.sum() - _LEAST_ALIKE:
                columns.append(busy.astype(float))
        return Likeness(np.stack(columns, axis=1))

    def _line(self, given: Sequence[float]) -> Line:
        values = np.full(self.length, np.nan)
        values[self._at] = given
        known = ~np.isnan(values)
        return Line(np.where(known, values, 0.0), known)


class Likeness:
    """What makes days alike, a column each; takes it out of values that are known on some days."""

    def __init__(self, columns: Floats) -> None:
        self._columns = columns
        self._spans: dict[bytes, Floats] = {}

    def left_over(self, values: Floats, known: Flags) -> Floats:
        """Give what of the values the columns do not explain; 0 where they are not known."""
        span = self._span(known)
        left = np.zeros_like(values)
        explained = np.einsum("dc,d->c", span, values[known])  # not by BLAS: see Shifts.scores
        left[known] = values[known] - np.einsum("dc,c->d", span, explained)
        return left

    def _span(self, known: Flags) -> Floats:
        """Give orthogonal columns for the known days, computed once for each set of them."""
        key = known.tobytes()
        if key not in self._spans:
            columns = self._columns[known]
            # From the small matrix of their products: a decomposition of the tall one is split
            # over all cores, and takes seconds where anything else is at work.
            sizes, ways = np.linalg.eigh(np.einsum("di,dj->ij", columns, columns))
            kept = sizes > _TINY * sizes[-1]
            span = np.einsum("di,is->ds", columns, ways[:, kept] / np.sqrt(sizes[kept]))
            self._spans[key] = span
        return self._spans[key]


def spells(line: Line, within: Flags) -> int:
    """Count the runs of days with it, days that are not `within` left out."""
    seen = line.values[within]
    return int(np.sum(np.diff(seen, prepend=0.0) > 0))
