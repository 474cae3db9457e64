"""A number from 0 to 10: eleven buttons with words at the ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow, Shape
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from prt_desktop.ui.theme import Theme

LOWEST, HIGHEST = 0, 10
ONE_NUMBER_MS = 1_500
"""Digits that follow each other within this time belong to one number."""


class Scale(QWidget):
    """A question answered by 0 to 10, by hand or by number keys; nothing is chosen at first.

    `ends` are the words under 0 and under 10. "Clear", or Delete, takes the answer back. "1" and
    at once "0" make ten. With a `step` of 10 the numbers are 0 to 100 by tens: "7" is 70, and so
    is "70".

    Signals: `chosen` with the number, or None when it was taken back.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        question: str,
        ends: tuple[str, str],
        parent: QWidget | None = None,
        *,
        step: int = 1,
    ) -> None:
        super().__init__(parent)
        self._step = step
        self._typed = ""
        self._typing = QTimer(self, singleShot=True, interval=ONE_NUMBER_MS)
        self._typing.timeout.connect(self._end_number)
        self._question = Label(theme, question, weight=Weight.MEDIUM)
        self._clear = Button(theme, self.tr("Clear"), Look.PLAIN)
        self._clear.setAccessibleName(self.tr("Clear: %s") % question)
        numbers = [(one * step, str(one * step)) for one in range(LOWEST, HIGHEST + 1)]
        self._row: ChoiceRow[int] = ChoiceRow(theme, question, numbers, shape=Shape.NUMBER)
        self.setAccessibleName(question)
        low, high = ends
        highest = HIGHEST * step
        said = self.tr("%s, from 0, %s, to %d, %s")
        self._row.set_question(said % (question, low, highest, high))
        self._lay_out(theme, ends)
        self._clear.clicked.connect(self._take_back)
        self._row.chosen.connect(self._tell)
        self._show_clear()

    @property
    def value(self) -> int | None:
        """Give the number, or None while nothing is chosen."""
        return self._row.value

    @property
    def focus_stop(self) -> QWidget:
        """Give the number that Tab lands on."""
        return self._row.focus_stop

    def set_value(self, value: int | None) -> None:
        """Show a number, or none, without telling anyone."""
        if value is None:
            self._row.clear()
        else:
            self._row.set_value(value)
        self._show_clear()

    @Slot()
    def _take_back(self) -> None:
        self._row.clear()
        self._row.focus_stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._show_clear()
        self.chosen.emit(self.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by number keys; Delete and Backspace take the answer back."""
        typed = event.text()
        if typed.isascii() and typed.isdigit():
            self._choose(self._number_typed(typed))
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._take_back()
        else:
            super().keyPressEvent(event)

    def _number_typed(self, digit: str) -> int:
        """Give the number that the digits typed without a rest make, or this digit alone."""
        self._typing.start()
        whole = int(self._typed + digit)
        fits = whole % self._step == 0 and whole <= HIGHEST * self._step
        self._typed = self._typed + digit if fits and self._typed else digit
        return whole if len(self._typed) > 1 else int(digit) * self._step

    @Slot()
    def _end_number(self) -> None:
        self._typed = ""

    def _choose(self, number: int) -> None:
        self._row.set_value(number)
        self._row.focus_stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def _show_clear(self) -> None:
        self._clear.setVisible(self.value is not None)

    def _lay_out(self, theme: Theme, ends: tuple[str, str]) -> None:
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        head = QHBoxLayout()
        head.addWidget(self._question, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._clear)
        foot = QHBoxLayout()
        low, high = (Label(theme, words, Size.SMALL, Tone.MUTED) for words in ends)
        high.setAlignment(Qt.AlignmentFlag.AlignRight)
        for label in (low, high):
            label.set_wraps(wraps=False)
        foot.addWidget(low)
        foot.addStretch(1)
        foot.addWidget(high)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._row)
        rows.addLayout(foot)
