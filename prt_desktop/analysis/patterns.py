"""Looking for what goes together: every tag against fear, confidence and, if kept, pain."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from prt_desktop.analysis.calendar import Calendar, fullest_years, spells
from prt_desktop.analysis.shifting import Overlap, Shifts
from prt_desktop.domain.patterns import (
    LOOKED_AT,
    Counts,
    Difference,
    Pattern,
    Verdict,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from prt_desktop.analysis.calendar import Flags, Floats, Likeness, Line
    from prt_desktop.domain.days import Day

LEVEL = 0.025
"""How often chance may show a pattern anywhere; below 5 %, as the shifts are not quite exact."""

POOR_SLEEP = "sleep at 4 or below"
_POOR_SLEEP_MOST = 4.0
_LEAST_SHARE_LEFT = 0.1
_FIRST_STEPS = 0.25 * 1.5 ** np.arange(12.0)  # points, up to more than the scale is long
_FINER, _ROUNDS = 10, 3


@dataclass(frozen=True, slots=True)
class _Pair:
    tag: str
    rating: str
    counts: Counts
    shifts: Shifts | None

    @property
    def verdict(self) -> Verdict | None:
        """Give why it cannot be looked at, or None."""
        if self.shifts is None:
            return Verdict.TOO_FEW
        return Verdict.ONLY_WEEKDAYS if self.shifts.share_left < _LEAST_SHARE_LEFT else None


class _Against:
    """One rating, to which tags are held; tags that are known on the same days share work."""

    def __init__(self, rated: Line, likeness: Likeness) -> None:
        self._rated = rated
        self._likeness = likeness
        self._overlaps: dict[bytes, Overlap] = {}

    def shifts(self, tag: Line) -> Shifts:
        key = tag.known.tobytes()
        if key not in self._overlaps:
            self._overlaps[key] = Overlap(self._rated.known & tag.known, tag.known)
        return Shifts(self._rated, tag, self._likeness, self._overlaps[key])


def find_patterns(
    days: Sequence[Day], cancelled: Callable[[], bool] = lambda: False
) -> tuple[Pattern, ...]:
    """Look at every tag (and poor sleep) against every rating that was kept.

    Chance is what the same lines do when shifted against each other round the calendar, so days
    that resemble their neighbours stay so; the greatest score anywhere counts for each shift,
    which corrects for how many were looked at. A difference has those bounds that the same test
    would not refuse. Of a diary longer than fifteen years those with the most days are looked
    at. Once `cancelled`, it ends soon and gives less than all.
    """
    if not days:
        return ()
    days = fullest_years(days)
    pairs = tuple(_pairs(Calendar(days), days))
    looked = [(pair, pair.shifts) for pair in pairs if pair.shifts and pair.verdict is None]
    scores = [shifts.scores(np.zeros(1))[:, 0] for _, shifts in looked]
    judged = takewhile(lambda _: not cancelled(), _judged(looked, scores))
    seen = {id(pair): pattern for (pair, _), pattern in zip(looked, judged, strict=False)}
    return tuple(
        seen.get(id(pair))
        or Pattern(pair.tag, pair.rating, pair.counts, pair.verdict or Verdict.UNCLEAR)
        for pair in pairs
    )


def _pairs(calendar: Calendar, days: Sequence[Day]) -> Iterator[_Pair]:
    tags = sorted(frozenset[str]().union(*(day.tags for day in days)), key=str.casefold)
    lines = {tag: calendar.tagged(tag) for tag in tags}
    slept = calendar.rated_up_to("sleep", _POOR_SLEEP_MOST)
    if slept.known.any():
        lines[POOR_SLEEP] = slept
    for rating in LOOKED_AT:
        rated = calendar.rated(rating)
        if rated.known.any():
            against = _Against(rated, calendar.likeness(rated.known))
            for tag, line in lines.items():
                counts = _counts(rated, line)
                shifts = against.shifts(line) if counts.more_days == 0 else None
                yield _Pair(tag, rating, counts, shifts)


def _counts(rated: Line, tag: Line) -> Counts:
    both = rated.known & tag.known
    days_with = int(tag.values[both].sum())
    return Counts(days_with, int(both.sum()) - days_with, spells(tag, both))


def _judged(looked: Sequence[tuple[_Pair, Shifts]], scores: Sequence[Floats]) -> Iterator[Pattern]:
    for place, (pair, shifts) in enumerate(looked):
        others = [one for number, one in enumerate(scores) if number != place]
        chance = np.max(others, axis=0) if others else np.zeros_like(scores[place])
        low, high = (_bound(shifts, chance, way) for way in (-1.0, 1.0))
        if _held(shifts, chance, np.zeros(1))[0]:
            low, high = min(low, 0.0), max(high, 0.0)
        together = low * high > 0
        yield Pattern(
            pair.tag,
            pair.rating,
            pair.counts,
            Verdict.TOGETHER if together else Verdict.UNCLEAR,
            Difference(shifts.difference, low, high),
        )


def _held(shifts: Shifts, chance: Floats, supposed: Floats) -> Flags:
    """Say which supposed differences agree with what is seen, by the shift test."""
    scores = shifts.scores(supposed)
    as_great = shifts.usable[:, None] & (np.maximum(scores, chance[:, None]) >= scores[0])
    result: Flags = as_great.sum(axis=0) > LEVEL * shifts.usable.sum()
    return result


def _bound(shifts: Shifts, chance: Floats, way: float) -> float:
    """Give the farthest difference upwards or downwards that the test does not refuse."""
    steps: Floats = _FIRST_STEPS
    inside = 0.0
    for _ in range(_ROUNDS):
        held = _held(shifts, chance, shifts.difference + way * steps)
        place = len(steps) - 1 if held.all() else int(np.argmin(held))
        inside = float(steps[place - 1]) if place else inside
        steps = np.linspace(inside, float(steps[place]), _FINER + 1, dtype=np.float64)[1:]
    return float(shifts.difference + way * steps[-1])
