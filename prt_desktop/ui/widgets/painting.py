"""Shapes that several widgets paint alike: rounded grounds, edges and the focus ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

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


def rounded(
    painter: QPainter,
    rect: QRect,
    fill: QColor | None,
    edge: QColor | None = None,
    radius: float = RADIUS,
) -> None:
    """Paint a rounded ground, with an edge one pixel wide where one is given."""
    painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
    if fill is None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setBrush(fill)
    inset = 0.5 if edge else 0.0
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def focus_ring(
    painter: QPainter, theme: Theme, widget: QWidget, rect: QRect, radius: float = RADIUS
) -> None:
    """Paint the ring round `rect` while `widget` has the focus and the keyboard is in use."""
    by_keyboard = widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    if not (widget.hasFocus() and by_keyboard):
        return
    painter.setPen(QPen(theme.color(Tone.ACCENT), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius + 2, radius + 2)
