"""A gentle question at the end of a lesson; nobody is marked, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.learn.answer_row import AnswerRow
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.domain.lesson import Question
    from prt_desktop.ui.theme import Theme


class QuestionPage(QWidget):
    """Shows one question with its answers; each says more when chosen, and all may be read.

    Signals: `unfolded` with the answer that grew, so that the column can show it.
    """

    unfolded = Signal(QWidget)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ask = Label(theme, size=Size.TITLE, weight=Weight.BOLD)
        words = self.tr("Choose any, as many as you like. Nothing is marked, and nothing is kept.")
        self._answers: list[AnswerRow] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.gap)
        self._rows.addWidget(self._ask)
        self._rows.addWidget(Label(theme, words, tone=Tone.MUTED))
        self._rows.addSpacing(theme.gap)

    @property
    def focus_stop(self) -> QWidget:
        """Give the first answer."""
        return self._answers[0]

    def show_question(self, question: Question) -> None:
        """Take another question, with all that is said for its answers folded."""
        self._ask.setText(question.ask)
        self.setAccessibleName(question.ask)
        while len(self._answers) < len(question.answers):
            row = AnswerRow(self._theme, self)
            row.clicked.connect(self._tell)
            self._answers.append(row)
            self._rows.addWidget(row)
        for at, row in enumerate(self._answers):
            row.setVisible(at < len(question.answers))
            if at < len(question.answers):
                row.show_answer(question.answers[at])

    @Slot()
    def _tell(self) -> None:
        row = self.sender()
        if isinstance(row, AnswerRow):
            self.unfolded.emit(row)
