"""A day, written or picked from a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, Qt
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import RING, clear_base, field_ground, smooth
from prt_desktop.ui.widgets.parts import mark_pressed_part
from prt_desktop.ui.widgets.wheel import wheel_only_with_focus

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class DateField(QDateEdit):
    """A day no later than `latest`; arrows change it, a press on the icon opens a calendar."""

    def __init__(
        self, theme: Theme, name: str, latest: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFrame(False)
        self.setCalendarPopup(True)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.UpDownArrows)
        self.setDisplayFormat("d MMMM yyyy")
        self.set_latest(latest)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # its line hands the focus on to it
        clear_base(self.lineEdit())
        self.lineEdit().installEventFilter(self)

    @property
    def day(self) -> date:
        """Give the day."""
        value = self.date()
        return date(value.year(), value.month(), value.day())

    def set_day(self, day: date) -> None:
        """Show a day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def set_latest(self, latest: date) -> None:
        """Allow no later day."""
        self.setMaximumDate(QDate(latest.year, latest.month, latest.day))

    def sizeHint(self) -> QSize:
        """Ask for a long month and the icon."""
        words = self.fontMetrics().horizontalAdvance("30 September 2026")
        return QSize(words + 72 + self._theme.icon_size, self._theme.target + 2 * RING)

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
        """Paint the ground and the icon; the words are the line's own."""
        theme = self._theme
        painter = smooth(self)
        ground = field_ground(painter, theme, self)
        side = theme.icon_size * 3 // 4
        top = ground.top() + (ground.height() - side) // 2
        chevron = theme.pixmap(Icon.CHEVRON_DOWN, Tone.MUTED, self, side)
        painter.drawPixmap(ground.right() - side - 11, top, chevron)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words clear of the edge and the icon."""
        super().resizeEvent(event)
        side = self._theme.icon_size + 12
        self.lineEdit().setGeometry(self.rect().adjusted(12, RING + 1, -side, -RING - 1))
