"""How entries come into the diary from a file of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class WayIn(QWidget):
    """Says what can be taken in, over its button. Signals: `file_requested`."""

    file_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = self.tr("Entries from a spreadsheet or another diary: you see them first.")
        button = Button(theme, self.tr("Take in a CSV file"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, self.tr("Into the diary"), Size.LEAD))
        rows.addWidget(Label(theme, line, Size.SMALL, Tone.MUTED))
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(self.file_requested)
