"""A small drawn line of numbers over days; a table beside it says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.painting import RING, brush, rounded, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPainter, QPaintEvent

    from prt_desktop.ui.theme import Theme

_HEIGHT = 150
_AIR = 12
_DOT = 3.5
_MANY = 60


class SmallLine(QWidget):
    """Draws numbers from 0 to `highest` in one colour, without any verdict.

    Its name is a sentence that says the same. Days on which nothing was noted are bridged.
    """

    def __init__(self, theme: Theme, highest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._highest = highest
        self._points: tuple[tuple[date, int], ...] = ()
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_points(
        self, points: Sequence[tuple[date, int]], ends: tuple[str, str], sentence: str
    ) -> None:
        """Draw other points, the oldest first; `ends` are the words under both ends."""
        self._points = tuple(points)
        self._ends = ends
        self.setAccessibleName(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the reading column and a height that grows with the text."""
        return QSize(self._theme.column_width, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Ask for little width, so that narrow windows work."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, its scale, and the line."""
        theme = self._theme
        painter = smooth(self)
        sheet = self.rect().adjusted(RING, RING, -RING, -RING)
        rounded(painter, sheet, theme.color(Tone.RAISED), theme.mix(Tone.LINE, Tone.RAISED, 0.3))
        metrics = theme.metrics(Size.SMALL)
        left = sheet.left() + 2 * _AIR + metrics.horizontalAdvance(str(self._highest))
        below = metrics.height() + 2 * _AIR
        plot = QRect(left, sheet.top() + 2 * _AIR, 1, 1)
        plot.setRight(sheet.right() - 2 * _AIR)
        plot.setBottom(sheet.bottom() - below)
        self._paint_scale(painter, plot)
        self._paint_line(painter, plot)

    def _paint_scale(self, painter: QPainter, plot: QRect) -> None:
        theme = self._theme
        metrics = theme.metrics(Size.SMALL)
        painter.setFont(theme.font(Size.SMALL))
        for value in (0, self._highest // 2, self._highest):
            y = self._y(plot, value)
            painter.setPen(QPen(theme.mix(Tone.LINE, Tone.RAISED, 0.35), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.color(Tone.MUTED))
            at = plot.left() - _AIR - metrics.horizontalAdvance(str(value))
            painter.drawText(QPointF(at, y + metrics.capHeight() / 2), str(value))
        first, last = self._ends
        base = plot.bottom() + _AIR + metrics.ascent()
        painter.drawText(QPointF(plot.left(), base), first)
        right = plot.right() - metrics.horizontalAdvance(last)
        if right > plot.left() + metrics.horizontalAdvance(first) + _AIR:
            painter.drawText(QPointF(right, base), last)

    def _paint_line(self, painter: QPainter, plot: QRect) -> None:
        if not self._points:
            return
        accent = self._theme.color(Tone.ACCENT)
        placed = [QPointF(self._x(plot, on), self._y(plot, value)) for on, value in self._points]
        painter.setPen(QPen(accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(placed)
        if len(placed) <= _MANY:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush(accent))
            for at in placed:
                painter.drawEllipse(at, _DOT, _DOT)

    def _x(self, plot: QRect, on: date) -> float:
        first, last = self._points[0][0], self._points[-1][0]
        span = (last - first).days
        share = (on - first).days / span if span else 0.5
        return plot.left() + share * plot.width()

    def _y(self, plot: QRect, value: int) -> float:
        return plot.bottom() - value / self._highest * plot.height()
