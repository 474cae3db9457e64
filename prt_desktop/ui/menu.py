"""The menu bar, on the one system where a window without one looks wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow


def add_mac_menu(window: QMainWindow, actions: Sequence[QAction]) -> None:
    """Put all ways through the window into one menu; macOS moves the settings to its own."""
    menu = window.menuBar().addMenu(window.tr("Go"))
    for action in actions:
        if action.shortcut() == QKeySequence("Ctrl+,"):
            action.setMenuRole(QAction.MenuRole.PreferencesRole)
        menu.addAction(action)
