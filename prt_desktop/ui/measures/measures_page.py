"""How it has been so far: when the questions come again, and the answers as a table of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import Measure
from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.long_day import long_day
from prt_desktop.domain.measures import ASKED, answered, changes, first_and_last, turn
from prt_desktop.domain.trends import MEANINGFUL_CHANGE
from prt_desktop.ui.diary.ledger_list import LedgerList
from prt_desktop.ui.diary.section import entry_target
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.measures.words import change_line, item_word, turn_words
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.fold import Fold
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.word_table import WordTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.ui.theme import Theme

_SHARE = 1.5
_LEFT_OUT = "\N{EN DASH}"


class MeasuresPage(QWidget):
    """Shows numbers without a colour and without a verdict.

    Signals: `answer_wanted`; `change_wanted` and `delete_wanted` for the last answers;
    `place_requested` with a Place and what to open there.
    """

    answer_wanted = Signal()
    change_wanted = Signal()
    delete_wanted = Signal()
    place_requested = Signal(Place, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(theme, self.tr("how it has been"), share=_SHARE)
        self._when = Label(theme)
        self._answer = Button(theme, self.tr("Answer the questions"), Look.PRIMARY)
        self._change = Button(theme, self.tr("Change the last answers"), Look.PLAIN, Icon.PENCIL)
        self._delete = Button(theme, self.tr("Delete the last answers"), Look.PLAIN, Icon.BIN)
        self._heading = Label(theme, self.tr("So far"), Size.LEAD, weight=Weight.BOLD)
        answers = self.tr("Answers so far, from 0 to 10, newest first")
        self._table = WordTable(theme, answers, heading_lines=3)
        self._words = LedgerList(
            theme, self.tr("In my own words"), self.tr("Nothing written yet."), _own_words
        )
        self._changes = Label(theme)
        self._fold = Fold(theme, self.tr("For a clinician"), self._for_clinician(theme))
        self._lay_out(theme)
        self._answer.clicked.connect(self.answer_wanted)
        self._change.clicked.connect(self.change_wanted)
        self._delete.clicked.connect(self.delete_wanted)
        self._words.opened.connect(self._open_entry)

    def show_measures(self, entries: Sequence[Entry], now: datetime) -> None:
        """Show what was answered so far, and when the questions come again."""
        measures = answered(entries)
        asked = turn(entries, now)
        self._when.setText(turn_words(asked))
        self._answer.setVisible(asked.is_open)
        self._answer.set_look(Look.PRIMARY if asked.is_offered else Look.QUIET)
        self._table.show_words(
            (self.tr("Day"), *(item_word(item) for item in ASKED)),
            [_row(entry, now) for entry in measures],
        )
        some: tuple[QWidget, ...] = (self._change, self._delete, self._heading, self._table)
        for one in some:
            one.setVisible(bool(measures))
        told = [entry for entry in measures if entry.text]
        self._words.show_entries(told, now)
        self._words.setVisible(bool(told))
        pair = first_and_last(measures)
        lines = [change_line(one) for one in changes(*pair)] if pair is not None else []
        self._changes.setText("\n".join(lines))
        self._fold.setVisible(bool(lines))

    def take_focus(self) -> None:
        """Put the focus on what there is to do."""
        first = self._answer if self._answer.isVisibleTo(self) else self._change
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _open_entry(self, entry_id: str) -> None:
        self.place_requested.emit(Place.DIARY, entry_target(entry_id))

    def _for_clinician(self, theme: Theme) -> QWidget:
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        words = self.tr("From the first answers to the last, each from 0 to 10:")
        rows.addWidget(Label(theme, words, tone=Tone.MUTED))
        rows.addWidget(self._changes)
        limits = self.tr("Our own questions, not a validated scale. %s") % MEANINGFUL_CHANGE
        rows.addWidget(Label(theme, limits, Size.SMALL, Tone.MUTED))
        return content

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("How it has been"), Size.TITLE, weight=Weight.BOLD))
        about = self.tr(
            "A look back every four weeks shows more than one every day. These are our own "
            "questions, not a validated scale, and there is no good or bad answer."
        )
        column.add(Label(theme, about, tone=Tone.MUTED))
        column.space(1)
        column.add(self._when)
        buttons = Flow(theme)
        for button in (self._answer, self._change, self._delete):
            buttons.addWidget(button)
        column.add(buttons)
        column.space(2)
        for widget in (self._heading, self._table):
            column.add(widget)
        column.space(2)
        column.add(self._words)
        column.space(1)
        column.add(self._fold)
        column.body.addStretch(1)
        fill(self, column)


def _row(entry: Entry, now: datetime) -> tuple[str, ...]:
    day = long_day(local_day(entry.created_at, now))
    given = entry.details.given() if isinstance(entry.details, Measure) else {}
    return (day, *(str(given.get(item.value, _LEFT_OUT)) for item in ASKED))


def _own_words(entry: Entry) -> str:
    return " ".join(entry.text.split())
