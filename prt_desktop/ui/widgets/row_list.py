"""A list of things to open: a title, a quiet line or two, and a mark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.painting import RING, focus_ring, rounded
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from prt_desktop.ui.theme import Theme

_AIR = 20
_BETWEEN = 8
_CLOSE_AIR = 14
_MOST_LINES = 3
_RADIUS = 14


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in the list; `mark` is a word at the right, with an icon that says the same.

    `spoken` is the whole row as a screen reader says it; `tone` is the colour of the mark. A
    `faint` row stands back: it waits for something.
    """

    id: str
    title: str
    lines: str
    spoken: str
    mark: str = ""
    icon: Icon | None = None
    tone: Tone = Tone.MUTED
    faint: bool = False


class RowRole(IntEnum):
    """What the model knows of a row beside its words."""

    ROW = Qt.ItemDataRole.UserRole + 1


class RowModel(QAbstractListModel):
    """The rows of a list, as the delegate and a screen reader ask for them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Put these rows in the place of those before; False, and nothing, for the same ones."""
        if tuple(rows) == self._rows:
            return False
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        return True

    def row(self, index: int) -> Row:
        """Give one row."""
        return self._rows[index]

    def place_of(self, row_id: str) -> int | None:
        """Say which row has this id, from 0; None where there is none."""
        return next((at for at, row in enumerate(self._rows) if row.id == row_id), None)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Say how many rows there are; rows have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give the title, the row itself, or what is spoken of it."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return row if role == RowRole.ROW else None


class RowList(QListView):
    """As tall as its rows, so that the column round it scrolls as one, to the row of the keys.

    Signals: `chosen` with the id of a row that was clicked or entered; `stepped_out` with 1 or -1
    when the keys want to go on past the last row or before the first.

    With `joined` the rows share one sheet, parted by hairlines. Only a list with the focus has a
    current row, or a screen reader would find one that says it is focused in every list. Hands
    select nothing: what is selected was toggled by a screen reader, and is chosen by it.
    """

    chosen = Signal(str)
    stepped_out = Signal(int)

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, joined: bool = False
    ) -> None:
        super().__init__(parent)
        self._steps = {Qt.Key.Key_Down.value: 1, Qt.Key.Key_Up.value: -1}
        self._theme = theme
        self._rows = RowModel()
        self._at = 0
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(theme, self, joined=joined))
        self.clicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._move)
        self.selectionModel().selectionChanged.connect(self._take)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the current one stays current where it is still there."""
        changed = self._rows.show_rows(rows)
        self._at = max(0, min(self._at, len(rows) - 1))
        if self.hasFocus():
            self._return()
        if changed:
            self._fit()

    def enter(self, step: int) -> None:
        """Take the focus at the first row when coming from above (1), at the last from below."""
        row = 0 if step > 0 else self._rows.rowCount() - 1
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.setCurrentIndex(self._rows.index(row))
        self._show_current()

    def stand_at(self, row_id: str) -> bool:
        """Let the focus land on the row with this id; False where there is none."""
        at = self._rows.place_of(row_id)
        if at is None:
            return False
        self._at = at
        if self.hasFocus():
            self.setCurrentIndex(self._rows.index(at))
        return True

    def rect_of_current(self) -> QRect:
        """Give the place, in the list, of the row that the focus lands on."""
        return self.visualRect(self._rows.index(self._at))

    def selectionCommand(
        self,
        _index: QModelIndex | QPersistentModelIndex,
        _event: QEvent | None = None,
    ) -> QItemSelectionModel.SelectionFlag:
        """Select nothing by keys or hands."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._rows.row(index.row()).id)

    @Slot(QItemSelection, QItemSelection)
    def _take(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        """Choose the row that a screen reader toggled."""
        for index in selected.indexes():
            self._at = index.row()
            self.clearSelection()
            self._choose(index)

    @Slot(QModelIndex, QModelIndex)
    def _move(self, current: QModelIndex, before: QModelIndex) -> None:
        """Remember the row; show it where it was moved to, not where it was come back to."""
        if not current.isValid():
            return
        self._at = current.row()
        if before.isValid() and self.hasFocus():
            self._show_current()

    def _show_current(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, Column):
            above = above.parentWidget()
        if above is not None:
            above.show_part(self, self.visualRect(self.currentIndex()))

    def _return(self) -> None:
        """Come back to the row that was the current one."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(self._at))

    @Slot()
    def _fit(self) -> None:
        count = self._rows.rowCount()
        heights = [self.sizeHintForRow(row) for row in range(count)]
        self.setFixedHeight(sum(heights) + 2)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the current row with Enter or Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if not event.isAutoRepeat():
                self._choose(self.currentIndex())
            return
        step = self._steps.get(event.key(), 0)
        row = self.currentIndex().row() + step
        if step and not 0 <= row < self._rows.rowCount():
            self.stepped_out.emit(step)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come back to the row that was left."""
        self._return()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave the row, so that it does not say it has the focus."""
        super().focusOutEvent(event)
        self.selectionModel().clearCurrentIndex()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow and shrink with the words that wrap."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class _RowDelegate(QStyledItemDelegate):
    """Paints one row as a raised sheet, or as a part of the sheet that all rows share."""

    def __init__(self, theme: Theme, view: RowList, *, joined: bool) -> None:
        super().__init__(view)
        self._joined = joined
        self._theme = theme
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for the row's words, wrapped to the width of the list."""
        width = self._view.viewport().width()
        title, lines = self._words(index.data(RowRole.ROW), width)
        air, between = (_CLOSE_AIR, 0) if self._joined else (_AIR, _BETWEEN)
        below = 4 + lines.height if index.data(RowRole.ROW).lines else 0
        height = title.height + below + 2 * air
        return QSize(width, max(height, self._theme.target) + between)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the sheet, the words, the mark and the ring."""
        theme = self._theme
        row: Row = index.data(RowRole.ROW)
        rect: QRect = option.rect
        sheet = self._sheet(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        fill = theme.mix(Tone.ACCENT_SOFT, Tone.RAISED, 0.6 if hovered else 0.0)
        self._paint_sheet(painter, sheet, fill, index.row())
        title, lines = self._words(row, rect.width())
        air = _CLOSE_AIR if self._joined else _AIR - RING
        left, top = sheet.left() + _AIR, sheet.top() + air
        tone = Tone.MUTED if row.faint else Tone.TEXT
        title.draw(painter, QPoint(left, top), theme.color(tone))
        lines.draw(painter, QPoint(left, top + title.height + 4), theme.color(Tone.MUTED))
        self._paint_mark(painter, row, sheet)
        if index == self._view.currentIndex():
            edge = RING if not self._joined else 0
            around = sheet.adjusted(-edge, -edge, edge, edge)
            focus_ring(painter, theme, self._view, around, _RADIUS)
        painter.restore()

    def _sheet(self, rect: QRect) -> QRect:
        if self._joined:
            return rect.adjusted(RING, 0, -RING, 0)
        return rect.adjusted(RING, RING, -RING, RING - _BETWEEN)

    def _paint_sheet(self, painter: QPainter, sheet: QRect, fill: QColor, row: int) -> None:
        """Paint the sheet, or of a shared one the part that this row has: its corners or none."""
        hairline = self._theme.mix(Tone.LINE, Tone.RAISED, 0.3)
        if not self._joined:
            rounded(painter, sheet, fill, hairline, _RADIUS)
            return
        last = row == self._view.model().rowCount() - 1
        beyond = 2 * _RADIUS
        whole = sheet.adjusted(0, 0 if row == 0 else -beyond, 0, 0 if last else beyond)
        painter.setClipRect(sheet)
        rounded(painter, whole, fill, hairline, _RADIUS)
        painter.setClipping(False)
        if not last:
            line = sheet.adjusted(_AIR, sheet.height() - 1, -_AIR, 0)
            painter.fillRect(line, hairline)

    def _paint_mark(self, painter: QPainter, row: Row, sheet: QRect) -> None:
        theme = self._theme
        side = theme.icon_size * 3 // 4
        top = sheet.top() + (sheet.height() - side) // 2
        right = sheet.right() - _AIR
        icon = row.icon or Icon.CHEVRON_RIGHT
        painter.drawPixmap(right - side, top, theme.pixmap(icon, row.tone, self._view, side))
        if row.mark:
            painter.setFont(theme.font(Size.SMALL, _mark_weight(row)))
            painter.setPen(theme.color(row.tone))
            box = QRect(sheet.left(), sheet.top(), right - side - 6 - sheet.left(), sheet.height())
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, row.mark)

    def _words(self, row: Row, width: int) -> tuple[TextBlock, TextBlock]:
        theme = self._theme
        metrics = theme.metrics(Size.SMALL, _mark_weight(row))
        mark = metrics.horizontalAdvance(row.mark) + theme.icon_size + 24
        room = max(80, width - 2 * (RING + _AIR) - mark)
        title = text_block(row.title, theme.font(Size.LEAD, Weight.MEDIUM), room, leading=1.2)
        if self._joined:
            return title, text_block(row.lines, theme.font(Size.SMALL), room)
        lines = text_block(row.lines, theme.font(Size.BODY), room, most_lines=_MOST_LINES)
        return title, lines


def _mark_weight(row: Row) -> Weight:
    return Weight.NORMAL if row.tone is Tone.MUTED else Weight.BOLD
