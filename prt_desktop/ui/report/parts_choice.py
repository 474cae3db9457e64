"""Which parts a report has, as ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.report import Part
from prt_desktop.ui.report.words import part_hint, part_word
from prt_desktop.ui.widgets.check_row import CheckRow

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class PartsChoice(QWidget):
    """A row a part, all ticked at first. Signals: `changed`."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._rows = {}
        for part in Part:
            row = CheckRow(theme, f"{part_word(part)}. {part_hint(part)}", self)
            row.setChecked(True)
            row.toggled.connect(self.changed)
            self._rows[part] = row
            rows.addWidget(row)
        self.setFocusProxy(self._rows[Part.SUMMARY])

    @property
    def chosen(self) -> frozenset[Part]:
        """Give the parts that are ticked."""
        return frozenset(part for part, row in self._rows.items() if row.isChecked())

    def choose(self, part: Part, *, on: bool) -> None:
        """Tick a part or not, as a person would."""
        self._rows[part].setChecked(on)
