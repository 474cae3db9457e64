"""Reminders are chosen on a page of their own; every change holds at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from prt_desktop.domain.reminders import EVERY_DAY, QuietHours, Reminders, ReminderTime
from prt_desktop.storage.reminder_settings import reminders_in, with_reminders
from prt_desktop.ui.reminders.pane import RemindersPane
from prt_desktop.ui.widgets.time_field import TimeField
from tests.ui.reading import button, named, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.ui.widgets.pane import Notice
    from tests.ui.setting import Setting


@pytest.fixture
def pane(setting: Setting, qtbot: QtBot) -> RemindersPane:
    """Give the page, with reminders off as they are at first."""
    return shown(setting, qtbot)


@pytest.fixture
def turned_on(setting: Setting, qtbot: QtBot) -> RemindersPane:
    """Give the page with a reminder at ten each day."""
    keep(setting, Reminders(on=True, times=(ReminderTime(time(10)),)))
    return shown(setting, qtbot)


def shown(setting: Setting, qtbot: QtBot) -> RemindersPane:
    pane = RemindersPane(setting.theme, setting.settings, setting.clock, setting.reminder_desk)
    qtbot.addWidget(pane)
    pane.resize(800, 900)
    pane.show()
    return pane


def keep(setting: Setting, reminders: Reminders) -> None:
    setting.settings.write(with_reminders(setting.settings.read(), reminders))


def kept(setting: Setting) -> Reminders:
    return reminders_in(setting.settings.read())


def field(pane: RemindersPane, name: str) -> TimeField:
    return named(pane, TimeField, name)


def test_turning_reminders_on_begins_with_one_a_day(setting: Setting, pane: RemindersPane) -> None:
    before = kept(setting).on

    button(pane, "Remind me").click()

    assert not before
    assert kept(setting) == Reminders(on=True, times=(ReminderTime(time(10), EVERY_DAY),))
    assert setting.reminder_desk.followed == 1


def test_turning_them_off_keeps_the_times(setting: Setting, turned_on: RemindersPane) -> None:
    button(turned_on, "Remind me").click()

    assert kept(setting) == Reminders(on=False, times=(ReminderTime(time(10)),))
    assert "Add a time" not in words_on(turned_on)


def test_there_are_three_times_at_most(setting: Setting, turned_on: RemindersPane) -> None:
    button(turned_on, "Add a time").click()
    button(turned_on, "Add a time").click()

    assert [one.at for one in kept(setting).times] == [time(10), time(15), time(19)]
    assert "Add a time" not in words_on(turned_on)


def test_a_time_is_typed_by_keys(setting: Setting, turned_on: RemindersPane) -> None:
    box = field(turned_on, "Time of reminder 1")
    box.setFocus()

    QTest.keyClicks(box, "0830")
    QTest.keyClick(box, Qt.Key.Key_Return)

    assert kept(setting).times == (ReminderTime(time(8, 30)),)


def test_days_of_the_week_are_left_out_one_by_one(
    setting: Setting, turned_on: RemindersPane
) -> None:
    button(turned_on, "Saturday").click()
    button(turned_on, "Sunday").toggle()  # as a screen reader does

    assert kept(setting).times == (ReminderTime(time(10), frozenset({1, 2, 3, 4, 5})),)


def test_a_time_that_is_removed_lets_the_later_ones_move_up(setting: Setting, qtbot: QtBot) -> None:
    times = tuple(ReminderTime(time(hour), frozenset({hour % 7 + 1})) for hour in (8, 12, 17))
    keep(setting, Reminders(on=True, times=times))
    pane = shown(setting, qtbot)

    button(pane, "Remove reminder 2").click()

    assert kept(setting).times == (times[0], times[2])
    assert field(pane, "Time of reminder 2").at == time(17)


def test_a_time_in_the_quiet_hours_says_so(setting: Setting, turned_on: RemindersPane) -> None:
    words = "This time lies in your quiet hours"
    before = words_on(turned_on)

    field(turned_on, "Quiet until").setTime(field(turned_on, "Quiet until").time().addSecs(14_400))

    assert words not in before
    assert words in words_on(turned_on)
    assert kept(setting).quiet == QuietHours(time(22), time(11))


def test_rest_days_and_the_tray_are_choices_of_their_own(
    setting: Setting, turned_on: RemindersPane
) -> None:
    before = kept(setting)

    button(turned_on, "None on a rest day of my plan").click()
    button(turned_on, "When I close the window, stay in the tray and go on reminding").click()

    assert (before.rests_with_plan, before.stays_in_tray) == (False, False)
    assert (kept(setting).rests_with_plan, kept(setting).stays_in_tray) == (True, True)


def test_a_desktop_without_a_tray_is_told_of(setting: Setting, qtbot: QtBot) -> None:
    keep(setting, Reminders(on=True, times=(ReminderTime(time(10)),)))
    setting.reminder_desk.has_tray = False

    pane = shown(setting, qtbot)

    assert "reminders come only while the window is open" in words_on(pane)
    assert "stay in the tray" not in words_on(pane)


def test_a_choice_for_the_tray_outlives_a_desktop_without_one(
    setting: Setting, qtbot: QtBot
) -> None:
    keep(setting, Reminders(on=True, times=(ReminderTime(time(10)),), stays_in_tray=True))
    setting.reminder_desk.has_tray = False

    button(shown(setting, qtbot), "Monday").click()

    assert kept(setting).stays_in_tray


def test_the_reminders_are_saved_for_a_calendar(
    setting: Setting, turned_on: RemindersPane, tmp_path: Path
) -> None:
    setting.reminder_desk.file = tmp_path / "mine.ics"
    notices: list[Notice] = []
    turned_on.notice_requested.connect(notices.append)

    button(turned_on, "Save for a calendar").click()

    (event,) = Calendar.from_ical((tmp_path / "mine.ics").read_bytes()).events
    assert event["SUMMARY"] == "Time for yourself"
    assert [one.text for one in notices] == [
        "The reminders are in mine.ics. Open it with your calendar."
    ]


def test_nothing_to_save_is_said_and_no_file_is_made(
    setting: Setting, pane: RemindersPane, tmp_path: Path
) -> None:
    setting.reminder_desk.file = tmp_path / "mine.ics"
    notices: list[Notice] = []
    pane.notice_requested.connect(notices.append)

    button(pane, "Save for a calendar").click()

    assert notices[0].text.startswith("There is no reminder to write into a calendar")
    assert not (tmp_path / "mine.ics").exists()


def test_thinking_better_of_it_saves_nothing(setting: Setting, turned_on: RemindersPane) -> None:
    before = setting.settings.read()

    button(turned_on, "Save for a calendar").click()

    assert setting.settings.read() == before


def test_what_was_changed_elsewhere_is_shown(setting: Setting, turned_on: RemindersPane) -> None:
    chosen = replace(kept(setting), times=(ReminderTime(time(16, 5)),))
    keep(setting, chosen)

    turned_on.open("")

    assert field(turned_on, "Time of reminder 1").at == time(16, 5)
    assert setting.reminder_desk.followed == 0
