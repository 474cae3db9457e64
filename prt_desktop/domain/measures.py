"""When our own questions are asked again, and how their answers changed (measures.md).

They are our own wording and not a validated scale. A change is told to a clinician in points and
percent beside a line of reference; nothing here judges it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import Measure
from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.trends import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from prt_desktop.domain.diary import Entry

OFFERED_EVERY = timedelta(weeks=4)
AT_MOST_EVERY = timedelta(weeks=1)


class Item(StrEnum):
    """What is asked, by the name it has in a Measure; the mean is that of the first three."""

    PAIN = "pain"
    ENJOYMENT = "enjoyment"
    ACTIVITY = "activity"
    FEAR = "fear"
    CONFIDENCE = "confidence"
    DAMAGE = "damage"
    MEAN = "mean"


ASKED = tuple(item for item in Item if item is not Item.MEAN)


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn it is: `opens_on` is the first day on which the questions may be asked again.

    `offered_on` is the day from which they are offered; both are None before the first answer.
    """

    today: date
    opens_on: date | None = None
    offered_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the questions may be answered today."""
        return self.opens_on is None or self.today >= self.opens_on

    @property
    def is_offered(self) -> bool:
        """Say whether four weeks have passed, or nothing was answered yet."""
        return self.offered_on is None or self.today >= self.offered_on


@dataclass(frozen=True, slots=True)
class Change:
    """How one item changed from an earlier answer to a later one, each from 0 to 10."""

    item: Item
    before: float
    after: float

    @property
    def points(self) -> float:
        """Give the difference, later minus earlier."""
        return self.after - self.before

    @property
    def percent(self) -> float | None:
        """Give the difference in percent of the earlier answer; None where that was 0."""
        return 100 * self.points / self.before if self.before else None


def answered(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the entries that hold a measure, the newest first."""
    return tuple(entry for entry in reversed(entries) if isinstance(entry.details, Measure))


def turn(entries: Sequence[Entry], now: datetime) -> Turn:
    """Say when our questions may be asked again, and when they are offered."""
    newest = next(iter(answered(entries)), None)
    if newest is None:
        return Turn(now.date())
    last = local_day(newest.created_at, now)
    return Turn(now.date(), last + AT_MOST_EVERY, last + OFFERED_EVERY)


def changes(before: Measure, after: Measure) -> tuple[Change, ...]:
    """Compare what was answered both times, in the order in which it is asked, the mean last."""
    old, new = values(before), values(after)
    return tuple(Change(item, old[item], new[item]) for item in Item if item in old and item in new)


def values(measure: Measure) -> dict[Item, float]:
    """Give what was answered, and the mean of the first three where all of them were."""
    found: dict[Item, float] = {Item(name): value for name, value in measure.given().items()}
    mean = measure.mean_of_three
    return found if mean is None else {**found, Item.MEAN: mean}


def change_words(change: Change) -> str:
    """Say a change as a clinician reads it: "changed by -2 points (-40 %)", with a true minus."""
    points = _signed(change.points)
    unit = "point" if abs(change.points) == 1 else "points"
    if change.percent is None:
        return f"changed by {points} {unit}"
    return f"changed by {points} {unit} ({_signed(round(change.percent))} %)"


def first_and_last(entries: Iterable[Entry]) -> tuple[Measure, Measure] | None:
    """Give the oldest and the newest of measures that stand newest first, if there are two."""
    found = [entry.details for entry in entries if isinstance(entry.details, Measure)]
    return (found[-1], found[0]) if len(found) > 1 else None


def _signed(value: float) -> str:
    words = number(abs(value))
    if words == "0":
        return words
    return ("+" if value > 0 else "\N{MINUS SIGN}") + words
