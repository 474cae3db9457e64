"""A slow shape that breathes by itself and asks nobody to follow."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

    from prt_desktop.ui.theme import Theme

_FRAME_MS = 80
_LARGEST = 420
_SMALLEST = 96
# Radius (of the whole), accent in the surface, and two periods in seconds that never agree, so
# that no rhythm arises which a breath could follow.
_LAYERS = ((0.94, 0.08, 19.0, 31.0), (0.72, 0.14, 23.0, 17.0), (0.48, 0.22, 29.0, 13.0))
_SWELL = 0.05
_DRIFT = 0.035


class BreathingShape(QWidget):
    """Three soft rounds, one within the other, at twelve frames a second at most.

    It rests under reduced motion, while it is hidden or minimised, and while the practice does.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._alive = False
        self._age_ms = 0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_FRAME_MS)
        self._timer.timeout.connect(self._breathe)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("A slow shape"))
        theme.changed.connect(self._settle)

    @property
    def moving(self) -> bool:
        """Say whether the shape moves just now."""
        return self._timer.isActive()

    def set_alive(self, *, alive: bool) -> None:
        """Breathe, or rest where it is."""
        self._alive = alive
        self._settle()

    @Slot()
    def _settle(self) -> None:
        if self._alive and self.isVisible() and self._theme.fade_ms:
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    @Slot()
    def _breathe(self) -> None:
        if not self.window().isMinimized():
            self._age_ms += min(self._clock.restart(), 2 * _FRAME_MS)
            self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on breathing."""
        super().showEvent(event)
        self._settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Cost nothing while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rounds, the widest first."""
        whole = min(self.width(), self.height(), _LARGEST) / 2
        if whole * 2 < _SMALLEST:
            return
        painter = smooth(self)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QPointF(self.width() / 2, self.height() / 2)
        age = self._age_ms / 1000
        for share, tint, swell_s, drift_s in _LAYERS:
            swell = 1 + _SWELL * math.sin(2 * math.pi * age / swell_s)
            turn = 2 * math.pi * age / drift_s
            drift = QPointF(math.sin(turn), math.cos(turn * 0.8) - 1) * (_DRIFT * whole)
            radius = whole * share * swell * (1 - _SWELL)
            painter.setBrush(self._theme.mix(Tone.ACCENT, Tone.SURFACE, tint))
            painter.drawEllipse(middle + drift, radius, radius)
