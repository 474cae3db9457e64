"""The worksheet: what stands before it, or three groups of answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.fit import FitGroup, in_group
from prt_desktop.domain.safety import Closed
from prt_desktop.ui.fit.words import check_line, group_word, nothing_in, placed_line, why_closed
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.fit import Placed
    from prt_desktop.domain.safety import BeforeFit, Check
    from prt_desktop.ui.theme import Theme


class Worksheet(QWidget):
    """Shows every answer in its group; a row leads to its statement.

    Signals: `answers_wanted` with the id of a statement, or ""; `pages_wanted` for the questions
    that come first; `clear_wanted`, `pdf_wanted`, `print_wanted`; `place_requested` with a Place.
    """

    answers_wanted = Signal(str)
    pages_wanted = Signal()
    clear_wanted = Signal()
    pdf_wanted = Signal()
    print_wanted = Signal()
    place_requested = Signal(Place, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed: Closed | None = None
        self._column = Column(theme, self.tr("the fit worksheet"))
        self._gate = Card(theme, Tone.CAUTION)
        self._why = Label(theme)
        self._open = Button(theme, "", Look.PRIMARY)
        self._check_words = Label(theme, tone=Tone.MUTED)
        self._check = Button(theme, self.tr("Record a check"))
        self._answer = Button(theme, self.tr("Answer the statements"), Look.PRIMARY)
        self._pdf = Button(theme, self.tr("Save as PDF"), icon=Icon.DOWNLOAD)
        self._print = Button(theme, self.tr("Print"))
        self._clear = Button(theme, self.tr("Remove my answers"), Look.PLAIN, Icon.BIN)
        self._groups = {one: Group(theme, one) for one in FitGroup}
        self._no = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._open_part = QWidget()
        self._lay_out(theme)
        self._connect()

    def show_closed(self, before: BeforeFit) -> None:
        """Say what comes first, and show nothing else."""
        self._closed = before.closed
        if before.closed is not None:
            self._why.setText(why_closed(before.closed))
            pages = before.closed is Closed.PAGES_UNANSWERED
            self._open.setText(self.tr("Open the pages") if pages else self.tr("Record a check"))
        elif before.page is not None:
            self._why.setText(self._what_is_asked())
            self._open.setText(self.tr("Open the first of them"))
        else:
            self._why.setText(self._book_first())
            self._open.setText(self.tr("Record a check"))
            self._closed = Closed.CHECK_MISSING
        self._show_open(is_open=False)

    def show_answers(self, placed: Sequence[Placed], check: Check | None) -> None:
        """Show the worksheet with what was answered."""
        self._check_words.setText(check_line(check))
        self._check.setVisible(check is None)
        for group, shown in self._groups.items():
            shown.show_placed(in_group(placed, group))
        no = [one.item.text for one in in_group(placed, None)]
        self._no.setText(self.tr("I said no to: %s") % " ".join(no) if no else "")
        self._no.setVisible(bool(no))
        for button in (self._pdf, self._print, self._clear):
            button.setVisible(bool(placed))
        words = self.tr("Change my answers") if placed else self.tr("Answer the statements")
        self._answer.setText(words)
        self._show_open(is_open=True)

    def take_focus(self) -> None:
        """Put the focus on the first button."""
        first = self._answer if self._open_part.isVisibleTo(self) else self._open
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _lead_to_what_is_first(self) -> None:
        if self._closed is None:
            self.pages_wanted.emit()
        elif self._closed is Closed.PAGES_UNANSWERED:
            self.place_requested.emit(Place.SAFETY_PAGES, "")
        else:
            self.place_requested.emit(Place.CHECK, "")

    @Slot()
    def _ask_for_check(self) -> None:
        self.place_requested.emit(Place.CHECK, "")

    @Slot()
    def _want_answers(self) -> None:
        self.answers_wanted.emit("")

    def _show_open(self, *, is_open: bool) -> None:
        self._gate.setVisible(not is_open)
        self._open_part.setVisible(is_open)

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("A fair look at fit"), Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        self._gate.body.addWidget(self._why)
        self._gate.body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(self._gate)
        column.add(self._open_part)
        column.body.addStretch(1)
        inner = QVBoxLayout(self._open_part)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.gap)
        inner.addWidget(self._check_words)
        inner.addWidget(self._check, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = Flow(theme)
        for button in (self._answer, self._pdf, self._print, self._clear):
            buttons.addWidget(button)
        inner.addLayout(buttons)
        for shown in self._groups.values():
            inner.addSpacing(theme.gap)
            inner.addWidget(shown)
        inner.addWidget(self._no)
        fill(self, column)

    def _connect(self) -> None:
        for shown in self._groups.values():
            shown.rows.chosen.connect(self.answers_wanted)
        self._answer.clicked.connect(self._want_answers)
        self._check.clicked.connect(self._ask_for_check)
        self._clear.clicked.connect(self.clear_wanted)
        self._open.clicked.connect(self._lead_to_what_is_first)
        self._pdf.clicked.connect(self.pdf_wanted)
        self._print.clicked.connect(self.print_wanted)

    def _about(self) -> str:
        return self.tr(
            "Pain can go on when the alarm system has become too careful. These statements help "
            "you and a clinician look at that. There is no score and no result: one yes is not "
            "enough, and a no says nothing against you."
        )

    def _what_is_asked(self) -> str:
        return self.tr(
            "A few more questions come first. They find what a clinician should hear before you "
            "look at fit. You can stop at any time and go on later."
        )

    def _book_first(self) -> str:
        return self.tr(
            "From what you ticked, a check comes first. The worksheet opens once a clinician has "
            "had a look and you have written it down. Lessons, soothing and the diary stay open."
        )


class Group(QWidget):
    """One group: its heading, its answers, and a word where there are none."""

    def __init__(self, theme: Theme, group: FitGroup) -> None:
        super().__init__()
        heading = group_word(group)
        self.rows = RowList(theme, heading, joined=True)
        self._nothing = Label(theme, nothing_in(group), tone=Tone.MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.gap)
        layout.addWidget(Label(theme, heading, weight=Weight.BOLD))
        layout.addWidget(self._nothing)
        layout.addWidget(self.rows)

    def show_placed(self, placed: Sequence[Placed]) -> None:
        """Show these answers."""
        rows = []
        for one in placed:
            line = placed_line(one)
            spoken = " ".join(filter(None, (one.item.text, line)))
            rows.append(Row(one.item.id, one.item.text, line, spoken))
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
