"""The practices to choose from, grouped by what they are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.shelves import HARD_MOMENT, Shelf, on_shelves
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.grouped_rows import GroupedRows
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.row_list import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.ui.practise.choices import Lengths
    from prt_desktop.ui.practise.offers import Listed
    from prt_desktop.ui.theme import Theme


class ExerciseList(QWidget):
    """The first page of Practise.

    Signals: `chosen` with the id of an exercise; `hard_moment` with that of the company in a hard
    moment and False, since it does not begin without another press; `place_requested` with the
    Place of the phone pack or of recordings of one's own.
    """

    chosen = Signal(str)
    hard_moment = Signal(str, bool)
    place_requested = Signal(Place)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._column = Column(theme, self.tr("the practices"))
        self._hard = Button(theme, self.tr("It is a hard moment"), icon=Icon.LIGHTER)
        self._hard.setAccessibleDescription(self.tr("Company, and something soothing, now"))
        headings = {shelf: shelf.heading for shelf in Shelf}
        self._rows = GroupedRows[Shelf](theme, self._column, headings)
        self._own = Button(theme, self.tr("Add a recording of your own"), icon=Icon.PLUS)
        self._pack = Button(theme, self.tr("Practices for your phone"), icon=Icon.DOWNLOAD)
        self._faults = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._lay_out(theme)
        self._hard.clicked.connect(self._soothe)
        self._own.clicked.connect(self._ask_for_own)
        self._pack.clicked.connect(self._ask_for_pack)
        self._rows.chosen.connect(self.chosen)

    def show_exercises(self, listed: Sequence[Listed], fault: str) -> None:
        """Show the exercises on their shelves; `fault` may be empty."""
        known = {one.exercise.id: one for one in listed}
        shelves = on_shelves(one.exercise for one in listed)
        self._rows.show_rows(
            {shelf: [_row(known[one.id]) for one in those] for shelf, those in shelves.items()}
        )
        self._hard.setVisible(HARD_MOMENT in known)
        self._faults.setText(fault)
        self._faults.setVisible(bool(fault))

    def take_focus(self) -> None:
        """Put the focus on the row that was opened last, or on the first."""
        self._rows.take_focus()

    @Slot()
    def _soothe(self) -> None:
        self.hard_moment.emit(HARD_MOMENT, False)

    @Slot()
    def _ask_for_own(self) -> None:
        self.place_requested.emit(Place.OWN_AUDIO)

    @Slot()
    def _ask_for_pack(self) -> None:
        self.place_requested.emit(Place.PHONE_PACK)

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("Practise"), Size.DISPLAY, weight=Weight.BOLD))
        line = self.tr("A few quiet minutes. What counts is how you meet it, not what it does.")
        column.add(Label(theme, line, Size.LEAD, Tone.MUTED))
        column.space(1)
        column.body.addWidget(self._hard, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.add_to_column()
        column.space(2)
        files = Flow(theme)
        files.addWidget(self._own)
        files.addWidget(self._pack)
        column.add(files)
        column.add(self._faults)
        column.body.addStretch(1)
        self._faults.hide()
        self._hard.hide()
        fill(self, column)


def length_words(lengths: Lengths) -> str:
    """Write a range of lengths: "3 to 12 min"."""
    if lengths.fewest == lengths.most:
        return _tr("%s min") % f"{lengths.most:g}"
    return _tr("%s to %s min") % (f"{lengths.fewest:g}", f"{lengths.most:g}")


def _row(listed: Listed) -> Row:
    exercise, closed = listed.exercise, listed.closed
    short = exercise.purpose.partition(". ")[0].rstrip(".") + "."
    span = length_words(listed.lengths)
    spoken = f"{exercise.title}. {short} {span}."
    if closed is None:
        return Row(exercise.id, exercise.title, short, spoken, span)
    return Row(exercise.id, exercise.title, short, f"{spoken} {closed.sentence}", span, Icon.LOCK)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExerciseList", text)
