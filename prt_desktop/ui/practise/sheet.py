"""A page of one's own writing on the stage, in the place of the slow shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from prt_desktop.ui.practise.scrolled_page import ScrolledPage

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from prt_desktop.ui.practise.beside import Beside
    from prt_desktop.ui.theme import Theme

_LEAST = 280  # px for a page that scrolls by itself, at 100 %


class Sheet(QWidget):
    """Holds the page; no press goes through to the stage beneath."""

    def __init__(self, theme: Theme, beside: Beside, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beside = beside
        if beside.page is not None:
            QStackedLayout(self).addWidget(beside.page)
        self.setVisible(beside.page is not None and not beside.fold)

    def fits(self, width: int, height: int) -> bool:
        """Say whether a room, in px, is large enough to write in at ease."""
        page = self._beside.page
        least = page.needed(width) if isinstance(page, ScrolledPage) else self._theme.px(_LEAST)
        return least <= height

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press beside the page from the stage beneath."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release from the stage beneath."""
        event.accept()
