"""The recordings of one's own, the newest last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.files.own_row import OwnRow
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.ui.theme import Theme


class OwnList(QWidget):
    """Shows one row each; nothing at all while there is none.

    Signals: those of the rows, passed on.
    """

    chosen = Signal(str)
    rename_requested = Signal(str, str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Exercise, ...] = ()
        self._rows: list[OwnRow] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.gap)
        title = self.tr("What you have added")
        self._box.addWidget(Label(theme, title, Size.LEAD, weight=Weight.BOLD))
        self.setAccessibleName(title)
        self.hide()

    def show_exercises(self, exercises: Sequence[Exercise]) -> None:
        """Show these; the focus stays on its recording, or goes to the one in its place."""
        if tuple(exercises) == self._shown:
            return
        focused = self._focused()
        for row in self._rows:
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        kept = self._rows[focused].exercise_id if focused is not None else ""
        self._shown = tuple(exercises)
        self._rows = [self._row(one) for one in exercises]
        self.setVisible(bool(self._rows))
        if focused is not None and self._rows:
            same = [row for row in self._rows if row.exercise_id == kept]
            (same or [self._rows[min(focused, len(self._rows) - 1)]])[0].take_focus()

    def _focused(self) -> int | None:
        widget = self.focusWidget()
        for place, row in enumerate(self._rows):
            if widget is not None and widget.hasFocus() and row.isAncestorOf(widget):
                return place
        return None

    def _row(self, exercise: Exercise) -> OwnRow:
        row = OwnRow(self._theme, exercise)
        row.chosen.connect(self.chosen)
        row.remove_requested.connect(self.remove_requested)
        row.rename_requested.connect(self.rename_requested)
        self._box.addWidget(row)
        row.show()  # at once, so that it can take the focus
        return row
