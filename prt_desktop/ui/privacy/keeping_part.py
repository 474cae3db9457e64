"""Safe keeping and erasing among the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.privacy.work_card import WorkCard
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class KeepingPart(QWidget):
    """What can be done for what is kept, with the card that says what came of it.

    Signals: `backup_requested`, `restore_requested`, `merge_requested`, `copies_requested`,
    `erase_requested`.
    """

    backup_requested = Signal()
    restore_requested = Signal()
    merge_requested = Signal()
    copies_requested = Signal()
    erase_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.card = WorkCard(theme)
        self._backup = Button(theme, self.tr("Make a backup"), icon=Icon.DOWNLOAD)
        self._restore = Button(theme, self.tr("Restore from a backup"))
        self._merge = Button(theme, self.tr("Take in another diary"))
        self._copies = Button(theme, self.tr("Good copies of the last days"))
        self._erase = Button(theme, self.tr("Erase everything"), icon=Icon.BIN)
        self._buttons = (self._backup, self._restore, self._copies, self._merge, self._erase)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, self.tr("Safe keeping"), Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(Label(theme, self._about_keeping(), tone=Tone.MUTED))
        rows.addWidget(self.card)
        buttons = Flow(theme)
        for button in self._buttons[:-1]:
            buttons.addWidget(button)
        rows.addLayout(buttons)
        rows.addSpacing(24)
        rows.addWidget(Label(theme, self.tr("Erasing"), Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(Label(theme, self._about_erasing(), tone=Tone.MUTED))
        rows.addWidget(self._erase, 0, Qt.AlignmentFlag.AlignLeft)
        self._backup.clicked.connect(self.backup_requested)
        self._copies.clicked.connect(self.copies_requested)
        self._erase.clicked.connect(self.erase_requested)
        self._merge.clicked.connect(self.merge_requested)
        self._restore.clicked.connect(self.restore_requested)

    def set_waiting(self, *, waiting: bool) -> None:
        """Begin nothing else while something goes on with the diary's files."""
        for button in self._buttons:
            button.setEnabled(not waiting)

    def take_focus(self) -> None:
        """Put the focus on the first thing there is to do."""
        self._backup.setFocus()

    def _about_keeping(self) -> str:
        return self.tr(
            "A backup is one file with everything in it, for a stick or another disk. With the "
            "vault on it lies under the same passphrase. Good copies are made by themselves."
        )

    def _about_erasing(self) -> str:
        return self.tr("Everything this program keeps on this computer, for good.")
