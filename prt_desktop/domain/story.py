"""What a person tells of themselves: their story, their goals, and the line of life and pain.

Each is optional. The plan takes its wording from them by fixed rules; nothing here concludes that
one thing came from another (techniques.md 3.8, product.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.long_day import month_word

if TYPE_CHECKING:
    from collections.abc import Iterable

THE_STORY = "story"
"""The id of the one story that there is."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
MONTHS = 12


class StoryPart(StrEnum):
    """The four questions of the story, by the names they have in a Story."""

    BEGAN = "began"
    GOING_ON = "going_on"
    TRIED = "tried"
    WANTED = "wanted"


@dataclass(frozen=True, slots=True)
class Story:
    """When it began, what was going on, what was tried, what is wanted back; any may be empty."""

    told_at: datetime
    began: str = ""
    going_on: str = ""
    tried: str = ""
    wanted: str = ""
    id: str = THE_STORY

    @property
    def parts(self) -> dict[StoryPart, str]:
        """Give what was told, in the order in which it is asked, empty parts left out."""
        told = {part: str(getattr(self, part.value)).strip() for part in StoryPart}
        return {part: text for part, text in told.items() if text}

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was told."""
        return not self.parts


class GoalAbout(StrEnum):
    """What a goal is about, where the person said so; the plan words itself by it."""

    MOVING = "moving"
    SITTING = "sitting"
    WORK = "work"
    HOME = "home"
    PEOPLE = "people"
    SLEEP = "sleep"
    JOY = "joy"


class GoalState(StrEnum):
    """How a goal stands: wanted, put aside for now, or had back. None is better than another."""

    WANTED = "wanted"
    RESTS = "rests"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Goal:
    """Something a person wants back, in their words; `smallest` is the smallest piece of it."""

    id: str
    added_at: datetime
    text: str
    smallest: str = ""
    about: GoalAbout | None = None
    state: GoalState = GoalState.WANTED


class Side(StrEnum):
    """On which side of the line something stands."""

    LIFE = "life"
    PAIN = "pain"


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happened: in life, or with the pain.

    `month` (1 to 12) is None where only the year is known. `with_clinician` marks what the person
    would rather look at together with somebody.
    """

    id: str
    added_at: datetime
    year: int
    text: str
    side: Side = Side.LIFE
    month: int | None = None
    with_clinician: bool = False

    def __post_init__(self) -> None:
        """Refuse a time that no calendar has."""
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValueError(f"a year must be from {FIRST_YEAR} to {LAST_YEAR}, not {self.year}")
        if self.month is not None and not 1 <= self.month <= MONTHS:
            raise ValueError(f"a month must be from 1 to {MONTHS}, not {self.month}")

    @property
    def when(self) -> str:
        """Say when it was: "March 2019", or "2019"."""
        return str(self.year) if self.month is None else f"{month_word(self.month)} {self.year}"

    @property
    def years(self) -> float:
        """Give the time as a number of years; the middle of what is known."""
        if self.month is None:
            return self.year + 0.5
        return self.year + (self.month - 0.5) / MONTHS


@dataclass(frozen=True, slots=True)
class Mark:
    """An event with its place on the line, from 0 (where the line begins) to 1 (today)."""

    event: LifeEvent
    at: float


def in_order(events: Iterable[LifeEvent]) -> tuple[LifeEvent, ...]:
    """Give the events from the earliest to the latest; of the same time, as they were added."""
    return tuple(sorted(events, key=_time))


def marks(events: Iterable[LifeEvent], today: date) -> tuple[Mark, ...]:
    """Place the events on a line from the first of January of the first year until today."""
    ordered = in_order(events)
    if not ordered:
        return ()
    first = min(event.year for event in ordered)
    now = today.year + today.timetuple().tm_yday / 366
    end = max(now, ordered[-1].years)
    length = end - first
    return tuple(Mark(event, (event.years - first) / length) for event in ordered)


def levels(places: Iterable[float], apart: float) -> tuple[int, ...]:
    """Give each of ordered places a level, so that on one level no two are nearer than `apart`.

    Level 0 is nearest to the line; where all are far enough apart, all are 0.
    """
    last: list[float] = []
    found: list[int] = []
    for place in places:
        free = (at for at, before in enumerate(last) if place - before >= apart)
        level = next(free, len(last))
        last[level : level + 1] = [place]
        found.append(level)
    return tuple(found)


def wanted(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Give the goals that are wanted now, those added first first."""
    return tuple(goal for goal in goals if goal.state is GoalState.WANTED)


def _time(event: LifeEvent) -> tuple[float, datetime]:
    return event.years, event.added_at
