"""Several lists of rows under headings, gone through by arrows as if they were one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.column import Column
    from prt_desktop.ui.widgets.row_list import Row

Key = TypeVar("Key")


class GroupedRows(QObject, Generic[Key]):
    """The groups of a column; one without rows is not shown, and the focus comes back to a row.

    Signals: `chosen` with the id of a row.
    """

    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        column: Column,
        headings: Mapping[Key, str],
        quiet: Collection[Key] = (),
    ) -> None:
        super().__init__(column)
        self._column = column
        self._groups = {
            key: _Group(theme, heading, quiet=key in quiet) for key, heading in headings.items()
        }
        self._last = next(iter(self._groups.values())).rows
        for group in self._groups.values():
            group.rows.chosen.connect(self._choose)
            group.rows.stepped_out.connect(self._step)

    def add_to_column(self) -> None:
        """Put the groups below what stands in the column."""
        for group in self._groups.values():
            self._column.add(group)

    def show_rows(self, rows: Mapping[Key, Sequence[Row]], stand_at: str = "") -> None:
        """Show the rows of every group; the focus lands on the row `stand_at` where it is given."""
        for key, group in self._groups.items():
            group.rows.show_rows(list(rows.get(key, ())))
            group.setVisible(bool(rows.get(key)))
        if stand_at:
            standing = (one for one in self._shown() if one.stand_at(stand_at))
            self._last = next(standing, self._last)
        if not self._last.isVisibleTo(self._column):
            self._last = next(iter(self._shown()), self._last)

    def take_focus(self) -> None:
        """Put the focus on the row that was opened last, or that it is to land on."""
        self._last.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_focused(self) -> None:
        """Scroll to the row that has the focus, once the rows have been laid out."""
        self._column.show_part(self._last, self._last.rect_of_current())

    @Slot(str)
    def _choose(self, row_id: str) -> None:
        rows = self.sender()
        if isinstance(rows, RowList):
            self._last = rows
        self.chosen.emit(row_id)

    @Slot(int)
    def _step(self, step: int) -> None:
        """Go on with the arrows in the group below or above."""
        shown = self._shown()
        rows = self.sender()
        if isinstance(rows, RowList) and 0 <= shown.index(rows) + step < len(shown):
            shown[shown.index(rows) + step].enter(step)

    def _shown(self) -> list[RowList]:
        groups = self._groups.values()
        return [group.rows for group in groups if group.isVisibleTo(self._column)]


class _Group(QWidget):
    """One heading and its rows; a quiet one stands back."""

    def __init__(self, theme: Theme, heading: str, *, quiet: bool) -> None:
        super().__init__()
        self.rows = RowList(theme, heading, joined=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.space, 0, 0)
        column.setSpacing(theme.gap)
        tone, weight = (Tone.MUTED, Weight.MEDIUM) if quiet else (Tone.TEXT, Weight.BOLD)
        column.addWidget(Label(theme, heading, tone=tone, weight=weight))
        column.addWidget(self.rows)
