"""Reminders as a calendar file (RFC 5545), for a phone or any other calendar.

Times are floating, without a zone: nine o'clock is nine wherever the person is, as in the program,
and no system names its zone in the same way. A calendar then keeps them over summer time by itself.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import NoRemindersError
from prt_desktop.domain.reminders import EVERY_DAY, first_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.domain.reminders import Reminders, ReminderTime

LONGEST_LINE = 75
"""How many octets a line may have, its end not counted."""
_MAKER = "-//Time for yourself//1//EN"
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar(reminders: Reminders, words: str, calendar_id: str, now: datetime) -> bytes:
    """Give the file; NoRemindersError when nothing in it would ever come.

    `words` are all that an event says. Under the same `calendar_id` a calendar replaces what it
    took in before instead of doubling it. `now` has the offset of the person's clock.
    """
    heard = reminders.heard
    if not heard:
        raise NoRemindersError
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_MAKER}"]
    for number, one in enumerate(heard, 1):
        lines += _event(one, _text(words), f"{calendar_id}-{number}", now)
    lines.append("END:VCALENDAR")
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """Give a line as UTF-8 with its end, folded so that no part of it is longer than allowed."""
    parts = [b""]
    for sign in line:
        octets = sign.encode()
        if len(parts[-1]) + len(octets) > LONGEST_LINE:
            parts.append(b" ")
        parts[-1] += octets
    return b"\r\n".join(parts) + b"\r\n"


def _event(one: ReminderTime, words: str, event_id: str, now: datetime) -> Iterator[str]:
    begin = datetime.combine(first_day(one, now.date(), now.time()), one.at)
    yield "BEGIN:VEVENT"
    yield f"UID:{event_id}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART:{begin:%Y%m%dT%H%M%S}"
    yield "DURATION:PT10M"
    yield f"RRULE:{_rule(one)}"
    yield f"SUMMARY:{words}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{words}"
    yield "TRIGGER:PT0S"
    yield "END:VALARM"
    yield "END:VEVENT"


def _rule(one: ReminderTime) -> str:
    if one.weekdays == EVERY_DAY:
        return "FREQ=DAILY"
    days = ",".join(_WEEKDAYS[day - 1] for day in sorted(one.weekdays))
    return f"FREQ=WEEKLY;BYDAY={days}"


def _text(words: str) -> str:
    r"""Write words as a TEXT value: its three signs escaped, lines as \n."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return "\\n".join(words.splitlines())
