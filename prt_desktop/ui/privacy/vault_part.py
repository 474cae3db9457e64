"""The vault among the settings: on or off, when it locks, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from prt_desktop.ui.theme import Theme

MINUTES = (0, 1, 5, 15)


class VaultPart(QWidget):
    """What can be done with the vault as it is.

    Signals: `turn_on_requested`, `turn_off_requested`, `lock_requested`, `passphrase_requested`
    and `key_requested` for other ones, and `lock_after_chosen` with minutes, 0 for never.
    """

    turn_on_requested = Signal()
    turn_off_requested = Signal()
    lock_requested = Signal()
    passphrase_requested = Signal()
    key_requested = Signal()
    lock_after_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state = Label(theme, tone=Tone.MUTED)
        self._told = Label(theme)
        self._unkept = Card(theme, Tone.CAUTION)
        self._unkept.body.addWidget(Label(theme, self._about_unkept()))
        self._after: ChoiceRow[int] = ChoiceRow(theme, "", self._after_words())
        self._after_field = Field(theme, self.tr("Lock when nobody touches a key for"), self._after)
        self._on = Button(theme, self.tr("Turn the vault on"), icon=Icon.LOCK)
        self._lock = Button(theme, self.tr("Lock now"), icon=Icon.LOCK)
        self._lock.setToolTip(self.tr("Lock now (Ctrl+Shift+L)"))
        self._passphrase = Button(theme, self.tr("Change the passphrase"))
        self._key = Button(theme, self.tr("New recovery key"))
        self._off = Button(theme, self.tr("Turn the vault off"))
        self._lay_out()
        self._connect()

    def show_vault(self, *, on: bool, minutes: int, key_kept: bool) -> None:
        """Show the vault as it is, and after how many minutes it locks."""
        self._state.setText(self._about_on() if on else self._about_off())
        self._unkept.setVisible(on and not key_kept)
        self._after.set_value(min(MINUTES, key=lambda one: abs(one - minutes)))
        self._after_field.setVisible(on)
        self._on.setVisible(not on)
        for button in (self._lock, self._passphrase, self._key, self._off):
            button.setVisible(on)

    def show_unsealed(self, left: Sequence[Path]) -> None:
        """Say which files still lie plain, or nothing."""
        names = ", ".join(path.name for path in left)
        words = self.tr("Not in the vault yet, and tried again at the next unlocking: %s.")
        self.show_words(words % names if names else "")

    def show_words(self, words: str) -> None:
        """Say what is being done, or nothing."""
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def take_focus(self) -> None:
        """Put the focus on the first thing there is to do."""
        first = self._on if self._on.isVisibleTo(self) else self._lock
        first.setFocus()

    def _lay_out(self) -> None:
        theme = self._theme
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, self.tr("The vault"), Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(self._state)
        rows.addWidget(self._unkept)
        rows.addWidget(self._after_field)
        buttons = Flow(theme)
        for button in (self._on, self._lock, self._passphrase, self._key, self._off):
            buttons.addWidget(button)
        rows.addLayout(buttons)
        rows.addWidget(self._told)
        self._told.hide()

    def _connect(self) -> None:
        self._after.chosen.connect(self.lock_after_chosen)
        self._key.clicked.connect(self.key_requested)
        self._lock.clicked.connect(self.lock_requested)
        self._off.clicked.connect(self.turn_off_requested)
        self._on.clicked.connect(self.turn_on_requested)
        self._passphrase.clicked.connect(self.passphrase_requested)

    def _after_words(self) -> list[tuple[int, str]]:
        words = {0: self.tr("Never"), 1: self.tr("1 minute")}
        return [(one, words.get(one, self.tr("%s minutes") % one)) for one in MINUTES]

    def _about_off(self) -> str:
        return self.tr(
            "The vault is off: whoever can open your files can read the diary. Turned on, it "
            "keeps everything you write and record under a passphrase, backups too."
        )

    def _about_on(self) -> str:
        return self.tr(
            "The vault is on. What you write and record lies on this computer under your "
            "passphrase alone. A practice that sounds keeps it open; its end does not."
        )

    def _about_unkept(self) -> str:
        return self.tr(
            "The newest recovery key was shown, and never said to be kept. If you do not have it, "
            "make a new one: it takes the place of the old one."
        )
