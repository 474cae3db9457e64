"""How a row of the timeline looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from prt_desktop.domain.diary import Entry, EntryKind
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import column_span
from prt_desktop.ui.widgets.marks import mark_formats
from prt_desktop.ui.widgets.painting import RING, rounded
from prt_desktop.ui.widgets.text_block import TextBlock, formatted_block

if TYPE_CHECKING:
    from datetime import date

    from prt_desktop.domain.lesson_search import Marked
    from prt_desktop.ui.diary.timeline_model import Index, TimelineModel
    from prt_desktop.ui.theme import Theme

MOST_LINES = 8
_MOST_CHARACTERS = 1200
_AIR = 12
_BETWEEN = 4


class _Laid(NamedTuple):
    """The parts of an entry, laid out for one width; `head_left` is where the head begins."""

    head: TextBlock
    head_left: int
    words: TextBlock | None
    beside: TextBlock | None


class TimelineDelegate(QStyledItemDelegate):
    """Paints headings and entries in the reading column; long entries show their beginning."""

    def __init__(self, theme: Theme, model: TimelineModel, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
        self._heights: dict[str, tuple[Entry, int]] = {}
        self._found_heights: dict[str, tuple[Entry, int]] = {}
        self._width = 0
        model.modelAboutToBeReset.connect(self._forget_found)

    def forget_heights(self) -> None:
        """Measure anew, after the text size or the width has changed."""
        self._heights.clear()
        self._found_heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Say how tall a row is; measured once for each width."""
        left, width = column_span(self._theme, self._view.width())
        if width != self._width:
            self._width = width
            self.forget_heights()
        row = self._model.row(index)
        if not isinstance(row, Entry):
            return QSize(left + width, self._heading_height())
        heights = self._found_heights if self._model.typed else self._heights
        known = heights.get(row.id)
        if known is None or known[0] is not row:
            known = (row, self._entry_height(row, width))
            heights[row.id] = known
        return QSize(left + width, known[1])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        left, width = column_span(self._theme, self._view.width())
        rect = QRect(left, option.rect.top(), width, option.rect.height())
        row = self._model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, Entry):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            self._paint_entry(painter, rect, row, chosen=chosen)
        else:
            self._paint_heading(painter, rect, row)
        painter.restore()

    @Slot()
    def _forget_found(self) -> None:
        self._found_heights.clear()

    def _paint_heading(self, painter: QPainter, rect: QRect, day: date) -> None:
        theme = self._theme
        painter.setFont(theme.font(Size.BODY, Weight.BOLD))
        painter.setPen(theme.color(Tone.TEXT))
        baseline = rect.bottom() - 6 - painter.fontMetrics().descent()
        painter.drawText(rect.left() + RING, baseline, self._model.heading(day))

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry, *, chosen: bool) -> None:
        theme = self._theme
        ground = rect.adjusted(RING, 2, -RING, -2)
        if chosen:
            rounded(painter, ground, theme.color(Tone.ACCENT_SOFT))
        elif not self._model.line(entry):
            rounded(painter, ground, theme.color(Tone.RAISED))
        left, top = ground.left() + _AIR + 4, ground.top() + _AIR
        painter.setFont(theme.font(Size.SMALL))
        painter.setPen(theme.color(Tone.MUTED))
        painter.drawText(left, top + painter.fontMetrics().ascent(), self._model.time_words(entry))
        laid = self._laid(entry, rect.width())
        head = Tone.ACCENT if entry.kind is EntryKind.SURPRISE else Tone.MUTED
        laid.head.draw(painter, QPoint(left + laid.head_left, top), theme.color(head))
        top += laid.head.height
        for block, tone in ((laid.words, Tone.TEXT), (laid.beside, Tone.MUTED)):
            if block is not None:
                block.draw(painter, QPoint(left, top + _BETWEEN), theme.color(tone))
                top += block.height + _BETWEEN

    def _entry_height(self, entry: Entry, width: int) -> int:
        laid = self._laid(entry, width)
        blocks = [one for one in (laid.words, laid.beside) if one is not None]
        height = laid.head.height + sum(one.height + _BETWEEN for one in blocks)
        return max(height + 2 * _AIR + 4, 48)

    def _laid(self, entry: Entry, width: int) -> _Laid:
        inner = width - 2 * (_AIR + RING) - 8
        time = self._theme.metrics(Size.SMALL).horizontalAdvance(self._model.time_words(entry))
        head_left = time + 12
        head = self._block(self._model.head(entry), Size.SMALL, inner - head_left, leading=1.0)
        quiet = bool(self._model.line(entry))
        words = None if quiet else self._model.words(entry)
        beside = self._model.beside(entry)
        return _Laid(
            head,
            head_left,
            self._block(words, Size.BODY, inner, leading=1.35) if words and words.text else None,
            self._block(beside, Size.SMALL, inner, leading=1.2) if beside.text else None,
        )

    def _block(self, marked: Marked, size: Size, width: int, *, leading: float) -> TextBlock:
        font = self._theme.font(size)
        formats = mark_formats(self._theme, marked.spans, font)
        text = marked.text[:_MOST_CHARACTERS]
        return formatted_block(text, font, width, formats, leading=leading, most_lines=MOST_LINES)

    def _heading_height(self) -> int:
        return self._theme.metrics(Size.BODY, Weight.BOLD).height() + 24
