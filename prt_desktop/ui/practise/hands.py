"""Hands on the stage: a press, a hold, the media keys, and any move that wakes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot

from prt_desktop.ui.practise.stage_controls import is_arrow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

HOLD_MS = 800
_BUSY = frozenset({QEvent.Type.KeyPress, QEvent.Type.FocusIn, QEvent.Type.MouseMove})
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_INTERRUPTIONS = frozenset({QEvent.Type.Hide, QEvent.Type.WindowDeactivate})


class Hands(QObject):
    """Watches the stage and its controls.

    Signals: `moved` at any move or key; `tapped` after a short press anywhere, or Space; `held`
    when that press lasts; `play_wanted`, `pause_wanted`, `stop_wanted`, `next_wanted` and
    `previous_wanted` by the keyboard's media keys.
    """

    moved = Signal()
    tapped = Signal()
    held = Signal()
    play_wanted = Signal()
    pause_wanted = Signal()
    stop_wanted = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()

    def __init__(self, stage: QWidget, volume: QWidget) -> None:
        super().__init__(stage)
        self._stage = stage
        self._volume = volume
        self._pressed = False
        self._hold = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._hold.timeout.connect(self._tell_hold)
        self._media = {
            Qt.Key.Key_MediaTogglePlayPause: self.tapped,
            Qt.Key.Key_MediaPlay: self.play_wanted,
            Qt.Key.Key_MediaPause: self.pause_wanted,
            Qt.Key.Key_MediaStop: self.stop_wanted,
            Qt.Key.Key_MediaNext: self.next_wanted,
            Qt.Key.Key_MediaPrevious: self.previous_wanted,
        }

    def watch(self, control: QWidget) -> None:
        """Wake at what is done to a control, too."""
        control.installEventFilter(self)

    @Slot()
    def _tell_hold(self) -> None:
        self._pressed = False
        self.held.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take presses on the stage itself, and leave the slider its arrow keys."""
        kind = event.type()
        if kind in _BUSY:
            self.moved.emit()
        if watched is self._volume and kind is QEvent.Type.ShortcutOverride:
            return self._left_to_slider(cast("QKeyEvent", event))
        if watched is not self._stage:
            return False
        if kind in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}:
            return self._take_key(cast("QKeyEvent", event), down=kind is QEvent.Type.KeyPress)
        if kind in _PRESSES or kind is QEvent.Type.MouseButtonRelease:
            return self._take_button(cast("QMouseEvent", event), down=kind in _PRESSES)
        if kind in _INTERRUPTIONS:
            self._pressed = False
            self._hold.stop()
        return False

    def _take_key(self, event: QKeyEvent, *, down: bool) -> bool:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._press(down=down)
            return True
        signal = self._media.get(Qt.Key(event.key()))
        if signal is None:
            return False
        if down and not event.isAutoRepeat():
            signal.emit()
        return True

    def _take_button(self, event: QMouseEvent, *, down: bool) -> bool:
        if event.button() is Qt.MouseButton.LeftButton:
            self._press(down=down)
        self.moved.emit()
        return True

    def _press(self, *, down: bool) -> None:
        if down:
            self._pressed = True
            self._hold.start()
        elif self._pressed:
            self._pressed = False
            self._hold.stop()
            self.tapped.emit()

    def _left_to_slider(self, event: QKeyEvent) -> bool:
        if is_arrow(event.key()):
            event.accept()
            return True
        return False
