"""Makes the next session ready while a person still chooses, so that Start only has to play."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import Exercise, Recording
from prt_desktop.domain.routing import until_stopped
from prt_desktop.domain.soundscape import Soundscape
from prt_desktop.domain.timeline import Frame, Pace, timeline

if TYPE_CHECKING:
    from prt_desktop.audio.session import Session
    from prt_desktop.audio.sound import Sound
    from prt_desktop.domain.timeline import Timeline

_SETTLE_MS = 150
_LOOK_AGAIN_MS = 20


@dataclass(frozen=True, slots=True)
class Wish:
    """All that a session is made of; its loudness can change without making it anew.

    With `open_end` it goes on until it is stopped, and `length_ms` does not count.
    """

    exercise: Exercise
    recording: Recording
    length_ms: int
    pace: Pace
    frame: Frame
    soundscape: Soundscape | None
    fade_ms: int
    open_end: bool

    def timeline(self) -> Timeline:
        """Place the cues; raises LengthRefusedError."""
        lengths_ms = self.recording.lengths_ms
        if self.open_end:
            return until_stopped(self.exercise, lengths_ms, self.pace, self.frame)
        return timeline(self.exercise, lengths_ms, self.length_ms, self.pace, self.frame)


class Preparation(QObject):
    """Holds at most one session, made a moment after the last change.

    The decoder is imported in a thread, since that alone takes up to 200 ms; the player takes
    100 ms once, and the session is made after what was to be painted meanwhile. Signals:
    `prepared` when a session is ready, `failed` with a sentence when it cannot be made.
    """

    prepared = Signal()
    failed = Signal(str)

    def __init__(self, sound: Sound, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sound = sound
        self._wish: Wish | None = None
        self._session: Session | None = None
        self._volumes = (0, 0)
        self._importing: threading.Thread | None = None
        self._warm = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._make_ready)

    @property
    def session(self) -> Session | None:
        """Give the session that is ready, if there is one."""
        return self._session

    def want(self, wish: Wish) -> None:
        """Make this session ready soon; nothing happens when it is ready already."""
        if wish == self._wish and (self._session is not None or self._timer.isActive()):
            return
        self._wish = wish
        self._close()
        self._timer.start(_SETTLE_MS)

    def set_volumes(self, voice: int, background: int) -> None:
        """Take the loudness of both, 0 to 100."""
        self._volumes = (voice, background)
        if self._session is not None:
            self._session.set_volume(voice)
            self._session.set_background_volume(background)

    def take(self, position_ms: int = 0) -> Session:
        """Hand over the session from a place on, made at once if it was not ready; SoundError.

        Raises RuntimeError when nothing was wanted.
        """
        if self._wish is None:
            raise RuntimeError("a session was taken that nobody wanted")
        self._timer.stop()
        if position_ms:
            self._close()
        session = self._session or self._make(self._wish, position_ms)
        self._session = self._wish = None
        return session

    def drop(self) -> None:
        """Want nothing any more."""
        self._timer.stop()
        self._wish = None
        self._close()

    @Slot()
    def _make_ready(self) -> None:
        if self._importing is None:
            self._importing = threading.Thread(target=_import_decoder, name="warming", daemon=True)
            self._importing.start()
        if self._importing.is_alive():
            self._timer.start(_LOOK_AGAIN_MS)
            return
        if not self._warm:
            self._sound.warm()
            self._warm = True
            self._timer.start(0)
            return
        if self._wish is None:
            return
        try:
            self._session = self._make(self._wish)
        except SoundError as error:
            self.failed.emit(str(error))
        else:
            self.prepared.emit()

    def _make(self, wish: Wish, position_ms: int = 0) -> Session:
        voice, background = self._volumes
        session = self._sound.prepare(wish.timeline(), wish.recording, position_ms)
        session.fade_out_at_end(wish.fade_ms)
        self._sound.set_volume(voice)
        self._sound.set_background_fade(wish.fade_ms)
        try:
            self._sound.set_background(wish.soundscape, background)
        except SoundError as error:
            self.failed.emit(str(error))
        return session

    def _close(self) -> None:
        if self._session is not None:
            self._session.close()
            self._session = None


def _import_decoder() -> None:
    import soundfile  # noqa: F401, PLC0415 - only to have it loaded
