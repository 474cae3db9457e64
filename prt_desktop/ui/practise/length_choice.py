"""How long: a few lengths to press, a step more or less, or until it is stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise import words
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.button import IconButton
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from prt_desktop.ui.practise.choices import Choices, Lengths
    from prt_desktop.ui.theme import Theme

_LENGTHS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0)
_OPEN_END = 0.0


class LengthChoice(QWidget):
    """Chooses minutes, in steps, within the range that an exercise can fill, or no end.

    Signals: `changed` with the minutes and whether it goes on until it is stopped, when a person
    chooses otherwise.
    """

    changed = Signal(float, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range = (0.0, 0.0)
        self._step = 1.0
        self._minutes = 0.0
        self._open_end = False
        lengths = [(one, f"{one:g}") for one in _LENGTHS]
        options = [*lengths, (_OPEN_END, self.tr("Until I stop"))]
        self._row = ChoiceRow[float](theme, self.tr("Minutes"), options)
        self._less = IconButton(theme, Icon.CHEVRON_LEFT, self.tr("A little shorter"))
        self._more = IconButton(theme, Icon.CHEVRON_RIGHT, self.tr("A little longer"))
        self._value = Label(theme, size=Size.BODY, weight=Weight.MEDIUM)
        self._value.set_wraps(wraps=False)
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out(theme)
        self._row.chosen.connect(self._choose)
        self._less.clicked.connect(self._step_down)
        self._more.clicked.connect(self._step_up)

    def show_length(self, choices: Choices, lengths: Lengths, *, may_be_open: bool) -> None:
        """Show a length within a range, without telling anyone."""
        fewest, most = lengths.fewest, lengths.most
        self._range, self._step = (fewest, most), lengths.step
        *buttons, endless = self._row.findChildren(QRadioButton)
        for button, length in zip(buttons, _LENGTHS, strict=True):
            button.setVisible(fewest <= length <= most)
        endless.setVisible(may_be_open)
        self._show(min(most, max(fewest, choices.minutes)), open_end=choices.open_end)

    @Slot(object)
    def _choose(self, minutes: float) -> None:
        if minutes == _OPEN_END:
            self._change(self._minutes, open_end=True)
        else:
            self._change(minutes)

    @Slot()
    def _step_down(self) -> None:
        self._change(self._minutes - self._step)

    @Slot()
    def _step_up(self) -> None:
        self._change(self._minutes + self._step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus step on and back."""
        steps = {Qt.Key.Key_Plus.value: 1, Qt.Key.Key_Minus.value: -1}
        if event.key() in steps:
            self._change(self._minutes + steps[event.key()] * self._step)
        else:
            super().keyPressEvent(event)

    def _change(self, minutes: float, *, open_end: bool = False) -> None:
        fewest, most = self._range
        minutes = min(most, max(fewest, minutes))
        if (minutes, open_end) != (self._minutes, self._open_end):
            self._show(minutes, open_end=open_end)
            self.changed.emit(minutes, open_end)

    def _show(self, minutes: float, *, open_end: bool) -> None:
        self._minutes, self._open_end = minutes, open_end
        self._value.setText(self.tr("no end") if open_end else words.minutes(minutes))
        fewest, most = self._range
        self._less.setEnabled(open_end or minutes > fewest)
        self._more.setEnabled(open_end or minutes < most)
        if open_end or minutes in _LENGTHS:
            self._row.set_value(_OPEN_END if open_end else minutes)
        else:
            self._row.clear()

    def _lay_out(self, theme: Theme) -> None:
        stepper = QHBoxLayout()
        stepper.setSpacing(0)
        title = Label(theme, self.tr("How long"), weight=Weight.MEDIUM)
        title.set_wraps(wraps=False)
        title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        stepper.addWidget(title)
        stepper.addStretch(1)
        stepper.addWidget(self._less)
        stepper.addWidget(self._value)
        stepper.addWidget(self._more)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(stepper)
        rows.addWidget(self._row)
