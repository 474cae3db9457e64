"""A calm line that fills while the program works."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import RING, rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_HEIGHT = 8
_STEPS = 1000


class ProgressBar(QProgressBar):
    """Fills from left to right; what it means stands in words beside it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setRange(0, _STEPS)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, done: int, whole: int) -> None:
        """Fill the part that is done of the whole; nothing is known of a whole of 0."""
        self.setValue(min(_STEPS, done * _STEPS // whole) if whole > 0 else 0)

    def sizeHint(self) -> QSize:
        """Ask for a thin line."""
        return QSize(self._theme.px(240), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Ask for a short thin line."""
        return QSize(self._theme.px(80), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole faintly and what is done in the accent."""
        painter = smooth(self)
        line = self.rect().adjusted(RING, 0, -RING, 0)
        rounded(painter, line, self._theme.mix(Tone.LINE, Tone.RAISED, 0.3), None, _HEIGHT / 2)
        width = line.width() * self.value() // _STEPS
        if width:
            done = QRect(line.left(), line.top(), max(width, _HEIGHT), _HEIGHT)
            rounded(painter, done, self._theme.color(Tone.ACCENT), None, _HEIGHT / 2)
