"""The end of a lesson: one thing to try, and the way to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class EndPage(QWidget):
    """Says what to try, and that it is enough.

    Signals: `try_chosen` when the person wants to go where it can be tried.
    """

    try_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(theme, self.tr("One thing to try"), Size.DISPLAY, weight=Weight.BOLD)
        self._try_this = Label(theme, size=Size.LEAD)
        self._go = Button(theme, "", Look.PRIMARY)
        quiet = self.tr("Not now is fine too. The lesson stays here.")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(self._heading)
        rows.addWidget(self._try_this)
        rows.addSpacing(theme.space)
        rows.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addSpacing(theme.gap)
        rows.addWidget(Label(theme, quiet, Size.SMALL, Tone.MUTED))
        self._go.clicked.connect(self.try_chosen)

    def show_end(self, try_this: str, way_on: str) -> None:
        """Show what to try; `way_on` are the words of the button, and "" leaves it out."""
        self._try_this.setText(try_this)
        self._go.setText(way_on)
        self._go.setVisible(bool(way_on))
        self.setAccessibleName(self.tr("One thing to try"))

    def set_among_others(self, *, among: bool) -> None:
        """Give the heading its size: smaller where pages stand above."""
        self._heading.set_size(Size.TITLE if among else Size.DISPLAY)
