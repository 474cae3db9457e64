"""Where Tab leads when something is built later than what stands around it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow_in_tab_order(before: QWidget, built: QWidget) -> None:
    """Let Tab lead from `before` through all that is in `built`, then on as it did."""
    for one in built.findChildren(QWidget):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(before, one)
            before = one
