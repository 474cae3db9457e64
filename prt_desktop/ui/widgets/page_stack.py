"""One page that stays, and pages that lie over it for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PageStack(QStackedWidget):
    """Shows the page on top; one that is taken off is let go.

    Signals: `covered` with whether a page lies over the first one.
    """

    covered = Signal(bool)

    def __init__(self, first: QWidget) -> None:
        super().__init__()
        self._pages: list[QWidget] = []
        self.addWidget(first)

    def lay(self, page: QWidget) -> None:
        """Lay a page over what is shown."""
        self._pages.append(page)
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.covered.emit(True)

    def take_off(self) -> None:
        """Take the page on top off; the first one stays."""
        if self._pages:
            page = self._pages.pop()
            self.setCurrentIndex(self.count() - 2)
            self.removeWidget(page)
            page.hide()
            page.deleteLater()
        self.covered.emit(bool(self._pages))

    def clear(self) -> None:
        """Take all pages off but the first."""
        while self._pages:
            self.take_off()
