"""Reminding shows one neutral word in time, and stays in the tray when that is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.library import Library
from prt_desktop.desktop.silent_notifications import SilentNotifications
from prt_desktop.domain.diary import EntryKind, LessonDetails
from prt_desktop.domain.reminders import QuietHours, Reminders, ReminderTime
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.reminder_settings import with_reminders
from prt_desktop.storage.settings import SettingsFile
from prt_desktop.ui.ending import end
from prt_desktop.ui.main_window import MainWindow
from prt_desktop.ui.reminding import Reminding
from prt_desktop.ui.theme import Theme
from prt_desktop.ui.widgets.pane import Place
from tests.builders import an_entry
from tests.storage.vaults import turned_on
from tests.ui.conftest import show

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

# The offscreen platform has no tray, and no windows behind others.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise")
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
ALWAYS = QuietHours(time(0), time(0))
AT_ONE = Reminders(on=True, times=(ReminderTime(time(13)),), quiet=ALWAYS)


class Lock:
    """Counts how often the diary was locked."""

    def __init__(self) -> None:
        self.locked = 0

    def lock(self) -> None:
        self.locked += 1


@dataclass
class Program:
    """What is open, as reminding needs it."""

    theme: Theme
    window: MainWindow
    settings: SettingsFile
    journal: Journal
    library: Library
    locking: Lock


class Desk:
    """A window at half past twelve, a clock in UTC, and silent notifications."""

    def __init__(self, setting: Setting, window: MainWindow) -> None:
        self.setting = setting
        self.window = window
        self.lock = Lock()
        self.has_tray = True
        self.notifications = SilentNotifications()
        program = Program(
            setting.theme, window, setting.settings, setting.journal, setting.library, self.lock
        )
        self.reminding = Reminding(program, setting.clock, lambda: self.has_tray)
        self.reminding.zone = UTC
        self.reminding.make_notifications = lambda: self.notifications

    def choose(self, reminders: Reminders) -> None:
        """Choose reminders, as on their page."""
        self.setting.settings.write(with_reminders(self.setting.settings.read(), reminders))
        self.reminding.follow()

    def go_on(self, by: timedelta) -> str | None:
        """Let time pass, look at the clock, and give what is shown by then."""
        self.setting.clock.go_on(by)
        self.reminding.look()
        word, self.notifications.word = self.notifications.word, None
        return None if word is None else word.text


@pytest.fixture
def desk(setting: Setting, window: MainWindow) -> Desk:
    return Desk(setting, window)


def test_a_reminder_comes_at_its_time_and_once(desk: Desk) -> None:
    desk.choose(AT_ONE)

    seen = [desk.go_on(10 * MINUTE) for _ in range(6)]

    assert seen == [None, None, "Time for yourself", None, None, None]


def test_what_lay_before_the_start_is_never_made_up_for(desk: Desk) -> None:
    desk.choose(replace(AT_ONE, times=(ReminderTime(time(12, 15)),)))

    assert desk.go_on(MINUTE) is None


def test_after_a_night_asleep_nothing_is_said_of_what_was_missed(desk: Desk) -> None:
    desk.choose(AT_ONE)

    assert desk.go_on(20 * HOUR) is None
    assert desk.go_on(4 * HOUR + 30 * MINUTE) == "Time for yourself"  # the next day's own


def test_a_restart_or_a_clock_set_back_repeats_nothing(desk: Desk) -> None:
    desk.choose(AT_ONE)
    first = desk.go_on(31 * MINUTE)
    desk.setting.clock.go_on(-10 * MINUTE)
    desk.reminding.follow()

    again = desk.go_on(12 * MINUTE)

    assert (first, again) == ("Time for yourself", None)


def test_off_means_that_nothing_runs(desk: Desk) -> None:
    desk.choose(AT_ONE)

    desk.choose(replace(AT_ONE, on=False))

    assert not desk.reminding.tray.icon.isVisible()
    assert not desk.reminding.stays
    assert desk.notifications.word is None


def test_the_clock_is_looked_at_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.setting.clock.now = datetime(2026, 11, 24, 12, 59, 59, 990_000, tzinfo=UTC)
    desk.choose(AT_ONE)
    desk.setting.clock.go_on(MINUTE)

    qtbot.waitUntil(lambda: desk.notifications.word is not None)


def test_opening_it_brings_the_window_to_today(desk: Desk) -> None:
    desk.choose(AT_ONE)
    desk.window.go(Place.SETTINGS)
    desk.window.hide()
    desk.setting.clock.go_on(31 * MINUTE)
    desk.reminding.look()

    desk.notifications.open()

    assert desk.window.isVisible()
    assert desk.window.place is Place.TODAY


def test_a_desktop_without_notifications_says_it_in_the_window(desk: Desk) -> None:
    desk.notifications.takes = desk.has_tray = False
    desk.choose(AT_ONE)

    desk.go_on(31 * MINUTE)

    assert "Time for yourself" in desk.window.notices.text


def test_a_rest_day_of_the_plan_is_left_alone_if_that_was_chosen(desk: Desk) -> None:
    read = an_entry(
        kind=EntryKind.LESSON,
        created_at=desk.setting.clock() - 24 * HOUR,
        details=LessonDetails("pain-is-an-alarm"),
    )
    desk.setting.journal.add(read)  # the plan's next step is a rest
    desk.choose(replace(AT_ONE, rests_with_plan=True))

    today, tomorrow = desk.go_on(31 * MINUTE), desk.go_on(24 * HOUR)

    assert (today, tomorrow) == (None, "Time for yourself")


def test_closing_the_window_ends_it_unless_the_tray_was_chosen(desk: Desk) -> None:
    desk.choose(AT_ONE)

    closed = desk.window.close()

    assert closed
    assert not desk.window.isVisible()


def test_closing_the_window_stays_in_the_tray_if_that_was_chosen(desk: Desk) -> None:
    desk.choose(replace(AT_ONE, stays_in_tray=True))

    closed = desk.window.close()
    word = desk.go_on(31 * MINUTE)
    desk.reminding.tray.open_requested.emit()

    assert not closed
    assert word == "Time for yourself"
    assert desk.window.isVisible()
    assert desk.lock.locked == 0  # there is no vault


def test_without_a_tray_closing_ends_it_whatever_was_chosen(desk: Desk) -> None:
    desk.choose(replace(AT_ONE, stays_in_tray=True))
    desk.has_tray = False

    assert desk.window.close()


def test_what_ends_the_program_ends_it(desk: Desk) -> None:
    desk.choose(replace(AT_ONE, stays_in_tray=True))

    end(desk.window)
    kept_open = desk.window.isVisible()

    assert not kept_open
    assert desk.window.close()


def test_a_vault_is_locked_when_the_window_goes_to_the_tray(setting: Setting, qtbot: QtBot) -> None:
    turned_on(setting.journal)
    setting.pass_safety_pages()
    window = setting.window()
    show(window, qtbot)
    desk = Desk(setting, window)
    desk.choose(replace(AT_ONE, stays_in_tray=True))

    window.close()

    assert desk.lock.locked == 1
