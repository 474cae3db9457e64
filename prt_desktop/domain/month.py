"""A month as a calendar shows it: whole weeks, and how much was written on each day."""

from __future__ import annotations

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from prt_desktop.domain.local_day import local_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from prt_desktop.domain.diary import Entry

DAYS_IN_WEEK = 7
_DECEMBER = 12


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A month of a year."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Month:
        """Give the month that a day is in."""
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        """Give its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Give its last day."""
        return date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    def weeks(self, first_weekday: int = 0) -> tuple[tuple[date | None, ...], ...]:
        """Give its weeks, from `first_weekday` (0 is Monday); None is a day of another month."""
        before = (self.first.weekday() - first_weekday) % DAYS_IN_WEEK
        days: list[date | None] = [None] * before
        days += [self.first + timedelta(days=number) for number in range(self.last.day)]
        days += [None] * (-len(days) % DAYS_IN_WEEK)
        return tuple(
            tuple(days[start : start + DAYS_IN_WEEK]) for start in range(0, len(days), DAYS_IN_WEEK)
        )


def months_on(day: date, months: int) -> date:
    """Give the same day so many months on, or the last of that month where there is none."""
    years, number = divmod(day.month - 1 + months, _DECEMBER)
    month = Month(day.year + years, number + 1)
    return min(month.last, month.first + timedelta(days=day.day - 1))


def counts_by_day(entries: Iterable[Entry], now: datetime) -> Counter[date]:
    """Count the entries of each day, days being those of the person's own clock."""
    return Counter(local_day(entry.created_at, now) for entry in entries)
