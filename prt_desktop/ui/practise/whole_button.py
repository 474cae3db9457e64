"""A whole surface that is one button to a screen reader, and looks like nothing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget


class WholeButton(QAbstractButton):
    """Room for other widgets that has the role of a button.

    It takes no key and paints nothing; who watches it decides what a press is. What comes as
    `clicked` was pressed through the accessibility tree.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setForegroundRole(QPalette.ColorRole.NoRole)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to others, the arrows too."""
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to others."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint nothing: what lies on it is all there is to see."""
