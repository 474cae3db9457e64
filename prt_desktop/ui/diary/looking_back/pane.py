"""The section that looks back: ratings over time, and what may go together."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.days import days_from
from prt_desktop.ui.diary.looking_back.patterns_view import PatternsView
from prt_desktop.ui.diary.looking_back.trend_view import TrendView
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class Look(StrEnum):
    """The ways to look back; `LookingBack.open` takes their names."""

    TRENDS = "trends"
    PATTERNS = "patterns"


class LookingBack(SectionPane):
    """Two views of the same days, of which one is shown."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        looks = [
            (Look.TRENDS, self.tr("Over time")),
            (Look.PATTERNS, self.tr("What goes together")),
        ]
        self._look = ChoiceRow(theme, self.tr("Ways to look back"), looks, Look.TRENDS)
        self._trends = TrendView(theme)
        self._patterns = PatternsView(theme)
        column = Column(theme, self.tr("looking back"))
        for part in (self._look, self._trends, self._patterns):
            column.add(part)
            column.space(1)
        column.body.addStretch(1)
        fill(self, column)
        self._look.chosen.connect(self._show)
        self._show()

    def open(self, target: str) -> None:
        """Come to the front, with "trends" or "patterns" if one is asked for."""
        if target in set(Look):
            self._look.set_value(Look(target))
            self._show()

    def refresh(self) -> None:
        """Show the entries as they are now."""
        days = days_from(self._journal.entries())
        self._trends.show_days(days, self._clock().date())
        self._patterns.show_days(days)

    @Slot()
    def shut(self) -> None:
        """Stop looking when the window closes."""
        self._patterns.shut()

    @Slot()
    def _show(self) -> None:
        self._trends.setVisible(self._look.value is Look.TRENDS)
        self._patterns.setVisible(self._look.value is Look.PATTERNS)
