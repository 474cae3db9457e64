"""A small table of words that can be gone through cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from prt_desktop.ui.theme import Size
from prt_desktop.ui.widgets.table_view import LEFT, ROOT, SHOWN, Index, ReadingTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

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

    def rowCount(self, parent: Index = ROOT) -> int:
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = SHOWN) -> str | None:
        """Give the words of a cell."""
        return self._rows[index.row()][index.column()] if role == SHOWN else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = SHOWN
    ) -> str | None:
        """Give the heading of a column."""
        if role != SHOWN or orientation is not Qt.Orientation.Horizontal:
            return None
        return self._headings[section]


class WordTable(ReadingTable):
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
        words = WordTableModel()
        super().__init__(theme, name, words, parent)
        self._words = words
        self._theme = theme
        self._heading_lines = heading_lines
        self.setWordWrap(True)
        wrapped = Qt.AlignmentFlag(LEFT | Qt.TextFlag.TextWordWrap)
        self.horizontalHeader().setDefaultAlignment(wrapped)
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
