"""The one next step that Today offers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from prt_desktop.domain.diary import Entry, EntryKind
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.lesson import Part
from prt_desktop.domain.plan import Step, StepKind, next_lesson, next_step, read_lesson_ids
from prt_desktop.domain.safety import PageId, SafetyRecord
from tests.builders import (
    NOON,
    a_lesson,
    a_new_symptom,
    a_practice,
    a_read_lesson,
    a_safety_record,
    an_answer,
    an_entry,
    an_exercise,
    both_pages,
)

LESSONS = (a_lesson("first"), a_lesson("second"))
EXERCISES = (an_exercise(id="looking"),)
GATED = (an_exercise(id="moving", gate=Gate.CHECKED),)
NONE_TICKED = a_safety_record()
DAY = timedelta(days=1)


def step(*entries: Entry, safety: SafetyRecord = NONE_TICKED, now: datetime = NOON) -> Step:
    return next_step(safety, entries, LESSONS, EXERCISES, now)


def test_the_first_step_is_the_two_safety_pages() -> None:
    assert step(safety=SafetyRecord()) == Step(StepKind.SAFETY_PAGES)


def test_an_open_flag_comes_before_everything() -> None:
    safety = SafetyRecord(answers=(an_answer(PageId.EMERGENCY, "chest"),))

    assert step(safety=safety) == Step(StepKind.SEE_SOMEONE)


def test_a_new_symptom_brings_the_pages_back() -> None:
    safety = a_safety_record(new_symptoms=(a_new_symptom(NOON + timedelta(hours=1)),))

    assert step(safety=safety) == Step(StepKind.SAFETY_PAGES)


def test_the_first_lesson_comes_first() -> None:
    assert step() == Step(StepKind.LESSON, "first")


def test_the_practice_of_the_day_is_the_one_that_todays_lesson_leads_to() -> None:
    lessons = (a_lesson("first", exercise="moving"),)
    exercises = (an_exercise(id="resting"), an_exercise(id="moving"))

    offered = next_step(NONE_TICKED, [a_read_lesson("first")], lessons, exercises, NOON)

    assert offered == Step(StepKind.PRACTICE, "moving")


def test_the_practice_of_the_day_is_else_the_core_one() -> None:
    exercises = (an_exercise(id="body-settling"), an_exercise(id="somatic-tracking"))

    offered = next_step(NONE_TICKED, [a_read_lesson("first")], LESSONS, exercises, NOON)

    assert offered == Step(StepKind.PRACTICE, "somatic-tracking")


def test_after_todays_lesson_comes_a_practice() -> None:
    assert step(a_read_lesson("first")) == Step(StepKind.PRACTICE, "looking")


def test_tomorrow_offers_the_next_lesson() -> None:
    read_yesterday = a_read_lesson("first", created_at=NOON - DAY)

    assert step(read_yesterday) == Step(StepKind.LESSON, "second")


def test_when_all_is_read_a_practice_is_offered() -> None:
    read = [a_read_lesson(one, created_at=NOON - DAY) for one in ("first", "second")]

    assert step(*read) == Step(StepKind.PRACTICE, "looking")


def test_after_lesson_and_practice_a_line_may_be_written() -> None:
    assert step(a_read_lesson("first"), a_practice()) == Step(StepKind.WRITE)


@pytest.mark.parametrize(
    "kind", [EntryKind.NOTE, EntryKind.SURPRISE, EntryKind.DID, EntryKind.FEELING]
)
def test_after_a_line_of_any_kind_comes_rest(kind: EntryKind) -> None:
    written = an_entry(kind=kind)

    assert step(a_read_lesson("first"), a_practice(), written) == Step(StepKind.REST)


def test_a_line_alone_does_not_take_the_place_of_lesson_and_practice() -> None:
    assert step(an_entry()) == Step(StepKind.LESSON, "first")


def test_a_practice_that_waits_for_a_check_is_not_offered() -> None:
    offered = next_step(NONE_TICKED, [a_read_lesson("first")], LESSONS, GATED, NOON)

    assert offered == Step(StepKind.WRITE)


def test_without_lessons_and_exercises_a_line_is_offered() -> None:
    assert next_step(NONE_TICKED, [], [], [], NOON) == Step(StepKind.WRITE)


@pytest.mark.parametrize("days", [1, 2, 7, 100])
def test_a_skipped_day_changes_nothing(days: int) -> None:
    before = (a_read_lesson("first"), a_practice(), an_entry())

    next_day = step(*before, now=NOON + DAY)

    assert step(*before, now=NOON + days * DAY) == next_day


def test_today_is_the_day_where_the_person_is_now() -> None:
    auckland = timezone(timedelta(hours=13))
    read = a_read_lesson("first", created_at=datetime(2026, 11, 23, 12, tzinfo=UTC))

    same_day = step(read, now=datetime(2026, 11, 24, 9, tzinfo=auckland))
    next_day = step(read, now=datetime(2026, 11, 25, 9, tzinfo=auckland))

    assert same_day.kind is StepKind.PRACTICE
    assert next_day == Step(StepKind.LESSON, "second")


def test_answering_before_a_new_symptom_counts_for_nothing() -> None:
    safety = SafetyRecord(answers=both_pages(NOON - DAY), new_symptoms=(a_new_symptom(NOON),))

    assert step(safety=safety).kind is StepKind.SAFETY_PAGES


def test_course_goes_on_at_the_lesson_left_midway() -> None:
    assert next_lesson(LESSONS, {"second"}, "second") is LESSONS[1]


def test_course_goes_on_at_the_first_lesson_not_read() -> None:
    assert next_lesson(LESSONS, {"first"}) is LESSONS[1]


def test_lesson_left_midway_that_is_there_no_more_is_passed_over() -> None:
    assert next_lesson(LESSONS, (), "gone") is LESSONS[0]


def test_nobody_is_led_to_the_clinicians_part() -> None:
    course = (a_lesson("first"), a_lesson("visit", part=Part.CLINICIAN))

    assert next_lesson(course, {"first"}) is None


def test_lessons_read_twice_are_counted_once() -> None:
    entries = [a_read_lesson("first"), a_read_lesson("first"), a_practice(), an_entry()]

    assert read_lesson_ids(entries) == {"first"}
