"""How a row of the timeline looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from prt_desktop.domain.diary import Entry, EntryKind
from prt_desktop.ui.diary.words import kind_word, written_words
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import column_span
from prt_desktop.ui.widgets.painting import RING, rounded
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from datetime import date

    from prt_desktop.ui.diary.timeline_model import Index, TimelineModel
    from prt_desktop.ui.theme import Theme

MOST_LINES = 8
_MOST_CHARACTERS = 1200
_AIR = 12


class TimelineDelegate(QStyledItemDelegate):
    """Paints headings and entries in the reading column; long entries show their beginning."""

    def __init__(self, theme: Theme, model: TimelineModel, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme
        self._model = model
        self._view = view
        self._heights: dict[str, tuple[Entry, int]] = {}
        self._width = 0

    def forget_heights(self) -> None:
        """Measure anew, after the text size or the width has changed."""
        self._heights.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Say how tall a row is; measured once for each width."""
        left, width = column_span(self._theme, self._view.width())
        if width != self._width:
            self._width = width
            self.forget_heights()
        row = self._model.row(index)
        if not isinstance(row, Entry):
            return QSize(left + width, self._heading_height())
        known = self._heights.get(row.id)
        if known is None or known[0] is not row:
            known = (row, self._entry_height(row, width))
            self._heights[row.id] = known
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
        line = self._model.line(entry)
        meta = line or kind_word(entry.kind)
        painter.setFont(theme.font(Size.SMALL))
        metrics = painter.fontMetrics()
        painter.setPen(theme.color(Tone.MUTED))
        time = self._model.time_words(entry)
        painter.drawText(left, top + metrics.ascent(), time)
        if entry.kind is EntryKind.SURPRISE:
            painter.setPen(theme.color(Tone.ACCENT))
        after_time = left + metrics.horizontalAdvance(time) + 12
        room = ground.right() - _AIR - after_time
        block = self._meta(meta, room)
        block.draw(painter, QPoint(after_time, top), painter.pen().color())
        words = self._words(entry, rect.width())
        if words is not None:
            words.draw(painter, QPoint(left, top + block.height + 4), theme.color(Tone.TEXT))

    def _entry_height(self, entry: Entry, width: int) -> int:
        metrics = self._theme.metrics(Size.SMALL)
        meta = self._model.line(entry) or kind_word(entry.kind)
        time = metrics.horizontalAdvance(self._model.time_words(entry))
        inner = width - 2 * (_AIR + RING) - 4
        height = self._meta(meta, inner - time - 12).height + 2 * _AIR + 4
        words = self._words(entry, width)
        if words is not None:
            height += words.height + 4
        return max(height, 48)

    def _heading_height(self) -> int:
        return self._theme.metrics(Size.BODY, Weight.BOLD).height() + 24

    def _meta(self, words: str, width: int) -> TextBlock:
        return text_block(words, self._theme.font(Size.SMALL), width, leading=1.0)

    def _words(self, entry: Entry, width: int) -> TextBlock | None:
        written = written_words(entry)
        if not written:
            return None
        return text_block(
            written[:_MOST_CHARACTERS],
            self._theme.font(Size.BODY),
            width - 2 * (_AIR + RING) - 8,
            leading=1.35,
            most_lines=MOST_LINES,
        )
