"""The reminders among the settings: what does not fit is left out, never an error."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from prt_desktop.domain.reminders import (
    MOST_A_DAY,
    Occasion,
    QuietHours,
    Reminders,
    ReminderTime,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from prt_desktop.storage.settings import Settings

_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CALENDAR_ID = re.compile(r"[0-9a-f]{32}")
_KEPT_DAYS = timedelta(days=2)


def reminders_in(settings: Settings) -> Reminders:
    """Read the reminders: times that are none are left out, and so is a fourth one."""
    read = (_reminder_time(one) for one in settings.reminder_times)
    times = tuple(one for one in read if one is not None)
    usual = QuietHours()
    quiet = QuietHours(
        _time(settings.quiet_from) or usual.begin, _time(settings.quiet_until) or usual.end
    )
    return Reminders(
        settings.reminders_on,
        times[:MOST_A_DAY],
        quiet,
        settings.reminders_rest,
        settings.stays_in_tray,
    )


def with_reminders(settings: Settings, reminders: Reminders) -> Settings:
    """Put reminders into the settings."""
    return replace(
        settings,
        reminders_on=reminders.on,
        reminder_times=[_written(one) for one in reminders.times],
        quiet_from=f"{reminders.quiet.begin:%H:%M}",
        quiet_until=f"{reminders.quiet.end:%H:%M}",
        reminders_rest=reminders.rests_with_plan,
        stays_in_tray=reminders.stays_in_tray,
    )


def given_in(settings: Settings) -> frozenset[Occasion]:
    """Read which reminders were given of late, so that no day has a fourth one."""
    read = (_occasion(one) for one in settings.reminders_given)
    return frozenset(one for one in read if one is not None)


def with_given(settings: Settings, given: Iterable[Occasion], today: date) -> Settings:
    """Keep which reminders were given, those of the last days alone."""
    kept = sorted(one for one in given if abs(one.day - today) <= _KEPT_DAYS)
    return replace(settings, reminders_given=[f"{one.day}T{one.at:%H:%M}" for one in kept])


def with_calendar_id(settings: Settings) -> Settings:
    """Give the settings with the id under which calendars know these reminders, kept or new."""
    if _CALENDAR_ID.fullmatch(settings.calendar_id):
        return settings
    return replace(settings, calendar_id=secrets.token_hex(16))


def _reminder_time(found: Mapping[str, str]) -> ReminderTime | None:
    at = _time(found.get("at", ""))
    days = frozenset(int(day) for day in found.get("days", "") if day in "1234567")
    return None if at is None else ReminderTime(at, days)


def _written(one: ReminderTime) -> dict[str, str]:
    return {"at": f"{one.at:%H:%M}", "days": "".join(map(str, sorted(one.weekdays)))}


def _occasion(found: str) -> Occasion | None:
    day, _, at = found.partition("T")
    when = _time(at)
    if when is None or not _DAY.fullmatch(day):
        return None
    try:
        return Occasion(date.fromisoformat(day), when)
    except ValueError:  # the 31st of February
        return None


def _time(found: str) -> time | None:
    return time.fromisoformat(found) if _TIME.fullmatch(found) else None
