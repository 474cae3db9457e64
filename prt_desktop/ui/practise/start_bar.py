"""The strip with the one thing to do: start, or go on where the person was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise import words
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.column import Column


class StartBar(Footer):
    """Stands below the page before a practice, always in sight.

    Signals: `start_requested` with whether to go on where it was left.
    """

    start_requested = Signal(bool)

    def __init__(self, theme: Theme, column: Column) -> None:
        super().__init__(theme, column)
        self._line = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._start = Button(theme, "", Look.PRIMARY, Icon.PLAY)
        self._go_on = Button(theme, "")
        buttons = Flow(theme)
        buttons.addWidget(self._start)
        buttons.addWidget(self._go_on)
        self.body.addWidget(self._line)
        self.body.addLayout(buttons)
        self._line.hide()
        self._start.clicked.connect(self.start)
        self._go_on.clicked.connect(self._resume)

    def show_offer(self, offer: Offer) -> None:
        """Name what begins, and offer to go on where there is a place to go on from."""
        choices = offer.choices
        start = words.start_open() if choices.open_end else words.start(choices.minutes)
        self._start.setText(start)
        self._start.updateGeometry()
        self._go_on.setText(words.go_on(offer.resume_ms))
        self._go_on.setVisible(bool(offer.resume_ms))

    def show_line(self, line: str) -> None:
        """Say beside the button what will be missing, or nothing."""
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._start.setAccessibleDescription(line)

    def take_focus(self) -> None:
        """Put the focus on the button that starts."""
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def start(self) -> None:
        """Ask to begin from the start."""
        self.start_requested.emit(False)

    @Slot()
    def _resume(self) -> None:
        self.start_requested.emit(True)
