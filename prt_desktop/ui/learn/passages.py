"""What a search found, one row each: the lesson, the page, and the passage with the hit in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from prt_desktop.domain.lesson_search import Marked, Where
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.marks import mark_formats
from prt_desktop.ui.widgets.painting import RING, focus_ring, rounded
from prt_desktop.ui.widgets.row_list import Row, RowList, RowRole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from prt_desktop.domain.lesson_search import Hit
    from prt_desktop.ui.theme import Theme

_AIR = 20
_BETWEEN = 8
_LINES_APART = 6
_RADIUS = 14
_TITLE_LEADING = 1.2
_TEXT_LEADING = 1.45


@dataclass(frozen=True, slots=True)
class PassageRow(Row):
    """A row of the results; its `id` is the number of the hit."""

    heading: str = ""
    marked: tuple[Marked, ...] = ()


class _Line(NamedTuple):
    """One part of a row, and how it is written."""

    marked: Marked
    size: Size
    weight: Weight
    tone: Tone
    leading: float


class _Laid(NamedTuple):
    """Words laid out for one width (px)."""

    layout: QTextLayout
    height: int
    tone: Tone


def passage_rows(hits: Sequence[Hit]) -> list[PassageRow]:
    """Give a row for each hit."""
    return [_row(number, hit) for number, hit in enumerate(hits)]


class PassageDelegate(QStyledItemDelegate):
    """Paints a hit as a raised sheet; what was found is bold on a soft ground."""

    def __init__(self, theme: Theme, view: RowList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for all its words, wrapped to the width of the list."""
        width = self._view.viewport().width()
        laid = self._laid(index.data(RowRole.ROW), width)
        words = sum(one.height for one in laid) + _LINES_APART * (len(laid) - 1)
        return QSize(width, words + 2 * _AIR + _BETWEEN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the sheet, the words and the ring."""
        theme = self._theme
        rect: QRect = option.rect
        sheet = rect.adjusted(RING, RING, -RING, RING - _BETWEEN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = theme.mix(Tone.ACCENT_SOFT, Tone.RAISED, 0.3 if hovered else 0.0)
        rounded(painter, sheet, fill, theme.mix(Tone.LINE, Tone.RAISED, 0.3), _RADIUS)
        at = QPoint(sheet.left() + _AIR, sheet.top() + _AIR - RING)
        for one in self._laid(index.data(RowRole.ROW), rect.width()):
            painter.setPen(theme.color(one.tone))
            one.layout.draw(painter, QPointF(at))
            at.setY(at.y() + one.height + _LINES_APART)
        if index == self._view.currentIndex():
            focus_ring(
                painter, theme, self._view, sheet.adjusted(-RING, -RING, RING, RING), _RADIUS
            )
        painter.restore()

    def _laid(self, row: PassageRow, width: int) -> list[_Laid]:
        room = max(80, width - 2 * (RING + _AIR))
        title, page, passage = row.marked
        lines = (
            _Line(title, Size.LEAD, Weight.MEDIUM, Tone.TEXT, _TITLE_LEADING),
            _Line(page, Size.SMALL, Weight.NORMAL, Tone.MUTED, _TEXT_LEADING),
            _Line(passage, Size.BODY, Weight.NORMAL, Tone.TEXT, _TEXT_LEADING),
        )
        return [self._lay(line, room) for line in lines if line.marked.text]

    def _lay(self, line: _Line, width: int) -> _Laid:
        font = self._theme.font(line.size, line.weight)
        layout = QTextLayout(line.marked.text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(mark_formats(self._theme, line.marked.spans, font))
        height = QFontMetricsF(font).height()
        y = 0.0
        layout.beginLayout()
        while (row := layout.createLine()).isValid():
            row.setLineWidth(width)
            row.setPosition(QPointF(0, y + height * (line.leading - 1) / 2))
            y += height * line.leading
        layout.endLayout()
        return _Laid(layout, round(y), line.tone)


def _row(number: int, hit: Hit) -> PassageRow:
    before = _tr("Page %d") % (hit.page + 1)
    words = {Where.TERM: _tr("A word explained"), Where.MEANING: _tr("A word explained")}
    if hit.where in words:
        before = f"{before}  ·  {words[hit.where]}"
    page = _after(f"{before}  ·  ", hit.heading)
    spoken = f"{hit.title.text}. {before}, {hit.heading.text}. {hit.passage.text}"
    return PassageRow(
        str(number),
        hit.title.text,
        hit.passage.text,
        spoken,
        heading=hit.heading.text,
        marked=(hit.title, page, hit.passage),
    )


def _after(words: str, marked: Marked) -> Marked:
    """Put words before a text, and keep its marks where they were."""
    moved = tuple(type(span)(span.start + len(words), span.length) for span in marked.spans)
    return Marked(f"{words}{marked.text}", moved)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Passages", text)
