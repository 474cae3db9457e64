"""Turns a running session at a person's wish: lighter, too much, fine again, enough for today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Guidance, Turn
from prt_desktop.domain.own_audio import OWN_FORM
from prt_desktop.domain.routing import (
    BREATH_MS,
    closing,
    filled,
    left_in_silence,
    turned,
    turning_point_ms,
)
from prt_desktop.domain.timeline import BELL_MS, usual_length_ms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.audio.session import Session
    from prt_desktop.audio.sound import Sound
    from prt_desktop.domain.exercise import Spoken
    from prt_desktop.domain.timeline import Pace, Timeline

_MINUTE_MS = 60_000


class Turning:
    """Plans where one session goes when it is told to, and lets it go there.

    `scripts` are what it can turn to, in the same voice. Whatever is turned to, the session ends
    when it promised to, with the bell or the silence that it promised; `finish` alone brings the
    end nearer. A session with an open end is done as well when "too much" has had its usual time,
    and a recording of one's own ends later when it is gone back to.
    """

    def __init__(
        self,
        sound: Sound,
        session: Session,
        spoken: Spoken,
        scripts: Mapping[Turn, Spoken],
        pace: Pace,
        *,
        open_end: bool = False,
    ) -> None:
        self.turn: Turn | None = None
        self._sound = sound
        self._session = session
        self._plan = session.timeline
        self._spoken = spoken
        self._scripts = scripts
        self._pace = pace
        self._open_end = open_end
        self._left_after = ""
        self._left_at_ms = 0
        self._finishes = False
        self._end_ms = self._plan.length_ms
        self._bell = _ends_with_bell(self._plan)
        self._recording = spoken.recording
        for one in scripts.values():
            self._recording = self._recording.with_clips_of(one.exercise.id, one.recording)

    @property
    def turns(self) -> frozenset[Turn]:
        """What this session can turn to."""
        return frozenset(self._scripts)

    @property
    def _is_open(self) -> bool:
        """Say whether no end was promised, or asked for, so far."""
        return self._open_end and not self._finishes

    @property
    def _is_on_plan(self) -> bool:
        """Say whether the session has not left the plan it began with, or is back on it."""
        return self._session.timeline is self._plan

    def turn_to(self, turn: Turn) -> bool:
        """Turn to a script within three seconds; False when it is there already, or nearly over.

        Raises SoundError when the sound cannot be prepared, and KeyError for a turn that
        `turns` does not name.
        """
        spoken, pace, folder = self._said(turn)
        at_ms = self._turning_point_ms()
        left_ms = self._left_ms(at_ms)
        if turn is self.turn or left_ms <= 0:
            return False
        left_after = self._last_begun() if self.turn is None else self._left_after
        left_at_ms = self._session.position_ms if self._is_on_plan else self._left_at_ms
        if self._is_open and turn is Turn.TOO_MUCH:
            left_ms = min(left_ms, round(spoken.exercise.default_minutes * _MINUTE_MS))
        lengths_ms = spoken.recording.lengths_ms
        if turn is Turn.LIGHTER and self._spoken.exercise.ends_in_silence and not self._is_open:
            onward = left_in_silence(spoken.exercise, lengths_ms, left_ms, pace)
        else:
            onward = filled(spoken.exercise, lengths_ms, left_ms, pace, bell=self._bell)
        if not self._go(at_ms, onward, folder):
            return False
        self.turn, self._left_after, self._left_at_ms = turn, left_after, left_at_ms
        return True

    def fine(self) -> bool:
        """Go back to the exercise, to the cue after the one it was left at; False if there.

        A recording of one's own cannot be fitted into the time that is left: it goes on at the
        place where it was left, and ends later.
        """
        at_ms = self._turning_point_ms()
        left_ms = self._left_ms(at_ms)
        if self.turn is None or left_ms <= 0:
            return False
        spoken, pace, folder = self._said(None)
        if spoken.exercise.form == OWN_FORM:
            self._go_over(self._plan, at_ms, at_ms if self._is_on_plan else self._left_at_ms)
            self.turn = None
            return True
        onward = filled(
            spoken.exercise,
            spoken.recording.lengths_ms,
            left_ms,
            pace,
            after=self._left_after,
            bell=self._bell,
        )
        if not self._go(at_ms, onward, folder):
            return False
        self.turn = None
        return True

    def finish(self) -> bool:
        """Come to a close now, and end after it; False if it does already.

        After "too much" it is the close that grounds, and the session is still where it turned to.
        """
        at_ms = self._turning_point_ms()
        left_ms = self._left_ms(at_ms)
        turn = Turn.TOO_MUCH if self.turn is Turn.TOO_MUCH else None
        if turn is Turn.TOO_MUCH:  # it may end sooner than was promised already
            left_ms = min(left_ms, self._session.timeline.length_ms - at_ms - BREATH_MS)
        if left_ms <= 0 or (self._finishes and self.turn is not Turn.LIGHTER):
            return False
        spoken, pace, folder = self._said(turn)
        close, lengths_ms = closing(spoken.exercise, pace.guidance), spoken.recording.lengths_ms
        usual_ms = usual_length_ms(close, lengths_ms, pace) + BELL_MS * self._bell
        wanted_ms = min(left_ms, usual_ms)
        onward = filled(close, lengths_ms, wanted_ms, pace, bell=self._bell)
        if not self._go(at_ms, onward, folder):
            return False
        self._end_ms = at_ms + BREATH_MS + wanted_ms
        self._finishes = True
        self.turn = turn
        return True

    def _said(self, turn: Turn | None) -> tuple[Spoken, Pace, str]:
        """Give what is said after a turn, or the exercise itself: at which pace, in which folder.

        A script is spoken in full, whatever guidance was chosen.
        """
        if turn is None:
            return self._spoken, self._pace, ""
        spoken = self._scripts[turn]
        pace = replace(self._pace, guidance=Guidance.FULL, movement=None, own_sentences=())
        return spoken, pace, spoken.exercise.id

    def _turning_point_ms(self) -> int:
        session = self._session
        clip = self._recording.clips.get(session.span.clip_id)
        return turning_point_ms(session.timeline, clip, session.position_ms)

    def _left_ms(self, at_ms: int) -> int:
        return 0 if self._session.is_finished else self._end_ms - at_ms - BREATH_MS

    def _last_begun(self) -> str:
        """Name the last cue of the exercise itself that has begun; before the first, none."""
        session = self._session
        begun = [span for span in session.timeline.spans if span.start_ms <= session.position_ms]
        own = [span.cue_id for span in begun if "/" not in span.clip_id]
        return own[-1] if own else ""

    def _go(self, at_ms: int, onward: Timeline, folder: str) -> bool:
        """Go on by another plan; False where nothing was said so far, and nothing would be."""
        plan = turned(self._session.timeline, at_ms, onward, folder)
        if not plan.spans:
            return False
        self._go_over(plan, at_ms, at_ms)
        return True

    def _go_over(self, plan: Timeline, at_ms: int, place_ms: int) -> None:
        track = self._sound.track(plan, self._recording, place_ms)
        self._session.turn_to(plan, track, at_ms, place_ms)


def _ends_with_bell(plan: Timeline) -> bool:
    return plan.bells_ms[-1:] > (plan.spans[-1].start_ms,)
