"""The days of one month; those with entries carry marks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from prt_desktop.domain.month import DAYS_IN_WEEK, Month, months_on
from prt_desktop.ui.diary.words import day_words
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.painting import RING, brush, focus_ring, line_of_words, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

WEEKS = 6
_MOST_DOTS = 3
_DOT = 3.0
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class MonthModel(QAbstractTableModel):
    """One month as a table of weeks; cells outside it are empty."""

    def __init__(self, first_weekday: int) -> None:
        super().__init__()
        self._first_weekday = first_weekday
        self._counts: Mapping[date, int] = {}
        self._today = date.min
        self._weeks: tuple[tuple[date | None, ...], ...] = ()

    @property
    def today(self) -> date:
        """Give the day that it is."""
        return self._today

    def show_month(self, month: Month, counts: Mapping[date, int], today: date) -> None:
        """Show a month; `counts` says how many entries a day has."""
        self.beginResetModel()
        self._counts, self._today = counts, today
        self._weeks = month.weeks(self._first_weekday)
        self.endResetModel()

    def day(self, index: Index) -> date | None:
        """Give the day of a cell."""
        weeks = self._weeks
        return weeks[index.row()][index.column()] if index.row() < len(weeks) else None

    def count(self, day: date) -> int:
        """Say how many entries a day has."""
        return self._counts.get(day, 0)

    def index_of(self, day: date) -> QModelIndex:
        """Find a day's cell; invalid where it is not in the month."""
        for row, week in enumerate(self._weeks):
            if day in week:
                return self.index(row, week.index(day))
        return QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Give always six weeks, so that nothing moves from month to month."""
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Give the days of a week."""
        return 0 if parent.isValid() else DAYS_IN_WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the day as a number, and in full for a screen reader."""
        day = self.day(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day)
        return self._spoken(day) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the days of the month be chosen."""
        if self.day(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _spoken(self, day: date) -> str:
        count = self.count(day)
        words = self.tr("1 entry") if count == 1 else self.tr("%d entries") % count
        none = self.tr("no entries")
        return f"{day_words(day, self._today)}, {words if count else none}"


class MonthGrid(QTableView):
    """A month to go through by arrows, and by Page up and down from month to month.

    Signals: `day_chosen` with a day (Enter or a press); `day_reached` with the day that the keys
    moved to, which may be in another month.
    """

    day_chosen = Signal(object)
    day_reached = Signal(object)

    def __init__(self, theme: Theme, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._month = model
        self.setAccessibleName(self.tr("Days of the month"))
        self.setAccessibleDescription(self.tr("Enter opens a day, Page up and down change months"))
        self.setModel(model)
        self.setItemDelegate(_DayDelegate(theme, model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.hide()
        for policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        theme.changed.connect(self.updateGeometry)

    @property
    def day(self) -> date | None:
        """Give the day that the keys stand on."""
        index = self.currentIndex()
        return self._month.day(index) if index.isValid() else None

    def stand_at(self, day: date) -> None:
        """Let the keys stand on a day of the month that is shown."""
        self.setCurrentIndex(self._month.index_of(day))

    def sizeHint(self) -> QSize:
        """Ask for cells that a finger can press."""
        side = self._theme.target + 2 * RING
        return QSize(DAYS_IN_WEEK * side, WEEKS * side)

    def minimumSizeHint(self) -> QSize:
        """Ask for cells of at least 44 px."""
        return QSize(DAYS_IN_WEEK * 44, WEEKS * 44)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        day = self._month.day(index)
        if day is not None:
            self.day_chosen.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, also over the edge of the month, and open one with Enter."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -DAYS_IN_WEEK,
            Qt.Key.Key_Down: DAYS_IN_WEEK,
        }
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        day, key = self.day, Qt.Key(event.key())
        if day is None:
            super().keyPressEvent(event)
        elif key in steps:
            self.day_reached.emit(day + timedelta(days=steps[key]))
        elif key in pages:
            self.day_reached.emit(months_on(day, pages[key]))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.day_chosen.emit(day)
        else:
            super().keyPressEvent(event)


class _DayDelegate(QStyledItemDelegate):
    """Paints a day: its number, up to three dots for its entries, a ring round today."""

    def __init__(self, theme: Theme, model: MonthModel, view: MonthGrid) -> None:
        super().__init__(view)
        self._theme = theme
        self._month = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one day."""
        day = self._month.day(index)
        if day is None:
            return
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell: QRect = option.rect.adjusted(2, 2, -2, -2)
        count = self._month.count(day)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = theme.color(Tone.ACCENT) if day == self._month.today else None
        fill = theme.color(Tone.ACCENT_SOFT) if chosen or over else None
        if fill is None and count:
            fill = theme.color(Tone.RAISED)
        rounded(painter, cell, fill, edge)
        painter.setFont(theme.font(Size.BODY, Weight.BOLD if count else Weight.NORMAL))
        painter.setPen(theme.color(Tone.TEXT if count else Tone.MUTED))
        words = cell.adjusted(0, 0, 0, -cell.height() // 4) if count else cell
        line_of_words(painter, words, str(day.day), centred=True)
        self._paint_dots(painter, cell, min(count, _MOST_DOTS))
        if index == self._view.currentIndex():
            focus_ring(painter, theme, self._view, option.rect.adjusted(1, 1, -1, -1), 8)
        painter.restore()

    def _paint_dots(self, painter: QPainter, cell: QRect, dots: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush(self._theme.color(Tone.ACCENT)))
        middle = cell.center()
        y = cell.bottom() - cell.height() // 4
        for number in range(dots):
            x = middle.x() + round((number - (dots - 1) / 2) * 4 * _DOT)
            painter.drawEllipse(QRect(x - 3, y - 3, round(2 * _DOT), round(2 * _DOT)))
