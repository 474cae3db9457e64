"""The silent twin of a player: the same behaviour by a clock alone, for no sound and for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.audio.player import PlayerState

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.audio.player import PlayerListener


class SilentPlayer:
    """Moves a play head by a clock; `tick` tells the listener where it stands by now."""

    def __init__(self, now_ms: Callable[[], int]) -> None:
        self._now_ms = now_ms
        self._listener: PlayerListener | None = None
        self._state = PlayerState.STOPPED
        self._length_ms = 0
        self._position_ms = 0
        self._since_ms = 0
        self._rate = 1.0

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._state

    @property
    def position_ms(self) -> int:
        """Where the play head stands in the track."""
        if self._state is not PlayerState.PLAYING:
            return self._position_ms
        passed_ms = round((self._now_ms() - self._since_ms) * self._rate)
        return min(self._length_ms, self._position_ms + passed_ms)

    @property
    def has_sound(self) -> bool:
        """Never: nothing can be heard."""
        return False

    def listen(self, listener: PlayerListener | None) -> None:
        """Tell `listener` what happens from now on."""
        self._listener = listener

    def load(self, track: Path, length_ms: int) -> None:  # noqa: ARG002 - nothing is read
        """Take the length of a track; its sound is not needed."""
        self._length_ms = length_ms
        self._position_ms = 0
        self._become(PlayerState.STOPPED)

    def go_over(self, track: Path, length_ms: int, media_ms: int) -> None:  # noqa: ARG002
        """Take the length of another track, and go on at a place in it."""
        self._length_ms = length_ms
        self.seek(media_ms)

    def play(self) -> None:
        """Let the play head move."""
        if self._state is PlayerState.PLAYING or self._length_ms == 0:
            return
        self._since_ms = self._now_ms()
        self._become(PlayerState.PLAYING)

    def pause(self) -> None:
        """Let the play head stand."""
        if self._state is not PlayerState.PLAYING:
            return
        self._position_ms = self.position_ms
        self._become(PlayerState.PAUSED)

    def seek(self, media_ms: int) -> None:
        """Move the play head."""
        self._position_ms = max(0, min(media_ms, self._length_ms))
        self._since_ms = self._now_ms()
        if self._listener:
            self._listener.position_changed(self._position_ms)

    def stop(self) -> None:
        """Stop and let go of the track."""
        self._position_ms = self._length_ms = 0
        self._become(PlayerState.STOPPED)

    def set_rate(self, rate: float) -> None:
        """Move the play head faster or slower."""
        self._position_ms, self._since_ms = self.position_ms, self._now_ms()
        self._rate = rate

    def set_volume(self, percent: int) -> None:
        """Do nothing: silence has no loudness."""

    def set_background(self, loop: Path | None) -> None:
        """Do nothing: silence has no background."""

    def set_background_volume(self, percent: int) -> None:
        """Do nothing: silence has no loudness."""

    def set_background_fade(self, fade_ms: int) -> None:
        """Do nothing: silence has no background."""

    def fade_background(self, within_ms: int, *, out: bool) -> None:
        """Do nothing: silence has no background."""

    def play_beside(self, sound: Path) -> None:
        """Do nothing: silence has no sounds."""

    def tick(self) -> None:
        """Tell the listener where the play head stands, and the end when it is reached."""
        if self._state is not PlayerState.PLAYING:
            return
        if self._listener:
            self._listener.position_changed(self.position_ms)
        # The listener may have moved the play head, or chosen another track.
        if self.position_ms >= self._length_ms and self._state is PlayerState.PLAYING:
            self._position_ms = self._length_ms
            self._become(PlayerState.STOPPED)
            if self._listener:
                self._listener.ended()

    def _become(self, state: PlayerState) -> None:
        if state is not self._state:
            self._state = state
            if self._listener:
                self._listener.state_changed(state)
