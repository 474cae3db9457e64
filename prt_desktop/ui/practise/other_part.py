"""While a part of the body rests: whether this practice is for another one (safety.md 4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.diary.area_choice import AreaChoice
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class OtherPart(QWidget):
    """A button, and behind it the choice of parts.

    Signals: `chosen` with the parts that the practice is for.
    """

    chosen = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = Button(theme, self.tr("It is for another part"), Look.PLAIN)
        self._line = Label(theme, self.tr("Which part is it for?"), tone=Tone.MUTED)
        self._choice = AreaChoice(theme, by_list=True)
        self._go = Button(theme, self.tr("It is for these parts"))
        left = Qt.AlignmentFlag.AlignLeft
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(self._ask, 0, left)
        rows.addWidget(self._line)
        rows.addWidget(self._choice)
        rows.addWidget(self._go, 0, left)
        self._ask.clicked.connect(self._open)
        self._choice.changed.connect(self._follow)
        self._go.clicked.connect(self._tell)
        self.fold()

    def fold(self) -> None:
        """Show the button alone, with nothing chosen."""
        self._choice.show_areas(())
        self._show_choice(shown=False)

    @Slot()
    def _open(self) -> None:
        self._show_choice(shown=True)
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _follow(self) -> None:
        self._go.setEnabled(bool(self._choice.areas))

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self._choice.areas)
        self._line.setText(self.tr("That part rests too. Which other part is it for?"))

    def _show_choice(self, *, shown: bool) -> None:
        self._ask.setVisible(not shown)
        for widget in (self._line, self._choice, self._go):
            widget.setVisible(shown)
        self._line.setText(self.tr("Which part is it for?"))
        self._follow()
