"""A word that can be on or off, several of them side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.painting import RING, focus_ring, line_of_words, rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_AIR = 16
_BESIDE = 6


class Chip(QCheckBox):
    """A pill with a tick while it is on; it takes the same room either way."""

    def __init__(self, theme: Theme, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the words, the tick and air on both sides."""
        words = self._theme.metrics(Size.BODY, Weight.MEDIUM).horizontalAdvance(self.text())
        width = words + self._side() + _BESIDE + 2 * (_AIR + RING)
        return QSize(width, self._theme.target + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for all of it."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the pill."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, the tick or its place, the words and the ring."""
        theme = self._theme
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        radius = ground.height() / 2
        on = self.isChecked()
        fill = theme.color(Tone.ACCENT_SOFT if on or self.underMouse() else Tone.RAISED)
        rounded(painter, ground, fill, theme.color(Tone.ACCENT if on else Tone.LINE), radius)
        side = self._side()
        icon = Icon.CHECK if on else Icon.PLUS
        tone = Tone.ACCENT if on else Tone.MUTED
        top = ground.top() + (ground.height() - side) // 2
        painter.drawPixmap(ground.left() + _AIR, top, theme.pixmap(icon, tone, self, side))
        painter.setFont(theme.font(Size.BODY, Weight.MEDIUM if on else Weight.NORMAL))
        painter.setPen(theme.color(Tone.ACCENT if on else Tone.TEXT))
        words = ground.adjusted(_AIR + side + _BESIDE, 0, 0, 0)
        line_of_words(painter, words, self.text())
        focus_ring(painter, theme, self, self.rect(), radius)

    def _side(self) -> int:
        return self._theme.icon_size * 2 // 3
