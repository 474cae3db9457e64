"""The line of life and pain as it is drawn; the list below it says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from prt_desktop.domain.story import Side, levels
from prt_desktop.ui.story.words import side_word
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.painting import RING, brush, rounded, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QPainter, QPaintEvent

    from prt_desktop.domain.story import Mark
    from prt_desktop.ui.theme import Theme

_AIR = 16
_DOT = 13
_STEM = 10
_MOST_LEVELS = 6


class LifeLine(QWidget):
    """Draws each event as its number: life above the line, pain below it; no colour judges.

    Its name is a sentence that tells what is drawn.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._ends = ("", "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.updateGeometry)

    def show_marks(self, marks: Sequence[Mark], today: date) -> None:
        """Draw other events, the earliest first."""
        self._marks = tuple(marks)
        first = str(marks[0].event.year) if marks else ""
        self._ends = (first, str(today.year) if first != str(today.year) else "")
        words = self.tr("A line from %s until today with %d numbered points. The list says each.")
        self.setAccessibleName(words % (first, len(marks)))
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Say how tall the line is, with the levels that stand above and below it."""
        inner = max(1, width - 2 * (_AIR + self._theme.px(_DOT)))
        rooms = sum(self._room(side, inner) for side in Side)
        return rooms + 2 * _AIR + _AIR // 2 + 3 * self._theme.metrics(Size.SMALL).height()

    def sizeHint(self) -> QSize:
        """Ask for the reading column."""
        width = self._theme.column_width
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for little width, so that narrow windows work."""
        width = self._theme.px(160)
        return QSize(width, self._theme.px(120))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet, the line, the numbers and the words at the ends."""
        theme, painter = self._theme, smooth(self)
        sheet = self.rect().adjusted(RING, RING, -RING, -RING)
        rounded(painter, sheet, theme.color(Tone.RAISED), theme.mix(Tone.LINE, Tone.RAISED, 0.3))
        plot = self._plot()
        line = plot.top() + self._room(Side.LIFE, plot.width())
        painter.setPen(QPen(theme.color(Tone.MUTED), 2))
        painter.drawLine(QPointF(plot.left(), line), QPointF(plot.right(), line))
        for side in Side:
            self._paint_side(painter, plot, line, side)
        self._paint_words(painter, plot)

    def _paint_side(self, painter: QPainter, plot: QRect, line: int, side: Side) -> None:
        theme = self._theme
        up = -1 if side is Side.LIFE else 1
        dot, step = theme.px(_DOT), theme.px(2 * _DOT + 4)
        painter.setFont(theme.font(Size.SMALL))
        metrics = painter.fontMetrics()
        placed = [
            (number, QPointF(x, line + up * (theme.px(_STEM) + dot + level * step)))
            for number, x, level in self._placed(side, plot)
        ]
        painter.setPen(QPen(theme.color(Tone.LINE), 1))
        for _, at in placed:
            painter.drawLine(QPointF(at.x(), line), at)
        ground = theme.color(Tone.ACCENT_SOFT if side is Side.LIFE else Tone.SURFACE)
        for number, at in placed:
            painter.setPen(QPen(theme.color(Tone.MUTED), 1))
            painter.setBrush(brush(ground))
            painter.drawEllipse(at, dot, dot)
            painter.setPen(theme.color(Tone.TEXT))
            words = str(number)
            left = at.x() - metrics.horizontalAdvance(words) / 2
            painter.drawText(QPointF(left, at.y() + metrics.capHeight() / 2), words)

    def _paint_words(self, painter: QPainter, plot: QRect) -> None:
        theme = self._theme
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color(Tone.MUTED))
        line = painter.fontMetrics().height()
        top = QRectF(plot.left(), plot.top() - line, plot.width(), line)
        left = Qt.AlignmentFlag.AlignLeft
        painter.drawText(top, left, side_word(Side.LIFE))
        base = QRectF(plot.left(), plot.bottom(), plot.width(), line)
        painter.drawText(base, left, side_word(Side.PAIN))
        ends = base.translated(0, line + _AIR // 2)
        painter.drawText(ends, left, self._ends[0])
        painter.drawText(ends, Qt.AlignmentFlag.AlignRight, self._ends[1])

    def _placed(self, side: Side, plot: QRect) -> list[tuple[int, float, int]]:
        """Give the number, the place from the left (px) and the level of each event of a side."""
        numbered = [
            (number, plot.left() + mark.at * plot.width())
            for number, mark in enumerate(self._marks, start=1)
            if mark.event.side is side
        ]
        found = levels([x for _, x in numbered], self._theme.px(2 * _DOT + 2))
        pairs = zip(numbered, found, strict=True)
        return [(number, x, min(level, _MOST_LEVELS - 1)) for (number, x), level in pairs]

    def _room(self, side: Side, width: int) -> int:
        """Say how much room (px) the levels of a side need."""
        theme = self._theme
        placed = self._placed(side, QRect(0, 0, width, 1))
        high = 1 + max((level for _, _, level in placed), default=0)
        return theme.px(_STEM) + high * theme.px(2 * _DOT + 4) + theme.px(4)

    def _plot(self) -> QRect:
        theme = self._theme
        line = theme.metrics(Size.SMALL).height()
        air = _AIR + theme.px(_DOT)
        return self.rect().adjusted(air, _AIR + line, -air, -_AIR - _AIR // 2 - 2 * line)
