"""One reminder: its time, its days of the week, and the way to take it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.reminders import ReminderTime
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.chip import Chip
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class TimeCard(QWidget):
    """Signals: `changed` when a person changed it, `removed` when it is to go."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self.field = TimeField(theme, self.tr("Time of reminder %d") % number)
        self._remove = Button(theme, self.tr("Remove"), Look.PLAIN, Icon.BIN)
        self._remove.setAccessibleName(self.tr("Remove reminder %d") % number)
        self._quiet = Label(
            theme,
            self.tr("This time lies in your quiet hours, so nothing comes then."),
            Size.SMALL,
            Tone.MUTED,
        )
        self._chips: dict[int, Chip] = {}
        head = QHBoxLayout()
        head.addWidget(self.field)
        head.addWidget(self._remove)
        head.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self._quiet)
        rows.addLayout(self._days(theme, number))
        rows.setAlignment(head, Qt.AlignmentFlag.AlignLeft)
        self.field.timeChanged.connect(self.changed)
        self._remove.clicked.connect(self.removed)

    @property
    def reminder(self) -> ReminderTime:
        """Give the time and the days as they are shown."""
        days = frozenset(day for day, chip in self._chips.items() if chip.isChecked())
        return ReminderTime(self.field.at, days)

    def show_reminder(self, reminder: ReminderTime, *, is_quiet: bool) -> None:
        """Show a reminder, and say it when it lies in the quiet hours."""
        self.field.set_at(reminder.at)
        for day, chip in self._chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(day in reminder.weekdays)
        self._quiet.setVisible(is_quiet)

    def _days(self, theme: Theme, number: int) -> Flow:
        days = Flow(theme)
        for day, (short, name) in enumerate(self._weekdays(), 1):
            chip = Chip(theme, short)
            chip.setAccessibleName(name)
            chip.setAccessibleDescription(self.tr("Days of reminder %d") % number)
            chip.toggled.connect(self.changed)
            days.addWidget(chip)
            self._chips[day] = chip
        return days

    def _weekdays(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Mon"), self.tr("Monday")),
            (self.tr("Tue"), self.tr("Tuesday")),
            (self.tr("Wed"), self.tr("Wednesday")),
            (self.tr("Thu"), self.tr("Thursday")),
            (self.tr("Fri"), self.tr("Friday")),
            (self.tr("Sat"), self.tr("Saturday")),
            (self.tr("Sun"), self.tr("Sunday")),
        ]
