"""A quiet word that some sentences are spoken in a neutral form for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class NeutralNote(QWidget):
    """One line, and the way to record a clinician's check.

    Signals: `place_requested` with Place.CHECK.
    """

    place_requested = Signal(Place)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        record = Button(theme, self.tr("Record a check"), Look.PLAIN)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        line = self.tr(
            "A few sentences are spoken in a neutral form until a clinician's check is recorded."
        )
        rows.addWidget(Label(theme, line, tone=Tone.MUTED))
        rows.addWidget(record, 0, Qt.AlignmentFlag.AlignLeft)
        record.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.place_requested.emit(Place.CHECK)
