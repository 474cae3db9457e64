"""Reminds at the chosen times while the program runs, and keeps it in the tray if chosen."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from prt_desktop.desktop.notifications import Notifications, QuietWord
from prt_desktop.desktop.tray import SystemTray, TrayNotifications, TrayWords
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.reminders import Held, due, next_due
from prt_desktop.domain.system_zone import SystemZone
from prt_desktop.storage.reminder_settings import given_in, reminders_in, with_given
from prt_desktop.ui.ending import bring_to_front, end, is_ending
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.reminders.outlets import ask_for_calendar
from prt_desktop.ui.rest_days import rest_days
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.file_dialogs import FileDialogs
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime, tzinfo
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.content.library import Library
    from prt_desktop.domain.reminders import Reminders
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.main_window import MainWindow
    from prt_desktop.ui.theme import Theme

LOOK_EVERY = timedelta(seconds=30)
"""A clock that jumps and a machine that wakes tell nobody, so the time is looked at this often."""
_ICON_PX = 32
_SOON_MS = 1_000


class Lockable(Protocol):
    """What locks the diary."""

    def lock(self) -> None:
        """Lock it at once."""


class RemindedProgram(Protocol):
    """What is open: one person's window, journal and settings."""

    @property
    def theme(self) -> Theme:
        """Colours and icons."""

    @property
    def window(self) -> MainWindow:
        """The window."""

    @property
    def settings(self) -> SettingsFile:
        """How the person likes the program."""

    @property
    def journal(self) -> Journal:
        """The journal; asks what to do when it cannot be opened."""

    @property
    def library(self) -> Library:
        """The lessons, exercises and the plan."""

    @property
    def locking(self) -> Lockable:
        """What locks the diary."""


class Reminding(QObject):
    """Looks at the clock while reminders are on; off, nothing runs and no icon is shown.

    A reminder is shown by the desktop, else by the tray, else in the window. During a practice
    none is.
    """

    def __init__(
        self,
        program: RemindedProgram,
        clock: Callable[[], datetime],
        has_tray: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        super().__init__(program.window)
        self._has_tray = has_tray
        self._program = program
        self._clock = clock
        self._since = clock().astimezone(UTC)
        self._rest_days: frozenset[date] = frozenset()
        self._rested_on: date | None = None  # the day on which the plan was asked last
        self._dialogs = FileDialogs()
        self.zone: tzinfo = SystemZone()
        self.may_stay = True
        self.make_notifications: Callable[[], Notifications] = self._make_notifications
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        program.window.installEventFilter(self)
        program.window.journal_written.connect(self._ask_plan_again)

    @cached_property
    def tray(self) -> SystemTray:
        """The icon in the tray, shown while reminders are on."""
        drawn = self._program.theme.pixmap(Icon.CLOCK, Tone.ACCENT, self._program.window, _ICON_PX)
        words = TrayWords(self.tr("Reminders are on"), self.tr("Open"), self.tr("Quit"))
        tray = SystemTray(QIcon(drawn), words, self._program.window, self._has_tray)
        tray.open_requested.connect(self._come_to_front)
        tray.quit_requested.connect(self.quit)
        return tray

    @property
    def has_tray(self) -> bool:
        """Say whether the program can stay in a tray here."""
        return self.may_stay and self._has_tray()

    @property
    def stays(self) -> bool:
        """Say whether closing the window leaves the program in the tray."""
        chosen = self._chosen()
        return chosen.on and chosen.stays_in_tray and self.has_tray

    def new_calendar(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new file for a calendar is to go."""
        return ask_for_calendar(self._dialogs, over, name)

    @Slot()
    def follow(self) -> None:
        """Remind as the settings say from now on; what lies before is never made up for."""
        chosen = self._chosen()
        self.tray.set_shown(shown=chosen.on)
        self._since = self._clock().astimezone(UTC)
        if not chosen.on:
            self._timer.stop()
            self._notifications.withdraw()
            return
        self.look()

    @Slot()
    def look(self) -> None:
        """Look at the clock, and show the one reminder that is due."""
        chosen, now = self._chosen(), self._clock().astimezone(UTC)
        held = self._held(chosen)
        occasion = due(chosen, min(self._since, now), now, self.zone, held)
        self._since = now
        if occasion is not None:
            held = replace(held, given=held.given | {occasion})
            today = now.astimezone(self.zone).date()
            settings = with_given(self._program.settings.read(), held.given, today)
            with contextlib.suppress(StorageError):  # a full disk keeps no reminder back
                self._program.settings.write(settings)
            self._remind()
        coming = next_due(chosen, now, self.zone, held)
        wait = LOOK_EVERY if coming is None else min(LOOK_EVERY, coming - now)
        self._timer.start(max(1, round(wait.total_seconds() * 1_000)))

    @Slot()
    def quit(self) -> None:
        """End the program, also out of the tray."""
        self._notifications.withdraw()
        end(self._program.window)
        QApplication.quit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the program in the tray when its window is closed, if that was chosen."""
        window = self._program.window
        closes = watched is window and event.type() is QEvent.Type.Close
        if not closes or is_ending(window) or not self.stays:
            return super().eventFilter(watched, event)
        event.ignore()
        if self._program.journal.is_in_vault:
            self._program.locking.lock()
        window.hide()
        return True

    @cached_property
    def _notifications(self) -> Notifications:
        made = self.make_notifications()
        made.listen(self._open)
        return made

    @cached_property
    def _tray_notifications(self) -> TrayNotifications:
        made = TrayNotifications(self.tray.icon)
        made.listen(self._open)
        return made

    def _chosen(self) -> Reminders:
        return reminders_in(self._program.settings.read())

    def _held(self, chosen: Reminders) -> Held:
        given = given_in(self._program.settings.read())
        if not chosen.rests_with_plan:
            return Held(given)
        now, journal = self._clock(), self._program.journal
        if now.date() != self._rested_on and not journal.is_locked:
            self._rested_on = now.date()
            self._rest_days = rest_days(journal, self._program.library, now)
        return Held(given, self._rest_days)

    def _remind(self) -> None:
        if not self._program.window.rooms.is_busy:
            self._notifications.show(self._word(), self._take_answer)

    def _word(self) -> QuietWord:
        return QuietWord(self.tr("Time for yourself"), self.tr("Open"), self.tr("Not now"))

    def _take_answer(self, shown: bool) -> None:
        if not shown:
            self._tray_notifications.show(self._word(), self._take_last_answer)

    def _take_last_answer(self, shown: bool) -> None:
        window = self._program.window
        if not shown and window.isVisible():
            window.show_notice(Notice(self._word().text))

    def _open(self) -> None:
        """Show Today, but leave alone a practice, a lock or a page of help."""
        self._come_to_front()
        if self._program.window.cover.open:
            self._program.window.go(Place.TODAY)

    @Slot()
    def _ask_plan_again(self) -> None:
        """Ask the plan soon, as it may stand otherwise now, and before the diary is locked."""
        self._rested_on = None
        if self._timer.isActive():
            self._timer.start(_SOON_MS)

    @Slot()
    def _come_to_front(self) -> None:
        bring_to_front(self._program.window)

    def _make_notifications(self) -> Notifications:
        from prt_desktop.desktop.offers import notifications_of_this_desktop  # noqa: PLC0415

        return notifications_of_this_desktop(self) or self._tray_notifications
