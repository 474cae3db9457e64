"""The contract of the desktop's media controls: what shows a session outside the window."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

NEUTRAL_TITLE = "Guided practice"


class Playback(StrEnum):
    """What the shown session is doing; the words are those of a player's state."""

    PLAYING = "playing"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True)
class NowPlaying:
    """What is shown of a session; the title says nothing unless one is given.

    It can be read on a lock screen, and by every program of the same person. `length_ms` is None
    where it goes on until it is stopped.
    """

    length_ms: int | None
    title: str = NEUTRAL_TITLE
    volume: int = 100


class MediaControlsListener(Protocol):
    """Who is told what a person asked for outside the window."""

    def play_requested(self) -> None:
        """Take in the wish to play."""

    def pause_requested(self) -> None:
        """Take in the wish to pause."""

    def toggle_requested(self) -> None:
        """Take in the wish to pause when playing and to play when not."""

    def stop_requested(self) -> None:
        """Take in the wish to end the session."""

    def next_requested(self) -> None:
        """Take in the wish for the next cue."""

    def previous_requested(self) -> None:
        """Take in the wish for this cue again, or the one before."""

    def seek_requested(self, offset_ms: int) -> None:
        """Take in the wish to go some way on, or back when negative."""

    def position_requested(self, position_ms: int) -> None:
        """Take in the wish to go to a place of the session."""

    def volume_requested(self, percent: int) -> None:
        """Take in the wish for another loudness, 0 to 100."""

    def raise_requested(self) -> None:
        """Take in the wish to see the window."""


class MediaControls(Protocol):
    """Shows one session at a time where the desktop shows what plays.

    Nothing here waits or fails: where there are no such controls, nothing is shown. Without a
    session shown, `update`, `seeked`, `set_length` and `set_volume` do nothing, and nobody is
    asked anything.
    """

    def listen(self, listener: MediaControlsListener | None) -> None:
        """Tell `listener`, and nobody else, what is asked for from now on."""

    def show(self, playing: NowPlaying) -> None:
        """Show a session, stopped at its beginning; it takes the place of the one before."""

    def update(self, playback: Playback, position_ms: int) -> None:
        """Show what the session is doing and where it stands."""

    def seeked(self, position_ms: int) -> None:
        """Show that the session went to another place at once."""

    def set_length(self, length_ms: int | None) -> None:
        """Show that the session ends elsewhere, or with None that it has no end of its own."""

    def set_volume(self, percent: int) -> None:
        """Show another loudness, 0 to 100."""

    def hide(self) -> None:
        """Show nothing any more."""
