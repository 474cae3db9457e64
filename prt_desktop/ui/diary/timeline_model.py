"""The rows of the timeline: days as headings, under each its entries, newest first."""

from __future__ import annotations

from datetime import date, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from prt_desktop.domain.diary import Entry
from prt_desktop.ui.diary.words import day_words, kind_word, quiet_line, written_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

Row = date | Entry
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class TimelineModel(QAbstractListModel):
    """Entries as rows; ROW_ROLE gives the Entry, or the date of a heading.

    A change touches only the rows that differ, so that the view keeps its place.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._titles: Mapping[str, str] = {}
        self._zone: tzinfo | None = None
        self._today = date.min

    def show_entries(
        self, entries: Sequence[Entry], titles: Mapping[str, str], now: datetime
    ) -> None:
        """Show `entries` (oldest first); `titles` maps ids of lessons and practices to names."""
        self._titles = titles
        self._zone = now.tzinfo
        self._today = now.date()
        rows: list[Row] = []
        for entry in reversed(entries):
            day = entry.created_at.astimezone(self._zone).date()
            if not rows or self._day_of(rows[-1]) != day:
                rows.append(day)
            rows.append(entry)
        self._replace(rows)

    def row(self, index: Index) -> Row:
        """Give what stands in a row."""
        return self._rows[index.row()]

    def index_of(self, entry_id: str) -> QModelIndex:
        """Find an entry's row; an invalid index if it is not there."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.id == entry_id:
                return self.index(number)
        return QModelIndex()

    def heading(self, day: date) -> str:
        """Give the words of a day's heading."""
        return day_words(day, self._today)

    def time_words(self, entry: Entry) -> str:
        """Give the time of day at which an entry was made."""
        return entry.created_at.astimezone(self._zone).strftime("%H:%M")

    def line(self, entry: Entry) -> str:
        """Tell a practice or a lesson in one line; empty for what was written by hand."""
        return quiet_line(entry, self._titles)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Say how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give the row itself, or its words for a screen reader."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._spoken(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let entries be chosen; headings are passed over."""
        if isinstance(self._rows[index.row()], Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemNeverHasChildren

    def _spoken(self, row: Row) -> str:
        if not isinstance(row, Entry):
            return self.heading(row)
        day = self.heading(row.created_at.astimezone(self._zone).date())
        words = self.line(row) or f"{kind_word(row.kind)}: {written_words(row)}"
        return f"{day}, {self.time_words(row)}. {words}"

    def _day_of(self, row: Row) -> date:
        if isinstance(row, Entry):
            return row.created_at.astimezone(self._zone).date()
        return row

    def _replace(self, rows: list[Row]) -> None:
        old = self._rows
        same = min(len(old), len(rows))
        head = next((k for k in range(same) if old[k] != rows[k]), same)
        tail = 0
        while tail < same - head and old[-1 - tail] == rows[-1 - tail]:
            tail += 1
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = [*old[:head], *old[len(old) - tail :]]
            self.endRemoveRows()
        if len(rows) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(rows) - tail - 1)
            self._rows = rows
            self.endInsertRows()
