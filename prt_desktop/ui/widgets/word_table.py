"""A small table of words that can be gone through cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from prt_desktop.ui.theme import Size
from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SHOWN = Qt.ItemDataRole.DisplayRole
_MOST_ROWS = 8
_AIR = 16


class WordTableModel(QAbstractTableModel):
    """Headings and rows of words."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def show_words(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other words; each row has as many cells as there are headings."""
        self.beginResetModel()
        self._headings = tuple(headings)
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = _SHOWN) -> str | None:
        """Give the words of a cell."""
        return self._rows[index.row()][index.column()] if role == _SHOWN else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _SHOWN
    ) -> str | None:
        """Give the heading of a column."""
        if role != _SHOWN or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headings[section]


class WordTable(QTableView):
    """At most eight rows in sight; Tab leads past it, arrows lead through it.

    Headings may wrap to `heading_lines` lines.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        parent: QWidget | None = None,
        *,
        heading_lines: int = 1,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading_lines = heading_lines
        self._words = WordTableModel()
        self.setModel(self._words)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        head.setDefaultAlignment(Qt.AlignmentFlag(left | Qt.TextFlag.TextWordWrap))
        head.setHighlightSections(False)
        give_scroll_bar(self, theme, self.tr("Scroll the table"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalScrollBar().setAccessibleName(self.tr("Scroll the table sideways"))
        theme.changed.connect(self._refresh)
        self._refresh()

    def show_words(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show other words; each row has as many cells as there are headings."""
        self._words.show_words(headings, rows)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Ask for the rows, eight at most, and the headings."""
        rows = min(_MOST_ROWS, self._words.rowCount())
        height = rows * self._row_height + self._heading_height + 2
        if self.horizontalHeader().length() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        return QSize(self._theme.column_width, height)

    def minimumSizeHint(self) -> QSize:
        """Ask for all of that height, and for little width."""
        return QSize(self._theme.px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for a bar below where the columns need more than the width."""
        super().resizeEvent(event)
        self.updateGeometry()

    @property
    def _row_height(self) -> int:
        return self._theme.metrics(Size.SMALL).height() + _AIR

    @property
    def _heading_height(self) -> int:
        return self._theme.metrics(Size.SMALL).height() * self._heading_lines + _AIR

    @Slot()
    def _refresh(self) -> None:
        self.setFont(self._theme.font(Size.SMALL))
        self.horizontalHeader().setFont(self._theme.font(Size.SMALL))
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        head = self.horizontalHeader()
        head.setFixedHeight(self._heading_height)
        head.setMinimumSectionSize(self._theme.metrics(Size.SMALL).averageCharWidth() * 9)
        if self._words.columnCount():
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.updateGeometry()
