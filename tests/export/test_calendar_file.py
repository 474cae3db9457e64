"""A calendar file is read by another program as what was chosen, over summer time too."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from prt_desktop.domain.errors import NoRemindersError
from prt_desktop.domain.reminders import (
    NEUTRAL_WORDS,
    Held,
    QuietHours,
    Reminders,
    ReminderTime,
    next_due,
)
from prt_desktop.export.calendar_file import LONGEST_LINE, calendar, folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icalendar import Event

NO_QUIET = QuietHours(time(0), time(0))
BERLIN = ZoneInfo("Europe/Berlin")
NOON = datetime(2026, 3, 27, 12, 30, tzinfo=BERLIN)  # two days before summer time
DAILY = Reminders(on=True, times=(ReminderTime(time(9)),), quiet=NO_QUIET)


def written(reminders: Reminders, words: str = NEUTRAL_WORDS) -> bytes:
    return calendar(reminders, words, "0123abcd", NOON)


def events(file: bytes) -> Sequence[Event]:
    return Calendar.from_ical(file).events


def walls(event: Event, days: int) -> list[datetime]:
    """Give the wall clocks of an event in the days that come, by another program's rules."""
    begin = event.decoded("DTSTART")
    written_rule = event["RRULE"].to_ical()
    assert isinstance(written_rule, bytes)
    rule = rrulestr(written_rule.decode(), dtstart=begin)
    until = NOON.replace(tzinfo=None) + timedelta(days=days)
    return list(rule.between(begin, until, inc=True))


def test_another_program_reads_what_was_chosen() -> None:
    (event,) = events(written(DAILY))

    (alarm,) = event.walk("VALARM")
    assert event["SUMMARY"] == alarm["DESCRIPTION"] == "Time for yourself"
    assert event["UID"] == "0123abcd-1"
    assert event.decoded("DTSTAMP") == NOON.astimezone(UTC)
    assert event.decoded("DTSTART") == datetime(2026, 3, 28, 9)  # noqa: DTZ001 - floating
    assert event.decoded("DURATION") == timedelta(minutes=10)
    assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", timedelta())
    assert event.errors == []


def test_nine_stays_nine_when_the_clocks_change() -> None:
    (event,) = events(written(DAILY))

    found = walls(event, 5)

    assert {wall.time() for wall in found} == {time(9)}
    offsets = [wall.replace(tzinfo=BERLIN).utcoffset() for wall in found]
    assert offsets == [timedelta(hours=1), *[timedelta(hours=2)] * 4]


@given(
    st.lists(
        st.builds(
            ReminderTime,
            st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0)),
            st.frozensets(st.integers(1, 7)),
        ),
        max_size=3,
    ),
    st.builds(QuietHours, st.times(), st.times()),
)
def test_a_calendar_and_the_program_remind_at_the_same_moments(
    times: list[ReminderTime], quiet: QuietHours
) -> None:
    reminders = Reminders(on=True, times=tuple(times), quiet=quiet)
    if not reminders.heard:
        with pytest.raises(NoRemindersError):
            written(reminders)
        return

    found = {wall for event in events(written(reminders)) for wall in walls(event, 7)}

    moments = {
        wall.replace(tzinfo=BERLIN).astimezone(UTC)
        for wall in found
        if not quiet.hold(wall.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN).time())
    }
    now, until = NOON.astimezone(UTC), (NOON + timedelta(days=7)).astimezone(UTC)
    while (coming := next_due(reminders, now, BERLIN, Held())) and coming <= until:
        assert coming in moments
        moments.discard(coming)
        now = coming
    assert moments == set()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=300))
def test_lines_are_short_and_hold_every_sign(words: str) -> None:
    file = folded(f"SUMMARY:{words}")

    lines = file.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= LONGEST_LINE for line in lines)
    assert all(line.decode() for line in lines)  # no sign is cut in two
    assert lines[0].decode() + "".join(line.decode()[1:] for line in lines[1:]) == (
        f"SUMMARY:{words}"
    )


def test_long_words_with_every_sign_come_back_whole() -> None:
    words = "Zeit für dich; ruhig, leise \\ 🌿 " * 8

    (event,) = events(written(DAILY, words.strip()))

    assert event["SUMMARY"] == words.strip()


def test_every_line_ends_as_the_standard_wants() -> None:
    file = written(DAILY)

    assert file.endswith(b"END:VCALENDAR\r\n")
    assert file.count(b"\n") == file.count(b"\r\n")


def test_the_file_says_nothing_of_pain_practice_or_the_method() -> None:
    words = written(DAILY).decode().casefold()

    assert not any(word in words for word in ("pain", "prt", "practi", "therap", "exercise"))


def test_what_lies_in_quiet_hours_is_left_out() -> None:
    times = (ReminderTime(time(9)), ReminderTime(time(23)))

    (event,) = events(written(Reminders(on=True, times=times)))

    assert event.decoded("DTSTART").time() == time(9)


def test_two_calendars_of_one_person_replace_each_other() -> None:
    later = Reminders(on=True, times=(ReminderTime(time(18), frozenset({1, 5})),), quiet=NO_QUIET)

    (before,), (after,) = events(written(DAILY)), events(written(later))

    assert before["UID"] == after["UID"]
    assert after["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,FR"


def test_nothing_chosen_makes_no_file() -> None:
    with pytest.raises(NoRemindersError, match="in the settings, under Reminders"):
        written(Reminders(on=True))
