"""A page of one's own writing that can be scrolled where the stage is too low for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

_NO_FOCUS = 0  # of Qt.FocusPolicy


class ScrolledPage(QScrollArea):
    """Lets a page that fills its room be scrolled where the room is too low for it."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", _NO_FOCUS)
        give_scroll_bar(self, theme, self.tr("Scroll the page"))
        self.setWidget(page)

    def needed(self, width: int) -> int:
        """Give the height in px at which nothing has to be scrolled."""
        return self._page.heightForWidth(width)

    @Slot()
    def show_end(self) -> None:
        """Scroll to the end of the page, once what was just added there has its place."""
        QTimer.singleShot(0, self, self._scroll_down)

    @Slot()
    def _scroll_down(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
