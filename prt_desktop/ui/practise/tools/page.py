"""What every page of one's own writing is: something to write on, to keep, or to leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.draft_keeper import words_unkept
from prt_desktop.ui.widgets.pane import Notice, Place


class ToolPage(QWidget):
    """A page that goes with a practice; Ctrl+Enter goes on, Escape leaves.

    Signals: `left` when the person goes back without having kept anything; `notice_requested`
    with a Notice, such as a failed save; `place_requested` with the Place to go to.
    """

    left = Signal()
    notice_requested = Signal(Notice)
    place_requested = Signal(Place)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.go_on)

    @Slot()
    def go_on(self) -> None:
        """Do what the page's first button does."""

    @Slot()
    def leave(self) -> None:
        """Go back; what was written so far is not lost."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def tell_failure(self, sentence: str) -> None:
        """Say that saving failed, and that the words are still there."""
        self.notice_requested.emit(words_unkept(sentence))
