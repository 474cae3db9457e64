"""Shapes that several widgets paint alike: rounded grounds, edges, lines of words, the ring.

Loading the namespace `Qt` costs 15 ms, more than half of what the window costs otherwise. So on
the way to the first paint nothing touches it: it is written `QtCore.Qt`, which loads it only when
that line runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPalette, QPen

from prt_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

RADIUS = 10
RING = 3


def smooth(widget: QWidget) -> QPainter:
    """Begin painting on `widget` with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def brush(color: QColor) -> QBrush:
    """Give a plain brush; asking QBrush itself for it loads the namespace `Qt`."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, color)
    return palette.window()


def rounded(
    painter: QPainter,
    rect: QRect,
    fill: QColor | None,
    edge: QColor | None = None,
    radius: float = RADIUS,
) -> None:
    """Paint a rounded ground, with an edge one pixel wide where one is given."""
    inset = 0.5 if edge else 0.0
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
    if fill is not None:
        painter.fillPath(path, brush(fill))
    if edge is not None:
        painter.strokePath(path, QPen(edge, 1))


def line_of_words(painter: QPainter, rect: QRect, words: str, *, centred: bool = False) -> None:
    """Write one line in the painter's font, in the middle of `rect` from top to bottom."""
    metrics = painter.fontMetrics()
    left = rect.left()
    if centred:
        left += (rect.width() - metrics.horizontalAdvance(words)) // 2
    top = rect.top() + (rect.height() - metrics.height()) // 2
    painter.drawText(left, top + metrics.ascent(), words)


def focus_ring(
    painter: QPainter, theme: Theme, widget: QWidget, rect: QRect, radius: float = RADIUS
) -> None:
    """Paint the ring round `rect` while `widget` has the focus and the keyboard is in use."""
    if not widget.hasFocus():
        return
    if not widget.window().testAttribute(QtCore.Qt.WidgetAttribute.WA_KeyboardFocusChange):
        return
    painter.setPen(QPen(theme.color(Tone.ACCENT), 2))
    painter.setBrush(QBrush())
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius + 2, radius + 2)


def field_ground(painter: QPainter, theme: Theme, field: QWidget) -> QRect:
    """Paint what a field to write in stands on, its edge and its ring, and give the ground."""
    ground = field.rect().adjusted(RING, RING, -RING, -RING)
    edge = theme.color(Tone.ACCENT if field.hasFocus() else Tone.LINE)
    rounded(painter, ground, theme.color(Tone.RAISED), edge)
    focus_ring(painter, theme, field, field.rect())
    return ground


def clear_base(line: QWidget) -> None:
    """Let what is painted under a line to write in show through it."""
    palette = line.palette()
    palette.setColor(palette.ColorRole.Base, "transparent")
    line.setPalette(palette)
