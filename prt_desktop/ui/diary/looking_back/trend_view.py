"""One rating over time: which one, how far back, the chart, its sentence and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.circumstances import Rating
from prt_desktop.domain.days import days_from
from prt_desktop.domain.trends import Span, ratings_of, series, trend_sentence
from prt_desktop.ui.diary.circumstance_words import rating_word
from prt_desktop.ui.diary.looking_back.table import TrendTable, TrendTableModel
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.chart import Chart
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.painting import RING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from prt_desktop.domain.days import Day
    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.theme import Theme


class TrendView(QWidget):
    """Shows what was noted, one rating at a time; nothing is drawn that was never noted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[Day] = ()
        self._today: date | None = None
        self._ratings: tuple[str, ...] = ()
        self._rating = Dropdown(theme, self.tr("What to look at"))
        self._span = ChoiceRow(theme, self.tr("How far back"), self._spans(), Span.MONTH)
        self._chart = Chart(theme)
        self._sentence = Label(theme)
        self._model = TrendTableModel()
        held = QWidget()
        within = QVBoxLayout(held)
        within.setContentsMargins(RING, 0, RING, 0)
        within.addWidget(TrendTable(theme, self._model))
        self._fold = Fold(theme, self.tr("Show as a table"), held)
        self._empty = Label(theme, self._nothing_yet(), tone=Tone.MUTED)
        self._drawn = QWidget()
        self._lay_out(theme)
        self._rating.currentIndexChanged.connect(self._show)
        self._span.chosen.connect(self._show)

    def show_days(self, days: Sequence[Day], today: date) -> None:
        """Show these days as they look today; what was chosen stays chosen where it can."""
        self._days, self._today = days, today
        kept = ratings_of(days, tuple(Rating))
        if kept != self._ratings:
            self._offer(kept)
        self._drawn.setVisible(bool(kept))
        self._empty.setVisible(not kept)
        self._show()

    def show_entries(self, entries: Iterable[Entry], now: datetime) -> None:
        """Show the days of these entries as they look now."""
        self.show_days(days_from(entries), now.date())

    def _offer(self, kept: tuple[str, ...]) -> None:
        chosen = self._ratings[self._rating.currentIndex()] if self._ratings else ""
        self._rating.blockSignals(True)
        self._rating.clear()
        self._rating.addItems([rating_word(Rating(rating)) for rating in kept])
        self._rating.setCurrentIndex(kept.index(chosen) if chosen in kept else 0)
        self._rating.blockSignals(False)
        self._ratings = kept

    @Slot()
    def _show(self) -> None:
        if self._today is None or not self._ratings:
            return
        rating = self._ratings[max(0, self._rating.currentIndex())]
        seen = series(self._days, rating, self._span.value or Span.MONTH, self._today)
        self._chart.show_series(seen)
        self._sentence.setText(trend_sentence(seen))
        self._model.show_series(seen)
        self._fold.setVisible(bool(seen.points))

    def _spans(self) -> list[tuple[Span, str]]:
        return [
            (Span.WEEK, self.tr("A week")),
            (Span.MONTH, self.tr("Four weeks")),
            (Span.ALL, self.tr("All")),
        ]

    def _nothing_yet(self) -> str:
        return self.tr(
            "Nothing to draw yet. When you put a number beside an entry, such as how much fear "
            "there was, its line grows here. There is no need to: words alone are enough."
        )

    def _lay_out(self, theme: Theme) -> None:
        inner = QVBoxLayout(self._drawn)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * theme.gap)
        inner.addWidget(self._rating, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._span)
        inner.addWidget(self._sentence)
        inner.addWidget(self._chart)
        inner.addWidget(self._fold)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._empty)
        rows.addWidget(self._drawn)
