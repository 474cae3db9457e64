"""The page for somebody who has lost the passphrase and the recovery key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from prt_desktop.ui.theme import Theme


class LostPage(SubPage):
    """Says plainly what is lost, and what can be done. Signals: `aside_wished`, `erase_wished`."""

    aside_wished = Signal()
    erase_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("When both are lost"))
        aside = Button(theme, self.tr("Put the vault aside"))
        erase = Button(theme, self.tr("Erase everything"))
        aside.clicked.connect(self.aside_wished)
        erase.clicked.connect(self.erase_wished)
        self.column.add(Label(theme, self._what_is_lost()))
        self.column.add(Label(theme, self._no_hurry(), tone=Tone.MUTED))
        for heading, words, button in (
            (self.tr("Begin anew"), self._about_aside(), aside),
            (self.tr("Nothing is to be left"), self._about_erasing(), erase),
        ):
            self.column.space(2)
            self.column.add(Label(theme, heading, Size.LEAD, weight=Weight.BOLD))
            self.column.add(Label(theme, words, tone=Tone.MUTED))
            self.column.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus on the way back."""
        super().showEvent(event)
        self.back.setFocus()

    def _what_is_lost(self) -> str:
        return self.tr(
            "What is in the vault cannot be read by anyone without one of the two. There is no "
            "other way in: not for a shop, not for your clinician, and not for us. That is hard, "
            "and it is nobody's fault."
        )

    def _no_hurry(self) -> str:
        return self.tr(
            "There is no hurry. Everything stays here as it is, and a printed key may still turn "
            "up. If you made a backup before the vault was on, it opens without them."
        )

    def _about_aside(self) -> str:
        return self.tr(
            "The vault is kept, closed, in a folder beside the diary, and an empty diary begins. "
            "If the passphrase comes back one day, it can be taken in again."
        )

    def _about_erasing(self) -> str:
        return self.tr(
            "The vault and everything else of yours on this computer is erased for good, and the "
            "program closes."
        )
