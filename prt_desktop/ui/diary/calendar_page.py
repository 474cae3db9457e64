"""The calendar: a month at a time, and a field to go straight to a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.month import DAYS_IN_WEEK, Month, counts_by_day, months_on
from prt_desktop.ui.diary.month_grid import MonthGrid, MonthModel
from prt_desktop.ui.diary.page import DiaryPage
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, IconButton
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.date_field import DateField
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable
    from datetime import date, datetime

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

_LOCALE = QLocale(QLocale.Language.English)


class CalendarPage(DiaryPage):
    """Goes from month to month; a day that is chosen opens in the timeline.

    Signals: those of a page; `day_chosen` with the day.
    """

    day_chosen = Signal(object)

    def __init__(self, theme: Theme, journal: Journal, clock: Callable[[], datetime]) -> None:
        super().__init__(theme, self.tr("Calendar"))
        self._journal = journal
        self._clock = clock
        self._counts: Counter[date] | None = None
        self._day = clock().date()
        first_weekday = QLocale().firstDayOfWeek().value - 1
        self._model = MonthModel(first_weekday)
        self._grid = MonthGrid(theme, self._model)
        self._title = Label(theme, size=Size.LEAD, weight=Weight.BOLD)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before = IconButton(theme, Icon.CHEVRON_LEFT, self.tr("Month before (Page up)"))
        self._after = IconButton(theme, Icon.CHEVRON_RIGHT, self.tr("Month after (Page down)"))
        self._field = DateField(theme, self.tr("Go to a day"), self._day)
        self._go = Button(theme, self.tr("Go to this day"))
        self._lay_out(theme, first_weekday)
        self._after.clicked.connect(self._step_on)
        self._before.clicked.connect(self._step_back)
        self._field.dateChanged.connect(self._take_field)
        self._go.clicked.connect(self._open_day)
        self._grid.day_chosen.connect(self._choose)
        self._grid.day_reached.connect(self._reach)

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the page itself
        """Come to the front with the keys on the day that was looked at last."""
        self._show()
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Count the entries anew when they are next to be seen."""
        self._counts = None
        if self.isVisible():
            self._show()

    @Slot()
    def _step_on(self) -> None:
        self._reach(months_on(self._day, 1))

    @Slot()
    def _step_back(self) -> None:
        self._reach(months_on(self._day, -1))

    @Slot()
    def _take_field(self) -> None:
        self._reach(self._field.day)

    @Slot()
    def _open_day(self) -> None:
        self.day_chosen.emit(self._day)

    @Slot(object)
    def _choose(self, day: date) -> None:
        self._reach(day)
        self.day_chosen.emit(day)

    @Slot(object)
    def _reach(self, day: date) -> None:
        self._day = min(day, self._clock().date())
        self._show()

    def _show(self) -> None:
        now = self._clock()
        if self._counts is None:
            self._counts = counts_by_day(self._journal.entries(), now)
        month = Month.of(self._day)
        shown = QDate(self._day.year, self._day.month, self._day.day)
        self._title.setText(_LOCALE.toString(shown, "MMMM yyyy"))
        self._model.show_month(month, self._counts, now.date())
        self._grid.stand_at(self._day)
        self._after.setEnabled(month < Month.of(now.date()))
        with QSignalBlocker(self._field):
            self._field.set_latest(now.date())
            self._field.setDate(shown)

    def _lay_out(self, theme: Theme, first_weekday: int) -> None:
        head = QHBoxLayout()
        head.addWidget(self._before)
        head.addWidget(self._title, 1)
        head.addWidget(self._after)
        days = QWidget()
        row = QGridLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        for place in range(DAYS_IN_WEEK):
            number = (first_weekday + place) % DAYS_IN_WEEK + 1
            word = _LOCALE.dayName(number, QLocale.FormatType.ShortFormat)
            label = Label(theme, word, Size.SMALL, Tone.MUTED)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            row.addWidget(label, 0, place)
            row.setColumnStretch(place, 1)
        jump = Flow(theme)
        jump.addWidget(self._field)
        jump.addWidget(self._go)
        column = Column(theme, self.tr("the calendar"))
        for part in (head, days, self._grid, jump):
            column.add(part)
        column.body.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.addWidget(self.head)
        rows.addWidget(column, 1)
