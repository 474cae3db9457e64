"""What sounds beside the voice: a loop while it plays, and a short sound once; QSoundEffect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QSignalBlocker, QUrl, QVariantAnimation, Slot
from PySide6.QtMultimedia import QAudio, QSoundEffect

if TYPE_CHECKING:
    from pathlib import Path


class QtBackground(QObject):
    """At most one loop; QSoundEffect repeats a WAV without a gap, QMediaPlayer does not.

    What is heard is the volume times a share, 0 to 1, which the fades move.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._effect: QSoundEffect | None = None
        self._once: QSoundEffect | None = None
        self._loop: Path | None = None
        self._volume = 0.0
        self._share = 1.0
        self._sounds = False
        self._fade_ms = 0
        self._fade = QVariantAnimation(self)
        self._fade.valueChanged.connect(self._take_share)

    @property
    def gain(self) -> float:
        """The linear gain that the loop has now; 0 without a loop or while it is quiet."""
        return self._effect.volume() if self._effect is not None and self._sounds else 0.0

    def set_loop(self, loop: Path | None) -> None:
        """Choose the loop, or none."""
        self._loop = loop
        if self._effect is not None:
            self._effect.stop()
            self._effect.deleteLater()
            self._effect = None
        if loop is not None:
            self._effect = QSoundEffect(self)
            self._effect.setSource(QUrl.fromLocalFile(str(loop)))
            self._effect.setLoopCount(QSoundEffect.Loop.Infinite.value)
            if self._sounds:
                self._begin()

    def take_device(self) -> None:
        """Take a device that came: Qt keeps mute what was opened without one, or before it went."""
        self._let_go(self._effect)
        self._let_go(self._once)
        self._effect = self._once = None
        self.set_loop(self._loop)

    def set_volume(self, percent: int) -> None:
        """Set the loudness as heard, 0 to 100; a fade goes on from there."""
        self._volume = linear(percent)
        self._take_share(self._share)

    def set_fade(self, fade_ms: int) -> None:
        """Let the loop come in so slowly from now on."""
        self._fade_ms = fade_ms

    def sound(self, *, on: bool) -> None:
        """Let the loop sound, or be quiet."""
        if on is self._sounds:
            return
        self._sounds = on
        if on:
            self._begin()
        else:
            self._fade.stop()
            if self._effect is not None:
                self._effect.stop()

    def fade(self, within_ms: int, *, out: bool) -> None:
        """Let the loop go within a time, until it sounds anew, or let it come back.

        It begins wherever another fade stands.
        """
        self._move_share(0.0 if out else 1.0, within_ms)

    def play_beside(self, sound: Path, volume: float) -> None:
        """Let a short WAV be heard once, at a linear volume of 0 to 1."""
        if self._once is None:
            self._once = QSoundEffect(self)
        source = QUrl.fromLocalFile(str(sound))
        if self._once.source() != source:
            self._once.setSource(source)
        self._once.setVolume(volume)
        self._once.play()

    @staticmethod
    def _let_go(effect: QSoundEffect | None) -> None:
        """Take a sound away at once, with the stream that all sounds of one device share in Qt."""
        if effect is not None:
            shiboken6.delete(effect)

    @Slot("QVariant")
    def _take_share(self, share: float) -> None:
        self._share = share
        if self._effect is not None:
            self._effect.setVolume(self._volume * share)

    def _begin(self) -> None:
        self._take_share(0.0 if self._fade_ms else 1.0)
        if self._effect is not None:
            self._effect.play()
        self._move_share(1.0, self._fade_ms)

    def _move_share(self, end: float, within_ms: int) -> None:
        self._fade.stop()
        if within_ms == 0 or not self._sounds:
            self._take_share(end)
            return
        with QSignalBlocker(self._fade):  # setting its ends tells a value that is not meant yet
            self._fade.setStartValue(self._share)
            self._fade.setEndValue(end)
            self._fade.setDuration(within_ms)
        self._fade.start()


def linear(percent: int) -> float:
    """Turn loudness as heard, 0 to 100, into the linear gain that Qt wants."""
    return QAudio.convertVolume(
        percent / 100,
        QAudio.VolumeScale.LogarithmicVolumeScale,
        QAudio.VolumeScale.LinearVolumeScale,
    )
