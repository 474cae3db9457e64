"""The one next step that Today offers, by fixed rules a person can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.bad_day import BadDay, to_look_back_on, under_way
from prt_desktop.domain.diary import EntryKind, LessonDetails
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.fit import FitReply
from prt_desktop.domain.four_weeks import (
    ChoiceKind,
    FourWeeks,
    PlanChoice,
    PlanPage,
    TaskKind,
    chosen,
)
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.lesson import Part
from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.pace import Progress, Standing, course, traces
from prt_desktop.domain.review import Review, offered_on, practice_every
from prt_desktop.domain.story import Goal, Story
from prt_desktop.domain.tailoring import Fitted, Told, answers

if TYPE_CHECKING:
    from collections.abc import Collection

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.domain.pace import Course
    from prt_desktop.domain.safety import SafetyRecord


CORE_PRACTICE = "somatic-tracking"
"""The practice of the method itself (techniques.md 3.2)."""


class StepKind(StrEnum):
    """What the next step is."""

    SAFETY_PAGES = "safety_pages"
    SEE_SOMEONE = "see_someone"
    NEXT_THING = "next_thing"
    LOOK_BACK = "look_back"
    LESSON = "lesson"
    PRACTICE = "practice"
    PAGE = "page"
    DEED = "deed"
    REST_DAY = "rest_day"
    REVIEW = "review"
    WRITE = "write"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Step:
    """One next step; `target` is the id of its lesson, exercise or page where it has one.

    `planned` is the step of the plan that it is, with the rule that changed it. `beyond` is
    what would come next for somebody who wants to go on today.
    """

    kind: StepKind
    target: str | None = None
    planned: Fitted | None = None
    beyond: Step | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """What the plan is made of: how it is written, and what the person did and said."""

    plan: FourWeeks
    choices: Sequence[PlanChoice] = ()
    rungs: Sequence[Rung] = ()
    bad_days: Sequence[BadDay] = ()
    reviews: Sequence[Review] = ()
    goals: Sequence[Goal] = ()
    stories: Sequence[Story] = ()
    fit_replies: Sequence[FitReply] = ()
    written: Mapping[PlanPage, datetime] = field(default_factory=dict)

    @property
    def is_packed(self) -> bool:
        """Say whether the person has packed up: nothing is suggested any more."""
        return bool(chosen(self.choices, ChoiceKind.PACKED))


def course_of(
    month: Month,
    safety: SafetyRecord,
    entries: Sequence[Entry],
    lessons: Sequence[Lesson],
    exercises: Sequence[Exercise],
    now: datetime,
) -> Course:
    """Say how the plan stands; whatever is gated asks the safety record."""
    gates = {exercise.id: exercise.gate for exercise in exercises}
    names = {lesson.id for lesson in lessons}

    def look(one: Fitted) -> Standing:
        known = {TaskKind.LESSON: names, TaskKind.PRACTICE: gates}.get(one.task.kind)
        if known is not None and one.task.target not in known:
            return Standing(one, Progress.MISSING)
        closed = safety.closed(gate_of(one, gates), now)
        progress = Progress.TO_COME if closed is None else Progress.WAITING
        return Standing(one, progress, closed=closed)

    told = Told(
        safety,
        entries,
        month.rungs,
        month.bad_days,
        month.goals,
        month.stories,
        month.fit_replies,
    )
    done = traces(entries, month.written, now)
    return course(month.plan, answers(told, now), month.choices, done, look, now)


def gate_of(one: Fitted, gates: Mapping[str, Gate]) -> Gate:
    """Give what must hold before a step opens; `gates` are those of the exercises.

    The ladder waits for a check whatever the plan says of it (safety.md 4.5).
    """
    if one.task.kind is TaskKind.PRACTICE:
        return gates[one.task.target]
    is_ladder = one.task.kind is TaskKind.PAGE and one.task.target == PlanPage.LADDER
    return Gate.CHECKED if is_ladder else one.step.gate


def next_step(
    safety: SafetyRecord,
    entries: Sequence[Entry],
    lessons: Sequence[Lesson],
    exercises: Sequence[Exercise],
    now: datetime,
    month: Month | None = None,
) -> Step:
    """Choose the one thing Today offers.

    In this order: an open red flag, the two safety pages, what is left of a bad day, and the
    next step of the plan, one a day. After the last one: a review a week, now and then a
    practice, and rest. Skipping is never punished: tomorrow knows nothing of a day left out.
    Without a plan the course goes on: a lesson, a practice and a line a day.
    """
    first = _before_all(safety)
    if first is not None:
        return first
    if month is None:
        return _without_plan(safety, entries, lessons, exercises, now)
    first = _after_a_bad_day(month.bad_days, now)
    if first is not None:
        return first
    if month.is_packed:
        return Step(StepKind.REST)
    planned = course_of(month, safety, entries, lessons, exercises, now)
    return _of_the_plan(planned) or _keeping_on(planned, month, safety, entries, exercises, now)


def read_lesson_ids(entries: Sequence[Entry]) -> frozenset[str]:
    """Collect the ids of the lessons that were read to the end."""
    return frozenset(
        entry.details.lesson_id for entry in entries if isinstance(entry.details, LessonDetails)
    )


def next_lesson(lessons: Sequence[Lesson], read: Collection[str], left: str = "") -> Lesson | None:
    """Choose where the course goes on: the lesson that was left midway, or the first not read.

    `read` holds the ids of those read to their end, `left` is the id of the one left midway or
    "". The clinician's part is there to be read, but nobody is led to it.
    """
    midway = next((lesson for lesson in lessons if lesson.id == left), None)
    if midway is not None:
        return midway
    offered = (lesson for lesson in lessons if lesson.part is not Part.CLINICIAN)
    return next((lesson for lesson in offered if lesson.id not in read), None)


def _before_all(safety: SafetyRecord) -> Step | None:
    if safety.open_flags():
        return Step(StepKind.SEE_SOMEONE)
    return Step(StepKind.SAFETY_PAGES) if safety.unanswered_pages() else None


def _after_a_bad_day(bad_days: Sequence[BadDay], now: datetime) -> Step | None:
    if under_way(bad_days, now) is not None:
        return Step(StepKind.NEXT_THING)
    return Step(StepKind.LOOK_BACK) if to_look_back_on(bad_days, now) is not None else None


def _of_the_plan(planned: Course) -> Step | None:
    """Choose a step of the plan: one a day, a rest day on its day; None when all are done."""
    coming = [_step(one.fitted) for one in planned.coming()]
    beyond = next((step for step in coming if step.kind is not StepKind.REST_DAY), None)
    if coming and planned.is_done_for_today:
        return Step(StepKind.REST, beyond=beyond)
    if coming and coming[0].kind is StepKind.REST_DAY:
        return replace(coming[0], beyond=beyond)
    return beyond


def _step(one: Fitted) -> Step:
    kind = _KINDS[one.task.kind]
    return Step(kind, one.task.target or None, one)


def _keeping_on(
    planned: Course,
    month: Month,
    safety: SafetyRecord,
    entries: Sequence[Entry],
    exercises: Sequence[Exercise],
    now: datetime,
) -> Step:
    """Choose what is offered after the last step of the plan: less and less."""
    today = now.date()
    review_on = offered_on(month.reviews, planned.done_on, now)
    if review_on is not None and today >= review_on:
        return Step(StepKind.REVIEW)
    every = practice_every(month.reviews)
    practised = [
        local_day(entry.created_at, now)
        for entry in entries
        if entry.kind is EntryKind.PRACTICE and entry.created_at <= now
    ]
    newest = max((*practised, planned.done_on or date.min))
    core = [one for one in exercises if one.id == CORE_PRACTICE]
    may_open = core and safety.closed(core[0].gate, now) is None
    if may_open and every is not None and today - newest >= every:
        return Step(StepKind.PRACTICE, CORE_PRACTICE)
    return Step(StepKind.REST)


def _without_plan(
    safety: SafetyRecord,
    entries: Sequence[Entry],
    lessons: Sequence[Lesson],
    exercises: Sequence[Exercise],
    now: datetime,
) -> Step:
    """Go on with the course: a lesson a day, then a practice that may open, then a line."""
    kinds = {entry.kind for entry in entries if local_day(entry.created_at, now) == now.date()}
    if EntryKind.LESSON not in kinds and (lesson := next_lesson(lessons, read_lesson_ids(entries))):
        return Step(StepKind.LESSON, lesson.id)
    if EntryKind.PRACTICE not in kinds:
        may_open = [e for e in exercises if safety.closed(e.gate, now) is None]
        if may_open:
            return Step(StepKind.PRACTICE, _practice(may_open, entries, lessons))
    if kinds <= {EntryKind.LESSON, EntryKind.PRACTICE}:
        return Step(StepKind.WRITE)
    return Step(StepKind.REST)


def _practice(
    may_open: Sequence[Exercise], entries: Sequence[Entry], lessons: Sequence[Lesson]
) -> str:
    """Name the practice that the lesson read last leads to, the core one, or the first."""
    leads_to = {lesson.id: lesson.exercise for lesson in lessons}
    read = {
        entry.created_at: entry.details.lesson_id
        for entry in entries
        if isinstance(entry.details, LessonDetails)
    }
    led = leads_to.get(read[max(read)]) if read else None
    ids = [exercise.id for exercise in may_open]
    return next(one for one in (led, CORE_PRACTICE, ids[0]) if one in ids)


_KINDS = {
    TaskKind.LESSON: StepKind.LESSON,
    TaskKind.PRACTICE: StepKind.PRACTICE,
    TaskKind.PAGE: StepKind.PAGE,
    TaskKind.DEED: StepKind.DEED,
    TaskKind.REST: StepKind.REST_DAY,
}
