"""A page that says what will be, and asks once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from prt_desktop.ui.theme import Theme


class ConfirmPage(SubPage):
    """Signals: `confirmed`."""

    confirmed = Signal()

    def __init__(self, theme: Theme, title: str, lines: Sequence[str], verb: str) -> None:
        super().__init__(theme, title)
        for line in lines:
            self.column.add(Label(theme, line))
        self._told = Label(theme, tone=Tone.MUTED)
        self.column.add(self._told)
        self._verb = Button(theme, verb, Look.PRIMARY)
        self.set_buttons([self._verb])
        self._verb.clicked.connect(self.confirmed)

    def show_busy(self, words: str) -> None:
        """Show calmly that it is being done."""
        self._tell(words, busy=True)

    def show_failure(self, sentence: str) -> None:
        """Say why it was not done."""
        self._tell(sentence, busy=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus on the way back."""
        super().showEvent(event)
        self.back.setFocus()

    def _tell(self, words: str, *, busy: bool) -> None:
        self._verb.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self._told.setText(words)
        announce(self, words)
