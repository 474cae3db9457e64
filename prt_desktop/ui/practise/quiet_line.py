"""One line above the controls: what holds just now, and a word in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot

from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

WORD_STAYS_MS = 6_000


class QuietLine(Label):
    """Shows what holds, over which a word is said for a moment.

    Signals: `changed` when other words are shown, since they may need more room.
    """

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, size=Size.SMALL, tone=Tone.MUTED, parent=parent)
        self._standing = self._word = ""
        self._spoken = QTimer(self, singleShot=True, interval=WORD_STAYS_MS)
        self._spoken.timeout.connect(self._forget_word)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def show_standing(self, text: str) -> None:
        """Show this for as long as it holds; "" shows nothing."""
        self._standing = text
        self._show_words()

    def say(self, text: str) -> None:
        """Show this for a moment."""
        self._word = text
        self._spoken.start()
        self._show_words()

    @Slot()
    def _forget_word(self) -> None:
        self._word = ""
        self._show_words()

    def _show_words(self) -> None:
        words = self._word or self._standing
        if words != self.text():
            self.setText(words)
            self.changed.emit()
