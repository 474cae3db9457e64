"""A quiet offer of fewer words, once a practice felt easy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class ThinningNote(QWidget):
    """One line and one press; guidance never thins out by itself.

    Signals: `taken` when the person wants fewer words.
    """

    taken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        take = Button(theme, self.tr("Fewer words this time"), Look.PLAIN)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = self.tr("You said it felt easy: try it with fewer words?")
        rows.addWidget(Label(theme, line, tone=Tone.MUTED))
        rows.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        take.clicked.connect(self.taken)
