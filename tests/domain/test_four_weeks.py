"""The plan at the person's own pace: one step a day, rests, rules to read, and no calendar."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from prt_desktop.domain.diary import PracticeDetails, Reflection
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.four_weeks import (
    Change,
    ChoiceKind,
    FourWeeks,
    PlanPage,
    Task,
    TaskKind,
    When,
    plan_choice,
)
from prt_desktop.domain.pace import Progress
from prt_desktop.domain.plan import Month, Step, StepKind, course_of, next_step
from prt_desktop.domain.safety import SafetyRecord
from prt_desktop.domain.story import GoalState
from prt_desktop.domain.tailoring import FOLLOWS_STRESS
from tests.builders import (
    NOON,
    a_bad_day,
    a_check,
    a_fit_reply,
    a_goal,
    a_lesson,
    a_plan_step,
    a_practice,
    a_read_lesson,
    a_rest,
    a_review,
    a_rule,
    a_rung,
    a_safety_record,
    a_story,
    a_trial,
    a_week,
    an_exercise,
)
from tests.builders import a_movement as an_entry_of_movement

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.pace import Course

DAY = timedelta(days=1)
LESSONS = (a_lesson("alarm"), a_lesson("fear"))
EXERCISES = (
    an_exercise(id="looking"),
    an_exercise(id="kind", gate=Gate.OPEN),
    an_exercise(id="moving", gate=Gate.CHECKED),
    an_exercise(id="somatic-tracking"),
)
PLAN = FourWeeks(
    (
        a_week(
            "one",
            a_plan_step("read", TaskKind.LESSON, target="alarm"),
            a_plan_step("look", TaskKind.PRACTICE, target="looking"),
            a_rest(),
            a_plan_step("tea"),
        ),
        a_week(
            "two",
            a_plan_step("fear", TaskKind.LESSON, target="fear"),
            a_rest("rest-two"),
            a_plan_step("move", TaskKind.PRACTICE, target="moving"),
            a_plan_step("again", TaskKind.PRACTICE, target="looking"),
        ),
    ),
    (
        a_rule(When.BAD_DAY, Change("look", Task(TaskKind.PRACTICE, "kind"))),
        a_rule(
            When.FEARED,
            Change("move", Task(TaskKind.PAGE, "ladder", "Try %s", "Open it.")),
            because="Because you fear %s",
        ),
    ),
    (
        a_plan_step("walk"),
        a_plan_step("kindly", TaskKind.PRACTICE, target="kind"),
    ),
)
SAFE = a_safety_record()
CHECKED = a_safety_record(checks=(a_check(),))


def step(
    *entries: Entry,
    now: datetime = NOON,
    month: Month | None = None,
    safety: SafetyRecord = SAFE,
) -> Step:
    return next_step(safety, entries, LESSONS, EXERCISES, now, month or Month(PLAN))


def stands(
    *entries: Entry, now: datetime = NOON, month: Month | None = None, safety: SafetyRecord = SAFE
) -> Course:
    return course_of(month or Month(PLAN), safety, entries, LESSONS, EXERCISES, now)


def said(kind: ChoiceKind, about: str = "", other: str = "", at: datetime = NOON) -> Month:
    return Month(PLAN, (plan_choice(kind, about, at, other),))


def test_the_first_step_of_the_first_week_comes_first() -> None:
    offered = step()

    assert (offered.kind, offered.target) == (StepKind.LESSON, "alarm")


def test_one_step_a_day_is_enough_but_the_next_one_may_be_taken() -> None:
    offered = step(a_read_lesson("alarm"))

    assert offered.kind is StepKind.REST
    assert offered.beyond is not None
    assert offered.beyond.target == "looking"


def test_tomorrow_brings_the_next_step() -> None:
    offered = step(a_read_lesson("alarm"), now=NOON + DAY)

    assert (offered.kind, offered.target) == (StepKind.PRACTICE, "looking")


def test_a_lesson_read_long_ago_is_not_asked_for_again() -> None:
    offered = step(a_read_lesson("alarm", created_at=NOON - 300 * DAY))

    assert offered.target == "looking"


def test_the_day_after_is_a_rest_day_from_which_one_may_go_on() -> None:
    done = (a_read_lesson("alarm", created_at=NOON - DAY), a_practice("looking"))

    offered = step(*done, now=NOON + DAY)

    assert offered.kind is StepKind.REST_DAY
    assert offered.beyond is not None
    assert offered.beyond.planned is not None
    assert offered.beyond.planned.step.id == "tea"


@pytest.mark.parametrize("days", [2, 3, 30, 400])
def test_a_day_without_a_step_was_the_rest_day(days: int) -> None:
    done = (a_read_lesson("alarm", created_at=NOON - DAY), a_practice("looking"))

    offered = step(*done, now=NOON + days * DAY)

    assert offered.kind is StepKind.DEED


@pytest.mark.parametrize("days", [1, 2, 7, 400])
def test_days_left_out_change_nothing(days: int) -> None:
    read = a_read_lesson("alarm")

    assert step(read, now=NOON + days * DAY) == step(read, now=NOON + DAY)


def test_no_calendar_ends_a_week() -> None:
    course = stands(now=NOON + 400 * DAY)

    assert course.now_in == 0
    assert step(now=NOON + 400 * DAY).target == "alarm"


def test_a_week_goes_on_when_its_steps_are_done() -> None:
    month = said(ChoiceKind.DONE, "tea")
    done = (a_read_lesson("alarm"), a_practice("looking"))

    assert stands(*done, month=month, now=NOON + DAY).now_in == 1


def test_a_week_goes_on_when_the_person_says_so() -> None:
    offered = step(month=said(ChoiceKind.WEEK_BEGUN, "two"))

    assert offered.target == "fear"


def test_the_week_said_last_is_the_one_that_counts() -> None:
    later = plan_choice(ChoiceKind.WEEK_BEGUN, "one", NOON)
    earlier = plan_choice(ChoiceKind.WEEK_BEGUN, "two", NOON - DAY)

    assert step(month=Month(PLAN, (later, earlier))).target == "alarm"


def test_a_step_left_out_gives_way_at_once_and_is_not_counted() -> None:
    offered = step(month=said(ChoiceKind.LEFT_OUT, "read"))

    assert offered.target == "looking"


def test_a_deed_is_done_when_the_person_says_so() -> None:
    read = a_read_lesson("alarm", created_at=NOON - 3 * DAY)
    done = (read, a_practice("looking", created_at=NOON - 2 * DAY))
    month = said(ChoiceKind.DONE, "tea")

    assert step(*done).kind is StepKind.DEED
    assert step(*done, month=month).kind is StepKind.REST
    assert step(*done, month=month, now=NOON + DAY).target == "fear"


def test_a_days_practice_counts_for_one_step_only() -> None:
    twice = [a_practice("looking"), a_practice("looking", created_at=NOON + timedelta(hours=1))]
    next_day = a_practice("looking", created_at=NOON + DAY)

    course = stands(*twice, now=NOON + DAY)
    later = stands(*twice, next_day, now=NOON + DAY)

    assert standing(course, "again") is Progress.TO_COME
    assert standing(later, "again") is Progress.DONE


def test_a_gated_step_waits_and_says_why_while_the_others_go_on() -> None:
    month = said(ChoiceKind.WEEK_BEGUN, "two")
    read = a_read_lesson("fear", created_at=NOON - 2 * DAY)

    course = stands(read, month=month)
    waiting = course.standing("move")

    assert step(read, month=month).target == "looking"
    assert waiting is not None
    assert waiting.progress is Progress.WAITING
    assert waiting.closed is not None


def test_a_recorded_check_opens_what_waited() -> None:
    read = a_read_lesson("fear", created_at=NOON - 2 * DAY)
    month = said(ChoiceKind.WEEK_BEGUN, "two")

    assert step(read, month=month, safety=CHECKED, now=NOON + DAY).target == "moving"


def test_thirteen_months_on_the_check_is_asked_for_again_and_the_step_waits() -> None:
    course = stands(safety=CHECKED, now=NOON + 395 * DAY)

    assert standing(course, "move") is Progress.WAITING


def test_the_ladder_waits_for_a_check_whatever_leads_to_it() -> None:
    month = Month(PLAN, rungs=(a_rung("Bending"),))

    course = stands(month=month)
    waiting = course.standing("move")

    assert waiting is not None
    assert waiting.fitted.task.target == PlanPage.LADDER
    assert waiting.progress is Progress.WAITING


def test_a_lesson_that_cannot_be_read_is_passed_over() -> None:
    offered = next_step(SAFE, [], LESSONS[1:], EXERCISES, NOON, Month(PLAN))

    assert offered.target == "looking"


def test_a_suggestion_tells_its_rule_with_what_was_said() -> None:
    rungs = (a_rung("Sitting down", fear=3), a_rung("Running", fear=9))
    course = stands(month=Month(PLAN, rungs=rungs), safety=CHECKED)

    fitted = course.standing("move")

    assert fitted is not None
    assert fitted.fitted.because == "Because you fear Sitting down"
    assert fitted.fitted.task.title == "Try Sitting down"
    assert fitted.fitted.task.item == rungs[0].id


def test_what_is_said_keeps_its_own_signs() -> None:
    course = stands(month=Month(PLAN, rungs=(a_rung("100 %s {0} % stairs"),)))

    fitted = course.standing("move")

    assert fitted is not None
    assert fitted.fitted.task.title == "Try 100 %s {0} % stairs"


def test_a_rung_that_rests_or_waits_is_not_led_to() -> None:
    rungs = (a_rung("Resting", rests=True), a_rung("Waiting", needs_clinician=True))
    course = stands(month=Month(PLAN, rungs=rungs), safety=CHECKED)

    fitted = course.standing("move")

    assert fitted is not None
    assert fitted.fitted.rule is None


def test_a_rule_can_be_switched_off() -> None:
    day = a_bad_day(NOON - timedelta(hours=1), went_on=True)
    read = a_read_lesson("alarm", created_at=NOON - DAY)
    off = plan_choice(ChoiceKind.RULE_OFF, "bad_day", NOON)

    on = step(read, month=Month(PLAN, bad_days=(day,)))
    without = step(read, month=Month(PLAN, (off,), bad_days=(day,)))

    assert (on.target, without.target) == ("kind", "looking")


def test_what_a_rule_brought_stays_done_when_the_rule_has_gone() -> None:
    kindly = a_practice("kind", created_at=NOON - 3 * DAY)

    course = stands(kindly)

    assert standing(course, "look") is Progress.DONE


def test_a_step_can_be_exchanged_and_then_no_rule_changes_it() -> None:
    day = a_bad_day(NOON - timedelta(hours=1), went_on=True)
    exchanged = plan_choice(ChoiceKind.EXCHANGED, "look", NOON, "walk")
    read = a_read_lesson("alarm", created_at=NOON - DAY)

    offered = step(read, month=Month(PLAN, (exchanged,), bad_days=(day,)))

    assert offered.kind is StepKind.DEED
    assert offered.planned is not None
    assert offered.planned.exchanged


def test_an_exchanged_step_counts_what_is_practised_from_then_on() -> None:
    before = a_practice("kind", created_at=NOON - 3 * DAY)
    month = said(ChoiceKind.EXCHANGED, "again", "kindly")

    assert standing(stands(before, month=month), "again") is Progress.TO_COME
    after = a_practice("kind", created_at=NOON + timedelta(hours=1))
    later = stands(before, after, month=month, now=NOON + DAY)
    assert standing(later, "again") is Progress.DONE


@pytest.mark.parametrize(
    ("when", "changes", "because"),
    [
        (When.WANTED, {"goals": (a_goal("Dancing"),)}, "Because you want Dancing"),
        (When.GOING_ON, {"stories": (a_story(going_on="A move."),)}, "Because of the time"),
        (
            When.FOLLOWS_STRESS,
            {"fit_replies": (a_fit_reply(FOLLOWS_STRESS),)},
            "Because of tense days",
        ),
    ],
)
def test_goals_story_and_fit_have_rules_of_their_own(
    when: When, changes: dict[str, Any], because: str
) -> None:
    words = because.replace("Dancing", "%s")
    rule = a_rule(when, Change("tea", Task(TaskKind.DEED, "", "%s", "Now.")), because=words)
    plan = FourWeeks(PLAN.weeks, (rule,))

    changed = stands(month=Month(plan, **changes)).standing("tea")
    nothing_told = stands(month=Month(plan)).standing("tea")

    assert changed is not None
    assert nothing_told is not None
    assert (changed.fitted.because, nothing_told.fitted.because) == (because, "")


def test_a_goal_that_rests_is_not_put_before_anybody() -> None:
    rule = a_rule(When.WANTED, Change("tea", Task(TaskKind.DEED, "", "%s", "Now.")))
    month = Month(FourWeeks(PLAN.weeks, (rule,)), goals=(a_goal(state=GoalState.RESTS),))

    found = stands(month=month).standing("tea")

    assert found is not None
    assert found.fitted.rule is None


def test_two_fights_in_a_row_are_a_rule_of_their_own() -> None:
    plan = FourWeeks(
        PLAN.weeks, (a_rule(When.FIGHTING, Change("look", Task(TaskKind.PRACTICE, "kind"))),)
    )
    felt = [Reflection.CURIOUS, Reflection.FIGHTING, None, Reflection.FIGHTING]
    entries = [
        a_practice(details=PracticeDetails("other", 0, 0, finished=True, reflection=one))
        for one in felt
    ]

    changed = stands(*entries, month=Month(plan)).standing("look")
    once = stands(*entries[:2], month=Month(plan)).standing("look")

    assert changed is not None
    assert once is not None
    assert (changed.fitted.task.target, once.fitted.task.target) == ("kind", "looking")


def test_a_tried_movement_counts_as_its_practice() -> None:
    tried = an_entry_of_movement(a_trial(exercise_id="moving"))

    assert standing(stands(tried, safety=CHECKED), "move") is Progress.DONE


def test_pages_are_done_once_they_are_written() -> None:
    page = a_plan_step("page", TaskKind.PAGE, target="evidence")
    plan = FourWeeks((a_week("one", page, a_rest(), a_plan_step("tea")),))

    assert step(month=Month(plan)).kind is StepKind.PAGE
    written = Month(plan, written={PlanPage.EVIDENCE: NOON - 2 * DAY})
    assert step(month=written).kind is StepKind.DEED


def test_safety_comes_before_the_plan() -> None:
    assert step(safety=SafetyRecord()).kind is StepKind.SAFETY_PAGES


def test_a_bad_day_goes_on_to_its_next_thing_before_the_plan() -> None:
    month = Month(PLAN, bad_days=(a_bad_day(NOON - timedelta(hours=1)),))

    assert step(month=month).kind is StepKind.NEXT_THING


def test_a_bad_day_is_looked_back_on_a_day_later() -> None:
    month = Month(PLAN, bad_days=(a_bad_day(NOON - 2 * DAY),))

    assert step(month=month).kind is StepKind.LOOK_BACK


def test_after_the_plan_come_practice_and_review_and_then_nothing() -> None:
    plan = FourWeeks((a_week("one", a_plan_step("tea"), a_rest(), a_plan_step("bath")),))
    done = tuple(plan_choice(ChoiceKind.DONE, one, NOON) for one in ("tea", "bath"))

    kinds = [step(month=Month(plan, done), now=NOON + days * DAY).kind for days in (0, 1, 2, 7)]
    reviews = tuple(a_review(made_at=NOON) for _ in range(9))
    later = step(month=Month(plan, done, reviews=reviews), now=NOON + 7 * DAY)

    assert kinds == [StepKind.REST, StepKind.REST, StepKind.PRACTICE, StepKind.REVIEW]
    assert later == Step(StepKind.REST)


def test_nothing_is_offered_once_all_is_packed() -> None:
    assert step(month=said(ChoiceKind.PACKED)) == Step(StepKind.REST)


def test_across_a_change_of_summer_time_no_step_comes_twice_and_none_is_lost() -> None:
    vienna = ZoneInfo("Europe/Vienna")
    offered = []
    for month_number, day in ((3, 29), (10, 25)):
        start = datetime(2026, month_number, day, 0, 20, tzinfo=vienna)
        read = a_read_lesson("alarm", created_at=fixed(start))
        times = [start.replace(hour=hour) for hour in (1, 4, 23)] + [start + DAY]
        offered.append([step(read, now=fixed(one)).kind for one in times])

    assert offered == [[StepKind.REST] * 3 + [StepKind.PRACTICE]] * 2


def test_a_step_done_just_before_midnight_leaves_the_next_day_its_own() -> None:
    late = a_read_lesson("alarm", created_at=NOON.replace(hour=23, minute=59))

    assert step(late, now=NOON.replace(hour=23, minute=59)).kind is StepKind.REST
    assert step(late, now=late.created_at + timedelta(minutes=2)).target == "looking"


def test_a_clock_that_was_ahead_does_no_harm() -> None:
    ahead = a_read_lesson("alarm", created_at=NOON + 400 * DAY)
    month = Month(PLAN, bad_days=(a_bad_day(NOON + DAY),))

    assert step(ahead, month=month).target == "alarm"


def fixed(moment: datetime) -> datetime:
    """Give a moment as the program's clock does: with an offset and no zone."""
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=timezone(offset))


def standing(course: Course, step_id: str) -> Progress:
    found = course.standing(step_id)
    assert found is not None
    return found.progress
