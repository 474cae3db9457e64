"""How long nobody has touched a key or the mouse."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QWindow

_TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.TabletMove,
    QEvent.Type.TouchBegin,
    QEvent.Type.Wheel,
}


class Idle(QObject):
    """Looks at what comes to one window from outside, which is far less than all its events.

    A cursor that moves counts too, since an input method may keep the keys to itself. The wall
    clock decides, so that a night in which the machine slept counts as well.

    Signals: `idled` when nobody touched anything for as long as was set.
    """

    idled = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = timedelta()
        self._last = clock()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)
        QGuiApplication.inputMethod().cursorRectangleChanged.connect(self.stir)

    def watch(self, window: QWindow) -> None:
        """Look at this window."""
        window.installEventFilter(self)

    def set_limit(self, minutes: int) -> None:
        """Tell after this many minutes from now; never for 0."""
        self._limit = timedelta(minutes=minutes)
        self._last = self._clock()
        self._timer.stop()
        if minutes:
            self._timer.start(minutes * 60_000)

    @Slot()
    def stir(self) -> None:
        """Know that somebody is there; a touch that comes too late is told first."""
        if self._is_over():
            self.look()
        self._last = self._clock()

    @Slot()
    def look(self) -> None:
        """Tell if nobody was there for long enough, and look again when that can be so."""
        if not self._limit:
            return
        if self._is_over():
            self._last = self._clock()
            self.idled.emit()
        left = self._last + self._limit - self._clock()
        if self._limit:
            self._timer.start(max(1_000, round(left / timedelta(milliseconds=1))))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take note of a touch, and let it pass."""
        if event.type() in _TOUCHES:
            self.stir()
        return False

    def _is_over(self) -> bool:
        return bool(self._limit) and self._clock() - self._last >= self._limit
