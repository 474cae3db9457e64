"""The contract of a player: what a session asks of whatever makes the sound."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path


class PlayerState(StrEnum):
    """What a player is doing."""

    STOPPED = "stopped"
    PLAYING = "playing"
    PAUSED = "paused"


class PlayerListener(Protocol):
    """Who is told what a player does; times are places in the track, in ms."""

    def position_changed(self, media_ms: int) -> None:
        """Take in that the play head stands at another place."""

    def state_changed(self, state: PlayerState) -> None:
        """Take in that playing, pause or stop began."""

    def ended(self) -> None:
        """Take in that the track was played to its end."""

    def sound_lost(self) -> None:
        """Take in that no device can be heard any more; the play head moves on."""

    def sound_back(self) -> None:
        """Take in that a device can be heard again."""


class Player(Protocol):
    """Plays one track for the voice, and one loop for the background beside it.

    Positions are places in the track in ms, volumes 0 to 100 as a person hears them. Without
    any sound device the play head moves all the same, so that captions go on.
    """

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""

    @property
    def position_ms(self) -> int:
        """Where the play head stands in the track."""

    @property
    def has_sound(self) -> bool:
        """Whether a device is there that can be heard."""

    def listen(self, listener: PlayerListener | None) -> None:
        """Tell `listener`, and nobody else, what happens from now on."""

    def load(self, track: Path, length_ms: int) -> None:
        """Take a WAV track of known length, stopped at its beginning."""

    def go_over(self, track: Path, length_ms: int, media_ms: int) -> None:
        """Go over to a place in another track: the sound fades out in 0.12 s, then goes on there.

        What is playing plays on and what rests goes on resting; no state is told for it. What is
        asked meanwhile is meant for the new track.
        """

    def play(self) -> None:
        """Play from the play head on."""

    def pause(self) -> None:
        """Stand still where it plays; `play` goes on from here."""

    def seek(self, media_ms: int) -> None:
        """Move the play head, playing or not; places past the ends are drawn in."""

    def stop(self) -> None:
        """Stop and let go of the track."""

    def set_rate(self, rate: float) -> None:
        """Play faster or slower with the pitch kept; 1.0 is as recorded."""

    def set_volume(self, percent: int) -> None:
        """Set the loudness of the voice."""

    def set_background(self, loop: Path | None) -> None:
        """Choose the loop that sounds while playing, or none."""

    def set_background_volume(self, percent: int) -> None:
        """Set the loudness of the background."""

    def set_background_fade(self, fade_ms: int) -> None:
        """Let the background come in so slowly when playing begins; 0 means at once."""

    def fade_background(self, within_ms: int, *, out: bool) -> None:
        """Let the background go within a time, until playing begins anew, or let it come back."""

    def play_beside(self, sound: Path) -> None:
        """Let a short WAV be heard once beside the voice, as loud as it; nothing waits for it."""
