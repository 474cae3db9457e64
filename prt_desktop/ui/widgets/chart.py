"""A drawn chart of one rating over time, to be looked at or gone through point by point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from prt_desktop.domain.long_day import long_day
from prt_desktop.domain.trends import columns, point_sentence, trend_sentence
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.painting import RING, brush, focus_ring, rounded, smooth

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from prt_desktop.domain.trends import Column, Series
    from prt_desktop.ui.theme import Theme

_HIGHEST = 10
_LINES_AT = (0, 5, 10)
_MANY_POINTS = 62
_FAR_POINTS = 28
_DOT, _LINE = 4.0, 2.0
_AIR = 14
_HEIGHT = 250


class Chart(QWidget):
    """Draws a series from 0 to 10; days without a number stay empty.

    Left and right go from point to point, Page keys by four weeks of points, Home and End to the
    ends; each is told in the description and announced. The name is the sentence that says the
    same.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._series: Series | None = None
        self._columns: tuple[Column, ...] = ()
        self._chosen = -1
        self._plot = QRect()
        self._stale = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._refresh)

    @property
    def chosen(self) -> int:
        """Give the place in the series of the point that is told, or -1."""
        return self._chosen

    def show_series(self, series: Series) -> None:
        """Draw another series; no point of it is chosen yet."""
        self._series = series
        self._chosen = -1
        self.setAccessibleName(trend_sentence(series))
        self.setAccessibleDescription(
            self.tr("The arrow keys go from point to point.") if series.points else ""
        )
        self._refresh()

    def choose(self, index: int) -> None:
        """Choose a point by its place, held within the series, and tell it."""
        if self._series is None or not self._series.points:
            return
        self._chosen = min(max(index, 0), len(self._series.points) - 1)
        words = point_sentence(self._series, self._chosen)
        self.setAccessibleDescription(words)
        announce(self, words)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the reading column and a height that grows with the text."""
        return QSize(self._theme.column_width, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Ask for little width, so that narrow windows work."""
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point; the first press stands at the newest."""
        if self._series is None or not self._series.points:
            super().keyPressEvent(event)
            return
        last = len(self._series.points) - 1
        here = self._chosen
        goals = {
            Qt.Key.Key_Left: here - 1 if here >= 0 else last,
            Qt.Key.Key_Right: here + 1 if here >= 0 else last,
            Qt.Key.Key_PageUp: here - _FAR_POINTS if here >= 0 else last,
            Qt.Key.Key_PageDown: here + _FAR_POINTS if here >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            self.choose(goal)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the point that is nearest to a press."""
        self._thin()
        if self._columns:
            at = event.position().x() - self._plot.left()
            self.choose(min(self._columns, key=lambda column: abs(column.at - at)).last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the points be thinned to the new width."""
        super().resizeEvent(event)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._stale = True
        self.updateGeometry()
        self.update()

    def _thin(self) -> None:
        """Thin the points to the columns of pixels that there are, once for a width."""
        if self._stale and self._series is not None:
            self._plot = self._plot_within()
            self._columns = columns(self._series, self._plot.width())
            self._stale = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, the scale, the points, and the chosen one with its words."""
        self._thin()
        painter = smooth(self)
        theme = self._theme
        sheet = self.rect().adjusted(RING, RING, -RING, -RING)
        rounded(painter, sheet, theme.color(Tone.RAISED), theme.mix(Tone.LINE, Tone.RAISED, 0.3))
        if self._series is not None:
            self._paint_scale(painter, self._series)
            stretches = list(_stretches(self._columns))
            self._paint_band(painter, stretches)
            self._paint_lines(painter, stretches)
            self._paint_chosen(painter, self._series)
        focus_ring(painter, theme, self, self.rect())

    def _plot_within(self) -> QRect:
        """Give where the points lie: within the sheet, beside the numbers, above the dates."""
        metrics = self._theme.metrics(Size.SMALL)
        left = RING + _AIR + metrics.horizontalAdvance("10") + _AIR
        right = max(left + 1, self.width() - RING - _AIR - 8)
        top = RING + _AIR + metrics.height() + _AIR
        bottom = self.height() - RING - _AIR - metrics.height() - _AIR
        return QRect(left, top, right - left, max(1, bottom - top))

    def _paint_scale(self, painter: QPainter, series: Series) -> None:
        plot, theme = self._plot, self._theme
        metrics = theme.metrics(Size.SMALL)
        painter.setFont(theme.font(Size.SMALL))
        for value in _LINES_AT:
            y = self._y(value)
            painter.setPen(QPen(theme.mix(Tone.LINE, Tone.RAISED, 0.35), 1))
            painter.drawLine(QPointF(plot.left() - 6, y), QPointF(plot.right() + 6, y))
            painter.setPen(theme.color(Tone.MUTED))
            words = str(value)
            left = plot.left() - _AIR - metrics.horizontalAdvance(words)
            painter.drawText(QPointF(left, y + metrics.capHeight() / 2), words)
        base = plot.bottom() + _AIR + metrics.ascent()
        first, last = long_day(series.first), long_day(series.last)
        painter.drawText(plot.left() - 6, base, first)
        right = plot.right() + 6 - metrics.horizontalAdvance(last)
        if series.first != series.last and right > plot.left() + metrics.horizontalAdvance(first):
            painter.drawText(right, base, last)

    def _paint_band(self, painter: QPainter, stretches: Sequence[Sequence[Column]]) -> None:
        """Paint from the lowest to the highest where several days share a column of pixels."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(self._theme.mix(Tone.ACCENT, Tone.RAISED, 0.22)))
        for stretch in stretches:
            if any(column.low < column.high for column in stretch):
                upper = [QPointF(self._x(one), self._y(one.high)) for one in stretch]
                lower = [QPointF(self._x(one), self._y(one.low)) for one in reversed(stretch)]
                painter.drawPolygon(QPolygonF(upper + lower))

    def _paint_lines(self, painter: QPainter, stretches: Sequence[Sequence[Column]]) -> None:
        accent = self._theme.color(Tone.ACCENT)
        few = len(self._columns) <= _MANY_POINTS
        painter.setPen(QPen(accent, _LINE if few else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stretch in stretches:
            painter.drawPolyline([QPointF(self._x(one), self._y(one.mean)) for one in stretch])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(accent))
        size = _DOT if few else 1.5
        for stretch in stretches:
            if few or len(stretch) == 1:
                for one in stretch:
                    painter.drawEllipse(QPointF(self._x(one), self._y(one.mean)), size, size)

    def _paint_chosen(self, painter: QPainter, series: Series) -> None:
        if self._chosen < 0:
            return
        theme, plot = self._theme, self._plot
        point = series.points[self._chosen]
        column = next(one for one in self._columns if one.last >= self._chosen)
        at = QPointF(self._x(column), self._y(point.value))
        painter.setPen(QPen(theme.color(Tone.MUTED), 1))
        painter.drawLine(QPointF(at.x(), plot.top()), QPointF(at.x(), plot.bottom()))
        painter.setPen(QPen(theme.color(Tone.ACCENT), _LINE))
        painter.setBrush(brush(theme.color(Tone.RAISED)))
        painter.drawEllipse(at, _DOT + 2, _DOT + 2)
        painter.setPen(theme.color(Tone.TEXT))
        painter.setFont(theme.font(Size.SMALL))
        metrics = painter.fontMetrics()
        room = QRectF(plot.left() - 6, RING + _AIR, plot.width() + 12, metrics.height())
        words = point_sentence(series, self._chosen)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        wide = metrics.horizontalAdvance(words)
        left = min(max(at.x() - wide / 2, room.left()), room.right() - wide)
        painter.drawText(QPointF(left, room.top() + metrics.ascent()), words)

    def _x(self, column: Column) -> float:
        return self._plot.left() + column.at + 0.5

    def _y(self, value: float) -> float:
        return self._plot.bottom() - value / _HIGHEST * self._plot.height()


def _stretches(drawn: Sequence[Column]) -> Iterator[Sequence[Column]]:
    """Give the columns between gaps."""
    start = 0
    for place in range(1, len(drawn) + 1):
        if place == len(drawn) or not drawn[place].joined:
            yield drawn[start:place]
            start = place
