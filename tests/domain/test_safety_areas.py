"""The three questions and what they pause, by the part of the body (safety.md 4.4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.safety import Closed, Occasion, PageId, SafetyRecord
from tests.builders import (
    NOON,
    TODAY,
    a_check,
    a_mini_check,
    a_safety_record,
    an_answer,
    both_pages,
)

DAY = timedelta(days=1)
BACK, KNEE, HEAD = BodyArea.LOWER_BACK, BodyArea.LEFT_KNEE, BodyArea.HEAD
EVERYWHERE = BodyArea.WHOLE_BODY
LATER = NOON + 2 * DAY
ASKED_AGAIN = both_pages(NOON + timedelta(minutes=5))


def ticked(*areas: BodyArea, checked: tuple[BodyArea, ...] | None = None) -> SafetyRecord:
    """Build a record with a ticked mini-check at noon, perhaps with a check on the day after."""
    checks = () if checked is None else (a_check(TODAY + DAY, areas=checked),)
    before = a_check(TODAY - 9 * DAY, areas=(BACK, KNEE, HEAD))
    answers = (*both_pages(NOON - 9 * DAY), *ASKED_AGAIN)
    return a_safety_record(
        answers=answers,
        checks=(before, *checks),
        mini_checks=(a_mini_check("accident", areas=areas),),
    )


@pytest.mark.parametrize("gate", [Gate.NO_OPEN_FLAG, Gate.CHECKED])
@pytest.mark.parametrize(
    ("paused", "practised", "is_paused"),
    [
        ((BACK,), (BACK,), True),
        ((BACK,), (KNEE,), False),
        ((BACK,), (KNEE, BACK), True),
        ((BACK,), (), True),
        ((BACK,), (EVERYWHERE,), True),
        ((), (KNEE,), True),
        ((), (), True),
        ((EVERYWHERE,), (KNEE,), True),
    ],
)
def test_a_tick_pauses_practices_for_its_area_and_an_unnamed_area_pauses_all(
    gate: Gate,
    paused: tuple[BodyArea, ...],
    practised: tuple[BodyArea, ...],
    is_paused: bool,
) -> None:
    record = ticked(*paused)

    closed = record.closed(gate, LATER, practised)

    assert closed is (Closed.AREA_PAUSED if is_paused else None)


def test_what_is_always_open_is_never_paused() -> None:
    assert ticked().closed(Gate.OPEN, LATER) is None


@pytest.mark.parametrize(
    ("paused", "checked", "lifts"),
    [
        ((BACK,), (BACK,), True),
        ((BACK,), (KNEE,), False),
        ((BACK,), (), False),
        ((BACK,), (EVERYWHERE,), True),
        ((BACK, KNEE), (BACK,), False),
        ((BACK, KNEE), (KNEE, HEAD, BACK), True),
        ((), (), True),
        ((), (KNEE,), True),
        ((EVERYWHERE,), (KNEE,), True),
    ],
)
def test_a_pause_is_lifted_by_a_later_check_of_its_area(
    paused: tuple[BodyArea, ...], checked: tuple[BodyArea, ...], lifts: bool
) -> None:
    record = ticked(*paused, checked=checked)

    assert (record.pauses() == ()) is lifts
    assert (record.closed(Gate.CHECKED, LATER) is None) is lifts


def test_two_checks_together_lift_a_pause_of_two_areas() -> None:
    checks = (a_check(TODAY + DAY, areas=(BACK,)), a_check(TODAY + DAY, areas=(KNEE,)))

    record = a_safety_record(mini_checks=(a_mini_check("new", areas=(BACK, KNEE)),), checks=checks)

    assert record.pauses() == ()


def test_a_check_of_one_of_two_parts_leaves_the_other_paused() -> None:
    record = ticked(BACK, KNEE, checked=(BACK,))

    assert [pause.areas for pause in record.pauses()] == [(KNEE,)]
    assert record.closed(Gate.CHECKED, LATER, (BACK,)) is None
    assert record.closed(Gate.CHECKED, LATER, (KNEE,)) is Closed.AREA_PAUSED


def test_a_check_of_before_the_tick_does_not_lift_its_pause() -> None:
    check = a_check(TODAY - DAY, recorded_at=NOON + timedelta(hours=1), areas=(BACK,))

    record = a_safety_record(mini_checks=(a_mini_check("new", areas=(BACK,)),), checks=(check,))

    assert len(record.pauses()) == 1


def test_no_sentence_leans_on_a_check_while_any_part_is_paused() -> None:
    record = ticked(BACK)

    assert record.valid_check(LATER) is None
    assert record.valid_check(LATER, (KNEE,)) is not None


def test_practice_for_one_part_needs_a_check_of_that_part() -> None:
    record = a_safety_record(checks=(a_check(areas=(BACK,)),))

    assert record.closed(Gate.CHECKED, LATER, (BACK,)) is None
    assert record.closed(Gate.CHECKED, LATER, (KNEE,)) is Closed.CHECK_MISSING


def test_a_tick_asks_both_pages_again() -> None:
    record = a_safety_record(mini_checks=(a_mini_check("new", answered_at=NOON + DAY),))

    assert len(record.unanswered_pages()) == 2
    assert record.closed(Gate.NO_OPEN_FLAG, LATER) is Closed.PAGES_UNANSWERED


def test_none_of_the_three_asks_nothing_and_pauses_nothing() -> None:
    record = a_safety_record(mini_checks=(a_mini_check(answered_at=NOON + DAY),))

    assert record.unanswered_pages() == ()
    assert record.pauses() == ()


def test_answering_none_later_does_not_lift_a_pause() -> None:
    later = a_mini_check(answered_at=NOON + DAY)

    record = a_safety_record(mini_checks=(a_mini_check("new", areas=(BACK,)), later))

    assert len(record.pauses((BACK,))) == 1


@pytest.mark.parametrize("occasion", [Occasion.FLARE, Occasion.MOVEMENT])
def test_three_questions_come_each_time_but_not_twice_in_a_row(occasion: Occasion) -> None:
    record = a_safety_record(mini_checks=(a_mini_check(),))

    assert a_safety_record().asks_mini_check(occasion, NOON)
    assert not record.asks_mini_check(occasion, NOON + timedelta(minutes=9))
    assert record.asks_mini_check(occasion, NOON + timedelta(minutes=10))


def test_ticked_questions_are_asked_again_at_once() -> None:
    record = a_safety_record(mini_checks=(a_mini_check("new"),))

    assert record.asks_mini_check(Occasion.MOVEMENT, NOON + timedelta(minutes=1))


def test_answer_given_before_the_clock_was_set_back_is_asked_again() -> None:
    record = a_safety_record(mini_checks=(a_mini_check(),))

    assert record.asks_mini_check(Occasion.FLARE, NOON - DAY)


def test_three_questions_come_once_a_week_before_other_practices() -> None:
    first = a_safety_record()
    asked = a_safety_record(mini_checks=(a_mini_check(answered_at=NOON + 8 * DAY),))

    assert not first.asks_mini_check(Occasion.WEEKLY, NOON + 6 * DAY)
    assert first.asks_mini_check(Occasion.WEEKLY, NOON + 7 * DAY)
    assert not asked.asks_mini_check(Occasion.WEEKLY, NOON + 14 * DAY)
    assert asked.asks_mini_check(Occasion.WEEKLY, NOON + 15 * DAY)


def test_nobody_is_asked_weekly_before_the_first_pages_are_answered() -> None:
    assert not SafetyRecord().asks_mini_check(Occasion.WEEKLY, NOON)


def test_three_questions_stand_for_the_question_of_the_day() -> None:
    record = a_safety_record(mini_checks=(a_mini_check(),))

    assert not record.asks_for_new_symptom(NOON + timedelta(hours=3))
    assert record.asks_for_new_symptom(NOON + DAY)


def test_open_flag_is_told_before_a_pause() -> None:
    record = a_safety_record(
        answers=(*ASKED_AGAIN, an_answer(PageId.EMERGENCY, "chest", answered_at=LATER)),
        mini_checks=(a_mini_check("new"),),
    )

    assert record.closed(Gate.NO_OPEN_FLAG, LATER) is Closed.OPEN_FLAG
