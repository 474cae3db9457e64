"""Tags are offered by use, pain is asked for weekly at most, and a month has whole weeks."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.domain.month import Month, counts_by_day, months_on
from prt_desktop.domain.pain_question import may_ask_for_pain
from prt_desktop.domain.tag_use import offered_tags, tags_by_use
from tests.builders import NOON, a_measure, an_entry

USED = ("poor sleep", "long sitting", "sleeping in")


def tagged(*tags: str) -> Circumstances:
    """Build what stands beside an entry: tags alone."""
    return Circumstances(tags=tags)


def test_most_used_tag_comes_first_as_it_was_written_last() -> None:
    entries = [
        an_entry(circumstances=tagged("rain", "friends")),
        an_entry(circumstances=tagged("Rain")),
        an_entry(circumstances=tagged("hurry")),
    ]

    assert tags_by_use(entries) == ("Rain", "hurry", "friends")


@pytest.mark.parametrize(
    ("typed", "chosen", "offered"),
    [
        ("", (), USED),
        ("sl", (), ("sleeping in", "poor sleep")),
        ("Po", (), ("poor sleep",)),
        ("", ("Long sitting",), ("poor sleep", "sleeping in")),
        ("none", (), ()),
    ],
)
def test_tags_are_offered_by_their_beginnings(
    typed: str, chosen: tuple[str, ...], offered: tuple[str, ...]
) -> None:
    assert offered_tags(typed, USED, chosen, 5) == offered


def test_no_more_tags_are_offered_than_wanted() -> None:
    assert offered_tags("", USED, (), 2) == USED[:2]


def test_pain_is_not_asked_for_unless_somebody_chose_so() -> None:
    assert not may_ask_for_pain((), NOON, chosen=False)
    assert may_ask_for_pain((), NOON, chosen=True)


@pytest.mark.parametrize(("days", "asks"), [(0, False), (6, False), (7, True), (30, True)])
def test_pain_is_asked_for_once_in_seven_days(days: int, asks: bool) -> None:
    rated = an_entry(
        circumstances=Circumstances(Ratings(pain=3)), created_at=NOON - timedelta(days=days)
    )

    assert may_ask_for_pain((rated,), NOON, chosen=True) is asks


def test_measure_that_told_pain_counts_as_asked() -> None:
    assert not may_ask_for_pain((a_measure(),), NOON, chosen=True)


def test_month_has_whole_weeks_from_the_day_that_a_week_begins() -> None:
    november = Month(2026, 11)

    from_monday, from_sunday = november.weeks(0), november.weeks(6)

    assert from_monday[0] == (None,) * 6 + (date(2026, 11, 1),)
    assert from_sunday[0][0] == date(2026, 11, 1)
    assert {len(week) for week in from_monday + from_sunday} == {7}
    assert [day for week in from_monday for day in week if day][-1] == date(2026, 11, 30)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.integers(-600, 600))
def test_months_on_and_back_stay_in_the_month(day: date, months: int) -> None:
    on = months_on(day, months)
    back = months_on(on, -months)

    assert Month.of(back) == Month.of(day)
    assert back.day == min(day.day, on.day)


def test_entries_are_counted_by_the_persons_own_day() -> None:
    winter, summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    now = datetime(2026, 11, 25, 12, tzinfo=winter)
    late = an_entry(created_at=datetime(2026, 11, 23, 23, 30, tzinfo=winter))
    past_midnight = an_entry(created_at=datetime(2026, 7, 14, 0, 30, tzinfo=summer))
    far_away = an_entry(created_at=datetime(2026, 8, 1, 20, tzinfo=timezone(timedelta(hours=-7))))

    counts = counts_by_day([late, late, past_midnight, far_away], now)

    assert counts == {date(2026, 11, 23): 2, date(2026, 7, 14): 1, date(2026, 8, 2): 1}
