"""The rows of the timeline: days as headings, under each its entries, newest first."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from prt_desktop.domain.diary import Entry
from prt_desktop.domain.diary_search import marked, passage
from prt_desktop.domain.local_day import local_day, local_moment
from prt_desktop.ui.diary.circumstance_words import circumstances_words
from prt_desktop.ui.diary.words import day_words, head_words, quiet_line, written_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.lesson_search import Marked

Row = date | Entry
Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


class TimelineModel(QAbstractListModel):
    """Entries as rows; ROW_ROLE gives the Entry, or the date of a heading.

    A change touches only the rows that differ, so that the view keeps its place. What a search
    found is shown anew as a whole, with the words that were typed marked.
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._titles: Mapping[str, str] = {}
        self._now = datetime.min.replace(tzinfo=UTC)
        self._today = date.min
        self._typed = ""
        self._days: dict[str, date] = {}

    @property
    def typed(self) -> str:
        """Give the words that are marked."""
        return self._typed

    def show_entries(
        self,
        entries: Sequence[Entry],
        titles: Mapping[str, str],
        now: datetime,
        *,
        typed: str = "",
    ) -> None:
        """Show `entries` (oldest first) with what was `typed` marked in them.

        `titles` maps ids of lessons and practices to names.
        """
        if now.utcoffset() != self._now.utcoffset():
            self._days.clear()
        same = typed == self._typed
        self._titles, self._typed = titles, typed
        self._now, self._today = now, now.date()
        rows = self._rows_of(entries)
        if same and not typed:
            self._replace(rows)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row:
        """Give what stands in a row."""
        return self._rows[index.row()]

    def index_of(self, entry_id: str) -> QModelIndex:
        """Find an entry's row; an invalid index if it is not there."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.id == entry_id:
                return self.index(number)
        return QModelIndex()

    def index_of_day(self, day: date) -> QModelIndex:
        """Find a day's heading, or the next earlier one; invalid where all days are later."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, Entry) and row <= day:
                return self.index(number)
        return QModelIndex()

    def heading(self, day: date) -> str:
        """Give the words of a day's heading."""
        return day_words(day, self._today)

    def time_words(self, entry: Entry) -> str:
        """Give the time of day at which an entry was made."""
        return local_moment(entry.created_at, self._now).strftime("%H:%M")

    def line(self, entry: Entry) -> str:
        """Tell a practice or a lesson in one line; empty for what was written by hand."""
        return quiet_line(entry, self._titles)

    def head(self, entry: Entry) -> Marked:
        """Say what an entry is."""
        return marked(head_words(entry, self._titles), self._typed)

    def words(self, entry: Entry) -> Marked:
        """Give what was written, beginning near the first mark."""
        return passage(written_words(entry), self._typed)

    def beside(self, entry: Entry) -> Marked:
        """Give what stands beside an entry, in one line."""
        return marked(self.told(entry), self._typed)

    def told(self, entry: Entry) -> str:
        """Give what stands beside an entry, in plain words."""
        return circumstances_words(entry.circumstances)

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
        day = self.heading(local_day(row.created_at, self._now))
        words = self.line(row) or f"{head_words(row, self._titles)}: {written_words(row)}"
        beside = self.told(row)
        return f"{day}, {self.time_words(row)}. {words}{f' ({beside})' if beside else ''}"

    def _rows_of(self, entries: Sequence[Entry]) -> list[Row]:
        rows: list[Row] = []
        before: date | None = None
        for entry in reversed(entries):
            day = self._days.get(entry.id)
            if day is None:
                day = local_day(entry.created_at, self._now)
                self._days[entry.id] = day
            if day != before:
                rows.append(day)
                before = day
            rows.append(entry)
        return rows

    def _replace(self, rows: list[Row]) -> None:
        old = self._rows
        same = min(len(old), len(rows))
        head = next((k for k in range(same) if _differ(old[k], rows[k])), same)
        tail = 0
        while tail < same - head and not _differ(old[-1 - tail], rows[-1 - tail]):
            tail += 1
        if len(old) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = [*old[:head], *old[len(old) - tail :]]
            self.endRemoveRows()
        if len(rows) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(rows) - tail - 1)
            self._rows = rows
            self.endInsertRows()


def _differ(one: Row, other: Row) -> bool:
    return one is not other and one != other
