"""The list of entries, and what can be done with the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from prt_desktop.domain.diary import Entry
from prt_desktop.ui.diary.timeline_delegate import TimelineDelegate
from prt_desktop.ui.widgets.painting import focus_ring, smooth
from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent

    from prt_desktop.ui.diary.timeline_model import TimelineModel
    from prt_desktop.ui.theme import Theme


class TimelineView(QListView):
    """A list that lays itself out bit by bit, so that ten years of entries open at once.

    Signals: `entry_chosen` with the Entry or None; `open_requested` and `delete_requested`
    with the Entry (Enter and Delete, or a double press); `listen_requested` (Space).
    """

    entry_chosen = Signal(object)
    open_requested = Signal(object)
    delete_requested = Signal(object)
    listen_requested = Signal()

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._drawn = TimelineDelegate(theme, model, self)
        self._awaited = QPersistentModelIndex()
        self._hint = QAbstractItemView.ScrollHint.EnsureVisible
        self.setAccessibleName(self.tr("Entries, newest first"))
        self.setAccessibleDescription(self.tr("Enter opens an entry, Delete deletes it"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(100)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        give_scroll_bar(self, theme, self.tr("Scroll the entries"))
        self.setModel(model)
        self.setItemDelegate(self._drawn)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell)
        self.verticalScrollBar().rangeChanged.connect(self._reach)
        theme.changed.connect(self._measure_anew)

    @property
    def entry(self) -> Entry | None:
        """Give the chosen entry, if there is one."""
        index = self.currentIndex()
        row = self._model.row(index) if index.isValid() else None
        return row if isinstance(row, Entry) else None

    def choose(self, entry_id: str) -> None:
        """Choose an entry and bring it into view."""
        index = self._model.index_of(entry_id)
        if index.isValid():
            self._choose(index)
            self._bring(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def choose_day(self, day: date) -> bool:
        """Choose the newest entry of a day, or of the next earlier one, and show it from there.

        False where all entries are later.
        """
        heading = self._model.index_of_day(day)
        if not heading.isValid():
            return False
        self._choose(heading.siblingAtRow(heading.row() + 1))
        self._bring(heading, QAbstractItemView.ScrollHint.PositionAtTop)
        return True

    def _choose(self, index: QModelIndex) -> None:
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, select)

    def _bring(self, index: QModelIndex, hint: QAbstractItemView.ScrollHint) -> None:
        """Scroll to a row, or once the rows before it have been laid out."""
        self._awaited, self._hint = QPersistentModelIndex(index), hint
        self._reach()

    @Slot()
    def _reach(self) -> None:
        row = self._awaited.row()
        index = self._model.index(row)
        if row >= 0 and not self.visualRect(index).isEmpty():
            self.scrollTo(index, self._hint)
            if self.viewport().rect().intersects(self.visualRect(index)):
                self._awaited = QPersistentModelIndex()

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        if self.entry is not None:
            self.open_requested.emit(self.entry)

    @Slot()
    def _tell(self) -> None:
        self.entry_chosen.emit(self.entry)

    @Slot()
    def _measure_anew(self) -> None:
        self._drawn.forget_heights()
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or delete the chosen entry; everything else as in any list."""
        self._awaited = QPersistentModelIndex()
        entry = self.entry
        if entry is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_requested.emit(entry)
        elif entry is not None and event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(entry)
        elif entry is not None and event.key() == Qt.Key.Key_Space:
            self.listen_requested.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by hand, and no more to where a jump would have led."""
        self._awaited = QPersistentModelIndex()
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the ring inside the edge."""
        super().paintEvent(event)
        painter = smooth(self.viewport())
        focus_ring(painter, self._theme, self, self.viewport().rect())
