"""What there is to choose while reminders are on: times, quiet hours, rest days, the tray."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.reminders import MOST_A_DAY, QuietHours, Reminders, ReminderTime
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.reminders.time_card import TimeCard
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.time_field import TimeField

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

_FIRST = (time(10), time(15), time(19))


class ReminderChoice(QWidget):
    """Signals: `changed` when a person changed something."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._cards = [TimeCard(theme, number) for number in range(1, MOST_A_DAY + 1)]
        self._count = 0
        self._add = Button(theme, self.tr("Add a time"), icon=Icon.PLUS)
        self._from = TimeField(theme, "")
        self._until = TimeField(theme, "")
        self._rest = CheckRow(theme, self.tr("None on a rest day of my plan"))
        self._stays = CheckRow(
            theme, self.tr("When I close the window, stay in the tray and go on reminding")
        )
        self._about_tray = Label(theme, "", Size.SMALL, Tone.MUTED)
        self._lay_out(theme)
        for place, card in enumerate(self._cards):
            card.changed.connect(self.changed)
            card.removed.connect(partial(self._remove, place))
        self._add.clicked.connect(self._add_one)
        self._from.timeChanged.connect(self.changed)
        self._rest.toggled.connect(self.changed)
        self._stays.toggled.connect(self.changed)
        self._until.timeChanged.connect(self.changed)

    def chosen(self, *, on: bool) -> Reminders:
        """Give what is shown."""
        return Reminders(
            on,
            tuple(card.reminder for card in self._cards[: self._count]),
            QuietHours(self._from.at, self._until.at),
            self._rest.isChecked(),
            self._stays.isChecked(),
        )

    def show_chosen(self, reminders: Reminders, *, has_tray: bool) -> None:
        """Show what was chosen, and what this desktop can do."""
        self._count = len(reminders.times)
        for place, card in enumerate(self._cards):
            if place < self._count:
                one = reminders.times[place]
                card.show_reminder(one, is_quiet=reminders.quiet.hold(one.at))
            card.setVisible(place < self._count)
        self._add.setVisible(self._count < MOST_A_DAY)
        self._from.set_at(reminders.quiet.begin)
        self._until.set_at(reminders.quiet.end)
        for row, is_on in (
            (self._rest, reminders.rests_with_plan),
            (self._stays, reminders.stays_in_tray),
        ):
            with QSignalBlocker(row):
                row.setChecked(is_on)
        self._stays.setVisible(has_tray)
        self._about_tray.setText(self._tray_words(has_tray=has_tray))

    def first_time(self) -> ReminderTime:
        """Give the time that somebody begins with."""
        return ReminderTime(_FIRST[0])

    @Slot()
    def _add_one(self) -> None:
        """Add the first usual time that is not there yet."""
        taken = {card.field.at for card in self._cards[: self._count]}
        card = self._cards[self._count]
        free = next(at for at in _FIRST if at not in taken)
        card.show_reminder(ReminderTime(free), is_quiet=False)
        card.show()
        card.field.setFocus()
        self._count += 1
        self.changed.emit()

    def _remove(self, place: int) -> None:
        """Take one away, the later ones moving up."""
        later = [card.reminder for card in self._cards[place + 1 : self._count]]
        for card, one in zip(self._cards[place:], later, strict=False):
            card.show_reminder(one, is_quiet=False)
        self._count -= 1
        self._add.show()
        self._add.setFocus()
        self.changed.emit()

    def _lay_out(self, theme: Theme) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, self.tr("When"), Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(Label(theme, self.tr("At most three a day."), Size.SMALL, Tone.MUTED))
        for card in self._cards:
            rows.addWidget(card)
            rows.addSpacing(12)
        rows.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addSpacing(24)
        rows.addWidget(Label(theme, self.tr("When not"), Size.LEAD, weight=Weight.BOLD))
        quiet = Flow(theme)
        quiet.setSpacing(24)
        quiet.addWidget(Field(theme, self.tr("Quiet from"), self._from))
        quiet.addWidget(Field(theme, self.tr("Quiet until"), self._until))
        rows.addLayout(quiet)
        words = self.tr("The same time twice means no quiet hours.")
        rows.addWidget(Label(theme, words, Size.SMALL, Tone.MUTED))
        rows.addWidget(self._rest)
        rows.addSpacing(24)
        rows.addWidget(
            Label(theme, self.tr("With the window closed"), Size.LEAD, weight=Weight.BOLD)
        )
        rows.addWidget(self._stays)
        rows.addWidget(self._about_tray)

    def _tray_words(self, *, has_tray: bool) -> str:
        if not has_tray:
            return self.tr(
                "This desktop has no tray, so reminders come only while the window is open."
            )
        return self.tr(
            "Without it, reminders come only while the window is open. A click on the clock in "
            "the tray opens the window again; its menu also ends the program. A diary in the "
            "vault is locked when the window closes."
        )
