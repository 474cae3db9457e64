"""A sentence that can be ticked, in a row large enough for an unsteady hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.painting import RING, focus_ring, rounded, smooth
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_AIR = 12


class CheckRow(QCheckBox):
    """A tick box whose words wrap; the whole row can be pressed."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Say how tall the row is when its words wrap within `width`."""
        words = self._words(width).height + 2 * (_AIR + RING)
        return max(words, self._theme.target + 2 * RING)

    def sizeHint(self) -> QSize:
        """Ask for the reading column."""
        width = self._theme.column_width
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words' width, so that narrow windows work."""
        return QSize(self._theme.px(160), self._theme.target + 2 * RING)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the row."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row, the box, the words and the ring."""
        theme = self._theme
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        if self.isChecked():
            rounded(painter, ground, theme.color(Tone.ACCENT_SOFT))
        elif self.underMouse():
            rounded(painter, ground, theme.mix(Tone.ACCENT_SOFT, Tone.SURFACE, 0.5))
        block = self._words(self.width())
        side = self._side()
        first_line = theme.metrics(Size.BODY).height() * 1.4
        top = ground.top() + (ground.height() - block.height) // 2
        box = QRect(ground.left() + _AIR, top + round((first_line - side) / 2), side, side)
        self._paint_box(painter, box)
        block.draw(painter, QPoint(box.right() + 1 + _AIR, top), theme.color(Tone.TEXT))
        focus_ring(painter, theme, self, self.rect())

    def _paint_box(self, painter: QPainter, box: QRect) -> None:
        theme = self._theme
        if not self.isChecked():
            rounded(painter, box, theme.color(Tone.RAISED), theme.color(Tone.LINE), 6)
            return
        rounded(painter, box, theme.color(Tone.ACCENT), None, 6)
        tick = box.adjusted(2, 2, -2, -2)
        pixmap = theme.pixmap(Icon.CHECK, Tone.ON_ACCENT, self, tick.width())
        painter.drawPixmap(tick.topLeft(), pixmap)

    def _side(self) -> int:
        return self._theme.icon_size

    def _words(self, width: int) -> TextBlock:
        left = 2 * RING + 3 * _AIR + self._side()
        return text_block(self.text(), self._theme.font(Size.BODY), max(40, width - left))
