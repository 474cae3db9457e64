"""The silent twin of media controls: keeps what it was told, for no desktop and for tests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.desktop.media_controls import Playback

if TYPE_CHECKING:
    from prt_desktop.desktop.media_controls import MediaControlsListener, NowPlaying


class SilentControls:
    """Keeps the session that would be shown; `listener` is who a key would speak to."""

    def __init__(self) -> None:
        self.playing: NowPlaying | None = None
        self.playback = Playback.STOPPED
        self.position_ms = 0
        self.volume = 0
        self.jumps: list[int] = []
        self._listener: MediaControlsListener | None = None

    @property
    def listener(self) -> MediaControlsListener | None:
        """Who is asked while a session is shown."""
        return self._listener if self.playing else None

    def listen(self, listener: MediaControlsListener | None) -> None:
        """Ask `listener` from now on."""
        self._listener = listener

    def show(self, playing: NowPlaying) -> None:
        """Keep the session, stopped at its beginning."""
        self.playing = playing
        self.playback = Playback.STOPPED
        self.position_ms = 0
        self.volume = playing.volume
        self.jumps.clear()

    def update(self, playback: Playback, position_ms: int) -> None:
        """Keep what the session is doing."""
        if self.playing:
            self.playback = playback
            self.position_ms = position_ms

    def seeked(self, position_ms: int) -> None:
        """Keep the place that was gone to."""
        if self.playing:
            self.position_ms = position_ms
            self.jumps.append(position_ms)

    def set_length(self, length_ms: int | None) -> None:
        """Keep the length."""
        if self.playing:
            self.playing = replace(self.playing, length_ms=length_ms)

    def set_volume(self, percent: int) -> None:
        """Keep the loudness."""
        if self.playing:
            self.volume = percent

    def hide(self) -> None:
        """Forget the session."""
        self.playing = None
