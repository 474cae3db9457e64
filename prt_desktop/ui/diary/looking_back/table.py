"""A chart as a table, for a screen reader and for whoever likes numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QSize,
    Qt,
    Slot,
)

from prt_desktop.domain.trends import table_row
from prt_desktop.ui.theme import Size
from prt_desktop.ui.widgets.table_view import ROOT, SHOWN, Index, ReadingTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.trends import Point, Series
    from prt_desktop.ui.theme import Theme

_ROWS_IN_SIGHT = 8
_AIR = 14


class TrendTableModel(QAbstractTableModel):
    """The days of a series and their numbers, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[Point, ...] = ()
        self._rating = ""

    def show_series(self, series: Series) -> None:
        """Show another series."""
        self.beginResetModel()
        self._points = series.points[::-1]
        self._rating = series.rating.capitalize()
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        """Count the days with a number."""
        return 0 if parent.isValid() else len(self._points)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Give two columns: the day and the number."""
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = SHOWN) -> str | None:
        """Give the words of a cell."""
        if role != SHOWN:
            return None
        return table_row(self._points[index.row()])[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = SHOWN
    ) -> str | None:
        """Give the heading of a column."""
        if role != SHOWN or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Day"), self._rating)[section]


class TrendTable(ReadingTable):
    """Eight rows at a time; Tab leads past it, arrows lead through it."""

    def __init__(self, theme: Theme, model: TrendTableModel, parent: QWidget | None = None) -> None:
        name = QCoreApplication.translate("TrendTable", "The numbers as a table")
        super().__init__(theme, name, model, parent)
        self._theme = theme
        theme.changed.connect(self._refresh)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Ask for eight rows and the headings."""
        return QSize(self._theme.column_width, (_ROWS_IN_SIGHT + 1) * self._row_height)

    def minimumSizeHint(self) -> QSize:
        """Ask for all of that height, and for little width."""
        return QSize(self._theme.px(160), self.sizeHint().height())

    @property
    def _row_height(self) -> int:
        return self._theme.metrics(Size.BODY).height() + _AIR

    @Slot()
    def _refresh(self) -> None:
        self.setFont(self._theme.font(Size.BODY))
        self.verticalHeader().setDefaultSectionSize(self._row_height)
        self.horizontalHeader().setFixedHeight(self._row_height)
        self.updateGeometry()
