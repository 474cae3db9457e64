"""A slider that says its value in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QSlider

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import RING, focus_ring, rounded, smooth
from prt_desktop.ui.widgets.wheel import wheel_only_with_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_KNOB = 22


class Slider(QSlider):
    """A level slider with a large knob; a press anywhere on it goes there.

    Set the range as on any QSlider, and show its value in words beside it.
    """

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a line that is easy to hit."""
        return QSize(self._theme.px(240), max(44, self._theme.target) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for enough to aim at."""
        return QSize(self._theme.px(120), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove, what is filled of it, and the knob."""
        theme = self._theme
        painter = smooth(self)
        middle = self.height() // 2
        knob = self._knob()
        groove = QRect(RING, middle - 3, self.width() - 2 * RING, 6)
        rounded(painter, groove, theme.mix(Tone.LINE, Tone.SURFACE, 0.45), None, 3)
        filled = QRect(groove.left(), groove.top(), knob.center().x() - groove.left(), 6)
        rounded(painter, filled, theme.color(Tone.ACCENT), None, 3)
        fill = theme.color(Tone.RAISED if not self.isSliderDown() else Tone.ACCENT_SOFT)
        painter.setBrush(fill)
        rounded(painter, knob, fill, theme.color(Tone.ACCENT), _KNOB / 2)
        ring = knob.adjusted(-RING, -RING, RING, RING)
        focus_ring(painter, theme, self, ring, _KNOB / 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, unless this is what is being changed."""
        wheel_only_with_focus(self, event, super().wheelEvent)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to where the press is, and follow the hand from there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go_to(event)
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self.isSliderDown():
            self._go_to(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)
        self.update()

    def _run(self) -> int:
        return max(1, self.width() - 2 * RING - _KNOB)

    def _knob(self) -> QRect:
        span = max(1, self.maximum() - self.minimum())
        left = RING + self._run() * (self.sliderPosition() - self.minimum()) // span
        return QRect(left, (self.height() - _KNOB) // 2, _KNOB, _KNOB)

    def _go_to(self, event: QMouseEvent) -> None:
        share = (event.position().x() - RING - _KNOB / 2) / self._run()
        span = self.maximum() - self.minimum()
        self.setSliderPosition(self.minimum() + round(min(1, max(0, share)) * span))
