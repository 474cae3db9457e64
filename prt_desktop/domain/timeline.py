"""When each cue is spoken: a pure function, exact to the wanted length in milliseconds."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import LengthRefusedError
from prt_desktop.domain.exercise import Cue, Guidance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.exercise import Exercise, Pause

SILENCE_FACTORS = (0.5, 3.0)
PLAYBACK_RATES = (0.8, 1.1)
BELL_CLIP_ID = "bell"
_ROUNDING = 1e-6
BELL_MS = 6_000  # the bell rings out before the first word, and before the end


@dataclass(frozen=True, slots=True)
class Pace:
    """How a person likes a session: guidance, silence, speech rate, and the check's state.

    `silence` is 0.5 to 3 and decides how many optional cues give way to silence; `rate` is
    0.8 to 1.1 and speeds or slows the speech with its pitch kept; `checked` says whether a
    clinician's check is recorded, so that the cues that need one are spoken. `movement` names
    the movement of a graded practice; `own_sentences` are the person's own safety sentences,
    for which the cues that leave room are spoken.
    """

    guidance: Guidance = Guidance.FULL
    silence: float = 1.0
    rate: float = 1.0
    checked: bool = False
    movement: str | None = None
    own_sentences: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse factors outside their ranges."""
        if not SILENCE_FACTORS[0] <= self.silence <= SILENCE_FACTORS[1]:
            raise ValueError("the silence factor goes from 0.5 to 3")
        if not PLAYBACK_RATES[0] <= self.rate <= PLAYBACK_RATES[1]:
            raise ValueError("the speech rate goes from 0.8 to 1.1")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the words: silence before the session, and a soft bell or none.

    `delay_ms` comes before the wanted length; the bell rings inside it.
    """

    delay_ms: int = 0
    bell: bool = False

    def lead_ms(self) -> int:
        """Give the time from the first bell to the first word."""
        return BELL_MS if self.bell else 0

    def tail_ms(self, exercise: Exercise) -> int:
        """Give the time that the last bell needs; what ends in silence has none."""
        return BELL_MS if self.bell and not exercise.ends_in_silence else 0


NO_FRAME = Frame()


@dataclass(frozen=True, slots=True)
class Span:
    """One spoken cue on the wall clock: speech from `start_ms` to `speech_end_ms`, then silence.

    `end_ms` is where the next span starts, or the end of the session. `own_sentence` is the
    person's own sentence that the silence leaves room for, or nothing.
    """

    cue_id: str
    clip_id: str
    block: str
    text: str
    start_ms: int
    speech_end_ms: int
    end_ms: int
    own_sentence: str = ""


@dataclass(frozen=True, slots=True)
class Sounding:
    """One clip in a session: heard from `start_ms`, and no longer than to `end_ms`."""

    clip_id: str
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The spans of one session in order, `length_ms` long, to be played at `rate`.

    `bells_ms` are the places at which the bell is struck.
    """

    exercise_id: str
    spans: tuple[Span, ...]
    length_ms: int
    rate: float
    bells_ms: tuple[int, ...] = ()

    @property
    def soundings(self) -> tuple[Sounding, ...]:
        """Give all that is heard, in the order of its beginning: the cues and the bells.

        A bell gives way to the words that a turn brings before it has rung out.
        """
        bells = [Sounding(BELL_CLIP_ID, bell, self._bell_end_ms(bell)) for bell in self.bells_ms]
        cues = [Sounding(one.clip_id, one.start_ms, one.speech_end_ms) for one in self.spans]
        return tuple(sorted(bells + cues, key=_begins))

    def index_at(self, position_ms: int) -> int:
        """Give the index of the span that holds a wall-clock position (the last at the end).

        Before the first word it is the first one.
        """
        return max(0, bisect_right(self.spans, position_ms, key=_start) - 1)

    def to_media_ms(self, wall_ms: int) -> int:
        """Turn a wall-clock time into a place in the track, which is played at `rate`.

        The place sounds at that time or within the next ms, never before: who jumps to a cue is
        in it.
        """
        return ceil(wall_ms * self.rate - _ROUNDING)

    def to_wall_ms(self, media_ms: int) -> int:
        """Turn a place in the track into the wall-clock time at which it sounds."""
        return round(media_ms / self.rate)

    def _bell_end_ms(self, bell_ms: int) -> int:
        following = bisect_right(self.spans, bell_ms, key=_start)
        words_ms = [span.start_ms for span in self.spans[following : following + 1]]
        return min(bell_ms + BELL_MS, self.length_ms, *words_ms)


def is_planned(cue: Cue, pace: Pace) -> bool:
    """Say whether a cue can come at all: what waits for an own sentence needs that sentence."""
    return (cue.own_sentence or 0) <= len(pace.own_sentences)


def length_range(
    exercise: Exercise,
    clip_lengths_ms: Mapping[str, int],
    pace: Pace,
    frame: Frame = NO_FRAME,
) -> tuple[int, int]:
    """Give the shortest and longest session in ms that the bounds of the pauses allow."""
    slots = _slots(exercise.cues, clip_lengths_ms, pace)
    fewest = [slot for slot in slots if slot.cue.rank is None]
    around_ms = frame.lead_ms() + frame.tail_ms(exercise)
    return (
        around_ms + sum(slot.speech_ms + slot.cue.pause.shortest_ms for slot in fewest),
        around_ms + sum(slot.speech_ms + slot.cue.pause.longest_ms for slot in slots),
    )


def longest_within(
    exercise: Exercise, clip_lengths_ms: Mapping[str, int], wanted_ms: int, pace: Pace
) -> int | None:
    """Give the longest session in ms that `timeline` can place within a time, or None.

    It is shorter than the time where that is too long, or lies in a gap between two choices.
    """
    choices = _choices(_slots(exercise.cues, clip_lengths_ms, pace), pace.silence)
    fitting = [choice for choice in choices if choice.shortest_ms <= wanted_ms]
    return max((min(wanted_ms, choice.longest_ms) for choice in fitting), default=None)


def usual_length_ms(exercise: Exercise, clip_lengths_ms: Mapping[str, int], pace: Pace) -> int:
    """Give the time in ms that all cues of an exercise take with their usual pauses."""
    slots = _slots(exercise.cues, clip_lengths_ms, pace)
    return sum(slot.speech_ms + slot.cue.pause.usual_ms for slot in slots)


def timeline(
    exercise: Exercise,
    clip_lengths_ms: Mapping[str, int],
    wanted_ms: int,
    pace: Pace,
    frame: Frame = NO_FRAME,
) -> Timeline:
    """Place every cue so that the session lasts exactly `wanted_ms` on the wall clock.

    `clip_lengths_ms` maps each clip's id to its length. Length decides first: no more cues are
    kept than fit. The silence factor then decides how many optional cues give way, and the
    pauses of the rest share the time within their bounds, by weight. A delay of the frame comes
    before the wanted length.

    Raises LengthRefusedError with the possible range, and KeyError for an unknown clip.
    """
    slots = _slots(exercise.cues, clip_lengths_ms, pace)
    lead_ms, tail_ms = frame.lead_ms(), frame.tail_ms(exercise)
    filled_ms = wanted_ms - lead_ms - tail_ms
    kept = _kept(slots, filled_ms, pace.silence)
    if kept is None:
        shortest_ms, longest_ms = length_range(exercise, clip_lengths_ms, pace, frame)
        raise LengthRefusedError(wanted_ms, shortest_ms, longest_ms)
    extra_ms = filled_ms - sum(slot.speech_ms + slot.cue.pause.shortest_ms for slot in kept)
    first_ms = frame.delay_ms + lead_ms
    spans = _spans(kept, _share(extra_ms, kept), pace, first_ms)
    length_ms = frame.delay_ms + wanted_ms
    if tail_ms:
        spans = (*spans[:-1], replace(spans[-1], end_ms=length_ms))
    bells_ms = (frame.delay_ms, length_ms - tail_ms)[: bool(lead_ms) + bool(tail_ms)]
    return Timeline(exercise.id, spans, length_ms, pace.rate, bells_ms)


@dataclass(frozen=True, slots=True)
class _Slot:
    """A cue that could be spoken, with the wall-clock length of its speech."""

    cue: Cue
    clip_id: str
    speech_ms: int


def _start(span: Span) -> int:
    return span.start_ms


def _begins(sounding: Sounding) -> int:
    return sounding.start_ms


@dataclass(frozen=True, slots=True)
class _Choice:
    """The cues up to a rank, with the time they need, can fill, and would take unhurried."""

    rank: int
    shortest_ms: int
    longest_ms: int
    unhurried_ms: float


def _slots(cues: Sequence[Cue], clip_lengths_ms: Mapping[str, int], pace: Pace) -> list[_Slot]:
    slots = []
    for cue in cues:
        if is_planned(cue, pace):
            clip_id = cue.clip_id(checked=pace.checked, movement=pace.movement)
            slots.append(_Slot(cue, clip_id, round(clip_lengths_ms[clip_id] / pace.rate)))
    return slots


def _choices(slots: list[_Slot], silence: float) -> list[_Choice]:
    """Give what can be kept together, from the fewest cues to all of them."""
    choices: list[_Choice] = []
    shortest_ms, longest_ms, unhurried_ms = 0, 0, 0.0
    for slot in sorted(slots, key=_rank):
        rank, pause = _rank(slot), slot.cue.pause
        shortest_ms += slot.speech_ms + pause.shortest_ms
        longest_ms += slot.speech_ms + pause.longest_ms
        unhurried_ms += slot.speech_ms + silence * pause.usual_ms
        if choices and choices[-1].rank == rank:
            choices.pop()
        choices.append(_Choice(rank, shortest_ms, longest_ms, unhurried_ms))
    return choices


def _rank(slot: _Slot) -> int:
    return slot.cue.rank or 0


def _kept(slots: list[_Slot], wanted_ms: int, silence: float) -> list[_Slot] | None:
    """Choose the most cues that leave the silence asked for; None if no choice fits at all."""
    choices = _choices(slots, silence)
    fitting = [one for one in choices if one.shortest_ms <= wanted_ms <= one.longest_ms]
    if not fitting:
        return None
    quiet = [one for one in fitting if one.unhurried_ms <= wanted_ms]
    chosen = quiet[-1] if quiet else fitting[0]
    return [slot for slot in slots if _rank(slot) <= chosen.rank]


def _share(extra_ms: int, slots: list[_Slot]) -> list[int]:
    """Fill the pauses by weight up to their bounds; the sum is exact to the millisecond.

    All pauses rise together, each by its weight, until the time is used up; those that reach
    their longest stay there.
    """
    pauses = [slot.cue.pause for slot in slots]
    full = sorted((_fills_at(one), one.weight) for one in pauses if one.weight > 0)
    weights = list(accumulate(weight for _, weight in reversed(full)))  # of those still rising
    level, left_ms = 0.0, float(extra_ms)
    for next_level, _ in full:
        rising = weights.pop()
        step = min(next_level - level, left_ms / rising)
        level, left_ms = level + step, left_ms - step * rising
    filled = [min(float(one.longest_ms), one.shortest_ms + level * one.weight) for one in pauses]
    return _whole(filled, slots, extra_ms)


def _fills_at(pause: Pause) -> float:
    return (pause.longest_ms - pause.shortest_ms) / pause.weight


def _whole(filled: list[float], slots: list[_Slot], extra_ms: int) -> list[int]:
    """Round down, and give what is left to the pauses that lost most and still have room."""
    pauses_ms = [int(pause) for pause in filled]
    left_ms = extra_ms + sum(slot.cue.pause.shortest_ms for slot in slots) - sum(pauses_ms)
    for k in sorted(range(len(slots)), key=lambda k: pauses_ms[k] - filled[k]):
        if left_ms > 0 and pauses_ms[k] < slots[k].cue.pause.longest_ms:
            pauses_ms[k] += 1
            left_ms -= 1
    return pauses_ms


def _spans(kept: list[_Slot], pauses_ms: list[int], pace: Pace, first_ms: int) -> tuple[Span, ...]:
    """Lay the cues end to end; a cue this guidance leaves out stays as silence of its length."""
    spans: list[Span] = []
    at_ms = first_ms
    for slot, pause_ms in zip(kept, pauses_ms, strict=True):
        end_ms = at_ms + slot.speech_ms + pause_ms
        if pace.guidance.speaks(slot.cue.guidance):
            spans.append(_span(slot, pace, at_ms, end_ms))
        elif spans:
            spans[-1] = replace(spans[-1], end_ms=end_ms)
        at_ms = end_ms
    return tuple(spans)


def _span(slot: _Slot, pace: Pace, at_ms: int, end_ms: int) -> Span:
    cue = slot.cue
    return Span(
        cue.id,
        slot.clip_id,
        cue.block,
        cue.text_for(checked=pace.checked, movement=pace.movement),
        at_ms,
        at_ms + slot.speech_ms,
        end_ms,
        pace.own_sentences[cue.own_sentence - 1] if cue.own_sentence else "",
    )
