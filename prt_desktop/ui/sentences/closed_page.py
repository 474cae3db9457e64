"""What stands in the place of the sentences while they wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class ClosedPage(QWidget):
    """Says why, and leads to what opens it. Signals: `opened`."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._why = Label(theme)
        self._way = Button(theme, "", Look.PRIMARY)
        column = Column(theme, self.tr("safety sentences"))
        column.add(Label(theme, self.tr("Safety sentences"), Size.TITLE, weight=Weight.BOLD))
        about = self.tr("Up to three short sentences of your own, for which practices leave room.")
        column.add(Label(theme, about, tone=Tone.MUTED))
        column.space(1)
        card = Card(theme, Tone.CAUTION)
        card.body.addWidget(self._why)
        card.body.addWidget(self._way, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(card)
        column.body.addStretch(1)
        fill(self, column)
        self._way.clicked.connect(self.opened)

    def show_why(self, words: str, verb: str) -> None:
        """Say what the sentences wait for, and what the button does."""
        self._why.setText(words)
        self._way.setText(verb)
