"""The page on which a passphrase is chosen: to turn the vault on, or for another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.ui.privacy.new_passphrase import NewPassphrase
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.vault.secret_field import SecretField
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

    Where one is there already it is asked for first. Signals: `chosen` with the new passphrase,
    and the present one or "".
    """

    chosen = Signal(str, str)

    def __init__(
        self, theme: Theme, title: str, verb: str, line: str = "", *, asks_present: bool = False
    ) -> None:
        super().__init__(theme, title, line)
        hint = self.tr("The recovery key does as well.")
        words = self.tr("The passphrase you have now")
        self._present = SecretField(theme, words, hint, parent=self) if asks_present else None
        self._passphrase = NewPassphrase(theme, self)
        self._understood = CheckRow(
            theme, self.tr("I know that nobody can open the diary without one of the two")
        )
        self._told = Label(theme)
        self._verb = Button(theme, verb, Look.PRIMARY)
        card = Card(theme, Tone.CAUTION)
        card.body.addWidget(Label(theme, self._what_is_lost()))
        card.body.addWidget(self._understood)
        if self._present is not None:
            self.column.add(self._present)
            self.column.space(1)
            self._present.changed.connect(self._follow)
            self._present.entered.connect(self._passphrase.take_focus)
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
        self._take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor where the passphrase is typed."""
        super().showEvent(event)
        self._take_focus()

    @Slot()
    def _choose(self) -> None:
        if self._verb.isEnabled():
            present = self._present.text if self._present is not None else ""
            self.chosen.emit(self._passphrase.passphrase, present)

    @Slot()
    def _follow(self) -> None:
        typed = bool(self._passphrase.passphrase)
        if self._present is not None:
            typed = typed and bool(self._present.text.strip())
        self._verb.setEnabled(typed and self._understood.isChecked())

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self._present, self._passphrase, self._understood, self.back, self._verb):
            if widget is not None:
                widget.setEnabled(not busy)

    def _take_focus(self) -> None:
        (self._present or self._passphrase).take_focus()

    def _what_is_lost(self) -> str:
        return self.tr(
            "If you forget the passphrase and have lost the recovery key, everything in the diary "
            "is lost for good. No one can bring it back, and neither can we."
        )
