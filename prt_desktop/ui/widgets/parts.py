"""Fields of several parts, such as hours and minutes: a press marks the part it falls on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QDateTimeEdit


def mark_pressed_part(field: QDateTimeEdit, event: QEvent) -> None:
    """Mark the part that a press on the line falls on, so that a number typed then replaces it."""
    if event.type() == event.Type.MouseButtonRelease and not field.lineEdit().hasSelectedText():
        field.setSelectedSection(field.currentSection())
