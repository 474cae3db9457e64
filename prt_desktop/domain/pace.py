"""How far somebody is in the plan, at their own pace: found in what they did, never in a calendar.

A day left out changes nothing but this: a day without a step is a rest day, so one that the plan
holds is over by then. A day's practice counts for one step, however often it was done.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import (
    EntryKind,
    LessonDetails,
    Measure,
    MovementTrial,
    PracticeDetails,
)
from prt_desktop.domain.four_weeks import ChoiceKind, FourWeeks, PlanPage, TaskKind, Week, chosen
from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.safety import Closed
from prt_desktop.domain.tailoring import Fitted, accepted_by, fitted

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.four_weeks import PlanChoice, PlanStep
    from prt_desktop.domain.tailoring import Answers

_DAY = timedelta(days=1)
_TRACES = {EntryKind.LESSON, EntryKind.PRACTICE, EntryKind.MOVEMENT, EntryKind.MEASURE}


class Progress(StrEnum):
    """How a step stands; WAITING is gated and says why, MISSING has no lesson or exercise here."""

    DONE = "done"
    LEFT_OUT = "left_out"
    TO_COME = "to_come"
    WAITING = "waiting"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Traces:
    """What was done so far: lessons read and pages written, each with its first day; practices.

    `practised` holds each day and exercise once, the oldest first.
    """

    read: Mapping[str, date] = field(default_factory=dict)
    written: Mapping[PlanPage, date] = field(default_factory=dict)
    practised: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """One step with how it stands; `on` is the day it was done, `closed` why it waits."""

    fitted: Fitted
    progress: Progress
    on: date | None = None
    closed: Closed | None = None

    @property
    def step(self) -> PlanStep:
        """Give the step as the plan has it."""
        return self.fitted.step


@dataclass(frozen=True, slots=True)
class Course:
    """The whole plan as it stands; `today` is the person's day.

    `first` is the number of the week from which steps are offered.
    """

    weeks: tuple[tuple[Week, tuple[Standing, ...]], ...]
    first: int
    today: date

    @property
    def now_in(self) -> int:
        """Give the number of the week of the next step, or of the last one at the end."""
        coming = self.coming()
        if not coming:
            return len(self.weeks) - 1
        holds = (coming[0] in standings for _week, standings in self.weeks)
        return list(holds).index(True)

    @property
    def done_on(self) -> date | None:
        """Give the day of the newest step that was done, or None."""
        days = [one.on for _week, those in self.weeks for one in those if one.on is not None]
        return max((day for day in days if day <= self.today), default=None)

    @property
    def is_done_for_today(self) -> bool:
        """Say whether a step was done today."""
        return self.done_on == self.today

    def coming(self) -> tuple[Standing, ...]:
        """Give the steps still to come, from the week that was begun on, without past rests."""
        found: list[Standing] = []
        for _week, standings in self.weeks[self.first :]:
            for at, one in enumerate(standings):
                rests = one.fitted.task.kind is TaskKind.REST
                if one.progress is not Progress.TO_COME:
                    continue
                if rests and (self._is_past(standings[at + 1 :]) or self._had_a_day_off(found)):
                    continue
                found.append(one)
        return tuple(found)

    def standing(self, step_id: str) -> Standing | None:
        """Give one step as it stands, or None."""
        every = (one for _week, standings in self.weeks for one in standings)
        return next((one for one in every if one.step.id == step_id), None)

    def _had_a_day_off(self, before: Sequence[Standing]) -> bool:
        """Say whether a rest that would be next lies in a day without a step, or before all."""
        done_on = self.done_on
        return not before and (done_on is None or self.today - done_on > _DAY)

    def _is_past(self, later: Sequence[Standing]) -> bool:
        return any(one.progress is Progress.DONE for one in later)


def traces(entries: Sequence[Entry], written: Mapping[PlanPage, datetime], now: datetime) -> Traces:
    """Find what was done, in the person's own days; what has yet to come is not there yet."""
    read: dict[str, date] = {}
    pages = {page: local_day(at, now) for page, at in written.items() if at <= now}
    practised: dict[tuple[date, str], None] = {}
    told = (entry for entry in entries if entry.kind in _TRACES and entry.created_at <= now)
    for entry in sorted(told, key=_created):
        day = local_day(entry.created_at, now)
        details = entry.details
        if isinstance(details, LessonDetails):
            read.setdefault(details.lesson_id, day)
        elif isinstance(details, PracticeDetails | MovementTrial):
            practised[day, details.exercise_id] = None
        elif isinstance(details, Measure):
            pages.setdefault(PlanPage.MEASURES, day)
    return Traces(read, pages, tuple(practised))


def course(
    plan: FourWeeks,
    told: Answers,
    choices: Sequence[PlanChoice],
    found: Traces,
    look: Callable[[Fitted], Standing],
    now: datetime,
) -> Course:
    """Put together how the plan stands for this person.

    `look` says of a step that is not done whether it can be offered: TO_COME, WAITING, MISSING.
    """
    by_id = fitted(plan, told, choices)
    done = _done_days(plan, choices, found, now)
    left = chosen(choices, ChoiceKind.LEFT_OUT)

    def standing(step: PlanStep) -> Standing:
        one = by_id[step.id]
        if step.id in done:
            return Standing(one, Progress.DONE, done[step.id])
        if step.id in left:
            return Standing(one, Progress.LEFT_OUT)
        return look(one)

    weeks = tuple((week, tuple(map(standing, week.steps))) for week in plan.weeks)
    return Course(weeks, _begun_at(plan, choices), now.date())


def _begun_at(plan: FourWeeks, choices: Sequence[PlanChoice]) -> int:
    """Give the number of the week that the person said last to go on with, or the first."""
    begun = chosen(choices, ChoiceKind.WEEK_BEGUN)
    at = {week.id: number for number, week in enumerate(plan.weeks)}
    known = [choice for choice in begun.values() if choice.about in at]
    return at[max(known, key=_made).about] if known else 0


def _done_days(
    plan: FourWeeks, choices: Sequence[PlanChoice], found: Traces, now: datetime
) -> dict[str, date]:
    """Give the day on which each step was done; of two days that would count, the first."""
    said = chosen(choices, ChoiceKind.DONE)
    exchanged = chosen(choices, ChoiceKind.EXCHANGED)
    others = {other.id: other.task for other in plan.others}
    left: dict[str, list[date]] = {}
    for day, exercise in found.practised:
        left.setdefault(exercise, []).append(day)
    days: dict[str, date] = {}
    for step in plan.steps:
        done_on = _first_day(accepted_by(plan, step), found, left, date.min)
        if done_on is None and step.id in exchanged:
            choice = exchanged[step.id]
            other = others.get(choice.other)
            named = set() if other is None else {(other.kind, other.target)}
            done_on = _first_day(named, found, left, local_day(choice.made_at, now))
        if step.id in said:
            done_on = local_day(said[step.id].made_at, now)
        if done_on is not None:
            days[step.id] = done_on
    return days


def _first_day(
    tasks: Collection[tuple[TaskKind, str]],
    found: Traces,
    left: dict[str, list[date]],
    since: date,
) -> date | None:
    """Give the first day that counts for one of these tasks; a day's practice is used up by it.

    `left` holds the days of each exercise that no step has used yet, the oldest first.
    """
    days = [day for lesson, day in found.read.items() if (TaskKind.LESSON, lesson) in tasks]
    days += [day for page, day in found.written.items() if (TaskKind.PAGE, page.value) in tasks]
    days = [day for day in days if day >= since]
    if days:
        return min(days)
    names = [name for kind, name in tasks if kind is TaskKind.PRACTICE and name in left]
    firsts = [(left[name], bisect_left(left[name], since)) for name in names]
    usable = [(those[at], those, at) for those, at in firsts if at < len(those)]
    if not usable:
        return None
    day, those, at = min(usable, key=_day)
    del those[at]
    return day


def _day(usable: tuple[date, list[date], int]) -> date:
    return usable[0]


def _created(entry: Entry) -> datetime:
    return entry.created_at


def _made(choice: PlanChoice) -> datetime:
    return choice.made_at
