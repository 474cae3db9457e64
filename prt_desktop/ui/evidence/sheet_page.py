"""The sheet itself: two columns side by side, how sure one is, and the exceptions below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.evidence_sheet import Column as SheetColumn
from prt_desktop.domain.evidence_sheet import in_column
from prt_desktop.domain.surprise_ledger import exceptions
from prt_desktop.ui.diary.ledger_list import LedgerList
from prt_desktop.ui.diary.section import entry_target
from prt_desktop.ui.evidence.belief_block import BeliefBlock
from prt_desktop.ui.evidence.words import column_word, entry_words, point_row
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

_SIDE_BY_SIDE = 720
_SHARE = 1.5


class SheetPage(QWidget):
    """Shows all of the sheet; a point is opened by Enter.

    Signals: `point_opened` with an id; `point_wanted` for one in own words, `bank_wanted` for the
    points to begin with; `pdf_wanted`, `print_wanted`; `place_requested` with a Place and what to
    open there; those of `belief`.
    """

    point_opened = Signal(str)
    point_wanted = Signal()
    bank_wanted = Signal()
    pdf_wanted = Signal()
    print_wanted = Signal()
    place_requested = Signal(Place, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(theme, self.tr("the evidence sheet"), share=_SHARE)
        self.belief = BeliefBlock(theme)
        self._columns = {one: PointColumn(theme, one) for one in SheetColumn}
        self._sides = TwoSides(theme, list(self._columns.values()))
        self._waiting = Card(theme, Tone.CAUTION)
        self._check = Button(theme, self.tr("Record a check"))
        self._bank = Button(theme, self.tr("Choose points to begin with"), Look.PRIMARY)
        self._own = Button(theme, self.tr("Add a point of my own"), icon=Icon.PLUS)
        self._pdf = Button(theme, self.tr("Save a page for my clinician"), Look.PLAIN)
        self._print = Button(theme, self.tr("Print it"), Look.PLAIN)
        self._moment = Button(theme, self.tr("Note such a moment"), Look.PLAIN, Icon.SURPRISE)
        self._moment.setToolTip(self.tr("Ctrl+J from anywhere"))
        self._exceptions = LedgerList(
            theme, self.tr("Exceptions"), self._no_exceptions(), entry_words
        )
        self._lay_out(theme)
        self._connect()

    def show_sheet(self, journal: Journal, now: datetime) -> None:
        """Show the journal's points, numbers and exceptions as they are now."""
        check = journal.safety().valid_check(now)
        own, points = journal.own_sentences(), journal.points.all()
        for one, column in self._columns.items():
            rows = [
                point_row(point, check, starred=point.is_starred(own))
                for point in in_column(points, one)
            ]
            column.rows.show_rows(rows)
            column.show_empty(empty=not rows)
        self._waiting.setVisible(any(point.is_grey(check) for point in points))
        self._bank.set_look(Look.QUIET if points else Look.PRIMARY)
        for button in (self._pdf, self._print):
            button.setVisible(bool(points))
        self.belief.show_beliefs(journal.beliefs.all(), now)
        self._exceptions.show_entries(exceptions(journal.entries()), now)

    def take_focus(self, point_id: str = "") -> None:
        """Put the focus on a point, or on what there is to do."""
        for column in self._columns.values():
            if point_id and column.rows.stand_at(point_id):
                column.rows.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._bank.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _open_entry(self, entry_id: str) -> None:
        self.place_requested.emit(Place.DIARY, entry_target(entry_id))

    @Slot()
    def _ask_for_check(self) -> None:
        self.place_requested.emit(Place.CHECK, "")

    @Slot()
    def _note_moment(self) -> None:
        self.place_requested.emit(Place.TODAY, "surprise")

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("Evidence"), Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        buttons = Flow(theme)
        for button in (self._bank, self._own, self._pdf, self._print):
            buttons.addWidget(button)
        column.add(buttons)
        column.space(1)
        column.add(self._sides)
        column.space(1)
        waits = self.tr(
            "Points in grey overlap with something a clinician should look at first. They count "
            "as evidence once a check of this pain is recorded."
        )
        self._waiting.body.addWidget(Label(theme, waits))
        self._waiting.body.addWidget(self._check, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(self._waiting)
        column.space(4)
        column.add(self.belief)
        column.space(4)
        column.add(self._exceptions)
        column.body.addWidget(self._moment, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        fill(self, column)

    def _connect(self) -> None:
        for column in self._columns.values():
            column.rows.chosen.connect(self.point_opened)
        self._bank.clicked.connect(self.bank_wanted)
        self._check.clicked.connect(self._ask_for_check)
        self._exceptions.opened.connect(self._open_entry)
        self._moment.clicked.connect(self._note_moment)
        self._own.clicked.connect(self.point_wanted)
        self._pdf.clicked.connect(self.pdf_wanted)
        self._print.clicked.connect(self.print_wanted)

    def _about(self) -> str:
        return self.tr(
            "What have you noticed about this pain? Both columns are welcome. Nothing is added "
            "up, and neither column has to win."
        )

    def _no_exceptions(self) -> str:
        return self.tr(
            "Moments in which it did not behave like an injury gather here by themselves, as "
            "soon as you note one."
        )


class PointColumn(QWidget):
    """One column: its heading, its points, and a word where there are none."""

    def __init__(self, theme: Theme, column: SheetColumn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = column_word(column)
        self.rows = RowList(theme, heading, joined=True)
        self._nothing = Label(theme, _nothing(column), tone=Tone.MUTED)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.gap)
        layout.addWidget(Label(theme, heading, weight=Weight.BOLD))
        layout.addWidget(self._nothing)
        layout.addWidget(self.rows)
        layout.addStretch(1)

    def show_empty(self, *, empty: bool) -> None:
        """Say that nothing stands here yet, or not."""
        self._nothing.setVisible(empty)
        self.rows.setVisible(not empty)


class TwoSides(QWidget):
    """Things side by side where there is room, else one below the other."""

    def __init__(self, theme: Theme, sides: list[PointColumn]) -> None:
        super().__init__()
        self._theme = theme
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.space)
        for side in sides:
            self._box.addWidget(side, 1)
        theme.changed.connect(self._arrange)

    @Slot()
    def _arrange(self) -> None:
        wide = self.width() >= self._theme.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose again how the sides stand."""
        super().resizeEvent(event)
        self._arrange()


def _nothing(column: SheetColumn) -> str:
    if column is SheetColumn.TOWARD_ALARM:
        return QCoreApplication.translate("Evidence", "Nothing here yet.")
    return QCoreApplication.translate(
        "Evidence", "Nothing here yet. Doubts are welcome: they are questions for a clinician."
    )
