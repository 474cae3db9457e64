"""Erasing everything: what goes, what cannot be reached, and a word to be typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from prt_desktop.storage.erase import ELSEWHERE
from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from prt_desktop.ui.theme import Theme


class ErasePage(SubPage):
    """With `others` on this computer it says that theirs stays.

    Signals: `confirmed` when the word was typed and the button pressed.
    """

    confirmed = Signal()

    def __init__(self, theme: Theme, *, others: bool = False) -> None:
        super().__init__(theme, self.tr("Erase everything"), self._what_goes())
        if others:
            stays = self.tr("Only what is yours goes. The diaries of the others here stay.")
            self.column.add(Label(theme, stays))
        self._word = self.tr("erase")
        self._line = LineEdit(theme, "")
        self._verb = Button(theme, self.tr("Erase everything now"), Look.PRIMARY)
        card = Card(theme, Tone.CAUTION)
        heading = self.tr("What cannot be reached from here")
        card.body.addWidget(Label(theme, heading, weight=Weight.MEDIUM))
        for sentence in ELSEWHERE:
            card.body.addWidget(Label(theme, sentence))
        self.column.add(card)
        self.column.space(1)
        self.column.add(Field(theme, self.tr("Type “%s” to confirm") % self._word, self._line))
        self.set_buttons([self._verb])
        self._line.textChanged.connect(self._follow)
        self._verb.clicked.connect(self.confirmed)
        self._follow("")

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor where the word is typed."""
        super().showEvent(event)
        self._line.setFocus()

    @Slot(str)
    def _follow(self, text: str) -> None:
        self._verb.setEnabled(text.strip().casefold() == self._word.casefold())

    def _what_goes(self) -> str:
        return self.tr(
            "The diary, its copies, drafts, recordings, settings and the vault's keys are erased "
            "from this computer, and the program closes. This cannot be undone."
        )
