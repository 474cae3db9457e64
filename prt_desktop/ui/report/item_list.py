"""The items of one part, each of which can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.report import words
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.fold import Fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.report import Part, ReportItem
    from prt_desktop.ui.theme import Theme

AT_ONCE = 30
_LONGEST = 280


class ItemList(QWidget):
    """A fold with a row an item: ticked, it stands on the paper.

    Rows are made when it is unfolded, thirty at a time. Signals: `changed` with the id of an
    item and whether it is left out.
    """

    changed = Signal(str, bool)

    def __init__(self, theme: Theme, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._items: Sequence[ReportItem] = ()
        self._titles: Mapping[str, str] = {}
        self._left_out: set[str] = set()
        self._rows: dict[str, CheckRow] = {}
        self._unfolded = False
        self._holder = QWidget(self)
        self._body = QVBoxLayout(self._holder)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._more = Button(theme, self.tr("Show more"))
        self._more.setAccessibleDescription(words.part_word(part))
        self._body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._fold = Fold(theme, words.part_word(part), self._holder)
        fill(self, self._fold)
        self._fold.toggled.connect(self._turn)
        self._more.clicked.connect(self._show_more)

    def show_items(
        self, items: Sequence[ReportItem], left_out: set[str], titles: Mapping[str, str]
    ) -> None:
        """Show these items in the place of those before."""
        self._items, self._left_out, self._titles = items, left_out, titles
        for row in self._rows.values():
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        self.setVisible(bool(items))
        if self._unfolded:
            self._show_more()

    @Slot(bool)
    def _turn(self, unfolded: bool) -> None:
        self._unfolded = unfolded
        if unfolded and not self._rows:
            self._show_more()

    @Slot()
    def _show_more(self) -> None:
        start = len(self._rows)
        for item in self._items[start : start + AT_ONCE]:
            text = words.item_words(item, self._titles)
            row = CheckRow(self._theme, _cut(text), self._holder)
            row.setObjectName(item.id)
            row.setChecked(item.id not in self._left_out)
            row.setAccessibleDescription(self.tr("Ticked, it stands on the paper"))
            row.toggled.connect(self._tell)
            self._rows[item.id] = row
            self._body.insertWidget(self._body.count() - 1, row)
        self._more.setVisible(len(self._rows) < len(self._items))

    @Slot(bool)
    def _tell(self, on: bool) -> None:
        row = self.sender()
        if row is not None:
            self.changed.emit(row.objectName(), not on)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]} …"
