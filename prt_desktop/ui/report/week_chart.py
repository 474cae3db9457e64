"""A rating by week as a small picture for paper, told by shape alone, so that grey loses nothing.

Every week with a number has a dot and the number over it; a line joins neighbours, and breaks
where a week has none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from prt_desktop.domain.trends import number
from prt_desktop.ui.report.words import short_day
from prt_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QColor, QFont

    from prt_desktop.domain.report import Week

SIZE = QSize(264, 96)
FINENESS = 4
_LEFT, _RIGHT, _TOP, _LOW = 22, 8, 16, 18
_MOST_NUMBERS = 9
_DOT = 2.6


def week_chart(weeks: Sequence[Week], inks: Mapping[Tone, QColor], font: QFont) -> QImage:
    """Paint weeks from 0 to 10, four times as fine as `SIZE`."""
    image = QImage(SIZE * FINENESS, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(FINENESS, FINENESS)
    painter.setFont(font)
    chart = _Chart(painter, weeks, inks)
    chart.paint_frame()
    chart.paint_line()
    painter.end()
    return image


class _Chart:
    """Paints one chart with one painter."""

    def __init__(
        self, painter: QPainter, weeks: Sequence[Week], inks: Mapping[Tone, QColor]
    ) -> None:
        self._painter = painter
        self._weeks = weeks
        self._inks = inks
        wide, high = SIZE.width() - _LEFT - _RIGHT, SIZE.height() - _TOP - _LOW
        self._room = QRectF(_LEFT, _TOP, wide, high)

    def paint_frame(self) -> None:
        """Paint the lines of 0, 5 and 10, and the first and last Monday."""
        painter, room = self._painter, self._room
        for value in (0, 5, 10):
            y = self._y(value)
            style = Qt.PenStyle.SolidLine if value == 0 else Qt.PenStyle.DotLine
            painter.setPen(QPen(self._inks[Tone.MUTED], 0.6, style))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(self._inks[Tone.MUTED])
            box = QRectF(0, y - 8, _LEFT - 6, 16)
            painter.drawText(box, _ALIGN_RIGHT, str(value))
        low = QRectF(room.left(), room.bottom() + 3, room.width(), 15)
        first, last = self._weeks[0].monday, self._weeks[-1].monday
        painter.drawText(low, Qt.AlignmentFlag.AlignLeft, short_day(first))
        if last != first:
            painter.drawText(low, Qt.AlignmentFlag.AlignRight, short_day(last))

    def paint_line(self) -> None:
        """Paint the dots, what joins them, and their numbers where there is room."""
        painter = self._painter
        places = [
            None if week.mean is None else QPointF(self._x(at), self._y(week.mean))
            for at, week in enumerate(self._weeks)
        ]
        painter.setPen(QPen(self._inks[Tone.TEXT], 1.2))
        for one, other in pairwise(places):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        painter.setBrush(self._inks[Tone.TEXT])
        dot = _DOT if len(places) <= 2 * _MOST_NUMBERS else _DOT / 2
        for place, week in zip(places, self._weeks, strict=True):
            if place is None or week.mean is None:
                continue
            painter.drawEllipse(place, dot, dot)
            if len(places) <= _MOST_NUMBERS:
                box = QRectF(place.x() - 11, place.y() - 17, 22, 13)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
                painter.fillRect(box, self._inks[Tone.TEXT])
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
                painter.drawText(box, Qt.AlignmentFlag.AlignHCenter, number(week.mean))

    def _x(self, at: int) -> float:
        steps = len(self._weeks)
        return self._room.left() + self._room.width() * (at + 0.5) / steps

    def _y(self, value: float) -> float:
        return self._room.bottom() - self._room.height() * value / 10


_ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
