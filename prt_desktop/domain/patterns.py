"""What may go together in a diary, and how to say it without saying why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prt_desktop.domain.circumstances import Rating

LEAST_RATED_DAYS = 56
LEAST_DAYS_EACH = 12
LEAST_SPELLS = 4
LOOKED_AT = (Rating.FEAR, Rating.CONFIDENCE, Rating.PAIN)
_HALF_A_TENTH = 0.05


class Verdict(StrEnum):
    """What can be said; TOO_FEW and ONLY_WEEKDAYS mean that nothing can be told yet."""

    TOGETHER = "together"
    UNCLEAR = "unclear"
    TOO_FEW = "too_few"
    ONLY_WEEKDAYS = "only_weekdays"


@dataclass(frozen=True, slots=True)
class Difference:
    """How much higher (points, 0 to 10) a rating was with a tag, and between what bounds."""

    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Counts:
    """On how many days a rating stands with a tag and without, and in how many spells with it."""

    days_with: int
    days_without: int
    spells: int

    @property
    def more_with(self) -> int:
        """Give how many more days with the tag are needed at least."""
        return max(0, LEAST_DAYS_EACH - self.days_with, LEAST_SPELLS - self.spells)

    @property
    def more_without(self) -> int:
        """Give how many more days without the tag are needed at least."""
        return max(0, LEAST_DAYS_EACH - self.days_without)

    @property
    def more_days(self) -> int:
        """Give how many more rated days are needed at least, of either sort."""
        rated = self.days_with + self.days_without
        return max(LEAST_RATED_DAYS - rated, self.more_with + self.more_without, 0)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One tag looked at against one rating; `difference` is there where enough days are."""

    tag: str
    rating: str
    counts: Counts
    verdict: Verdict
    difference: Difference | None = None


def pattern_sentence(pattern: Pattern) -> str:
    """Say what was found, with both counts and the bounds; never why."""
    if pattern.verdict is Verdict.ONLY_WEEKDAYS:
        return (
            f"Cannot tell: “{pattern.tag}” keeps to its weekdays, so it cannot be told apart from "
            "the days of the week."
        )
    if pattern.difference is None:
        return _too_few(pattern)
    counts = pattern.counts
    begin = f"On the {counts.days_with} days with “{pattern.tag}” your {pattern.rating} was about"
    others = f"than on the {counts.days_without} others"
    size, bounds = _size(pattern.difference), _bounds(pattern.difference)
    if pattern.verdict is Verdict.TOGETHER:
        return f"{begin} {size} ({bounds}) {others}. That says they go together, not why."
    return f"{begin} {size} ({bounds}) {others}. Nothing clear: they may well be alike."


def _size(difference: Difference) -> str:
    points = _tenths(abs(difference.points))
    way = "higher" if difference.points >= 0 else "lower"
    return f"{points} {'point' if points == '1' else 'points'} {way}"


def _bounds(difference: Difference) -> str:
    if difference.low * difference.high > 0:
        least, most = sorted((abs(difference.low), abs(difference.high)))
        return f"between {_tenths(least)} and {_tenths(most)}"
    below, above = abs(difference.low), abs(difference.high)
    return f"anything between {_tenths(below)} lower and {_tenths(above)} higher"


def _tenths(points: float) -> str:
    """Write to the tenth, and what is less than half of one to the hundredth."""
    words = f"{points:.1f}" if points >= _HALF_A_TENTH else f"{points:.2f}"
    return words.rstrip("0").removesuffix(".")


def _too_few(pattern: Pattern) -> str:
    counts = pattern.counts
    told = (
        f"Cannot tell yet: {pattern.rating} was noted on {_count(counts.days_with)} with "
        f"“{pattern.tag}” and on {_count(counts.days_without)} without."
    )
    needs = []
    if counts.more_with:
        needs.append(f"{counts.more_with} with it")
    if counts.more_without:
        needs.append(f"{counts.more_without} without it")
    among = f", among them {' and '.join(needs)}" if needs else ""
    return f"{told} At least {_count(counts.more_days)} more would be needed{among}."


def _count(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"
