"""The end: you may not need this any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class EndPage(SubPage):
    """Says goodbye in plain words, and how to keep what was written.

    Signals: `backup_wanted`; `pack_wanted`; and `left`.
    """

    backup_wanted = Signal()
    pack_wanted = Signal()

    def __init__(self, theme: Theme, *, packed: bool) -> None:
        super().__init__(theme, self.tr("You may not need this any more"))
        for words in self._words():
            self.column.add(Label(theme, words))
            self.column.space(1)
        self._backup = Button(theme, self.tr("Save a copy of my diary"), icon=Icon.DOWNLOAD)
        self._pack = Button(theme, self.tr("Pack up"), Look.PRIMARY)
        self._stay = Button(theme, self.tr("Stay a while"), Look.PLAIN)
        self.set_buttons([self._pack, self._backup, self._stay])
        self._pack.setVisible(not packed)
        self._backup.clicked.connect(self.backup_wanted)
        self._pack.clicked.connect(self.pack_wanted)
        self._stay.clicked.connect(self.leave)

    def take_focus(self) -> None:
        """Put the focus on staying: nothing is to be pressed by mistake."""
        self._stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self) -> tuple[str, ...]:
        return (
            self.tr(
                "A program like this is for a while. When whole days go by and you have not "
                "thought of it, that is what it is for."
            ),
            self.tr(
                "If you pack up, Today suggests nothing more. Your diary, your plan and your "
                "messages stay here, and the door for a bad day stays open. You can save a copy "
                "of all of it in one file first."
            ),
            self.tr(
                "You can come back any time, for a day or for a month. Nobody asks why, and "
                "nothing counts the days."
            ),
        )
