"""What a backup, a copy or another diary holds, and what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.ui.privacy import words
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.vault.secret_field import SecretField
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from prt_desktop.storage.backup import Preview
    from prt_desktop.ui.theme import Theme


class FoundPage(SubPage):
    """Asks for a passphrase or key where one is due, then shows counts and dates, before anything.

    Signals: `passphrase_given`; `merge_requested` to add what is missing, `replace_requested` to
    put it in the place of the diary.
    """

    passphrase_given = Signal(str)
    merge_requested = Signal()
    replace_requested = Signal()

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__(theme, title)
        hint = self.tr("One of those it was made under")
        name = self.tr("Passphrase or recovery key")
        self._field = SecretField(theme, name, hint, parent=self)
        self._card = Card(theme)
        self._holds = Label(theme, size=Size.LEAD, weight=Weight.MEDIUM)
        self._kinds = Label(theme, tone=Tone.MUTED)
        self._about = Label(theme, self._what_each_does(), tone=Tone.MUTED)
        self._told = Label(theme)
        self._open = Button(theme, self.tr("Open it"), Look.PRIMARY)
        self._merge = Button(theme, self.tr("Add what is missing"), Look.PRIMARY)
        self._replace = Button(theme, self.tr("Put it in the place of the diary"))
        self._card.body.addWidget(self._holds)
        self._card.body.addWidget(self._kinds)
        for widget in (self._field, self._card, self._about, self._told):
            self.column.add(widget)
        self.set_buttons([self._open, self._merge, self._replace])
        self._field.entered.connect(self._give)
        self._merge.clicked.connect(self.merge_requested)
        self._open.clicked.connect(self._give)
        self._replace.clicked.connect(self.replace_requested)
        self._show_parts(preview=None)

    def show_preview(self, preview: Preview) -> None:
        """Show what it holds."""
        self._holds.setText(words.holds(preview))
        self._kinds.setText(words.by_kind(preview))
        self._told.setText("")
        self._field.clear()
        self._show_parts(preview=preview)
        self._set_busy(busy=False)
        announce(self, self._holds.text())
        self._begin()

    def show_busy(self, sentence: str) -> None:
        """Show calmly that something is being done."""
        self._set_busy(busy=True)
        self._told.setText(sentence)
        announce(self, sentence)

    def show_failure(self, sentence: str) -> None:
        """Say why it was not done."""
        self._set_busy(busy=False)
        self._told.setText(sentence)
        announce(self, sentence)
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at what is asked."""
        super().showEvent(event)
        self._begin()

    @Slot()
    def _give(self) -> None:
        if self._field.text.strip():
            self.passphrase_given.emit(self._field.text)

    def _begin(self) -> None:
        if self._field.isVisibleTo(self):
            self._field.take_focus()
        else:
            self._merge.setFocus()

    def _show_parts(self, preview: Preview | None) -> None:
        is_open = preview is not None
        self._field.setVisible(not is_open)
        self._open.setVisible(not is_open)
        for widget in (self._card, self._about, self._merge, self._replace):
            widget.setVisible(is_open)

    def _set_busy(self, *, busy: bool) -> None:
        for widget in (self._field, self._open, self._merge, self._replace, self.back):
            widget.setEnabled(not busy)

    def _what_each_does(self) -> str:
        return self.tr(
            "Adding keeps all you have and brings what is missing, your own recordings too. In "
            "the place of the diary it becomes the diary, and what is there now is kept beside "
            "it, to be brought back."
        )
