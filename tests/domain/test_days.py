"""Entries become days: means, tags, and the midnight of where they were written."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.domain.days import days_from
from prt_desktop.domain.diary import Entry, EntryKind, Measure
from tests.builders import NOON, a_practice, a_read_lesson, an_entry


def told(fear: int | None = None, *tags: str, at: datetime = NOON) -> Entry:
    """Build a note with a number for fear and tags beside it."""
    return an_entry(created_at=at, circumstances=Circumstances(Ratings(fear=fear), tags=tags))


def test_several_entries_of_a_day_become_one() -> None:
    (day,) = days_from([told(3, "rain"), told(6, "visit"), told(None)])

    assert day.ratings == {"fear": 4.5}
    assert day.tags == {"rain", "visit"}
    assert day.entries == 3


def test_a_day_ends_at_midnight_where_it_was_written() -> None:
    tokyo = timezone(timedelta(hours=9))
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)

    days = days_from([told(2, at=late), told(8, at=late.astimezone(tokyo))])

    assert [(day.on, day.ratings["fear"]) for day in days] == [
        (date(2026, 11, 23), 2),
        (date(2026, 11, 24), 8),
    ]


def test_days_are_the_oldest_first() -> None:
    days = days_from([told(at=NOON), told(at=NOON - timedelta(days=2))])

    assert [day.on.day for day in days] == [21, 23]


def test_tags_that_differ_by_case_alone_are_one_as_spelled_last() -> None:
    days = days_from([told(1, "Rain"), told(1, "rain", at=NOON - timedelta(days=1))])

    assert [day.tags for day in days] == [{"Rain"}, {"Rain"}]


def test_what_the_program_writes_by_itself_makes_no_day() -> None:
    assert days_from([a_practice(), a_read_lesson()]) == ()


def test_answers_that_look_back_over_a_week_are_no_numbers_of_the_day() -> None:
    measure = an_entry(kind=EntryKind.MEASURE, details=Measure(pain=7, fear=6))

    (day,) = days_from([measure])

    assert day.ratings == {}
