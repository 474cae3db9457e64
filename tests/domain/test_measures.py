"""Our own questions: when they are asked again, and how a change is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.diary import Measure
from prt_desktop.domain.measures import (
    Change,
    Item,
    answered,
    change_words,
    changes,
    first_and_last,
    turn,
)
from tests.builders import NOON, a_measure, an_entry

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Entry

DAY = timedelta(days=1)


def days_ago(days: int, **answers: int) -> Entry:
    """Build a measure answered so many days before noon."""
    return replace(a_measure(**answers), created_at=NOON - days * DAY)


def test_questions_never_answered_are_open_and_offered() -> None:
    asked = turn((an_entry(),), NOON)

    assert asked.is_open
    assert asked.is_offered


@pytest.mark.parametrize(
    ("days", "is_open", "is_offered"),
    [(0, False, False), (6, False, False), (7, True, False), (27, True, False), (28, True, True)],
)
def test_they_are_asked_at_most_weekly_and_offered_every_four_weeks(
    days: int, is_open: bool, is_offered: bool
) -> None:
    asked = turn((days_ago(60), days_ago(days)), NOON)

    assert (asked.is_open, asked.is_offered) == (is_open, is_offered)


def test_the_day_on_which_they_open_is_told() -> None:
    asked = turn((days_ago(2),), NOON)

    assert asked.opens_on == date(2026, 11, 28)
    assert asked.offered_on == date(2026, 12, 19)


def test_days_are_those_of_where_the_person_is() -> None:
    far_east = NOON.astimezone(timezone(timedelta(hours=13)))

    asked = turn((days_ago(0),), far_east)

    assert asked.today == date(2026, 11, 24)
    assert asked.opens_on == date(2026, 12, 1)


def test_measures_are_listed_newest_first() -> None:
    old, new = days_ago(30), days_ago(1)

    assert answered((old, an_entry(), new)) == (new, old)


def test_changes_are_told_for_what_was_answered_both_times() -> None:
    before = Measure(pain=5, enjoyment=4, activity=6, fear=8)
    after = Measure(pain=3, enjoyment=4, activity=5, confidence=7)

    told = changes(before, after)

    assert told == (
        Change(Item.PAIN, 5, 3),
        Change(Item.ENJOYMENT, 4, 4),
        Change(Item.ACTIVITY, 6, 5),
        Change(Item.MEAN, 5, 4),
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (5, 3, "changed by \N{MINUS SIGN}2 points (\N{MINUS SIGN}40 %)"),
        (4, 5, "changed by +1 point (+25 %)"),
        (5, 5, "changed by 0 points (0 %)"),
        (0, 3, "changed by +3 points"),
        (3, 11 / 3, "changed by +0.7 points (+22 %)"),
    ],
)
def test_a_change_is_told_in_points_and_percent(before: float, after: float, words: str) -> None:
    assert change_words(Change(Item.PAIN, before, after)) == words


def test_the_first_answers_are_compared_with_the_last() -> None:
    entries = (days_ago(60, pain=7), days_ago(30, pain=6), days_ago(1, pain=4))

    pair = first_and_last(answered(entries))

    assert pair is not None
    assert [measure.pain for measure in pair] == [7, 4]


def test_one_answer_has_nothing_to_be_compared_with() -> None:
    assert first_and_last((days_ago(1),)) is None
