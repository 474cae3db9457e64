"""The voice: one track by QMediaPlayer, and going over to another with a short fade."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPropertyAnimation, QUrl, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioOutput, QMediaPlayer

from prt_desktop.audio.player import PlayerState

if TYPE_CHECKING:
    from pathlib import Path

_FADE_MS = 120

_NO_OUTPUT = cast("QAudioOutput", None)  # Qt takes none here; its type hints forget to say so

_STATES = {
    QMediaPlayer.PlaybackState.StoppedState: PlayerState.STOPPED,
    QMediaPlayer.PlaybackState.PlayingState: PlayerState.PLAYING,
    QMediaPlayer.PlaybackState.PausedState: PlayerState.PAUSED,
}
_OPENED = {QMediaPlayer.MediaStatus.LoadedMedia, QMediaPlayer.MediaStatus.BufferedMedia}


class QtVoice(QObject):
    """Plays one track at a time, and tells each state once.

    While one track gives way to another, nothing is told of either: the voice stands at the
    place it goes to, in the state it was in, and takes what is asked of it for the new track.
    The output object is never replaced: that crashes at exit.

    Signals: `moved` with the place of the play head in ms, `became` with a new PlayerState,
    `ended` when the track was played to its end.
    """

    moved = Signal(int)
    became = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._length_ms = 0
        self._next: Path | None = None
        self._place_ms: int | None = None
        self._between: PlayerState | None = None
        self._begins = False  # told to play while the track is still being opened
        self._told = PlayerState.STOPPED
        self._volume = 1.0
        self._is_detached = False
        self._output = QAudioOutput(self)
        # A thread of Qt lets go of the output. Unless PySide has learnt by then, here, that nothing
        # overrides `disconnectNotify`, it waits there for Python, which may be waiting in `stop`.
        self._output.deviceChanged.connect(self._go_over_now)
        self._output.deviceChanged.disconnect(self._go_over_now)
        self._media = QMediaPlayer(self)
        self._media.setAudioOutput(self._output)
        self._fade = QPropertyAnimation(self._output, b"volume", self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEndValue(0.0)
        self._fade.finished.connect(self._go_over_now)
        self._media.positionChanged.connect(self._on_position)
        self._media.playbackStateChanged.connect(self._on_state)
        self._media.mediaStatusChanged.connect(self._on_status)

    @property
    def state(self) -> PlayerState:
        """What the voice is doing."""
        if self._begins:
            return PlayerState.PLAYING
        return self._between or _STATES[self._media.playbackState()]

    @property
    def position_ms(self) -> int:
        """Where the play head stands in the track."""
        return self._media.position() if self._place_ms is None else self._place_ms

    @property
    def volume(self) -> float:
        """The linear gain, 0 to 1, whatever a fade makes of it."""
        return self._volume

    def load(self, track: Path, length_ms: int) -> None:
        """Take a WAV track, stopped at its beginning."""
        self._length_ms = length_ms
        self._forget_next()
        self._media.setSource(QUrl.fromLocalFile(str(track)))
        self._tell(PlayerState.STOPPED)

    def go_over(self, track: Path, length_ms: int, media_ms: int) -> None:
        """Go over to a place in another track; the old one fades out first where it sounds."""
        self._between = self.state
        self._begins = False
        self._length_ms = length_ms
        self._next = track
        self._place_ms = self._drawn_in(media_ms)
        if self._between is PlayerState.PLAYING and not self._is_detached:
            self._fade.start()
        else:
            self._go_over_now()

    def play(self) -> None:
        """Play from the play head on."""
        if self._between is None:
            self._begins = self._media.mediaStatus() is QMediaPlayer.MediaStatus.LoadingMedia
            self._media.play()
        else:
            self._between = PlayerState.PLAYING
            self._tell(PlayerState.PLAYING)

    def pause(self) -> None:
        """Stand still; what does not play stays as it is."""
        if self.state is not PlayerState.PLAYING:
            return
        self._begins = False
        if self._between is None:
            self._media.pause()
        else:
            self._between = PlayerState.PAUSED
            self._fade.stop()
            self._go_over_now()
            self._tell(PlayerState.PAUSED)

    def seek(self, media_ms: int) -> None:
        """Move the play head, playing or not; places past the ends are drawn in."""
        place_ms = self._drawn_in(media_ms)
        loading = self._media.mediaStatus() is QMediaPlayer.MediaStatus.LoadingMedia
        if loading or self._between is not None:
            self._place_ms = place_ms  # Qt would forget it while it opens the track
        else:
            self._media.setPosition(place_ms)

    def stop(self) -> None:
        """Stop and let go of the track."""
        self._forget_next()
        self._media.stop()
        self._media.setSource(QUrl())
        self._tell(PlayerState.STOPPED)

    def set_rate(self, rate: float) -> None:
        """Play faster or slower; Qt keeps the pitch."""
        self._media.setPlaybackRate(rate)

    def set_volume(self, volume: float) -> None:
        """Set the linear gain, 0 to 1."""
        self._volume = volume
        self._output.setVolume(volume)

    def detach(self) -> None:
        """Play on in silence, without any device."""
        self._is_detached = True
        self._media.setAudioOutput(_NO_OUTPUT)

    def attach(self, device: QAudioDevice) -> None:
        """Sound again, by a device that is back."""
        self._is_detached = False
        self._output.setDevice(device)
        self._media.setAudioOutput(self._output)
        self._media.setPosition(self._media.position())

    @Slot(int)
    def _on_position(self, position_ms: int) -> None:
        if self._media.source().isValid() and self._place_ms is None:
            self.moved.emit(position_ms)

    @Slot(QMediaPlayer.PlaybackState)
    def _on_state(self, state: QMediaPlayer.PlaybackState) -> None:
        self._begins = False
        if self._between is None:
            self._tell(_STATES[state])

    @Slot(QMediaPlayer.MediaStatus)
    def _on_status(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._next is not None:  # whatever the old track says, it is left
            return
        if self._place_ms is not None and status in _OPENED:
            self._take_place(self._place_ms)
        elif status is QMediaPlayer.MediaStatus.InvalidMedia:
            self._forget_next()
            self._tell(PlayerState.STOPPED)
        if status is QMediaPlayer.MediaStatus.EndOfMedia:
            self.ended.emit()

    @Slot()
    def _go_over_now(self) -> None:
        if self._next is not None:
            # While Qt lets go of the old track it tells of that as loaded: not yet the new one.
            self._media.setSource(QUrl.fromLocalFile(str(self._next)))
            self._next = None
            self._output.setVolume(self._volume)

    def _take_place(self, place_ms: int) -> None:
        self._place_ms = None
        self._media.setPosition(place_ms)
        if self._between is PlayerState.PLAYING:
            self._media.play()
        elif self._between is PlayerState.PAUSED:
            self._media.pause()
        self._between = None
        self._tell(self.state)

    def _drawn_in(self, media_ms: int) -> int:
        # At the very end Qt 6.11 plays on for ever, without a sound and without an end.
        return max(0, min(media_ms, self._length_ms - 1))

    def _forget_next(self) -> None:
        self._fade.stop()
        self._output.setVolume(self._volume)
        self._next = self._place_ms = self._between = None
        self._begins = False

    def _tell(self, state: PlayerState) -> None:
        if state is not self._told:
            self._told = state
            self.became.emit(state)
