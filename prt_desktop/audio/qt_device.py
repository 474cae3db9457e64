"""Whether anything can be heard: a watch over the devices and the sound server."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QMediaDevices

from prt_desktop.audio.sound_server import ServerConnection

_WATCH_EVERY_MS = 250
_STALLED_AFTER_MS = 2_500
_HELD_AFTER_MS = 3 * _WATCH_EVERY_MS


class QtDeviceWatch(QObject):
    """Tells when the last device goes and when one is back.

    When the last device goes, the play head stands still without an error, and Qt may not tell
    that it went: a stall of 2.5 s while playing is a lost device. Where the window's thread was
    held, as by a suspended machine, the play head was not told of either, so the stall is counted
    anew from there. When the sound server dies, `look_for_server` tells at once.

    What played on a device that went makes no sound by itself on one that came since, be it the
    same one plugged in again, nor does what played without any. So a device that is there is told
    as one that is back: when another list of devices comes, and once after a stall.

    Signals: `lost` when nothing can be heard any more, `back` when something can again.
    """

    lost = Signal()
    back = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_lost = False
        self._device = _id_of_default()
        self._rests = False
        self._came_back = False
        self._moved_at = QElapsedTimer()
        self._moved_at.start()
        self._looked_at = QElapsedTimer()
        self._looked_at.start()
        self._devices = QMediaDevices(self)
        self._server = ServerConnection()
        self._timer = QTimer(self)
        self._timer.setInterval(_WATCH_EVERY_MS)
        self._timer.timeout.connect(self._look_for_stall)
        self._devices.audioOutputsChanged.connect(self._look_for_device)

    @property
    def has_sound(self) -> bool:
        """Whether a device is there that can be heard."""
        return not self.is_lost and bool(_id_of_default())

    def begin(self) -> None:
        """Watch for a stall from now on."""
        self._rests = False
        self._came_back = False
        self._moved_at.restart()
        self._looked_at.restart()
        self._timer.start()

    def rest(self) -> None:
        """Watch the server alone: a paused play head stands for a good reason."""
        self._rests = True

    def end(self) -> None:
        """Watch no more: nothing plays."""
        self._timer.stop()

    def moved(self) -> None:
        """Take in that the play head moved."""
        self._moved_at.restart()

    def look_for_server(self) -> None:
        """Tell at once if the sound server is gone; to be asked before anything is asked of Qt."""
        if not self.is_lost and self._server.is_lost():
            self._lose()

    @Slot()
    def _look_for_stall(self) -> None:
        was_held = self._looked_at.restart() > _HELD_AFTER_MS
        self.look_for_server()
        if self.is_lost or self._rests or was_held:
            self._moved_at.restart()
        elif self._moved_at.elapsed() >= _STALLED_AFTER_MS:
            self._lose()
            if _id_of_default() and not self._came_back:
                self._came_back = True
                self._come_back()

    @Slot()
    def _look_for_device(self) -> None:
        there = {device.id().data() for device in QMediaDevices.audioOutputs()}
        self._came_back = False
        if _id_of_default() and (self.is_lost or self._device not in there):
            self._come_back()

    def _lose(self) -> None:
        self.is_lost = True
        self.lost.emit()

    def _come_back(self) -> None:
        self.is_lost = False
        self._device = _id_of_default()
        self._server = ServerConnection()
        self.moved()
        self.back.emit()


def _id_of_default() -> bytes:
    """Name the device that the system would have us play on; empty where there is none."""
    return bytes(QMediaDevices.defaultAudioOutput().id().data())
