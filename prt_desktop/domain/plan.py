"""The one next step that Today offers, by fixed rules a person can read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import EntryKind, LessonDetails
from prt_desktop.domain.lesson import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date, datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.domain.safety import SafetyRecord


CORE_PRACTICE = "somatic-tracking"
"""The practice of the method itself (techniques.md 3.2)."""


class StepKind(StrEnum):
    """What the next step is."""

    SAFETY_PAGES = "safety_pages"
    SEE_SOMEONE = "see_someone"
    LESSON = "lesson"
    PRACTICE = "practice"
    WRITE = "write"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Step:
    """One next step; `target` is the id of its lesson or exercise where it has one."""

    kind: StepKind
    target: str | None = None


def next_step(
    safety: SafetyRecord,
    entries: Sequence[Entry],
    lessons: Sequence[Lesson],
    exercises: Sequence[Exercise],
    now: datetime,
) -> Step:
    """Choose the one thing Today offers.

    In this order: an open red flag, the two safety pages, the next unread lesson (one a day),
    a practice that may open (once a day), a line in the diary, and then rest. The practice is
    the one that the lesson read last leads to, or else the core one. Skipping is never
    punished: tomorrow's choice knows nothing of a day left out.
    """
    if safety.open_flags():
        return Step(StepKind.SEE_SOMEONE)
    if safety.unanswered_pages():
        return Step(StepKind.SAFETY_PAGES)
    today = [entry for entry in entries if _local_date(entry, now) == now.date()]
    kinds = {entry.kind for entry in today}
    if EntryKind.LESSON not in kinds and (lesson := next_lesson(lessons, read_lesson_ids(entries))):
        return Step(StepKind.LESSON, lesson.id)
    if EntryKind.PRACTICE not in kinds:
        may_open = [e for e in exercises if safety.closed(e.gate, now) is None]
        if may_open:
            return Step(StepKind.PRACTICE, _practice(may_open, entries, lessons))
    if kinds <= {EntryKind.LESSON, EntryKind.PRACTICE}:
        return Step(StepKind.WRITE)
    return Step(StepKind.REST)


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


def _local_date(entry: Entry, now: datetime) -> date:
    return entry.created_at.astimezone(now.tzinfo).date()
