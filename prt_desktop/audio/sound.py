"""Makes sessions: a track in the cache folder, poured for the first seconds, and a player."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from prt_desktop.audio.session import Session
from prt_desktop.audio.soundscape import decoded_loop, decoded_sound
from prt_desktop.audio.track import Track
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.own_audio import OWN_VOICE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.audio.player import Player
    from prt_desktop.domain.exercise import Clip, Recording
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.domain.timeline import Timeline

_TRACK_PREFIX = "session-"


class Sound:
    """The one player of the program and the folder of its tracks.

    The player is made when the first session is prepared: its import and its first look at
    the devices cost 90 ms that the first paint must not wait for.
    """

    def __init__(
        self,
        cache: Path,
        make_player: Callable[[], Player],
        private_folder: Callable[[], Path] | None = None,
    ) -> None:
        """Take the folder of tracks, and that of tracks which hold a recording of one's own."""
        self._cache = cache
        self._make_player = make_player
        self._private_folder = private_folder or (lambda: cache)
        self._player: Player | None = None

    def warm(self) -> None:
        """Make the player and import what decodes clips, before anybody presses play."""
        import soundfile  # noqa: F401, PLC0415 - only to have it loaded

        self._ready_player()

    def prepare(self, timeline: Timeline, recording: Recording, position_ms: int = 0) -> Session:
        """Make a session that can sound at once from `position_ms` on.

        Only one session is alive at a time: close the last one first. Raises SoundError when
        the track cannot be written.
        """
        player = self._ready_player()
        track = self.track(timeline, recording, position_ms)
        session = Session(timeline, track, player)
        if position_ms:
            session.seek_to(position_ms)
        return session

    def track(self, timeline: Timeline, recording: Recording, position_ms: int = 0) -> Track:
        """Make a track on which the ten seconds from a position on can be heard; SoundError."""
        is_private = recording.voice == OWN_VOICE
        folder = self._private_folder() if is_private else self._cache
        track = Track(_new_track_path(folder), timeline, recording)
        track.pour_from(position_ms)
        return track

    def set_background_fade(self, fade_ms: int) -> None:
        """Let the background come in so slowly when playing begins."""
        self._ready_player().set_background_fade(fade_ms)

    def set_volume(self, percent: int) -> None:
        """Set the loudness of the voice, 0 to 100."""
        self._ready_player().set_volume(percent)

    def set_background(self, soundscape: Soundscape | None, percent: int) -> None:
        """Choose the background and its loudness, 0 to 100; raises SoundError."""
        loop = None if soundscape is None else decoded_loop(soundscape, self._cache)
        player = self._ready_player()
        player.set_background(loop)
        player.set_background_volume(percent)

    def play_beside(self, clip: Clip) -> None:
        """Let a short sound be heard once beside the voice; one that cannot be played is not."""
        wav = decoded_sound(clip, self._cache)
        if wav is not None:
            self._ready_player().play_beside(wav)

    def remove_leftovers(self) -> None:
        """Remove tracks that a kill may have left in the cache."""
        for leftover in self._cache.glob(f"{_TRACK_PREFIX}*.wav"):
            with contextlib.suppress(OSError):
                leftover.unlink()

    def _ready_player(self) -> Player:
        if self._player is None:
            self._player = self._make_player()
        return self._player


def _new_track_path(folder: Path) -> Path:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SoundError(
            f"The folder {folder} cannot be made ({error.strerror}), so no sound can be "
            "prepared. Allow writing there, then start again."
        ) from error
    return folder / f"{_TRACK_PREFIX}{os.urandom(8).hex()}.wav"
