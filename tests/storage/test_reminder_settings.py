"""Reminders come back as they were chosen; what does not fit harms nothing."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.reminders import (
    MOST_A_DAY,
    Occasion,
    QuietHours,
    Reminders,
    ReminderTime,
)
from prt_desktop.storage.reminder_settings import (
    given_in,
    reminders_in,
    with_calendar_id,
    with_given,
    with_reminders,
)
from prt_desktop.storage.settings import SETTINGS_NAME, Settings, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

TODAY = date(2026, 11, 24)
clock_times = st.times().map(lambda one: one.replace(second=0, microsecond=0, fold=0))
chosen = st.builds(
    Reminders,
    st.booleans(),
    st.lists(
        st.builds(ReminderTime, clock_times, st.frozensets(st.integers(1, 7))), max_size=3
    ).map(tuple),
    st.builds(QuietHours, clock_times, clock_times),
    st.booleans(),
    st.booleans(),
)


def test_reminders_are_off_at_first() -> None:
    assert reminders_in(Settings()) == Reminders(quiet=QuietHours(time(22), time(7)))


@given(chosen)
def test_reminders_come_back_as_they_were_chosen(reminders: Reminders) -> None:
    kept = with_reminders(Settings(theme="dark"), reminders)

    assert reminders_in(kept) == reminders
    assert kept.theme == "dark"


@given(chosen)
def test_reminders_come_back_from_the_disk(
    tmp_path_factory: pytest.TempPathFactory, reminders: Reminders
) -> None:
    file = SettingsFile(tmp_path_factory.mktemp("data"))

    file.write(with_reminders(Settings(), reminders))

    assert reminders_in(file.read()) == reminders


@given(
    st.lists(st.dictionaries(st.sampled_from(["at", "days", "x"]), st.text()), max_size=9),
    st.text(),
    st.text(),
    st.lists(st.text()),
)
def test_hostile_words_in_the_settings_are_left_out(
    times: list[dict[str, str]], quiet_from: str, quiet_until: str, shown: list[str]
) -> None:
    settings = Settings(
        reminders_on=True,
        reminder_times=times,
        quiet_from=quiet_from,
        quiet_until=quiet_until,
        reminders_given=shown,
    )

    reminders = reminders_in(settings)

    assert len(reminders.times) <= MOST_A_DAY
    assert with_given(settings, given_in(settings), TODAY).reminders_given is not None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("reminder_times", [{"at": 9}]),
        ("reminder_times", {"at": "09:00"}),
        ("reminder_times", ["09:00"]),
        ("reminders_given", [{}]),
        ("reminders_given", "2026-11-24T09:00"),
        ("reminders_on", 1),
        ("quiet_from", 22),
        ("stays_in_tray", "yes"),
    ],
)
def test_a_value_of_another_kind_is_as_if_it_were_not_there(
    tmp_path: Path, name: str, value: object
) -> None:
    (tmp_path / SETTINGS_NAME).write_text(json.dumps({name: value, "theme": "dark"}), "utf-8")

    assert SettingsFile(tmp_path).read() == Settings(theme="dark")


@pytest.mark.parametrize(
    "at", ["9:00", "24:00", "09:60", "09:00:00", "\u0660\u0669:\u0660\u0660", "", "noon"]
)
def test_what_is_no_time_is_left_out(at: str) -> None:
    times = [{"at": at, "days": "1"}, {"at": "09:00", "days": "17x"}]

    reminders = reminders_in(Settings(reminder_times=times))

    assert reminders.times == (ReminderTime(time(9), frozenset({1, 7})),)


def test_a_fourth_time_in_the_file_is_left_out() -> None:
    times = [{"at": f"0{hour}:00", "days": "1"} for hour in range(5)]

    reminders = reminders_in(Settings(reminder_times=times))

    assert [one.at.hour for one in reminders.times] == [0, 1, 2]


def test_only_the_last_days_are_remembered() -> None:
    old = Occasion(TODAY - timedelta(days=3), time(9))
    new = Occasion(TODAY, time(9, 30))

    kept = with_given(Settings(), {old, new}, TODAY)

    assert kept.reminders_given == ["2026-11-24T09:30"]
    assert given_in(kept) == {new}


def test_the_id_of_the_calendar_stays_once_there_is_one() -> None:
    first = with_calendar_id(Settings())

    assert len(first.calendar_id) == 32
    assert with_calendar_id(first) == first
    assert with_calendar_id(dataclasses.replace(first, calendar_id="a\r\nEVIL:1")) != first
