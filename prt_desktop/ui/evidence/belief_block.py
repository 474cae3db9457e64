"""How sure am I today: a number that is never asked for, its line over time, and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.evidence_sheet import by_day
from prt_desktop.domain.local_day import local_day
from prt_desktop.ui.diary.words import day_words
from prt_desktop.ui.evidence.words import belief_sentence
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.scale import Scale
from prt_desktop.ui.widgets.small_line import SmallLine
from prt_desktop.ui.widgets.word_table import WordTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from prt_desktop.domain.evidence_sheet import Belief
    from prt_desktop.ui.theme import Theme

_HIGHEST = 100
_TENS = 10


class BeliefBlock(QWidget):
    """Eleven buttons, and below them what was kept; no number is judged.

    Signals: `kept` with the number; `removed` when the newest one is to go.
    """

    kept = Signal(int)
    removed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        ends = (self.tr("not sure at all"), self.tr("quite sure"))
        question = self.tr("How sure am I today that it is the alarm system?")
        self._scale = Scale(theme, question, ends, step=_TENS)
        self._keep = Button(theme, self.tr("Keep this number"))
        self._remove = Button(theme, self.tr("Remove the newest number"), Look.PLAIN)
        self._line = SmallLine(theme, _HIGHEST)
        self._sentence = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._table = WordTable(theme, self.tr("How sure I was, as a table"))
        self._fold = Fold(theme, self.tr("All numbers"), self._table)
        self._lay_out(theme)
        self._keep.clicked.connect(self._tell)
        self._remove.clicked.connect(self.removed)
        self._scale.chosen.connect(self._follow)
        theme.changed.connect(self._keep_width)
        self._keep_width()
        self._follow()

    def show_beliefs(self, beliefs: Iterable[Belief], now: datetime) -> None:
        """Show what was kept, one number a day."""
        days = by_day(beliefs, now)
        dated = [(local_day(one.rated_at, now), one.sure) for one in days]
        words = [day_words(on, now.date()) for on, _ in dated]
        sentence = belief_sentence(days)
        ends = (words[0], words[-1] if len(words) > 1 else "") if words else ("", "")
        self._line.show_points(dated, ends, sentence)
        self._sentence.setText(sentence)
        rows = [(day, str(sure)) for day, (_, sure) in zip(words, dated, strict=True)]
        self._table.show_words((self.tr("Day"), self.tr("How sure, of 100")), rows[::-1])
        self._sentence.setVisible(bool(days))
        self._remove.setVisible(bool(days))
        self._line.setVisible(len(days) > 1)
        self._fold.setVisible(len(days) > 1)

    @Slot()
    def _tell(self) -> None:
        value = self._scale.value
        if value is not None:
            self._scale.set_value(None)
            self._follow()
            self._scale.focus_stop.setFocus(Qt.FocusReason.OtherFocusReason)
            self.kept.emit(value)

    @Slot()
    def _keep_width(self) -> None:
        self.setMaximumWidth(self._theme.column_width)

    @Slot()
    def _follow(self) -> None:
        self._keep.setEnabled(self._scale.value is not None)

    def _lay_out(self, theme: Theme) -> None:
        hint = self.tr("You need no certainty to begin, and it usually grows last.")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(self._scale)
        rows.addWidget(Label(theme, hint, Size.SMALL, Tone.MUTED))
        buttons = Flow(theme)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._remove)
        rows.addLayout(buttons)
        for widget in (self._sentence, self._line, self._fold):
            rows.addWidget(widget)
