"""The field in which one types what to look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal, Slot
from PySide6.QtGui import QPainter

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.line_edit import LineEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_LEFT = 14
_BESIDE = 10


class SearchField(LineEdit):
    """A line with a magnifying glass.

    Signals: `stepped_down` when the keys want to go on to what stands below.
    """

    stepped_down = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, name, parent)
        theme.changed.connect(self._make_room)
        self._make_room()

    @Slot()
    def _make_room(self) -> None:
        self.setTextMargins(QMargins(_LEFT + self._theme.icon_size + _BESIDE, 0, _LEFT, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down with the arrow; nothing is below the one line itself."""
        if event.key() == Qt.Key.Key_Down:
            self.stepped_down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the glass on it."""
        super().paintEvent(event)
        side = self._theme.icon_size
        glass = self._theme.pixmap(Icon.SEARCH, Tone.MUTED, self)
        QPainter(self).drawPixmap(_LEFT, (self.height() - side) // 2, glass)
