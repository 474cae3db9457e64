"""The mouse wheel scrolls a page; it changes only what has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget


def wheel_only_with_focus(
    widget: QWidget, event: QWheelEvent, turn: Callable[[QWheelEvent], None]
) -> None:
    """Let the wheel `turn` a widget that has the focus, and pass it on to the page otherwise."""
    if widget.hasFocus():
        turn(event)
    else:
        event.ignore()
