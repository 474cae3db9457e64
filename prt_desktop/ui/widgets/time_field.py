"""A time of day, written or changed by arrows."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTime
from PySide6.QtWidgets import QAbstractSpinBox, QTimeEdit

from prt_desktop.ui.widgets.painting import RING, clear_base, field_ground, smooth
from prt_desktop.ui.widgets.parts import mark_pressed_part
from prt_desktop.ui.widgets.wheel import wheel_only_with_focus

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_AIR = 14


class TimeField(QTimeEdit):
    """Hours and minutes, from 00:00 to 23:59; up and down change the part that is marked."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setDisplayFormat("HH:mm")
        self.setWrapping(True)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # its line hands the focus on to it
        clear_base(self.lineEdit())
        self.lineEdit().installEventFilter(self)

    @property
    def at(self) -> time:
        """Give the time."""
        value = self.time()
        return time(value.hour(), value.minute())

    def set_at(self, at: time) -> None:
        """Show a time without telling anyone."""
        if at != self.at:
            with QSignalBlocker(self):
                self.setTime(QTime(at.hour, at.minute))

    def sizeHint(self) -> QSize:
        """Ask for four digits and air."""
        digits = self.fontMetrics().horizontalAdvance("00:00")
        return QSize(digits + 2 * (_AIR + RING) + 12, self._theme.target + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for all of it."""
        return self.sizeHint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mark the part that a press falls on."""
        mark_pressed_part(self, event)
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, unless this is what is being changed."""
        wheel_only_with_focus(self, event, super().wheelEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground; the digits are the line's own."""
        field_ground(smooth(self), self._theme, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the digits clear of the edge."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(_AIR, RING + 1, -RING, -RING - 1))
