"""How a running session changes its way: lighter, too much, fine again, or enough for today.

The promised end is kept, whatever is turned to; only a session "until I stop" ends when it is
told to (techniques.md 3.2, safety.md 4.7).
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import LengthRefusedError
from prt_desktop.domain.timeline import Timeline, length_range, timeline

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.exercise import Clip, Cue, Exercise
    from prt_desktop.domain.timeline import Frame, Pace, Span

OPEN_END_MS = 3 * 3_600_000
"""How long a session "until I stop" goes on by itself."""

LATEST_TURN_MS = 2_400
"""A sentence longer than this fades, so that the new words begin within three seconds."""

BREATH_MS = 500
"""Silence between the last word before a turn and the first word after it."""

_ROUNDS_KEPT = 1_000  # ranks of later rounds lie above those of the script itself


def until_stopped(
    exercise: Exercise, clip_lengths_ms: Mapping[str, int], pace: Pace, frame: Frame
) -> Timeline:
    """Plan a session that goes round in the block `returns_to`, each round in another order.

    Raises ValueError for an exercise without such a block.
    """
    if exercise.returns_to is None:
        raise ValueError(f"{exercise.id} has no block to return to")
    rounds = _going_round(exercise, clip_lengths_ms, OPEN_END_MS, pace)
    return timeline(rounds, clip_lengths_ms, OPEN_END_MS, pace, frame)


def filled(
    exercise: Exercise, clip_lengths_ms: Mapping[str, int], wanted_ms: int, pace: Pace
) -> Timeline:
    """Fill any time at all with an exercise: going round when it is long, and with fewer cues.

    What is too short even for the last cue stays silent: such a timeline has no spans.
    """
    for cues in (exercise.cues, _last_block(exercise.cues), exercise.cues[-1:]):
        part = replace(exercise, cues=tuple(cues))
        rounds = _going_round(part, clip_lengths_ms, wanted_ms, pace)
        try:
            return timeline(rounds, clip_lengths_ms, wanted_ms, pace)
        except LengthRefusedError:
            continue
    return Timeline(exercise.id, (), wanted_ms, pace.rate)


def rest_of(exercise: Exercise, after_cue_id: str) -> Exercise:
    """Give an exercise without the cues up to and with one; its last cue always stays."""
    ids = [cue.id for cue in exercise.cues]
    first = min(ids.index(after_cue_id) + 1, len(ids) - 1) if after_cue_id in ids else 0
    return replace(exercise, cues=exercise.cues[first:])


def closing(exercise: Exercise) -> Exercise:
    """Give the last block of an exercise, with which a session "until I stop" ends."""
    return replace(exercise, cues=tuple(_last_block(exercise.cues)), returns_to=None)


def turning_point_ms(now: Timeline, clip: Clip | None, position_ms: int) -> int:
    """Say where the words stop: at the end of the sentence, or after 2.4 s if it is longer.

    `clip` is the one spoken at the position; positions are on the wall clock.
    """
    span = now.spans[now.index_at(position_ms)]
    if clip is None or not span.start_ms <= position_ms < span.speech_end_ms:
        return position_ms
    ends = [span.start_ms + now.to_wall_ms(end_ms) for _, end_ms in clip.sentences_ms]
    end_ms = next((end for end in ends if end >= position_ms), span.speech_end_ms)
    return min(end_ms, span.speech_end_ms, position_ms + LATEST_TURN_MS, now.length_ms)


def turned(now: Timeline, at_ms: int, onward: Timeline, folder: str = "") -> Timeline:
    """Join what was heard up to `at_ms` with another plan, which begins a breath later.

    The clips of `onward` are named below `folder`, where they are another exercise's. Its
    length decides where the joined session ends.
    """
    first_ms = at_ms + BREATH_MS
    heard = [span for span in now.spans if span.start_ms < at_ms]
    shifted = [_shifted(span, first_ms, folder) for span in onward.spans]
    if heard:
        end_ms = shifted[0].start_ms if shifted else first_ms + onward.length_ms
        speech_end_ms = min(heard[-1].speech_end_ms, at_ms)
        heard[-1] = replace(heard[-1], speech_end_ms=speech_end_ms, end_ms=end_ms)
    length_ms = first_ms + onward.length_ms
    bells_ms = tuple(bell for bell in now.bells_ms if bell < at_ms)
    return Timeline(now.exercise_id, (*heard, *shifted), length_ms, now.rate, bells_ms)


def _shifted(span: Span, by_ms: int, folder: str) -> Span:
    return replace(
        span,
        clip_id=f"{folder}/{span.clip_id}" if folder else span.clip_id,
        start_ms=span.start_ms + by_ms,
        speech_end_ms=span.speech_end_ms + by_ms,
        end_ms=span.end_ms + by_ms,
    )


def _last_block(cues: Sequence[Cue]) -> list[Cue]:
    return [cue for cue in cues if cue.block == cues[-1].block]


def _going_round(
    exercise: Exercise, clip_lengths_ms: Mapping[str, int], wanted_ms: int, pace: Pace
) -> Exercise:
    """Repeat the block to return to, each round in another order, until the time can be filled."""
    block = [cue for cue in exercise.cues if cue.block == exercise.returns_to]
    if not block:
        return exercise
    longest_ms = length_range(exercise, clip_lengths_ms, pace)[1]
    round_ms = length_range(replace(exercise, cues=tuple(block)), clip_lengths_ms, pace)[1]
    # Twice as much as silence alone could fill, so that the silence factor can choose.
    count = max(0, -(-2 * (wanted_ms - longest_ms) // round_ms))
    after = max(place for place, cue in enumerate(exercise.cues) if cue in block) + 1
    more = [cue for number in range(1, count + 1) for cue in _round(block, number)]
    return replace(exercise, cues=(*exercise.cues[:after], *more, *exercise.cues[after:]))


def _round(block: Sequence[Cue], number: int) -> list[Cue]:
    """Give the block's cues in the order of one round, all of them able to give way."""
    order = list(block)
    random.Random(number).shuffle(order)  # the same order each time
    return [replace(cue, rank=_ROUNDS_KEPT * number + place) for place, cue in enumerate(order, 1)]
