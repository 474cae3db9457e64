"""The player that sounds: QMediaPlayer for the voice, QSoundEffect for the background.

Both play in native threads, so a busy Python thread never makes them stutter. What happens
when devices go is measured behaviour of Qt 6.11, told where it matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtMultimedia import QMediaDevices

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.qt_background import QtBackground, linear
from prt_desktop.audio.qt_device import QtDeviceWatch
from prt_desktop.audio.qt_voice import QtVoice

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.player import PlayerListener


class QtPlayer(QObject):
    """Keeps the contract of `Player` on Qt Multimedia.

    Where nothing can be heard any more, the output is taken off, so that the play head moves on
    in silence, and it is put back when a device is there again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: PlayerListener | None = None
        self._voice = QtVoice(self)
        self._watch = QtDeviceWatch(self)  # after the voice, which connects to the server
        self._background = QtBackground(self)
        self._voice.moved.connect(self._on_moved)
        self._voice.became.connect(self._on_became)
        self._voice.ended.connect(self._on_ended)
        self._watch.lost.connect(self._on_lost)
        self._watch.back.connect(self._on_back)

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._voice.state

    @property
    def position_ms(self) -> int:
        """Where the play head stands in the track."""
        return self._voice.position_ms

    @property
    def has_sound(self) -> bool:
        """Whether a device is there that can be heard."""
        return self._watch.has_sound

    def listen(self, listener: PlayerListener | None) -> None:
        """Tell `listener`, and nobody else, what happens from now on."""
        self._listener = listener

    def load(self, track: Path, length_ms: int) -> None:
        """Take a WAV track, stopped at its beginning."""
        self._watch.look_for_server()
        self._voice.load(track, length_ms)

    def go_over(self, track: Path, length_ms: int, media_ms: int) -> None:
        """Go over to a place in another track, with a short fade between the two."""
        self._watch.look_for_server()
        self._watch.moved()
        self._voice.go_over(track, length_ms, media_ms)

    def play(self) -> None:
        """Play from the play head on."""
        self._watch.look_for_server()
        self._watch.moved()
        self._voice.play()

    def pause(self) -> None:
        """Stand still; `play` goes on from here."""
        self._watch.look_for_server()
        self._voice.pause()

    def seek(self, media_ms: int) -> None:
        """Move the play head, playing or not; places past the ends are drawn in."""
        self._watch.look_for_server()
        self._watch.moved()
        self._voice.seek(media_ms)

    def stop(self) -> None:
        """Stop and let go of the track."""
        self._watch.look_for_server()
        self._watch.end()
        self._voice.stop()
        self._background.sound(on=False)

    def set_rate(self, rate: float) -> None:
        """Play faster or slower; Qt keeps the pitch."""
        self._voice.set_rate(rate)

    def set_volume(self, percent: int) -> None:
        """Set the loudness of the voice."""
        self._voice.set_volume(linear(percent))

    def set_background(self, loop: Path | None) -> None:
        """Choose the loop that sounds while playing."""
        self._background.set_loop(loop)

    def set_background_volume(self, percent: int) -> None:
        """Set the loudness of the background."""
        self._background.set_volume(percent)

    def set_background_fade(self, fade_ms: int) -> None:
        """Let the background come in slowly when playing begins."""
        self._background.set_fade(fade_ms)

    def fade_background(self, within_ms: int, *, out: bool) -> None:
        """Let the background go, or come back."""
        self._background.fade(within_ms, out=out)

    def play_beside(self, sound: Path) -> None:
        """Let a short WAV be heard once; not without a device, nor without the sound server."""
        self._watch.look_for_server()
        if self.has_sound:
            self._background.play_beside(sound, self._voice.volume)

    @Slot(int)
    def _on_moved(self, position_ms: int) -> None:
        self._watch.moved()
        if self._listener:
            self._listener.position_changed(position_ms)

    @Slot(object)
    def _on_became(self, state: PlayerState) -> None:
        playing = state is PlayerState.PLAYING
        {
            PlayerState.PLAYING: self._watch.begin,
            PlayerState.PAUSED: self._watch.rest,
            PlayerState.STOPPED: self._watch.end,
        }[state]()
        self._background.sound(on=playing and not self._watch.is_lost)
        if self._listener:
            self._listener.state_changed(state)

    @Slot()
    def _on_ended(self) -> None:
        if self._listener:
            self._listener.ended()

    @Slot()
    def _on_lost(self) -> None:
        self._voice.detach()
        self._background.sound(on=False)
        if self._listener:
            self._listener.sound_lost()

    @Slot()
    def _on_back(self) -> None:
        self._voice.attach(QMediaDevices.defaultAudioOutput())
        self._background.take_device()
        self._background.sound(on=self.state is PlayerState.PLAYING)
        if self._listener:
            self._listener.sound_back()
