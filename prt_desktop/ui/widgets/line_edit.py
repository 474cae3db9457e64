"""One line to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize
from PySide6.QtWidgets import QLineEdit

from prt_desktop.ui.widgets.painting import RING, clear_base, field_ground, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class LineEdit(QLineEdit):
    """One line to write in; `name` is its accessible name."""

    def __init__(
        self, theme: Theme, name: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrame(False)
        self.setTextMargins(QMargins(14, 0, 14, 0))
        clear_base(self)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable line."""
        return QSize(self._theme.px(280), self._theme.target + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words."""
        return QSize(self._theme.px(120), self._theme.target + 2 * RING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the words as Qt does."""
        painter = smooth(self)
        field_ground(painter, self._theme, self)
        painter.end()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the edge in the accent."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the edge at rest."""
        super().focusOutEvent(event)
        self.update()
