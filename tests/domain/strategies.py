"""Made-up exercises, paces and lengths for hypothesis."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from prt_desktop.domain.exercise import Cue, Exercise, Guidance, Movement, Pause
from prt_desktop.domain.timeline import Frame, Pace
from tests.builders import a_cue, an_exercise


@dataclass(frozen=True)
class Case:
    """An exercise with the lengths of its clips and a pace to speak it at."""

    exercise: Exercise
    lengths_ms: dict[str, int]
    pace: Pace


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    """Make a pause, now and then one that cannot be stretched."""
    shortest_ms = draw(st.integers(0, 8_000))
    room_ms = draw(st.just(0) | st.integers(0, 30_000))
    weight = draw(st.floats(0.01, 9, allow_nan=False))
    return Pause(shortest_ms, shortest_ms + room_ms, weight)


@st.composite
def optional_cues(draw: st.DrawFn, cue_id: str) -> Cue:
    """Make a cue between the first and the last."""
    rank = draw(st.none() | st.integers(1, 6))
    levels = [level for level in Guidance if rank is None or level is not Guidance.SILENT]
    return a_cue(
        cue_id,
        pause=draw(pauses()),
        rank=rank,
        guidance=draw(st.sampled_from(levels)),
        instead=draw(st.none() | st.just(f"The neutral words of {cue_id}.")),
    )


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """Make an exercise whose first and last cues are always spoken."""
    middle = [draw(optional_cues(f"cue-{n}")) for n in range(draw(st.integers(0, 9)))]
    first = a_cue("open", pause=draw(pauses()))
    last = a_cue("close", pause=draw(pauses()))
    return an_exercise(first, *middle, last)


@st.composite
def paces(draw: st.DrawFn) -> Pace:
    """Make a pace anywhere in its ranges."""
    return Pace(
        draw(st.sampled_from(Guidance)),
        draw(st.sampled_from((0.5, 1.0, 3.0)) | st.floats(0.5, 3.0)),
        draw(st.just(1.0) | st.floats(0.8, 1.1)),
        draw(st.booleans()),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Make an exercise with clips between a blink and twenty seconds."""
    exercise = draw(exercises())
    clip_lengths = st.integers(1, 20_000)
    lengths_ms = {clip_id: draw(clip_lengths) for clip_id in exercise.clip_texts()}
    return Case(exercise, lengths_ms, draw(paces()))


MOVEMENT = Movement("sit", "Sitting down", "Sit down once.", ("A new pain: stop.",))


@st.composite
def block_cues(draw: st.DrawFn, block: str, count: int) -> list[Cue]:
    """Make the cues of one block, which may give way, wait for an own sentence, or name a move."""
    cues = []
    for number in range(count):
        cue = draw(optional_cues(f"{block}-{number}"))
        own = draw(st.sampled_from((None, None, None, 1, 2)))
        moves = {"sit": "The words for sitting."} if draw(st.booleans()) else {}
        if cue.instead is not None or cue.rank is None:
            own, moves = None, {}
        cues.append(replace(cue, block=block, own_sentence=own, by_movement=moves))
    return cues


@st.composite
def rounds(draw: st.DrawFn) -> Case:
    """Make an exercise that can go round in its block `watch`, with clips as long as speech is."""
    arrive = draw(block_cues("arrive", draw(st.integers(0, 3))))
    watch = draw(block_cues("watch", draw(st.integers(1, 9))))
    close = draw(block_cues("close", draw(st.integers(0, 3))))
    exercise = an_exercise(
        a_cue("open", block="arrive", pause=draw(pauses())),
        *arrive,
        *(replace(cue, own_sentence=None) if k == 0 else cue for k, cue in enumerate(watch)),
        *close,
        a_cue("end", block="close", pause=draw(pauses())),
        returns_to="watch",
        movements=(MOVEMENT,),
        ends_in_silence=draw(st.booleans()),
    )
    lengths_ms = {clip_id: draw(st.integers(900, 15_000)) for clip_id in exercise.clip_texts()}
    sentences = ("I know this pain.", "It was looked at.")[: draw(st.integers(0, 2))]
    movement = draw(st.sampled_from((None, "sit")))
    pace = replace(draw(paces()), own_sentences=sentences, movement=movement)
    return Case(exercise, lengths_ms, pace)


frames = st.builds(Frame, st.integers(0, 60_000), st.booleans())
