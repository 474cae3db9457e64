"""Reminders, led to from the settings."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot

from prt_desktop.domain.errors import PrtError
from prt_desktop.reminder_files import write_calendar
from prt_desktop.storage.reminder_settings import reminders_in, with_reminders
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.reminders.choice import ReminderChoice
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice, Pane, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.reminders.outlets import ReminderDesk
    from prt_desktop.ui.theme import Theme


class RemindersPane(Pane):
    """Every change holds at once and is saved at once; off from the beginning."""

    def __init__(
        self,
        theme: Theme,
        settings: SettingsFile,
        clock: Callable[[], datetime],
        desk: ReminderDesk,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._clock = clock
        self._desk = desk
        self._on = CheckRow(theme, self.tr("Remind me"))
        self._choice = ReminderChoice(theme)
        self._save = Button(theme, self.tr("Save for a calendar"), icon=Icon.CALENDAR)
        self._back = Button(theme, self.tr("Settings"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._lay_out(theme)
        self.refresh()
        self._back.clicked.connect(self._go_back)
        self._choice.changed.connect(self._take)
        self._on.toggled.connect(self._turn)
        self._save.clicked.connect(self._save_calendar)

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the pane itself
        """Show what was chosen."""
        self.refresh()

    def refresh(self) -> None:
        """Show the reminders as they are saved."""
        chosen = reminders_in(self._settings.read())
        with QSignalBlocker(self._on):
            self._on.setChecked(chosen.on)
        self._choice.show_chosen(chosen, has_tray=self._desk.has_tray)
        self._choice.setVisible(chosen.on)

    @Slot()
    def _turn(self) -> None:
        """Turn reminders on, with a time to begin with, or off; the times are kept."""
        chosen = replace(reminders_in(self._settings.read()), on=self._on.isChecked())
        if chosen.on and not chosen.times:
            chosen = replace(chosen, times=(self._choice.first_time(),))
        settings = with_reminders(self._settings.read(), chosen)
        if is_saved(partial(self._settings.write, settings), self.notice_requested):
            self._desk.follow()
        self.refresh()

    @Slot()
    def _take(self) -> None:
        chosen = self._choice.chosen(on=self._on.isChecked())
        settings = with_reminders(self._settings.read(), chosen)
        if is_saved(partial(self._settings.write, settings), self.notice_requested):
            self._desk.follow()
        self.refresh()

    @Slot()
    def _save_calendar(self) -> None:
        words = self.tr("Time for yourself")
        file = self._desk.new_calendar(self, words)
        if file is None:
            return
        try:
            write_calendar(self._settings, file, self._clock(), words)
        except PrtError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return
        told = self.tr("The reminders are in %s. Open it with your calendar.")
        self.notice_requested.emit(Notice(told % file.name))

    @Slot()
    def _go_back(self) -> None:
        self.place_requested.emit(Place.SETTINGS, "")

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("Reminders")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        column.add(self._on)
        column.space(1)
        column.add(self._choice)
        column.space(3)
        column.add(Label(theme, self.tr("In your calendar"), Size.LEAD, weight=Weight.BOLD))
        column.add(Label(theme, self._about_calendar(), tone=Tone.MUTED))
        column.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        fill(self, column)

    def _about(self) -> str:
        return self.tr(
            "A quiet word on your screen: “Time for yourself”. It says no more than that, "
            "makes no sound, and one you miss is never mentioned again."
        )

    def _about_calendar(self) -> str:
        return self.tr(
            "A file that any calendar can read, on your phone too. It has the times above and "
            "the same words. Your calendar knows nothing of rest days."
        )
