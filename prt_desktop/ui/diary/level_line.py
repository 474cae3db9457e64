"""A calm line that grows and shrinks with the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import RING, rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme

_HEIGHT = 12
_SHRINKS_BY = 0.12


class LevelLine(QWidget):
    """How loud the microphone is, in one colour and without a verdict.

    It follows a louder voice at once and comes down slowly. Words beside it say whether anything
    is heard, so a screen reader needs nothing of it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._level = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_level(self, level: float) -> None:
        """Show a level from 0 to 1; called ten times a second."""
        self._level = max(level, self._level - _SHRINKS_BY, 0.0)
        self.update()

    def clear(self) -> None:
        """Show silence."""
        self._level = 0.0
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a thin line."""
        return QSize(self._theme.px(240), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Ask for a short thin line."""
        return QSize(self._theme.px(80), _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole faintly and the voice in the accent."""
        painter = smooth(self)
        line = self.rect().adjusted(RING, 0, -RING, 0)
        rounded(painter, line, self._theme.mix(Tone.LINE, Tone.RAISED, 0.3), None, _HEIGHT / 2)
        width = round(line.width() * self._level)
        if width >= _HEIGHT:
            voice = QRect(line.left(), line.top(), width, line.height())
            rounded(painter, voice, self._theme.color(Tone.ACCENT), None, _HEIGHT / 2)
