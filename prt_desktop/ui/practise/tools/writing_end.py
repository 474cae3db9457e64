"""Below the writing: the rule for stopping, grounding, and the two equal ways to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class WritingEnd(QWidget):
    """Always in sight; asks what becomes of the words when the page is about to be left.

    Signals: `fade_requested`, `keep_requested`, `grounding_requested`, `write_on_requested`.
    """

    fade_requested = Signal()
    keep_requested = Signal()
    grounding_requested = Signal()
    write_on_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._says = Label(theme, weight=Weight.MEDIUM)
        self._rule = Label(theme, self._stop_rule(), Size.SMALL, Tone.MUTED)
        self._fade = Button(theme, self.tr("Fade away"))
        self._keep = Button(theme, self.tr("Keep in my diary"))
        self._write_on = Button(theme, self.tr("Go on writing"), Look.PLAIN)
        self._ground = Button(theme, self.tr("Grounding"), Look.PLAIN, Icon.LIGHTER)
        self._ground.setAccessibleDescription(self._stop_rule())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(self._says)
        rows.addWidget(self._rule)
        buttons = Flow(theme)
        for button in (self._fade, self._keep, self._write_on, self._ground):
            buttons.addWidget(button)
        rows.addLayout(buttons)
        self._fade.clicked.connect(self.fade_requested)
        self._ground.clicked.connect(self.grounding_requested)
        self._keep.clicked.connect(self.keep_requested)
        self._write_on.clicked.connect(self.write_on_requested)
        self.rest()
        self.show_words(written=False)

    def rest(self) -> None:
        """Ask nothing."""
        self._says.hide()
        self._write_on.hide()

    def show_words(self, *, written: bool) -> None:
        """Offer the two ways to end once there is something to end."""
        self._fade.setEnabled(written)
        self._keep.setEnabled(written)

    def ask(self) -> None:
        """Ask what is to become of the words."""
        self._say(self.tr("Your words are still here. What is to become of them?"))
        self._write_on.show()
        self._write_on.setFocus()

    def say_over(self) -> None:
        """Say softly that the time is over."""
        self._say(self.tr("That was the time. You can write on, or let it go."))

    def _say(self, words: str) -> None:
        self._says.setText(words)
        self._says.show()
        announce(self, words)

    def _stop_rule(self) -> str:
        return self.tr(
            "Stop if memories of trauma come, or panic, or if things feel unreal. Look around "
            "the room, and contact a person you trust."
        )
