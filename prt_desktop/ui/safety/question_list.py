"""One page of safety questions: tick what applies or might, or none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.domain.safety import AskedPage
    from prt_desktop.ui.theme import Theme


class QuestionList(QWidget):
    """The questions of one page as rows, and one button that says how it was answered.

    Signals: `answered` with the ids that were ticked, none when nothing applies.
    """

    answered = Signal(tuple)

    def __init__(
        self, theme: Theme, page: AskedPage, where: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(page.title)
        self._page = page
        self._rows = [CheckRow(theme, question.text) for question in page.questions]
        self._none = Button(theme, self.tr("None of these"), Look.PRIMARY)
        column = Column(theme, page.title)
        column.add(Label(theme, where, Size.SMALL, Tone.MUTED))
        column.add(Label(theme, page.title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, page.intro, tone=Tone.MUTED))
        column.space(1)
        for row in self._rows:
            column.add(row)
            row.toggled.connect(self._follow)
        column.space(1)
        column.body.addWidget(self._none, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        column.body.setSpacing(4)
        fill(self, column)
        self._none.clicked.connect(self._tell)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Give the ids of the questions ticked so far."""
        pairs = zip(self._page.questions, self._rows, strict=True)
        return tuple(question.id for question, row in pairs if row.isChecked())

    def take_focus(self) -> None:
        """Put the focus on the first question."""
        (self._rows[0] if self._rows else self._none).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow(self) -> None:
        ticked = bool(self.ticked)
        words = self.tr("Go on with what I ticked") if ticked else self.tr("None of these")
        if words != self._none.text():
            self._none.setText(words)
            announce(self, self.tr("The button below says: %s") % words)

    @Slot()
    def _tell(self) -> None:
        self.answered.emit(self.ticked)
