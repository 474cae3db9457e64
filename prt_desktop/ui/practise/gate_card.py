"""Why a practice does not open yet, and the one next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.safety import Closed
from prt_desktop.ui.practise import words
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class GateCard(Card):
    """Says the reason calmly.

    Signals: `place_requested` with the Place of the step that the reason asks for.
    """

    place_requested = Signal(Place)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, Tone.CAUTION)
        self._closed: Closed | None = None
        self._reason = Label(theme)
        self._open_still = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._step = Button(theme, "", Look.PRIMARY)
        self.body.addWidget(self._reason)
        self.body.addWidget(self._open_still)
        self.body.addSpacing(theme.gap)
        self.body.addWidget(self._step, 0, Qt.AlignmentFlag.AlignLeft)
        self._step.clicked.connect(self._take_step)

    def show_reason(self, closed: Closed) -> None:
        """Show why the gate is closed."""
        self._closed = closed
        self._reason.setText(closed.sentence)
        self.setAccessibleName(closed.sentence)
        self._open_still.setText(words.stays_open(closed))
        self._open_still.setVisible(bool(words.stays_open(closed)))
        self._step.setText(words.gate_step(closed))

    def take_focus(self) -> None:
        """Put the focus on the next step."""
        self._step.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _take_step(self) -> None:
        pages = self._closed is Closed.PAGES_UNANSWERED
        self.place_requested.emit(Place.SAFETY_PAGES if pages else Place.CHECK)
