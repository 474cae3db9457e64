"""The player that sounds: QMediaPlayer for the voice, QSoundEffect for the background.

Both play in native threads, so a busy Python thread never makes them stutter. What happens
when devices go is measured behaviour of Qt 6.11, told where it matters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QElapsedTimer, QObject, QPropertyAnimation, QTimer, QUrl, Slot
from PySide6.QtMultimedia import QAudioOutput, QMediaDevices, QMediaPlayer

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.qt_background import QtBackground, linear
from prt_desktop.audio.sound_server import ServerConnection

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.player import PlayerListener

_WATCH_EVERY_MS = 250
_STALLED_AFTER_MS = 2_500
_FADE_MS = 120

_NO_OUTPUT = cast("QAudioOutput", None)  # Qt takes none here; its type hints forget to say so

_STATES = {
    QMediaPlayer.PlaybackState.StoppedState: PlayerState.STOPPED,
    QMediaPlayer.PlaybackState.PlayingState: PlayerState.PLAYING,
    QMediaPlayer.PlaybackState.PausedState: PlayerState.PAUSED,
}
_OPENED = {QMediaPlayer.MediaStatus.LoadedMedia, QMediaPlayer.MediaStatus.BufferedMedia}


class QtPlayer(QObject):
    """Keeps the contract of `Player` on Qt Multimedia.

    When the last device goes, the play head stands still without an error; after 2.5 s the
    output is taken off, so that the head moves on in silence, and it is put back when devices
    change. When the sound server dies, it is taken off before anything else is asked of Qt.
    The output object itself is never replaced: that crashes at exit.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener: PlayerListener | None = None
        self._length_ms = 0
        self._wanted_ms: int | None = None
        self._next: tuple[Path, int] | None = None
        self._plays_on = False
        self._volume = 1.0
        self._is_detached = False
        self._moved_at = QElapsedTimer()
        self._moved_at.start()
        self._devices = QMediaDevices(self)
        self._output = QAudioOutput(self)
        # A thread of Qt lets go of the output. Unless PySide has learnt by then, here, that nothing
        # overrides `disconnectNotify`, it waits there for Python, which may be waiting in `stop`.
        self._output.deviceChanged.connect(self._on_devices_changed)
        self._output.deviceChanged.disconnect(self._on_devices_changed)
        self._voice = QMediaPlayer(self)
        self._voice.setAudioOutput(self._output)
        self._fade = QPropertyAnimation(self._output, b"volume", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self._go_over_now)
        self._server = ServerConnection()
        self._background = QtBackground(self)
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_EVERY_MS)
        self._watch.timeout.connect(self._look_for_stall)
        self._voice.positionChanged.connect(self._on_position)
        self._voice.playbackStateChanged.connect(self._on_state)
        self._voice.mediaStatusChanged.connect(self._on_status)
        self._devices.audioOutputsChanged.connect(self._on_devices_changed)

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        if self._plays_on:
            return PlayerState.PLAYING
        return _STATES[self._voice.playbackState()]

    @property
    def position_ms(self) -> int:
        """Where the play head stands in the track."""
        return self._voice.position() if self._wanted_ms is None else self._wanted_ms

    @property
    def has_sound(self) -> bool:
        """Whether a device is there that can be heard."""
        return not self._is_detached and not QMediaDevices.defaultAudioOutput().isNull()

    def listen(self, listener: PlayerListener | None) -> None:
        """Tell `listener`, and nobody else, what happens from now on."""
        self._listener = listener

    def load(self, track: Path, length_ms: int) -> None:
        """Take a WAV track, stopped at its beginning."""
        self._length_ms = length_ms
        self._forget_next()
        self._leave_lost_server()
        self._voice.setSource(QUrl.fromLocalFile(str(track)))

    def go_over(self, track: Path, length_ms: int, media_ms: int) -> None:
        """Go over to a place in another track, with a short fade between the two."""
        self._plays_on = self.state is PlayerState.PLAYING
        self._length_ms = length_ms
        self._next = (track, media_ms)
        if self._plays_on and not self._is_detached:
            self._fade.start()
        else:
            self._go_over_now()

    def play(self) -> None:
        """Play from the play head on."""
        self._moved_at.restart()
        self._leave_lost_server()
        self._watch.start()
        self._voice.play()

    def pause(self) -> None:
        """Stand still; `play` goes on from here."""
        self._leave_lost_server()
        if self._plays_on:
            self._plays_on = False
            self._tell_state(PlayerState.PAUSED)
        self._voice.pause()

    def seek(self, media_ms: int) -> None:
        """Move the play head, playing or not; places past the ends are drawn in."""
        self._leave_lost_server()
        self._moved_at.restart()
        # At the very end Qt 6.11 plays on for ever, without a sound and without an end.
        place_ms = max(0, min(media_ms, self._length_ms - 1))
        if self._voice.mediaStatus() is QMediaPlayer.MediaStatus.LoadingMedia:
            self._wanted_ms = place_ms  # Qt would forget it while it opens the track
        else:
            self._voice.setPosition(place_ms)

    def stop(self) -> None:
        """Stop and let go of the track."""
        self._leave_lost_server()
        self._watch.stop()
        self._forget_next()
        self._voice.stop()
        self._voice.setSource(QUrl())
        self._background.sound(on=False)

    def set_rate(self, rate: float) -> None:
        """Play faster or slower; Qt keeps the pitch."""
        self._voice.setPlaybackRate(rate)

    def set_volume(self, percent: int) -> None:
        """Set the loudness of the voice."""
        self._volume = linear(percent)
        self._output.setVolume(self._volume)

    def set_background(self, loop: Path | None) -> None:
        """Choose the loop that sounds while playing."""
        self._background.set_loop(loop)

    def set_background_volume(self, percent: int) -> None:
        """Set the loudness of the background."""
        self._background.set_volume(percent)

    def set_background_fade(self, fade_ms: int) -> None:
        """Let the background come in slowly when playing begins."""
        self._background.set_fade(fade_ms)

    def fade_background_out(self, within_ms: int) -> None:
        """Let the background go."""
        self._background.fade_out(within_ms)

    def play_beside(self, sound: Path) -> None:
        """Let a short WAV be heard once; not without a device, nor without the sound server."""
        self._leave_lost_server()
        if self.has_sound:
            self._background.play_beside(sound, self._volume)

    @Slot(int)
    def _on_position(self, position_ms: int) -> None:
        self._moved_at.restart()
        between = self._next is not None or self._wanted_ms is not None
        if self._listener and self._voice.source().isValid() and not between:
            self._listener.position_changed(position_ms)

    @Slot(QMediaPlayer.PlaybackState)
    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        if self._plays_on:  # between two tracks
            return
        self._tell_state(_STATES[state])

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._wanted_ms is not None and status in _OPENED:
            place_ms, self._wanted_ms = self._wanted_ms, None
            self._voice.setPosition(place_ms)
            if self._plays_on:
                self._voice.play()
                self._plays_on = False
        if status is QMediaPlayer.MediaStatus.EndOfMedia and self._listener:
            self._watch.stop()
            self._listener.ended()

    @Slot()
    def _go_over_now(self) -> None:
        if self._next is None:
            return
        track, media_ms = self._next
        self._leave_lost_server()
        # Qt stops the old track first and calls that one loaded; only then is the new one awaited.
        self._voice.setSource(QUrl.fromLocalFile(str(track)))
        self._next, self._wanted_ms = None, media_ms
        self._output.setVolume(self._volume)
        self._moved_at.restart()

    @Slot()
    def _on_devices_changed(self) -> None:
        if self._is_detached and not QMediaDevices.defaultAudioOutput().isNull():
            self._is_detached = False
            self._server = ServerConnection()
            self._output.setDevice(QMediaDevices.defaultAudioOutput())
            self._voice.setAudioOutput(self._output)
            self._voice.setPosition(self._voice.position())
            self._background.sound(on=self.state is PlayerState.PLAYING)
            if self._listener:
                self._listener.sound_back()

    @Slot()
    def _look_for_stall(self) -> None:
        self._leave_lost_server()
        if self.state is not PlayerState.PLAYING or self._is_detached:
            self._moved_at.restart()
        elif self._moved_at.elapsed() >= _STALLED_AFTER_MS:
            self._detach()

    def _tell_state(self, state: PlayerState) -> None:
        self._background.sound(on=state is PlayerState.PLAYING and not self._is_detached)
        if self._listener:
            self._listener.state_changed(state)

    def _forget_next(self) -> None:
        self._fade.stop()
        self._output.setVolume(self._volume)
        self._next = self._wanted_ms = None
        self._plays_on = False

    def _leave_lost_server(self) -> None:
        if not self._is_detached and self._server.is_lost():
            self._detach()

    def _detach(self) -> None:
        self._is_detached = True
        self._voice.setAudioOutput(_NO_OUTPUT)
        self._background.sound(on=False)
        self._moved_at.restart()
        if self._listener:
            self._listener.sound_lost()
