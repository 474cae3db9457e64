"""Reminders are few, by the person's own clock, and never make up for what was missed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.reminders import (
    EVERY_DAY,
    LATEST,
    MOST_A_DAY,
    Held,
    Occasion,
    QuietHours,
    Reminders,
    ReminderTime,
    due,
    first_day,
    next_due,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BERLIN = ZoneInfo("Europe/Berlin")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NO_QUIET = QuietHours(time(0), time(0))

# A change to summer time, and back; at midnight; by half an hour; a day that never was.
CHANGES = [
    ("Europe/Berlin", datetime(2026, 3, 28, 12, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2026, 10, 24, 12, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 11, 1, 1, tzinfo=UTC)),
    ("America/Sao_Paulo", datetime(2018, 11, 3, 12, tzinfo=UTC)),
    ("Australia/Lord_Howe", datetime(2026, 10, 3, 10, tzinfo=UTC)),
    ("Pacific/Apia", datetime(2011, 12, 29, 12, tzinfo=UTC)),
    ("Asia/Kathmandu", datetime(2026, 6, 1, 12, tzinfo=UTC)),
]
changes = st.sampled_from(CHANGES).map(lambda one: (ZoneInfo(one[0]), one[1]))
clock_times = st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0))
reminder_times = st.builds(
    ReminderTime, clock_times, st.just(EVERY_DAY) | st.frozensets(st.integers(1, 7))
)
quiet_hours = st.builds(QuietHours, clock_times, clock_times)
chosen_reminders = st.builds(
    Reminders,
    st.just(True),
    st.lists(reminder_times, max_size=MOST_A_DAY).map(tuple),
    quiet_hours,
)
# Looks a few seconds apart, hours of sleep, and clocks that are set forth and back.
steps = st.lists(
    st.one_of(
        st.integers(1, 120).map(lambda seconds: timedelta(seconds=seconds)),
        st.integers(1, 60 * 40).map(lambda minutes: timedelta(minutes=minutes)),
        st.integers(-180, -1).map(lambda minutes: timedelta(minutes=minutes)),
    ),
    max_size=60,
)


def reminders_at(*times: str, quiet: QuietHours = NO_QUIET) -> Reminders:
    return Reminders(
        on=True, times=tuple(ReminderTime(time.fromisoformat(at)) for at in times), quiet=quiet
    )


def at_berlin(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN, fold=fold).astimezone(UTC)


def looked(
    reminders: Reminders, begin: datetime, apart: Sequence[timedelta], zone: ZoneInfo
) -> Iterator[tuple[datetime, Occasion]]:
    """Look again and again, as the program does, and give what was shown when."""
    since, shown = begin, frozenset[Occasion]()
    for step in apart:
        now = since + step
        occasion = due(reminders, since, now, zone, Held(shown))
        if occasion is not None:
            shown |= {occasion}
            yield now, occasion
        since = now


@given(chosen_reminders, changes, steps)
def test_however_the_clock_runs_no_day_has_more_than_three(
    reminders: Reminders, change: tuple[ZoneInfo, datetime], apart: list[timedelta]
) -> None:
    zone, begin = change

    shown = list(looked(reminders, begin, apart, zone))

    days = [occasion.day for _, occasion in shown]
    assert all(days.count(day) <= MOST_A_DAY for day in days)
    assert len({occasion for _, occasion in shown}) == len(shown)


@given(chosen_reminders, changes, steps)
def test_nothing_comes_in_quiet_hours_or_late(
    reminders: Reminders, change: tuple[ZoneInfo, datetime], apart: list[timedelta]
) -> None:
    zone, begin = change

    shown = list(looked(reminders, begin, apart, zone))

    for now, occasion in shown:
        moment = datetime.combine(occasion.day, occasion.at, zone).astimezone(UTC)
        assert not reminders.quiet.hold(now.astimezone(zone).time())
        assert not reminders.quiet.hold(occasion.at)
        assert timedelta() <= now - moment < LATEST
        assert occasion.day == now.astimezone(zone).date()


@given(chosen_reminders, changes, st.integers(0, 60 * 24 * 6))
def test_what_is_said_to_be_next_is_due_then_and_nothing_before(
    reminders: Reminders, change: tuple[ZoneInfo, datetime], minutes: int
) -> None:
    zone, begin = change
    now = begin + minutes * MINUTE

    coming = next_due(reminders, now, zone, Held())

    if coming is None:
        assert due(reminders, now, now + DAY, zone, Held()) is None
    else:
        assert coming > now
        assert due(reminders, now, coming, zone, Held()) is not None
        assert due(reminders, now, coming - timedelta(seconds=1), zone, Held()) is None


@given(st.lists(clock_times, min_size=1, max_size=3, unique=True), st.sampled_from(CHANGES[:2]))
def test_every_time_of_every_day_comes_once_over_a_change_of_the_clock(
    times: list[time], change: tuple[str, datetime]
) -> None:
    zone, now = ZoneInfo(change[0]), change[1]
    reminders = Reminders(on=True, times=tuple(map(ReminderTime, times)), quiet=NO_QUIET)
    first = now.astimezone(zone).date() + DAY
    shown: list[Occasion] = []

    while (coming := next_due(reminders, now, zone, Held())) and len(shown) < 5 * len(times):
        occasion = due(reminders, now, coming, zone, Held())
        assert occasion is not None
        shown.append(occasion)
        now = coming

    for day in (first, first + DAY):
        # Two that fall on one moment in the gap are shown as one.
        there = {o.at for o in shown if o.day == day}
        moments = {datetime.combine(day, at, zone).astimezone(UTC) for at in times}
        assert len(there) == len(moments)


@given(chosen_reminders, changes, st.integers(1, 60 * 24 * 30))
def test_after_waking_there_is_one_reminder_at_most(
    reminders: Reminders, change: tuple[ZoneInfo, datetime], asleep: int
) -> None:
    zone, begin = change
    awake = begin + asleep * MINUTE

    shown = list(looked(reminders, begin, [asleep * MINUTE, MINUTE / 60, MINUTE / 60], zone))

    assert len([now for now, _ in shown if now == awake]) <= 1
    for now, occasion in shown[1:]:  # and what comes right after is not made up for
        moment = datetime.combine(occasion.day, occasion.at, zone).astimezone(UTC)
        assert awake < moment <= now


@given(chosen_reminders, changes, steps)
def test_days_of_rest_stay_quiet(
    reminders: Reminders, change: tuple[ZoneInfo, datetime], apart: list[timedelta]
) -> None:
    zone, begin = change
    resting = Held(rest_days=frozenset(begin.date() + n * DAY for n in range(-1, 60)))
    now = begin

    for step in apart:
        since, now = now, max(begin, now + step)

        assert due(reminders, since, now, zone, resting) is None


def test_a_time_that_summer_time_leaves_out_comes_when_it_would_have_been() -> None:
    reminders = reminders_at("02:30")

    coming = next_due(reminders, at_berlin("2026-03-29T00:00"), BERLIN, Held())

    assert coming == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # half past three on the new clock


def test_a_time_that_comes_twice_is_reminded_of_once() -> None:
    reminders = reminders_at("02:30")
    before, second = at_berlin("2026-10-25T01:00"), at_berlin("2026-10-25T02:30", fold=1)

    first = next_due(reminders, before, BERLIN, Held())
    again = due(reminders, second - MINUTE, second + MINUTE, BERLIN, Held())

    assert first == at_berlin("2026-10-25T02:30")
    assert again is None


def test_quiet_hours_go_over_midnight() -> None:
    quiet = QuietHours(time(22), time(7))

    held = {at for at in range(24) if quiet.hold(time(at))}

    assert held == {22, 23, 0, 1, 2, 3, 4, 5, 6}


def test_the_same_time_twice_means_no_quiet_hours() -> None:
    assert not any(NO_QUIET.hold(time(hour)) for hour in range(24))


def test_a_reminder_that_slept_into_the_quiet_hours_is_let_go() -> None:
    reminders = reminders_at("21:45", quiet=QuietHours(time(22), time(7)))
    asleep, awake = at_berlin("2026-11-24T21:00"), at_berlin("2026-11-24T22:10")

    assert due(reminders, asleep, awake, BERLIN, Held()) is None


def test_a_reminder_an_hour_old_is_let_go_and_a_younger_one_comes() -> None:
    reminders = reminders_at("09:00", "09:40")
    asleep = at_berlin("2026-11-24T08:00")

    late = due(reminders, asleep, at_berlin("2026-11-24T10:40"), BERLIN, Held())
    young = due(reminders, asleep, at_berlin("2026-11-24T09:55"), BERLIN, Held())

    assert late is None
    assert young == Occasion(date(2026, 11, 24), time(9, 40))


def test_a_clock_set_back_repeats_nothing() -> None:
    reminders = reminders_at("09:00")
    shown = Held(frozenset({Occasion(date(2026, 11, 24), time(9))}))

    again = due(
        reminders, at_berlin("2026-11-24T08:30"), at_berlin("2026-11-24T09:05"), BERLIN, shown
    )

    assert again is None


def test_times_changed_after_three_reminders_bring_no_fourth() -> None:
    today = date(2026, 11, 24)
    shown = Held(frozenset(Occasion(today, time(hour)) for hour in (8, 9, 10)))
    reminders = reminders_at("11:00")
    ten = at_berlin("2026-11-24T10:30")

    coming = next_due(reminders, ten, BERLIN, shown)

    assert due(reminders, ten, ten + HOUR, BERLIN, shown) is None
    assert coming == at_berlin("2026-11-25T11:00")


def test_a_reminder_without_a_weekday_never_comes() -> None:
    reminders = Reminders(on=True, times=(ReminderTime(time(9), frozenset()),), quiet=NO_QUIET)

    assert next_due(reminders, at_berlin("2026-11-24T08:00"), BERLIN, Held()) is None
    assert reminders.heard == ()


def test_a_fourth_time_is_refused() -> None:
    times = tuple(ReminderTime(time(hour)) for hour in range(4))

    with pytest.raises(ValueError, match="more than three"):
        Reminders(times=times)


@pytest.mark.parametrize(
    ("weekdays", "at", "day"),
    [
        (EVERY_DAY, "09:00", date(2026, 11, 25)),
        (EVERY_DAY, "12:31", date(2026, 11, 24)),
        (frozenset({2}), "09:00", date(2026, 12, 1)),
        (frozenset({7, 1}), "12:00", date(2026, 11, 29)),
    ],
)
def test_the_first_day_is_the_next_one_still_to_come(
    weekdays: frozenset[int], at: str, day: date
) -> None:
    reminder = ReminderTime(time.fromisoformat(at), weekdays)

    assert first_day(reminder, date(2026, 11, 24), time(12, 30)) == day  # a Tuesday
