"""Turns a running session at a person's wish: lighter, too much, fine again, enough for today."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Guidance, Turn
from prt_desktop.domain.routing import (
    BREATH_MS,
    closing,
    filled,
    rest_of,
    turned,
    turning_point_ms,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.audio.session import Session
    from prt_desktop.audio.sound import Sound
    from prt_desktop.domain.exercise import Exercise, Spoken
    from prt_desktop.domain.timeline import Pace

_MINUTE_MS = 60_000


class Turning:
    """Plans where one session goes when it is told to, and lets it go there.

    `scripts` are what it can turn to, in the same voice. A session
    with an open end is to be finished by `finish`; every other keeps its promised end.
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
        self._exercise = spoken.exercise
        self._scripts = scripts
        self._pace = pace
        self._open_end = open_end
        self._left_after = ""
        self._recording = spoken.recording
        for one in scripts.values():
            self._recording = self._recording.with_clips_of(one.exercise.id, one.recording)

    @property
    def turns(self) -> frozenset[Turn]:
        """What this session can turn to."""
        return frozenset(self._scripts)

    def turn_to(self, turn: Turn) -> bool:
        """Turn to a script within three seconds; False when it is there already.

        Raises SoundError when the sound cannot be prepared, and KeyError for a turn that
        `turns` does not name.
        """
        if turn is self.turn or self._session.is_finished:
            return False
        if self.turn is None:
            self._left_after = self._session.span.cue_id
        script, recording = self._scripts[turn].exercise, self._scripts[turn].recording
        pace = replace(self._pace, guidance=Guidance.FULL, movement=None, own_sentences=())
        at_ms = self._turning_point_ms()
        wanted_ms = self._left_ms(at_ms)
        if self._open_end and turn is Turn.TOO_MUCH:
            wanted_ms = min(wanted_ms, round(script.default_minutes * _MINUTE_MS))
        self._go(at_ms, script, recording.lengths_ms, wanted_ms, pace, script.id)
        self.turn = turn
        return True

    def fine(self) -> bool:
        """Go back to the exercise, to the cue after the one it was left at; False if there."""
        if self.turn is None or self._session.is_finished:
            return False
        rest = rest_of(self._exercise, self._left_after)
        at_ms = self._turning_point_ms()
        lengths_ms = self._recording.lengths_ms
        self._go(at_ms, rest, lengths_ms, self._left_ms(at_ms), self._pace)
        self.turn = None
        return True

    def finish(self) -> None:
        """Come to the close of the exercise now, and end after it."""
        if self._session.is_finished:
            return
        close = closing(self._exercise)
        at_ms = self._turning_point_ms()
        lengths_ms = self._recording.lengths_ms
        speech_ms = sum(lengths_ms[cue.clip_id(checked=self._pace.checked)] for cue in close.cues)
        pauses_ms = sum(cue.pause.usual_ms for cue in close.cues)
        wanted_ms = round(speech_ms / self._pace.rate) + pauses_ms
        self._go(at_ms, close, lengths_ms, wanted_ms, self._pace)
        self.turn = None

    def _turning_point_ms(self) -> int:
        session = self._session
        clip = self._recording.clips.get(session.span.clip_id)
        return turning_point_ms(session.timeline, clip, session.position_ms)

    def _left_ms(self, at_ms: int) -> int:
        return max(0, self._session.timeline.length_ms - at_ms - BREATH_MS)

    def _go(
        self,
        at_ms: int,
        script: Exercise,
        lengths_ms: Mapping[str, int],
        wanted_ms: int,
        pace: Pace,
        folder: str = "",
    ) -> None:
        onward = filled(script, lengths_ms, wanted_ms, pace)
        plan = turned(self._session.timeline, at_ms, onward, folder)
        track = self._sound.track(plan, self._recording, at_ms)
        self._session.turn_to(plan, track, at_ms)
