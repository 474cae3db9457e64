"""A thin line that grows through a practice; nothing is counted down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.practise import words
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme

_HEIGHT = 3
_MINUTE_MS = 60_000


class ProgressLine(QWidget):
    """Shows how much of the practice is over; repainted only when that shows."""

    def __init__(self, theme: Theme, length_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length_ms = max(1, length_ms)
        self._filled = 0
        self.setFixedHeight(_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Progress"))

    def begin(self, length_ms: int) -> None:
        """Begin anew, with another length."""
        self._length_ms = max(1, length_ms)
        self._filled = 0
        self.update()

    def show_position(self, position_ms: int) -> None:
        """Let the line grow to a place."""
        filled = round(self.width() * min(1.0, position_ms / self._length_ms))
        if filled != self._filled:
            self._filled = filled
            self.update()

    def tell(self, position_ms: int) -> None:
        """Let a screen reader find out where the practice stands; said when it rests."""
        over = position_ms // _MINUTE_MS
        whole = round(self._length_ms / _MINUTE_MS)
        if over:
            told = self.tr("%s of %s over") % (words.minutes(over), words.minutes(whole))
        else:
            told = self.tr("The first minute of %s") % words.minutes(whole)
        self.setAccessibleDescription(told)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole line faintly and what is over in the accent."""
        painter = smooth(self)
        ground = self._theme.mix(Tone.LINE, Tone.SURFACE, 0.25)
        rounded(painter, self.rect(), ground, None, _HEIGHT / 2)
        over = QRect(0, 0, self._filled, _HEIGHT)
        rounded(painter, over, self._theme.mix(Tone.ACCENT, Tone.SURFACE, 0.7), None, _HEIGHT / 2)
