"""The window comes to the front, or ends for good, also where it would stay in the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENDS = "ends"


def end(window: QWidget) -> None:
    """Close the window and with it the program, whatever was chosen for closing."""
    window.setProperty(_ENDS, True)
    window.close()


def is_ending(window: QWidget) -> bool:
    """Say whether the window closes for good."""
    return bool(window.property(_ENDS))


def bring_to_front(window: QWidget) -> None:
    """Show the window before all others, out of the tray or the bar where it is there."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - makes 300 enumerations, 15 ms

    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.setVisible(True)
    window.raise_()
    window.activateWindow()
