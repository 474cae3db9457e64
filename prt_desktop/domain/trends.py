"""One rating over time: its points, the columns of a chart, the sentence, the table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter
from statistics import fmean, median_low
from typing import TYPE_CHECKING

from prt_desktop.domain.long_day import long_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.days import Day

MEANINGFUL_CHANGE = "About 2 points or 30 % is often called a meaningful change."
"""A line of reference for a clinician's report; it stands nowhere else."""

_SAME_WITHIN_POINTS = 1.0
_FEWEST_FOR_ENDS = 4
_SHARE_OF_END = 4


class Span(StrEnum):
    """How far back a chart looks: seven days, four weeks, or to the first day."""

    WEEK = "week"
    MONTH = "month"
    ALL = "all"


_LENGTHS_DAYS = {Span.WEEK: 7, Span.MONTH: 28}


@dataclass(frozen=True, slots=True)
class Point:
    """What was noted on one day: the mean of its numbers, 0 to 10."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one rating from the day `first` to the day `last`, in their order."""

    rating: str
    span: Span
    first: date
    last: date
    points: tuple[Point, ...]

    @property
    def length_days(self) -> int:
        """Give how many days it spans, noted or not."""
        return (self.last - self.first).days + 1

    @property
    def usual_step_days(self) -> int:
        """Give how many days usually lie from one point to the next; more than that is a gap."""
        return _usual_step([point.on.toordinal() for point in self.points])


@dataclass(frozen=True, slots=True)
class Column:
    """What falls on one column of pixels: the lowest, the highest and the mean of its points.

    `at` is its place, 0 for the left edge; `joined` says that no gap lies before it. `last` is
    the place of its last point in the series.
    """

    at: int
    low: float
    high: float
    mean: float
    joined: bool
    last: int


def series(days: Sequence[Day], rating: str, span: Span, today: date) -> Series:
    """Pick one rating out of the days, from as far back as the span says up to today."""
    noted = [Point(day.on, day.ratings[rating]) for day in days if rating in day.ratings]
    noted.sort(key=attrgetter("on"))
    if span in _LENGTHS_DAYS:
        first = today - timedelta(days=_LENGTHS_DAYS[span] - 1)
    else:
        first = min(noted[0].on, today) if noted else today
    last = max(noted[-1].on, today) if noted and span is Span.ALL else today
    points = tuple(noted)
    if span in _LENGTHS_DAYS:
        points = tuple(point for point in noted if first <= point.on <= last)
    return Series(rating, span, first, last, points)


def ratings_of(days: Sequence[Day], order: Sequence[str]) -> tuple[str, ...]:
    """Give what was ever rated, in this order."""
    kept = {rating for day in days for rating in day.ratings}
    return tuple(rating for rating in order if rating in kept)


def columns(series: Series, width: int) -> tuple[Column, ...]:
    """Thin the points to at most `width` columns of pixels, so that ten years paint at once."""
    result: list[Column] = []
    days = [point.on.toordinal() for point in series.points]
    places = _places(series, days, width)
    values = [point.value for point in series.points]
    step = _usual_step(days)
    start = 0
    for end, at in enumerate(places, start=1):
        if end < len(places) and places[end] == at:
            continue
        near = bool(result) and at - result[-1].at <= 1
        joined = near or (start > 0 and days[start] - days[start - 1] <= step)
        here = values[start:end]
        result.append(Column(at, min(here), max(here), sum(here) / len(here), joined, end - 1))
        start = end
    return tuple(result)


def _usual_step(days: Sequence[int]) -> int:
    steps = [after - before for before, after in pairwise(days)]
    return median_low(steps) if steps else 1


def _places(series: Series, days: Sequence[int], width: int) -> list[int]:
    first, steps = series.first.toordinal(), series.length_days - 1
    if not steps:
        return [(width - 1) // 2] * len(days)
    return [(2 * (day - first) * (width - 1) + steps) // (2 * steps) for day in days]


def trend_sentence(series: Series) -> str:
    """Say what the chart shows, in plain words and without a verdict."""
    values = [point.value for point in series.points]
    name, when = series.rating.capitalize(), _when(series)
    if not values:
        return f"{name} was not noted {when}."
    low, high = number(min(values)), number(max(values))
    size = f"between {low} and {high}" if low != high else low
    days = f"Noted on {len(values):,} of {series.length_days:,} days."
    if len(values) == 1:
        return f"{name} was {size} on the one day it was noted {when}."
    if low == high:
        return f"{name} was {size} each time it was noted {when}. {days}"
    return f"{name} was {size} {when}{_ends(series)}. {days}"


def _when(series: Series) -> str:
    if series.span is Span.WEEK:
        return "in these seven days"
    if series.span is Span.MONTH:
        return "in these four weeks"
    if series.length_days == 1:
        return f"on {long_day(series.first)}"
    return f"from {long_day(series.first)} to {long_day(series.last)}"


def _ends(series: Series) -> str:
    """Compare the first quarter of the points with the last; a point is the step of the scale."""
    if len(series.points) < _FEWEST_FOR_ENDS:
        return ""
    change = _end_means(series)[1] - _end_means(series)[0]
    if abs(change) < _SAME_WITHIN_POINTS:
        return ", at the end about as at the start"
    return f", {'higher' if change > 0 else 'lower'} at the end than at the start"


def _end_means(series: Series) -> tuple[float, float]:
    values = [point.value for point in series.points]
    many = max(1, len(values) // _SHARE_OF_END)
    return fmean(values[:many]), fmean(values[-many:])


def table_row(point: Point) -> tuple[str, str]:
    """Give a point as a row for a table: the day, the number."""
    return long_day(point.on), number(point.value)


def point_sentence(series: Series, index: int) -> str:
    """Say one point, and how many days before it have nothing where that is a gap."""
    point = series.points[index]
    words = f"{long_day(point.on)}: {number(point.value)}"
    if not index:
        return words
    missing = (point.on - series.points[index - 1].on).days - 1
    if missing < series.usual_step_days:
        return words
    return f"{words}, after {missing} {'day' if missing == 1 else 'days'} without a number"


def number(value: float) -> str:
    """Write a number to the tenth, without a tenth of zero."""
    return f"{value:.1f}".removesuffix(".0")
