"""Messages and the plan for setbacks; the weekly review that fades."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from prt_desktop.domain.diary import VoiceMemo
from prt_desktop.domain.good_day import (
    Sender,
    choosing,
    for_bad_days,
    setback_plan,
)
from prt_desktop.domain.review import newest_first, offered_on, practice_every
from tests.builders import NOON, TODAY, a_message, a_review, a_setback_plan

DAY, WEEK = timedelta(days=1), timedelta(days=7)


def test_the_message_chosen_is_the_one_for_bad_days() -> None:
    chosen = a_message("Breathe.", for_bad_days=True, made_at=NOON - DAY)

    assert for_bad_days([a_message(), chosen, a_message()]) == chosen


def test_while_none_is_chosen_the_newest_is_taken() -> None:
    newest = a_message("Now.", made_at=NOON + DAY)

    assert for_bad_days([a_message(), newest, a_message()]) == newest
    assert for_bad_days([]) is None


def test_choosing_one_lets_the_other_go() -> None:
    old, new, other = a_message(for_bad_days=True), a_message("New."), a_message("Other.")

    changed = choosing([old, new, other], new.id)

    assert changed == (replace(old, for_bad_days=False), replace(new, for_bad_days=True))


def test_a_message_may_be_written_or_spoken() -> None:
    assert not a_message("Hold on.").is_empty
    assert not a_message(" ", memo=VoiceMemo("a" * 32, 3_000)).is_empty
    assert a_message(" ", sender=Sender.FRIEND, who="Kim").is_empty


def test_of_two_plans_for_setbacks_the_one_changed_last_counts() -> None:
    older, newer = a_setback_plan(), a_setback_plan(changed_at=NOON + DAY)

    assert setback_plan([newer, older]) == newer
    assert setback_plan([]) is None


def test_an_empty_plan_for_setbacks_counts_as_none() -> None:
    empty = a_setback_plan(early_signs=" ", steps=("", "", ""), whom_to_call="")

    assert setback_plan([empty]) is None


def test_the_first_review_comes_a_week_after_the_last_step() -> None:
    assert offered_on([], TODAY, NOON) == TODAY + WEEK


def test_no_review_is_offered_while_the_plan_goes_on() -> None:
    assert offered_on([], None, NOON) is None


@pytest.mark.parametrize(("count", "weeks"), [(1, 1), (3, 1), (4, 2), (8, 3), (40, 11)])
def test_reviews_grow_rarer(count: int, weeks: int) -> None:
    reviews = [a_review(made_at=NOON - at * DAY) for at in range(count)]

    assert offered_on(reviews, date(2026, 1, 1), NOON) == TODAY + weeks * WEEK


def test_practices_are_suggested_less_and_less_and_then_no_more() -> None:
    gaps = [practice_every([a_review()] * count) for count in range(12)]

    assert gaps[:8] == [timedelta(days=2 + count) for count in range(8)]
    assert gaps[8:] == [None] * 4


def test_a_review_keeps_its_words_in_their_order() -> None:
    review = a_review()

    assert review.with_texts(review.texts) == review
    assert a_review(week=" ", surprised="", left_out="", next_step="").is_empty
    assert newest_first([a_review(made_at=NOON - DAY), review])[0] == review
