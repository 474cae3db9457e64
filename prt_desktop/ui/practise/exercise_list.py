"""The practices to choose from, with whom each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.safety import Closed
    from prt_desktop.ui.theme import Theme


class ExerciseList(QWidget):
    """The first page of Practise.

    Signals: `chosen` with the id of an exercise.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = Column(theme, self.tr("the practices"))
        self._rows = RowList(theme, self.tr("Practices"))
        self._faults = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._lay_out(theme)
        self._rows.chosen.connect(self.chosen)
        self._rows.row_reached.connect(self._reach)

    def show_exercises(
        self, exercises: Sequence[tuple[Exercise, Closed | None]], fault: str
    ) -> None:
        """Show the exercises, each with the reason why it does not open; `fault` may be empty."""
        self._rows.show_rows([_row(exercise, closed) for exercise, closed in exercises])
        self._faults.setText(fault)
        self._faults.setVisible(bool(fault))

    def take_focus(self) -> None:
        """Put the focus on the rows."""
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QRect)
    def _reach(self, rect: QRect) -> None:
        self._column.show_part(self._rows, rect)

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("Practise"), Size.DISPLAY, weight=Weight.BOLD))
        line = self.tr("A few quiet minutes. What counts is how you meet it, not what it does.")
        column.add(Label(theme, line, Size.LEAD, Tone.MUTED))
        column.space(2)
        column.add(self._rows)
        column.space(1)
        column.add(self._faults)
        column.body.addStretch(1)
        self._faults.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(column)


def _row(exercise: Exercise, closed: Closed | None) -> Row:
    short = exercise.purpose.partition(". ")[0].rstrip(".") + "."
    if closed is None:
        return Row(exercise.id, exercise.title, short, f"{exercise.title}. {short}")
    spoken = f"{exercise.title}. {short} {closed.sentence}"
    return Row(exercise.id, exercise.title, short, spoken, _tr("Not open yet"), Icon.LOCK)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExerciseList", text)
