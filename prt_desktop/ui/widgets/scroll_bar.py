"""A thin scroll bar that stays out of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme

# Numbers of Qt's enums, set as properties: the names cost too much before the first paint.
_ALWAYS_OFF = 1
_WIDTH = 14
_SHORTEST = 40


class ScrollBar(QScrollBar):
    """An upright bar whose thumb is all there is to see."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Ask for a narrow strip."""
        return QSize(_WIDTH, _SHORTEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the thumb where the style would put it, only slimmer."""
        span = self.maximum() - self.minimum() + self.pageStep()
        if span <= self.pageStep():
            return
        length = max(_SHORTEST, self.height() * self.pageStep() // span)
        run = self.height() - length
        at = run * (self.value() - self.minimum()) // max(1, self.maximum() - self.minimum())
        share = 0.9 if self.underMouse() or self.isSliderDown() else 0.5
        thumb = QRect(4, at + 2, 6, length - 4)
        rounded(smooth(self), thumb, self._theme.mix(Tone.LINE, Tone.SURFACE, share), None, 3)


def give_scroll_bar(area: QAbstractScrollArea, theme: Theme, name: str) -> None:
    """Give `area` the thin bar upright and none across."""
    area.setVerticalScrollBar(ScrollBar(theme, name))
    area.setProperty("horizontalScrollBarPolicy", _ALWAYS_OFF)
