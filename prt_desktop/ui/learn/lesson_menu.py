"""What else one can do with a lesson, in one small menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.widgets.button import Button, Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class LessonMenu(Button):
    """A quiet button that opens the menu below itself.

    Signals: `mark_requested` for words of the page, `cards_requested` for a room,
    `pdf_requested` and `print_requested` for paper.
    """

    mark_requested = Signal()
    cards_requested = Signal()
    pdf_requested = Signal()
    print_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", Look.PLAIN, Icon.CHEVRON_DOWN, parent)
        self.setText(self.tr("More"))
        words = self.tr("Mark a sentence, teach with cards, save as PDF, or print")
        self.setAccessibleDescription(words)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(self.tr("More with this lesson"))
        self._mark = self._menu.addAction(self.tr("&Mark a sentence"))
        self._mark.triggered.connect(self.mark_requested)
        for words, asked in (
            (self.tr("Teach with &cards"), self.cards_requested),
            (self.tr("&Save as PDF"), self.pdf_requested),
            (self.tr("&Print"), self.print_requested),
        ):
            self._menu.addAction(words).triggered.connect(asked)
        self.clicked.connect(self._open)

    def show_mark_key(self, letter: str) -> None:
        """Tell the letter that marks a sentence too, or "" for none."""
        words = self.tr("&Mark a sentence")
        self._mark.setText(f"{words}\t{letter}" if letter else words)

    @property
    def menu_shown(self) -> QMenu:
        """Give the menu."""
        return self._menu

    @Slot()
    def _open(self) -> None:
        below = QPoint(self.width() - self._menu.sizeHint().width(), self.height())
        self._menu.popup(self.mapToGlobal(below))
        self._menu.setActiveAction(self._menu.actions()[0])

    def take_focus(self) -> None:
        """Come back to the button, such as from the cards."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
