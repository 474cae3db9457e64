"""Made-up entries to look at the program with."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from prt_desktop.domain.diary import EntryKind, PracticeDetails
from prt_desktop.domain.good_day import for_bad_days, setback_plan
from prt_desktop.domain.sample import sample_entries
from prt_desktop.domain.sample_plan import sample_messages, sample_reviews, sample_setback_plan
from tests.builders import NOON


def test_there_are_three_a_day() -> None:
    entries = sample_entries(NOON, 28)

    per_day = Counter(entry.created_at.date() for entry in entries)
    assert set(per_day.values()) == {3}
    assert len(per_day) == 28


def test_all_lie_before_now_and_in_order() -> None:
    entries = sample_entries(NOON, 28)

    times = [entry.created_at for entry in entries]
    assert times == sorted(times)
    assert NOON - timedelta(days=29) < times[0]
    assert times[-1] < NOON


def test_every_kind_is_there() -> None:
    assert {entry.kind for entry in sample_entries(NOON, 28)} == set(EntryKind) - {EntryKind.MEMO}


def test_they_are_the_same_every_time() -> None:
    assert sample_entries(NOON, 28) == sample_entries(NOON, 28)


def test_no_two_share_an_id() -> None:
    entries = sample_entries(NOON, 3_653)

    assert len({entry.id for entry in entries}) == len(entries)


def test_nobody_hears_more_than_was_planned() -> None:
    practices = [e.details for e in sample_entries(NOON, 60) if e.details is not None]

    heard = [one for one in practices if isinstance(one, PracticeDetails)]
    assert heard
    assert all(one.heard_ms <= one.planned_ms for one in heard)
    assert all(one.finished == (one.heard_ms == one.planned_ms) for one in heard)


@pytest.mark.parametrize("days", [0, 1])
def test_few_days_make_few_entries(days: int) -> None:
    assert len(sample_entries(NOON, days)) == 3 * days


def test_messages_setbacks_and_reviews_are_made_up_too() -> None:
    messages = sample_messages(NOON, 28)
    reviews = sample_reviews(NOON)

    assert for_bad_days(messages) == messages[0]
    assert setback_plan([sample_setback_plan(NOON)]) is not None
    assert all(review.made_at < NOON and not review.is_empty for review in reviews)
    assert len({one.id for one in messages}) == len(messages)
