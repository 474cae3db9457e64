"""The keys that scroll a column of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from prt_desktop.ui.theme import Size

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.column import Column

_LINES = 3


def scroll_by_key(column: Column, event: QKeyEvent, theme: Theme) -> bool:
    """Scroll by lines with the arrows up and down, to either end with Home and End."""
    bar = column.verticalScrollBar()
    step = theme.metrics(Size.BODY).lineSpacing() * _LINES
    places = {
        Qt.Key.Key_Down.value: bar.value() + step,
        Qt.Key.Key_Up.value: bar.value() - step,
        Qt.Key.Key_Home.value: bar.minimum(),
        Qt.Key.Key_End.value: bar.maximum(),
    }
    if event.key() not in places:
        return False
    bar.setValue(places[event.key()])
    return True


def scroll_screen(column: Column, direction: int) -> bool:
    """Scroll nearly a screen on (1) or back (-1); False where there is nothing more to show."""
    bar = column.verticalScrollBar()
    before = bar.value()
    bar.setValue(before + direction * bar.pageStep() * 9 // 10)
    return bar.value() != before
