"""The person's own day: midnight by their clock, whatever summer time does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.measures import turn
from prt_desktop.domain.safety import SafetyRecord
from tests.builders import a_measure, a_new_symptom

VIENNA = ZoneInfo("Europe/Vienna")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")


def by_clock(moment: datetime) -> datetime:
    """Give a moment as the program reads the clock: with a fixed offset, not with a zone."""
    offset = moment.utcoffset()
    assert offset is not None
    return moment.replace(tzinfo=timezone(offset))


def test_a_minute_on_either_side_of_midnight_is_another_day() -> None:
    before = by_clock(datetime(2026, 11, 23, 23, 59, tzinfo=VIENNA))
    after = by_clock(datetime(2026, 11, 24, 0, 1, tzinfo=VIENNA))

    assert (local_day(before, after), local_day(after, after)) == (
        date(2026, 11, 23),
        date(2026, 11, 24),
    )


@pytest.mark.parametrize(
    ("zone", "changes_on"),
    [
        (VIENNA, date(2026, 3, 29)),
        (VIENNA, date(2026, 10, 25)),
        (LORD_HOWE, date(2026, 4, 5)),
        (LORD_HOWE, date(2026, 10, 4)),
    ],
)
@pytest.mark.parametrize("written", [(0, 5), (1, 30), (23, 55)])
def test_a_change_of_summer_time_moves_nothing_to_another_day(
    zone: ZoneInfo, changes_on: date, written: tuple[int, int]
) -> None:
    hour, minute = written
    moment = datetime(changes_on.year, changes_on.month, changes_on.day, hour, minute, tzinfo=zone)
    for days_later in (0, 1, 60, 400):
        now = by_clock(moment.replace(hour=23, minute=58) + timedelta(days=days_later))

        assert local_day(by_clock(moment), now) == changes_on


def test_what_was_written_far_away_counts_by_the_clock_of_here() -> None:
    at_home = datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=13)))
    far_away = datetime(2026, 11, 23, 12, tzinfo=timezone(timedelta(0)))

    assert local_day(far_away, at_home) == date(2026, 11, 24)


def test_on_the_day_summer_time_ends_nobody_is_asked_twice() -> None:
    answered = by_clock(datetime(2026, 10, 25, 0, 40, tzinfo=VIENNA))
    noon = by_clock(datetime(2026, 10, 25, 12, 0, tzinfo=VIENNA))
    record = SafetyRecord(new_symptoms=(a_new_symptom(answered, something_new=False),))

    assert not record.asks_for_new_symptom(noon)
    assert record.asks_for_new_symptom(noon + timedelta(days=1))


def test_our_own_questions_come_again_a_week_after_the_day_they_were_answered() -> None:
    answered = replace(
        a_measure(), created_at=by_clock(datetime(2026, 10, 25, 0, 40, tzinfo=VIENNA))
    )
    noon = by_clock(datetime(2026, 10, 25, 12, 0, tzinfo=VIENNA))

    assert turn([answered], noon).opens_on == date(2026, 11, 1)
