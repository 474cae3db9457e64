"""How a running session changes its way: lighter, too much, fine again, or enough for today.

The promised end is kept, whatever is turned to; only a session "until I stop" ends when it is
told to (techniques.md 3.2, safety.md 4.7).
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.timeline import (
    BELL_MS,
    NO_FRAME,
    Timeline,
    is_planned,
    length_range,
    longest_within,
    timeline,
    usual_length_ms,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from prt_desktop.domain.exercise import Clip, Cue, Exercise
    from prt_desktop.domain.timeline import Frame, Pace, Span

OPEN_END_MS = 3 * 3_600_000
"""How long a session "until I stop" goes on by itself."""

LATEST_TURN_MS = 1_900
"""A sentence longer than this fades, so that the new words begin within three seconds."""

BREATH_MS = 500
"""Silence between the last word before a turn and the first word after it."""

_RING_MS = 130  # a sentence's last sound dies away before the fade that ends it
_ROUNDS_KEPT = 1_000  # ranks of later rounds lie above those of the script itself
_MOST_CUES = 2_000  # in rounds; one every five seconds for three hours


def until_stopped(
    exercise: Exercise, clip_lengths_ms: Mapping[str, int], pace: Pace, frame: Frame
) -> Timeline:
    """Plan a session that goes round in the block `returns_to`, each round in another order.

    Raises ValueError for an exercise without such a block.
    """
    if exercise.returns_to is None:
        raise ValueError(f"{exercise.id} has no block to return to")
    words_ms = OPEN_END_MS - frame.lead_ms() - frame.tail_ms(exercise)
    rounds = _going_round(exercise, exercise.cues, clip_lengths_ms, words_ms, pace)
    plan = _drawn_out(rounds, clip_lengths_ms, words_ms, pace, frame)
    return plan or timeline(rounds, clip_lengths_ms, OPEN_END_MS, pace, frame)


def filled(
    exercise: Exercise,
    clip_lengths_ms: Mapping[str, int],
    wanted_ms: int,
    pace: Pace,
    *,
    after: str = "",
    bell: bool = False,
) -> Timeline:
    """Fill any time at all with an exercise: going round when it is long, and with fewer cues.

    `after` names the cue that was heard last; the exercise goes on behind it. What no pause can
    fill becomes silence before the last cue, and what is too short even for the words of the
    last cue stays silent: such a timeline has no spans. With a `bell` the time ends in one,
    where the words leave room for it.
    """
    rest = rest_of(exercise, after).cues
    last = replace(rest[-1], pause=replace(rest[-1].pause, shortest_ms=0))
    parts = [rest, _last_block(rest), rest[-1:], (last,)]
    for tail_ms in (BELL_MS, 0) if bell else (0,):
        for cues in parts:
            words_ms = wanted_ms - tail_ms
            part = _going_round(exercise, cues, clip_lengths_ms, words_ms, pace)
            plan = _drawn_out(part, clip_lengths_ms, words_ms, pace)
            if plan is not None:
                return _rung_out(plan, tail_ms)
    bells_ms = (wanted_ms - BELL_MS,) if bell and wanted_ms >= BELL_MS else ()
    return Timeline(exercise.id, (), wanted_ms, pace.rate, bells_ms)


def left_in_silence(
    exercise: Exercise, clip_lengths_ms: Mapping[str, int], wanted_ms: int, pace: Pace
) -> Timeline:
    """Say an exercise once, without the block that calls back, and leave the time after it silent.

    One of which nothing else would be said is said whole.
    """
    before = exercise.cues[: -len(_last_block(exercise.cues))]
    planned = (cue for cue in before if is_planned(cue, pace))
    spoken = tuple(cue for cue in planned if pace.guidance.speaks(cue.guidance))
    body = replace(exercise, cues=spoken or exercise.cues, returns_to=None)
    spoken_ms = min(wanted_ms, usual_length_ms(body, clip_lengths_ms, pace))
    plan = filled(body, clip_lengths_ms, spoken_ms, pace)
    last = tuple(replace(span, end_ms=wanted_ms) for span in plan.spans[-1:])
    return replace(plan, spans=(*plan.spans[:-1], *last), length_ms=wanted_ms)


def rest_of(exercise: Exercise, after_cue_id: str) -> Exercise:
    """Give an exercise without the cues up to and with one; its last cue always stays."""
    ids = [cue.id for cue in exercise.cues]
    first = min(ids.index(after_cue_id) + 1, len(ids) - 1) if after_cue_id in ids else 0
    return replace(exercise, cues=exercise.cues[first:])


def closing(exercise: Exercise, guidance: Guidance = Guidance.FULL) -> Exercise:
    """Give what is spoken of the last block, with which a session "until I stop" ends."""
    spoken = [cue for cue in _last_block(exercise.cues) if guidance.speaks(cue.guidance)]
    return replace(exercise, cues=tuple(spoken), returns_to=None)


def turning_point_ms(now: Timeline, clip: Clip | None, position_ms: int) -> int:
    """Say where the words stop: at the end of the sentence, or after 1.9 s if it is longer.

    Where nothing is said, that is at once. `clip` is the one spoken at the position; positions
    are on the wall clock.
    """
    span = now.spans[now.index_at(position_ms)]
    if clip is None or not span.start_ms <= position_ms < span.speech_end_ms:
        return position_ms
    end_ms = position_ms
    for sentence in clip.sentences_ms or ((0, clip.length_ms),):
        first_ms, last_ms = (span.start_ms + now.to_wall_ms(place_ms) for place_ms in sentence)
        if first_ms <= position_ms < last_ms + _RING_MS:
            end_ms = last_ms + _RING_MS
    return min(end_ms, span.end_ms, position_ms + LATEST_TURN_MS, now.length_ms)


def turned(now: Timeline, at_ms: int, onward: Timeline, folder: str = "") -> Timeline:
    """Join what was heard up to `at_ms` with another plan, which begins a breath later.

    The clips of `onward` are named below `folder`, where they are another exercise's. Its
    length decides where the joined session ends, and its bells are those still to come.
    """
    first_ms = at_ms + BREATH_MS
    heard = [span for span in now.spans if span.start_ms < at_ms]
    shifted = [_shifted(span, first_ms, folder) for span in onward.spans]
    length_ms = first_ms + onward.length_ms
    if heard:
        end_ms = shifted[0].start_ms if shifted else length_ms
        speech_end_ms = min(heard[-1].speech_end_ms, at_ms)
        heard[-1] = replace(heard[-1], speech_end_ms=speech_end_ms, end_ms=end_ms)
    bells_ms = [bell for bell in now.bells_ms if bell < at_ms]
    bells_ms += [first_ms + bell for bell in onward.bells_ms]
    return Timeline(now.exercise_id, (*heard, *shifted), length_ms, now.rate, tuple(bells_ms))


def _drawn_out(
    exercise: Exercise,
    clip_lengths_ms: Mapping[str, int],
    words_ms: int,
    pace: Pace,
    frame: Frame = NO_FRAME,
) -> Timeline | None:
    """Fill a time within a frame, with silence before the last cue where the pauses end sooner.

    None where even the fewest cues take longer.
    """
    fits_ms = longest_within(exercise, clip_lengths_ms, words_ms, pace)
    if fits_ms is None:
        return None
    around_ms, more_ms = frame.lead_ms() + frame.tail_ms(exercise), words_ms - fits_ms
    plan = timeline(exercise, clip_lengths_ms, fits_ms + around_ms, pace, frame)
    if more_ms == 0:
        return plan
    *spans, last = plan.spans
    bells_ms = [bell + more_ms * (bell > last.start_ms) for bell in plan.bells_ms]
    if spans:
        spans[-1] = replace(spans[-1], end_ms=spans[-1].end_ms + more_ms)
        last = _shifted(last, more_ms, "")
    else:
        last = replace(last, end_ms=last.end_ms + more_ms)
    length_ms = plan.length_ms + more_ms
    return replace(plan, spans=(*spans, last), length_ms=length_ms, bells_ms=tuple(bells_ms))


def _rung_out(plan: Timeline, tail_ms: int) -> Timeline:
    """Let a plan end in a bell that needs so many ms, or in none."""
    if not tail_ms:
        return plan
    length_ms = plan.length_ms + tail_ms
    last = replace(plan.spans[-1], end_ms=length_ms)
    bells_ms = (plan.length_ms,)
    return replace(plan, spans=(*plan.spans[:-1], last), length_ms=length_ms, bells_ms=bells_ms)


def _shifted(span: Span, by_ms: int, folder: str) -> Span:
    return replace(
        span,
        clip_id=f"{folder}/{span.clip_id}" if folder else span.clip_id,
        start_ms=span.start_ms + by_ms,
        speech_end_ms=span.speech_end_ms + by_ms,
        end_ms=span.end_ms + by_ms,
    )


def _last_block(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues if cue.block == cues[-1].block)


def _going_round(
    exercise: Exercise,
    cues: Sequence[Cue],
    clip_lengths_ms: Mapping[str, int],
    wanted_ms: int,
    pace: Pace,
) -> Exercise:
    """Give some cues of an exercise, with rounds of its block until the time can be filled.

    The rounds follow what the cues have of the block, or stand before all where they have none.
    """
    part = replace(exercise, cues=tuple(cues))
    block = [one for one in exercise.cues if one.block == exercise.returns_to]
    block = [one for one in block if is_planned(one, pace)]
    missing_ms = wanted_ms - length_range(part, clip_lengths_ms, pace)[1]
    round_ms = length_range(replace(part, cues=tuple(block)), clip_lengths_ms, pace)[1]
    if missing_ms <= 0 or round_ms == 0:
        return part
    # Twice as much as silence alone could fill, so that the silence factor can choose.
    count = min(-(-2 * missing_ms // round_ms), max(1, _MOST_CUES // len(block)))
    places = [place for place, one in enumerate(cues, 1) if one.block == exercise.returns_to]
    after = places[-1] if places else 0
    return replace(part, cues=(*cues[:after], *_rounds(block, count), *cues[after:]))


def _rounds(block: Sequence[Cue], count: int) -> list[Cue]:
    """Repeat a block, each round in another order, and later rounds giving way first."""
    cues: list[Cue] = []
    order = list(block)
    for number in range(1, count + 1):
        order = _another_order(order, number)
        ranks = range(_ROUNDS_KEPT * number, _ROUNDS_KEPT * (number + 1))
        cues += [replace(cue, rank=rank) for cue, rank in zip(order, ranks, strict=False)]
    return cues


def _another_order(previous: Sequence[Cue], number: int) -> list[Cue]:
    """Shuffle a round, always alike, so that nothing is said twice in a row at any guidance."""
    order = list(previous)
    random.Random(number).shuffle(order)
    levels = [(_spoken(previous, level), _spoken(order, level)) for level in reversed(Guidance)]
    varied = [(before, after) for before, after in levels if len(after) > 1]
    if any(before[-1].id == after[0].id for before, after in varied):
        # The sparsest level decides: what is not last there is last at no fuller level either.
        before, after = varied[0]
        first = next(cue for cue in after if cue.id != before[-1].id)
        order = [first, *(cue for cue in order if cue.id != first.id)]
    return order


def _spoken(cues: Sequence[Cue], level: Guidance) -> list[Cue]:
    return [cue for cue in cues if level.speaks(cue.guidance)]
