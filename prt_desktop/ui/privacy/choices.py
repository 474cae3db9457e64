"""The page of privacy itself: what there is to do, in three parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.privacy.keeping_part import KeepingPart
from prt_desktop.ui.privacy.vault_part import VaultPart
from prt_desktop.ui.theme import Size, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class PrivacyChoices(Column):
    """The vault, safe keeping, and erasing. Its parts and buttons tell what is wished.

    Signals: `left` by the way back.
    """

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        title = self.tr("Privacy and safe keeping")
        super().__init__(theme, title)
        self.setAccessibleName(title)
        self.vault = VaultPart(theme)
        self.keeping = KeepingPart(theme)
        self._back = Button(theme, self.tr("Settings"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        self.space(1)
        self.add(self.vault)
        self.space(3)
        self.add(self.keeping)
        self.body.addStretch(1)
        self._back.clicked.connect(self.left)
