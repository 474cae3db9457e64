"""The table of safety.md 4.5, cell by cell, and what opens, closes and is asked again."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.safety import Closed, PageId, SafetyRecord
from tests.builders import (
    NOON,
    TODAY,
    a_check,
    a_new_symptom,
    a_safety_record,
    an_answer,
    both_pages,
)

DAY = timedelta(days=1)
NOBODY_ASKED = SafetyRecord()
NOTHING_TICKED = a_safety_record()
EMERGENCY_TICKED = a_safety_record(answers=(*both_pages(), an_answer(PageId.EMERGENCY, "chest")))
SAME_DAY_TICKED = a_safety_record(answers=(*both_pages(), an_answer(PageId.SAME_DAY, "fever")))
CHECKED = a_safety_record(checks=(a_check(),))
CHECKED_UNASKED = SafetyRecord(checks=(a_check(),))
TICKED_AND_CHECKED = a_safety_record(answers=EMERGENCY_TICKED.answers, checks=(a_check(),))


@pytest.mark.parametrize(
    ("record", "gate", "closed"),
    [
        (NOBODY_ASKED, Gate.OPEN, None),
        (NOBODY_ASKED, Gate.NO_OPEN_FLAG, Closed.PAGES_UNANSWERED),
        (NOBODY_ASKED, Gate.CHECKED, Closed.PAGES_UNANSWERED),
        (NOTHING_TICKED, Gate.OPEN, None),
        (NOTHING_TICKED, Gate.NO_OPEN_FLAG, None),
        (NOTHING_TICKED, Gate.CHECKED, Closed.CHECK_MISSING),
        (EMERGENCY_TICKED, Gate.OPEN, None),
        (EMERGENCY_TICKED, Gate.NO_OPEN_FLAG, Closed.OPEN_FLAG),
        (EMERGENCY_TICKED, Gate.CHECKED, Closed.OPEN_FLAG),
        (SAME_DAY_TICKED, Gate.OPEN, None),
        (SAME_DAY_TICKED, Gate.NO_OPEN_FLAG, Closed.OPEN_FLAG),
        (SAME_DAY_TICKED, Gate.CHECKED, Closed.OPEN_FLAG),
        (CHECKED, Gate.OPEN, None),
        (CHECKED, Gate.NO_OPEN_FLAG, None),
        (CHECKED, Gate.CHECKED, None),
        (CHECKED_UNASKED, Gate.OPEN, None),
        (CHECKED_UNASKED, Gate.NO_OPEN_FLAG, Closed.PAGES_UNANSWERED),
        (CHECKED_UNASKED, Gate.CHECKED, Closed.PAGES_UNANSWERED),
        (TICKED_AND_CHECKED, Gate.OPEN, None),
        (TICKED_AND_CHECKED, Gate.NO_OPEN_FLAG, None),
        (TICKED_AND_CHECKED, Gate.CHECKED, None),
    ],
)
def test_what_may_open(record: SafetyRecord, gate: Gate, closed: Closed | None) -> None:
    assert record.closed(gate, NOON + DAY) is closed


@pytest.mark.parametrize("page", PageId)
def test_one_unanswered_page_is_enough_to_keep_a_practice_closed(page: PageId) -> None:
    record = SafetyRecord(answers=(an_answer(page),))

    assert len(record.unanswered_pages()) == 1
    assert page not in record.unanswered_pages()
    assert record.closed(Gate.NO_OPEN_FLAG, NOON) is Closed.PAGES_UNANSWERED


def test_pages_are_asked_in_their_fixed_order() -> None:
    assert NOBODY_ASKED.unanswered_pages() == (PageId.EMERGENCY, PageId.SAME_DAY)


def test_an_open_flag_is_told_before_an_unanswered_page() -> None:
    record = SafetyRecord(answers=(an_answer(PageId.EMERGENCY, "chest"),))

    assert record.closed(Gate.NO_OPEN_FLAG, NOON) is Closed.OPEN_FLAG


def test_answering_a_page_again_does_not_close_its_flag() -> None:
    again = an_answer(PageId.EMERGENCY, answered_at=NOON + DAY)
    record = a_safety_record(answers=(*EMERGENCY_TICKED.answers, again))

    assert [flag.ticked for flag in record.open_flags()] == [("chest",)]


def test_a_check_on_the_day_of_the_answer_closes_its_flag() -> None:
    check = a_check(on=TODAY, recorded_at=NOON + timedelta(hours=3))
    record = a_safety_record(answers=EMERGENCY_TICKED.answers, checks=(check,))

    assert record.open_flags() == ()


def test_a_check_of_the_day_before_the_answer_does_not_close_its_flag() -> None:
    check = a_check(on=TODAY - DAY, recorded_at=NOON + timedelta(hours=3))
    record = a_safety_record(answers=EMERGENCY_TICKED.answers, checks=(check,))

    assert len(record.open_flags()) == 1


def test_a_check_recorded_before_the_answer_does_not_close_its_flag() -> None:
    check = a_check(on=TODAY, recorded_at=NOON - timedelta(minutes=1))
    record = a_safety_record(answers=EMERGENCY_TICKED.answers, checks=(check,))

    assert len(record.open_flags()) == 1


def test_a_visit_that_is_still_to_come_does_not_close_a_flag() -> None:
    check = a_check(on=TODAY + 7 * DAY, recorded_at=NOON + timedelta(hours=3))
    record = a_safety_record(answers=EMERGENCY_TICKED.answers, checks=(check,))

    assert len(record.open_flags()) == 1
    assert record.closed(Gate.NO_OPEN_FLAG, NOON + DAY) is Closed.OPEN_FLAG


def test_a_visit_recorded_before_it_took_place_does_not_count_once_its_day_has_passed() -> None:
    record = a_safety_record(checks=(a_check(on=TODAY + 7 * DAY, recorded_at=NOON),))

    assert record.valid_check(NOON + 8 * DAY) is None


def test_each_flag_needs_a_check_after_it() -> None:
    later = an_answer(PageId.SAME_DAY, "fever", answered_at=NOON + 2 * DAY)
    record = a_safety_record(
        answers=(*EMERGENCY_TICKED.answers, later), checks=(a_check(on=TODAY + DAY),)
    )

    assert record.open_flags() == (later,)
    assert record.valid_check(NOON + 3 * DAY) is None


def test_a_new_symptom_asks_both_pages_again() -> None:
    record = a_safety_record(new_symptoms=(a_new_symptom(NOON + DAY),))

    assert record.unanswered_pages() == tuple(PageId)


def test_nothing_new_asks_no_page_again() -> None:
    nothing = a_new_symptom(NOON + DAY, something_new=False)

    record = a_safety_record(new_symptoms=(nothing,))

    assert record.unanswered_pages() == ()


def test_pages_answered_after_a_new_symptom_are_answered() -> None:
    record = SafetyRecord(
        answers=both_pages(NOON + DAY), new_symptoms=(a_new_symptom(NOON),), checks=()
    )

    assert record.unanswered_pages() == ()


def test_a_new_symptom_voids_the_check() -> None:
    record = a_safety_record(
        answers=both_pages(NOON + 3 * DAY),
        checks=(a_check(on=TODAY),),
        new_symptoms=(a_new_symptom(NOON + 2 * DAY),),
    )

    assert record.valid_check(NOON + 4 * DAY) is None
    assert record.closed(Gate.CHECKED, NOON + 4 * DAY) is Closed.CHECK_BEFORE_SYMPTOM


def test_a_check_after_the_new_symptom_counts() -> None:
    record = a_safety_record(checks=(a_check(on=TODAY + DAY),), new_symptoms=(a_new_symptom(NOON),))

    assert record.valid_check(NOON + 2 * DAY) is not None


def test_an_old_visit_recorded_after_the_new_symptom_does_not_count() -> None:
    check = a_check(on=TODAY - DAY, recorded_at=NOON + timedelta(hours=1))

    record = a_safety_record(checks=(check,), new_symptoms=(a_new_symptom(NOON),))

    assert record.valid_check(NOON + DAY) is None


@pytest.mark.parametrize(("days", "counts"), [(0, True), (364, True), (365, True), (366, False)])
def test_a_check_lasts_twelve_months(days: int, counts: bool) -> None:
    record = a_safety_record(checks=(a_check(on=TODAY),))

    later = datetime(2026, 11, 23, 23, tzinfo=UTC) + days * DAY

    assert (record.valid_check(later) is not None) is counts
    assert record.closed(Gate.CHECKED, later) is (None if counts else Closed.CHECK_TOO_OLD)


def test_a_check_does_not_count_before_its_day() -> None:
    record = a_safety_record(checks=(a_check(on=TODAY),))

    assert record.valid_check(NOON - DAY) is None


def test_the_newest_valid_check_is_given() -> None:
    older, newer = a_check(on=TODAY - 5 * DAY), a_check(on=TODAY - DAY)

    record = a_safety_record(checks=(newer, older))

    assert record.valid_check(NOON) is newer


def test_no_check_counts_while_a_flag_is_open() -> None:
    later = an_answer(PageId.EMERGENCY, "chest", answered_at=NOON + 2 * DAY)

    record = a_safety_record(answers=(*both_pages(), later), checks=(a_check(),))

    assert record.valid_check(NOON + 3 * DAY) is None


def test_whether_something_is_new_is_asked_at_most_once_a_day() -> None:
    record = a_safety_record(new_symptoms=(a_new_symptom(NOON, something_new=False),))

    assert not record.asks_for_new_symptom(NOON + timedelta(hours=5))
    assert record.asks_for_new_symptom(NOON + DAY)


def test_the_question_is_asked_when_it_never_was() -> None:
    assert NOTHING_TICKED.asks_for_new_symptom(NOON)


def test_the_day_of_the_question_is_the_day_where_the_person_is_now() -> None:
    auckland = timezone(timedelta(hours=13))
    record = a_safety_record(new_symptoms=(a_new_symptom(NOON, something_new=False),))

    assert not record.asks_for_new_symptom(datetime(2026, 11, 24, 9, tzinfo=auckland))
    assert record.asks_for_new_symptom(datetime(2026, 11, 25, 0, 30, tzinfo=auckland))


@given(st.lists(st.integers(0, 400), max_size=5), st.integers(0, 800))
def test_a_flag_stays_open_unless_a_check_follows_it(check_days: list[int], flag_day: int) -> None:
    flag = an_answer(PageId.EMERGENCY, "chest", answered_at=NOON + flag_day * DAY)
    checks = tuple(a_check(on=TODAY + day * DAY) for day in check_days)

    record = a_safety_record(answers=(*both_pages(), flag), checks=checks)

    assert bool(record.open_flags()) is all(day < flag_day for day in check_days)


@pytest.mark.parametrize("reason", Closed)
def test_every_reason_is_said_in_a_calm_sentence(reason: Closed) -> None:
    assert reason.sentence.endswith(".")
    assert "!" not in reason.sentence


def test_a_reason_for_an_open_flag_names_what_stays_open() -> None:
    assert "Soothing" in Closed.OPEN_FLAG.sentence
    assert isinstance(a_check().on, date)
