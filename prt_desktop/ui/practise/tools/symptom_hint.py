"""A reminder that a new symptom is for a clinician, with the way there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class SymptomHint(Card):
    """Says where a thought about a new symptom belongs.

    Signals: `place_requested` with Place.NEW_SYMPTOM.
    """

    place_requested = Signal(Place)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Tone.CAUTION, parent)
        words = self.tr(
            "Is the thought about a symptom that is new, different or getting worse? Then it is "
            "a question for a clinician, and no sentence is needed for it here."
        )
        button = Button(theme, self.tr("Something is new"))
        button.setAccessibleDescription(words)
        self.body.addWidget(Label(theme, words))
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(self._ask)

    @Slot()
    def _ask(self) -> None:
        self.place_requested.emit(Place.NEW_SYMPTOM)
