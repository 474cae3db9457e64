"""The page on which a passphrase is chosen: to turn the vault on, or for another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.ui.privacy.new_passphrase import NewPassphrase
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.check_row import CheckRow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from prt_desktop.ui.theme import Theme


class PassphrasePage(SubPage):
    """Says before what is lost with a forgotten passphrase, and asks to have that ticked.

    Signals: `chosen` with the passphrase.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, title: str, verb: str, line: str = "") -> None:
        super().__init__(theme, title, line)
        self._passphrase = NewPassphrase(theme, self)
        self._understood = CheckRow(
            theme, self.tr("I know that nobody can open the diary without one of the two")
        )
        self._told = Label(theme)
        self._verb = Button(theme, verb, Look.PRIMARY)
        card = Card(theme, Tone.CAUTION)
        card.body.addWidget(Label(theme, self._what_is_lost()))
        card.body.addWidget(self._understood)
        self.column.add(self._passphrase)
        self.column.space(1)
        self.column.add(card)
        self.column.add(self._told)
        self.set_buttons([self._verb])
        self._passphrase.changed.connect(self._follow)
        self._passphrase.entered.connect(self._choose)
        self._understood.toggled.connect(self._follow)
        self._verb.clicked.connect(self._choose)
        self._follow()

    def show_busy(self, words: str) -> None:
        """Show calmly that it is being done."""
        self._set_busy(busy=True)
        self._told.setText(words)
        announce(self, words)

    def show_failure(self, sentence: str) -> None:
        """Say why it was not done; what was typed stays."""
        self._set_busy(busy=False)
        self._told.setText(sentence)
        announce(self, sentence)
        self._passphrase.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor where the passphrase is typed."""
        super().showEvent(event)
        self._passphrase.take_focus()

    @Slot()
    def _choose(self) -> None:
        if self._verb.isEnabled():
            self.chosen.emit(self._passphrase.passphrase)

    @Slot()
    def _follow(self) -> None:
        typed = bool(self._passphrase.passphrase)
        self._verb.setEnabled(typed and self._understood.isChecked())

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self._passphrase, self._understood, self.back):
            widget.setEnabled(not busy)
        self._verb.setEnabled(not busy)

    def _what_is_lost(self) -> str:
        return self.tr(
            "If you forget the passphrase and have lost the recovery key, everything in the diary "
            "is lost for good. No one can bring it back, and neither can we."
        )
