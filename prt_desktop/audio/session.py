"""One playing of an exercise: what is said now, where we are, and how it ends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.track import Track
from prt_desktop.audio.tracks import Tracks
from prt_desktop.domain.timeline import Timeline

if TYPE_CHECKING:
    from prt_desktop.audio.player import Player
    from prt_desktop.domain.timeline import Span

SKIP_MS = 15_000
TURN_FADE_MS = 120  # the player's own fade between two tracks
_BACK_WITHIN_MS = 2_000  # a background comes back so slowly when the end moved away
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
    """Another timeline with its track, where the session leaves for it, and where it comes in."""

    timeline: Timeline
    track: Track
    at_ms: int
    place_ms: int


class _Told:
    """Passes on to one listener what a player tells of itself."""

    def __init__(self) -> None:
        self._listener: SessionListener | None = None
        self._faded = False

    def listen(self, listener: SessionListener | None) -> None:
        """Tell `listener` what happens from now on."""
        self._listener = listener

    def state_changed(self, state: PlayerState) -> None:
        """Pass on that playing, pause or stop began; a background begins anew with playing."""
        self._faded = False
        if self._listener:
            self._listener.state_changed(state)

    def sound_lost(self) -> None:
        """Pass on that nothing can be heard."""
        if self._listener:
            self._listener.sound_lost()

    def sound_back(self) -> None:
        """Pass on that sound can be heard again."""
        self._faded = False
        if self._listener:
            self._listener.sound_back()


class Session(_Told):
    """Plays a timeline through a player and survives pause, seek, device loss and the end.

    Positions are on the wall clock in ms. The one listener is told what happens; `close`
    gives back the track and the player.
    """

    def __init__(self, timeline: Timeline, track: Track, player: Player) -> None:
        super().__init__()
        self.timeline = timeline
        self.heard_ms = 0
        self.is_finished = False
        self._tracks = Tracks(track)
        self._player = player
        self._index = 0
        self._position_ms = 0
        self._turn: _Turn | None = None
        self._fade_out_ms = 0
        self._closed = False
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
        return self._tracks.missing

    def play(self) -> None:
        """Begin or go on; what is heard next is on disk before the player is asked to play."""
        if self.is_finished or self._closed:
            return
        self._tracks.pour_from(self._position_ms)
        self._player.play()
        self._tracks.pour_rest(self._position_ms)

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
        """Go to a place; before the beginning and past the end are drawn in.

        A turn that is still to come is carried out first, so that it is never gone past.
        """
        if self.is_finished or self._closed:
            return
        self._carry_out_turn()
        position_ms = max(0, min(position_ms, self.timeline.length_ms - 1))
        self._tracks.pour_from(position_ms)
        self._position_ms = position_ms
        self._player.seek(self.timeline.to_media_ms(position_ms))
        self._tell_position(position_ms)
        self._fade_if_due()

    def skip(self, by_ms: int) -> None:
        """Go some way on, or back when negative."""
        self._carry_out_turn()
        self.seek_to(self._position_ms + by_ms)

    def next_cue(self) -> None:
        """Go to the beginning of the next cue, if there is one."""
        self._carry_out_turn()
        if self._position_ms < self.span.start_ms:
            self.seek_to(self.span.start_ms)
        elif self._index + 1 < len(self.timeline.spans):
            self.seek_to(self.timeline.spans[self._index + 1].start_ms)

    def previous_cue(self) -> None:
        """Go to the beginning of this cue, or of the one before when it has just begun."""
        self._carry_out_turn()
        begun_ms = self._position_ms - self.span.start_ms
        if begun_ms < 0:
            self.seek_to(0)
            return
        index = self._index if begun_ms > SKIP_MS // 5 else max(0, self._index - 1)
        self.seek_to(self.timeline.spans[index].start_ms)

    def go_to_cue(self, index: int) -> None:
        """Go to a cue of the present timeline, by its place; one past the ends is none.

        A turn that is still to come is carried out first. If the cue is not in the timeline that
        it leads to, the session stands where it turned.
        """
        if not 0 <= index < len(self.timeline.spans):
            return
        wanted = self.timeline.spans[index]
        self._carry_out_turn()
        places_ms = [one.start_ms for one in self.timeline.spans if one.clip_id == wanted.clip_id]
        later_ms = [place_ms for place_ms in places_ms if place_ms > self._position_ms]
        if wanted.start_ms in places_ms:
            self.seek_to(wanted.start_ms)
        elif later_ms:
            self.seek_to(later_ms[0])

    def turn_to(
        self, timeline: Timeline, track: Track, at_ms: int, place_ms: int | None = None
    ) -> None:
        """Go on by another timeline from `at_ms`, up to which it is like the present one.

        Where it is not like it, the session goes on at `place_ms` of it. A session that rests
        turns at once, and one that is told to turn again forgets the turn that was still to come.
        """
        if self.is_finished or self._closed:
            track.close()
            return
        self._forget_turn()
        self._turn = _Turn(timeline, track, at_ms, at_ms if place_ms is None else place_ms)
        if self.state is not PlayerState.PLAYING or self._position_ms >= at_ms - TURN_FADE_MS:
            self._carry_out_turn()

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
        """Stop, tell nobody any more, and remove the track; nothing plays it again."""
        self._closed = True
        self._listener = None
        self._player.listen(None)
        self._player.stop()
        self._forget_turn()
        self._tracks.close()

    def position_changed(self, media_ms: int) -> None:
        """Take in where the player's head stands."""
        position_ms = min(self.timeline.to_wall_ms(media_ms), self.timeline.length_ms)
        step_ms = position_ms - self._position_ms
        if 0 < step_ms <= _LARGEST_STEP_MS and self.state is PlayerState.PLAYING:
            self.heard_ms += step_ms
        self._position_ms = position_ms
        self._tell_position(position_ms)
        if self._turn is not None and position_ms >= self._turn.at_ms - TURN_FADE_MS:
            self._carry_out_turn()
        self._fade_if_due()

    def ended(self) -> None:
        """Take in that the track was played to its end."""
        if self.is_finished:
            return
        self.is_finished = True
        self._position_ms = self.timeline.length_ms
        self._forget_turn()
        if self._listener:
            self._listener.position_changed(self._position_ms)
            self._listener.finished()

    def _carry_out_turn(self) -> None:
        """Go over to the timeline that the session was told to turn to, if there is one."""
        turn, self._turn = self._turn, None
        if turn is None:
            return
        self.timeline, self._position_ms = turn.timeline, turn.place_ms
        self._index = turn.timeline.index_at(turn.place_ms)
        self._tracks.go_over(turn.track, turn.place_ms)
        if self._listener:
            self._listener.plan_changed()
        media_ms = turn.timeline.to_media_ms(turn.place_ms)
        self._player.go_over(turn.track.path, turn.track.length_ms, media_ms)
        self._tell_position(turn.place_ms)
        self._fade_if_due()

    def _forget_turn(self) -> None:
        if self._turn is not None:
            self._turn.track.close()
            self._turn = None

    def _fade_if_due(self) -> None:
        """Let the background go before the end, and come back where the end moved away."""
        left_ms = self.timeline.length_ms - self._position_ms
        is_due = left_ms <= self._fade_out_ms
        if is_due is self._faded or self.state is not PlayerState.PLAYING:
            return
        self._faded = is_due
        if is_due:
            self._player.fade_background(max(0, left_ms), out=True)
        else:
            self._player.fade_background(_BACK_WITHIN_MS, out=False)

    def _tell_position(self, position_ms: int) -> None:
        index = self.timeline.index_at(position_ms)
        changed, self._index = index != self._index, index
        if self._listener:
            self._listener.position_changed(position_ms)
            if changed:
                self._listener.cue_changed(index)
