"""Reminders at times of the person's own day: few, never in quiet hours, never made up for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

MOST_A_DAY = 3
LATEST = timedelta(hours=1)
"""A reminder that is older than this when somebody could see it is let go."""
NEUTRAL_WORDS = "Time for yourself"
"""All that a reminder says: it can be read on a locked screen and over a shoulder."""
EVERY_DAY = frozenset(range(1, 8))

_DAY = timedelta(days=1)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class ReminderTime:
    """A time of day and the days of the week it is for, as ISO counts them: Monday is 1."""

    at: time
    weekdays: frozenset[int] = EVERY_DAY


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nothing comes: from `begin` until before `end`, over midnight where that is earlier.

    The same time twice means no quiet hours.
    """

    begin: time = time(22)
    end: time = time(7)

    def hold(self, at: time) -> bool:
        """Say whether a time of day lies within them."""
        if self.begin <= self.end:
            return self.begin <= at < self.end
        return at >= self.begin or at < self.end


@dataclass(frozen=True, slots=True)
class Reminders:
    """What a person chose; ValueError for more than three times.

    `rests_with_plan` lets nothing come on a rest day of the plan; `stays_in_tray` keeps the
    program in the tray when its window is closed.
    """

    on: bool = False
    times: tuple[ReminderTime, ...] = ()
    quiet: QuietHours = field(default_factory=QuietHours)
    rests_with_plan: bool = False
    stays_in_tray: bool = False

    def __post_init__(self) -> None:
        """Refuse a fourth time."""
        if len(self.times) > MOST_A_DAY:
            raise ValueError("there are more than three reminders")

    @property
    def heard(self) -> tuple[ReminderTime, ...]:
        """Give the times at which something can come, the earliest first."""
        apart = [one for one in self.times if one.weekdays and not self.quiet.hold(one.at)]
        return tuple(sorted(apart, key=_at))


@dataclass(frozen=True, slots=True, order=True)
class Occasion:
    """One reminder on one day, as the person's clock has them."""

    day: date
    at: time


@dataclass(frozen=True, slots=True)
class Held:
    """What holds reminders back: those that were given, and days of rest."""

    given: frozenset[Occasion] = frozenset()
    rest_days: frozenset[date] = frozenset()

    def allows(self, occasion: Occasion) -> bool:
        """Say whether an occasion is neither given, nor one too many, nor on a rest day."""
        if occasion in self.given or occasion.day in self.rest_days:
            return False
        return sum(one.day == occasion.day for one in self.given) < MOST_A_DAY


def due(
    reminders: Reminders, since: datetime, now: datetime, zone: tzinfo, held: Held
) -> Occasion | None:
    """Give the one reminder to show now: the newest that came up after `since`, or None.

    It is at most an hour old and of today, however long the machine slept; earlier ones are let
    go. `zone` tells the person's clock.
    """
    now = now.astimezone(UTC)  # so that an hour is an hour, whatever the clock on the wall does
    here = now.astimezone(zone)
    if reminders.quiet.hold(here.time()):
        return None
    after = max(since, now - LATEST)
    come = [
        occasion
        for occasion, moment in _moments(reminders, here.date(), zone)
        if after < moment <= now and held.allows(occasion)
    ]
    return max(come, default=None)


def next_due(reminders: Reminders, now: datetime, zone: tzinfo, held: Held) -> datetime | None:
    """Give the next moment, in UTC, at which a reminder is due; None if none is within a week."""
    today = now.astimezone(zone).date()
    for ahead in range(_WEEK + 1):
        coming = [
            moment
            for occasion, moment in _moments(reminders, today + ahead * _DAY, zone)
            if moment > now and held.allows(occasion)
        ]
        if coming:
            return min(coming)
    return None


def first_day(reminder: ReminderTime, today: date, after: time) -> date:
    """Give the first day of a reminder that is later than `after` today; it has a weekday."""
    ahead = 0 if reminder.at > after else 1
    days = (today + (ahead + more) * _DAY for more in range(_WEEK))
    return next(day for day in days if day.isoweekday() in reminder.weekdays)


def _moments(reminders: Reminders, day: date, zone: tzinfo) -> Iterator[tuple[Occasion, datetime]]:
    """Give the reminders of a day with their moments in UTC.

    Where summer time leaves a time out, the moment is told by the clock before it, as calendars
    do (RFC 5545, 3.3.5); it must be of this day and outside the quiet hours by the new clock too.
    """
    for one in reminders.heard:
        if day.isoweekday() not in one.weekdays:
            continue
        moment = datetime.combine(day, one.at, zone).astimezone(UTC)
        shown = moment.astimezone(zone)
        if shown.date() == day and not reminders.quiet.hold(shown.time()):
            yield Occasion(day, one.at), moment


def _at(one: ReminderTime) -> time:
    return one.at
