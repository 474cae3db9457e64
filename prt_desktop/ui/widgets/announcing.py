"""Words that a screen reader says without the focus being moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say `words`, politely, on behalf of `widget`."""
    event = QtGui.QAccessibleAnnouncementEvent(widget, words)
    QtGui.QAccessible.updateAccessibility(event)
