"""Which days a report is about."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.report import Period, last_four_weeks
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.date_field import DateField
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from datetime import date

    from prt_desktop.ui.theme import Theme


class Days(StrEnum):
    """The ways to choose a period."""

    FOUR_WEEKS = "four_weeks"
    SINCE_LAST = "since_last"
    ALL = "all"
    OWN = "own"


class PeriodChoice(QWidget):
    """Four ways to choose days; two fields for one's own.

    Without a report before, "since the last report" is the last four weeks. Signals: `changed`.
    """

    changed = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._whole = Period(today, today)
        self._last_report: date | None = None
        options = (
            (Days.FOUR_WEEKS, self.tr("The last four weeks")),
            (Days.SINCE_LAST, self.tr("Since the last report")),
            (Days.ALL, self.tr("All of it")),
            (Days.OWN, self.tr("Days of my own")),
        )
        self._ways: ChoiceRow[Days] = ChoiceRow(
            theme, self.tr("Which days"), options, Days.FOUR_WEEKS
        )
        self._first = DateField(theme, self.tr("From"), today)
        self._last = DateField(theme, self.tr("To"), today)
        self._own = QWidget(self)
        flow = Flow(theme)
        flow.addWidget(Field(theme, self.tr("From"), self._first))
        flow.addWidget(Field(theme, self.tr("To"), self._last))
        self._own.setLayout(flow)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._ways)
        rows.addWidget(self._own)
        self._own.hide()
        self._show_own(last_four_weeks(today))
        self._ways.chosen.connect(self._take_way)
        self._first.dateChanged.connect(self.changed)
        self._last.dateChanged.connect(self.changed)

    @property
    def period(self) -> Period:
        """Give the days chosen; one's own in whichever order they were put in."""
        way = self._ways.value
        if way is Days.ALL:
            return self._whole
        if way is Days.OWN:
            return Period(*sorted((self._first.day, self._last.day)))
        if way is Days.SINCE_LAST and self._last_report is not None:
            return Period(min(self._last_report, self._today), self._today)
        return last_four_weeks(self._today)

    def show_bounds(self, today: date, whole: Period, last_report: date | None) -> None:
        """Take note of the day it is, of all that there is, and of the report before."""
        self._today, self._whole, self._last_report = today, whole, last_report
        for field in (self._first, self._last):
            field.blockSignals(True)
            field.set_latest(today)
            field.blockSignals(False)

    def choose(self, way: Days) -> None:
        """Choose a way as a person would."""
        self._ways.set_value(way)
        self._take_way(way)

    @Slot(object)
    def _take_way(self, way: Days) -> None:
        self._own.setVisible(way is Days.OWN)
        self.changed.emit()

    def _show_own(self, period: Period) -> None:
        for field, day in ((self._first, period.first), (self._last, period.last)):
            field.setDate(QDate(day.year, day.month, day.day))
