"""One playing of an exercise: what is said now, where we are, and how it ends."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.track import Track
from prt_desktop.domain.timeline import Timeline

if TYPE_CHECKING:
    from prt_desktop.audio.player import Player
    from prt_desktop.domain.timeline import Span

SKIP_MS = 15_000
TURN_FADE_MS = 120  # the player's own fade between two tracks
_LARGEST_STEP_MS = 2_500  # a play head that moves further than this was moved by hand


class SessionListener(Protocol):
    """Who is told what a session does; times are on the wall clock, in ms."""

    def position_changed(self, position_ms: int) -> None:
        """Take in that the session stands at another place."""

    def cue_changed(self, index: int) -> None:
        """Take in that another span of the timeline is the current one."""

    def state_changed(self, state: PlayerState) -> None:
        """Take in that playing, pause or stop began."""

    def plan_changed(self) -> None:
        """Take in that the session goes on by another timeline."""

    def finished(self) -> None:
        """Take in that the session reached its end."""

    def sound_lost(self) -> None:
        """Take in that nothing can be heard any more; captions go on."""

    def sound_back(self) -> None:
        """Take in that sound can be heard again."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """Another timeline with its track, and where the session goes over to it."""

    timeline: Timeline
    track: Track
    at_ms: int


class Session:
    """Plays a timeline through a player and survives pause, seek, device loss and the end.

    Positions are on the wall clock in ms. The one listener is told what happens; `close`
    gives back the track and the player.
    """

    def __init__(self, timeline: Timeline, track: Track, player: Player) -> None:
        self.timeline = timeline
        self.heard_ms = 0
        self.is_finished = False
        self._track = track
        self._player = player
        self._listener: SessionListener | None = None
        self._index = 0
        self._position_ms = 0
        self._pouring: threading.Thread | None = None
        self._turn: _Turn | None = None
        self._left: list[Track] = []
        self._fade_out_ms = 0
        self._faded = False
        player.listen(self)
        player.set_rate(timeline.rate)
        player.load(track.path, track.length_ms)

    @property
    def state(self) -> PlayerState:
        """What the session is doing."""
        return self._player.state

    @property
    def has_sound(self) -> bool:
        """Whether a device is there that can be heard."""
        return self._player.has_sound

    @property
    def position_ms(self) -> int:
        """Where the session stands."""
        return self._position_ms

    @property
    def span(self) -> Span:
        """The cue that is spoken now, or whose silence it is."""
        return self.timeline.spans[self._index]

    @property
    def index(self) -> int:
        """The index of the current span."""
        return self._index

    @property
    def missing(self) -> frozenset[str]:
        """The ids of clips that could not be played so far."""
        return frozenset(self._track.missing)

    def listen(self, listener: SessionListener | None) -> None:
        """Tell `listener` what happens from now on."""
        self._listener = listener

    def play(self) -> None:
        """Begin or go on; what is heard next is on disk before the player is asked to play."""
        if self.is_finished:
            return
        self._track.pour_from(self._position_ms)
        self._player.play()
        if self._pouring is None:
            self._pour()

    def pause(self) -> None:
        """Stand still until `play`."""
        self._player.pause()

    def toggle(self) -> None:
        """Play when standing, pause when playing."""
        if self.state is PlayerState.PLAYING:
            self.pause()
        else:
            self.play()

    def seek_to(self, position_ms: int) -> None:
        """Go to a place; before the beginning and past the end are drawn in."""
        if self.is_finished:
            return
        position_ms = max(0, min(position_ms, self.timeline.length_ms - 1))
        self._track.pour_from(position_ms)
        self._position_ms = position_ms
        self._player.seek(self.timeline.to_media_ms(position_ms))
        self._tell_position(position_ms)

    def skip(self, by_ms: int) -> None:
        """Go some way on, or back when negative."""
        self.seek_to(self._position_ms + by_ms)

    def next_cue(self) -> None:
        """Go to the beginning of the next cue, if there is one."""
        if self._index + 1 < len(self.timeline.spans):
            self.seek_to(self.timeline.spans[self._index + 1].start_ms)

    def previous_cue(self) -> None:
        """Go to the beginning of this cue, or of the one before when it has just begun."""
        begun_ms = self._position_ms - self.span.start_ms
        index = self._index if begun_ms > SKIP_MS // 5 else max(0, self._index - 1)
        self.seek_to(self.timeline.spans[index].start_ms)

    def turn_to(self, timeline: Timeline, track: Track, at_ms: int) -> None:
        """Go on by another timeline from `at_ms`, up to which it is like the present one.

        A session that rests turns at once, where it stands.
        """
        if self.is_finished:
            track.close()
            return
        self._forget_turn()
        self._turn = _Turn(timeline, track, at_ms)
        self._turn_if_due()

    def fade_out_at_end(self, fade_ms: int) -> None:
        """Let the background go in the last so many ms."""
        self._fade_out_ms = fade_ms

    def set_volume(self, percent: int) -> None:
        """Set the loudness of the voice, 0 to 100."""
        self._player.set_volume(percent)

    def set_background_volume(self, percent: int) -> None:
        """Set the loudness of the background, 0 to 100."""
        self._player.set_background_volume(percent)

    def close(self) -> None:
        """Stop, tell nobody any more, and remove the track."""
        self._listener = None
        self._player.listen(None)
        self._player.stop()
        self._forget_turn()
        for track in (*self._left, self._track):
            track.close()
        if self._pouring is not None:
            self._pouring.join()

    def position_changed(self, media_ms: int) -> None:
        """Take in where the player's head stands."""
        position_ms = min(self.timeline.to_wall_ms(media_ms), self.timeline.length_ms)
        step_ms = position_ms - self._position_ms
        if 0 < step_ms <= _LARGEST_STEP_MS and self.state is PlayerState.PLAYING:
            self.heard_ms += step_ms
        self._position_ms = position_ms
        self._tell_position(position_ms)
        self._turn_if_due()
        self._fade_if_due()

    def state_changed(self, state: PlayerState) -> None:
        """Pass on that playing, pause or stop began."""
        if self._listener:
            self._listener.state_changed(state)

    def ended(self) -> None:
        """Take in that the track was played to its end."""
        if self.is_finished:
            return
        self.is_finished = True
        self._position_ms = self.timeline.length_ms
        if self._listener:
            self._listener.position_changed(self._position_ms)
            self._listener.finished()

    def sound_lost(self) -> None:
        """Pass on that nothing can be heard."""
        if self._listener:
            self._listener.sound_lost()

    def sound_back(self) -> None:
        """Pass on that sound can be heard again."""
        if self._listener:
            self._listener.sound_back()

    def _pour(self) -> None:
        self._pouring = threading.Thread(
            target=self._track.pour_rest, args=(self._position_ms,), name="pouring", daemon=True
        )
        self._pouring.start()

    def _turn_if_due(self) -> None:
        turn = self._turn
        if turn is None:
            return
        plays = self.state is PlayerState.PLAYING
        if plays and self._position_ms < turn.at_ms - TURN_FADE_MS:
            return
        self._turn = None
        self._left.append(self._track)
        self._track, self.timeline = turn.track, turn.timeline
        self._index = 0
        self._faded = False
        self._position_ms = turn.at_ms
        media_ms = turn.timeline.to_media_ms(turn.at_ms)
        self._player.go_over(turn.track.path, turn.track.length_ms, media_ms)
        if self._pouring is not None:
            self._left[-1].cancel()
            self._pouring.join()
            self._pour()
        if self._listener:
            self._listener.plan_changed()
        self._tell_position(turn.at_ms)

    def _forget_turn(self) -> None:
        if self._turn is not None:
            self._turn.track.close()
            self._turn = None

    def _fade_if_due(self) -> None:
        left_ms = self.timeline.length_ms - self._position_ms
        if not self._faded and self.state is PlayerState.PLAYING and left_ms <= self._fade_out_ms:
            self._faded = True
            self._player.fade_background_out(max(0, left_ms))

    def _tell_position(self, position_ms: int) -> None:
        index = self.timeline.index_at(position_ms)
        changed, self._index = index != self._index, index
        if self._listener:
            self._listener.position_changed(position_ms)
            if changed:
                self._listener.cue_changed(index)
