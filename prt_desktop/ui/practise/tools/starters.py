"""Sentences to begin with, ticked into the person's own; or what they wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.ui.theme import Theme


class Starters(QWidget):
    """A bank of starters, of which those in use are ticked.

    Signals: `chosen` and `given_back` with a starter; `place_requested` with Place.CHECK.
    """

    chosen = Signal(str)
    given_back = Signal(str)
    place_requested = Signal(Place)

    def __init__(
        self, theme: Theme, starters: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = [CheckRow(theme, starter) for starter in starters]
        self._title = Label(theme, self.tr("Starters"), Size.LEAD, weight=Weight.MEDIUM)
        self._about = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        full = self.tr("All three places are taken. Empty one first.")
        self._full = Label(theme, full, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        self._check = Button(theme, self.tr("Record a check"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self._title, self._about, self._full):
            layout.addWidget(label)
        layout.addWidget(self._check, 0, Qt.AlignmentFlag.AlignLeft)
        for row in self._rows:
            layout.addWidget(row)
            row.toggled.connect(self._tell)
        self._check.clicked.connect(self._ask_for_check)
        self._full.hide()
        self.set_offered(offered=False)

    def set_offered(self, *, offered: bool) -> None:
        """Offer the starters, or say that they wait for a clinician's check."""
        waits = self.tr("Starters are offered once a clinician's check of this pain is recorded.")
        use = self.tr("Tick one to put it into an empty place, then change it as you like.")
        self._about.setText(use if offered else waits)
        self._check.setVisible(not offered)
        for row in self._rows:
            row.setVisible(offered)

    def show_chosen(self, sentences: Sequence[str]) -> None:
        """Tick the starters that are among `sentences`."""
        for row in self._rows:
            with QSignalBlocker(row):
                row.setChecked(row.text() in sentences)

    def say_full(self) -> None:
        """Say that all places are taken."""
        self._full.show()
        announce(self, self._full.text())

    @Slot(bool)
    def _tell(self, ticked: bool) -> None:
        row = self.sender()
        if isinstance(row, CheckRow):
            self._full.hide()
            (self.chosen if ticked else self.given_back).emit(row.text())

    @Slot()
    def _ask_for_check(self) -> None:
        self.place_requested.emit(Place.CHECK)
