"""The background: a loop that sounds while the voice plays, by QSoundEffect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtMultimedia import QAudio, QSoundEffect

if TYPE_CHECKING:
    from pathlib import Path


class QtBackground(QObject):
    """At most one loop; QSoundEffect repeats a WAV without a gap, QMediaPlayer does not."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._effect: QSoundEffect | None = None
        self._volume = 0.0
        self._sounds = False

    def set_loop(self, loop: Path | None) -> None:
        """Choose the loop, or none."""
        if self._effect is not None:
            self._effect.stop()
            self._effect.deleteLater()
            self._effect = None
        if loop is not None:
            self._effect = QSoundEffect(self)
            self._effect.setSource(QUrl.fromLocalFile(str(loop)))
            self._effect.setLoopCount(QSoundEffect.Loop.Infinite.value)
            self._effect.setVolume(self._volume)
            self.sound(on=self._sounds)

    def set_volume(self, percent: int) -> None:
        """Set the loudness as heard, 0 to 100."""
        self._volume = linear(percent)
        if self._effect is not None:
            self._effect.setVolume(self._volume)

    def sound(self, *, on: bool) -> None:
        """Let the loop sound, or be quiet."""
        self._sounds = on
        if self._effect is None:
            return
        if on:
            self._effect.play()
        else:
            self._effect.stop()


def linear(percent: int) -> float:
    """Turn loudness as heard, 0 to 100, into the linear gain that Qt wants."""
    return QAudio.convertVolume(
        percent / 100,
        QAudio.VolumeScale.LogarithmicVolumeScale,
        QAudio.VolumeScale.LinearVolumeScale,
    )
