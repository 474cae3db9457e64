"""Made-up exercises, paces and lengths for hypothesis.

What is drawn from often is made once, up here: hypothesis checks a strategy anew when it is new,
which took longer than drawing from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from prt_desktop.domain.exercise import Cue, Exercise, Guidance, Movement, Pause
from prt_desktop.domain.timeline import Frame, Pace
from tests.builders import a_cue, an_exercise

SHORTEST_PAUSES_MS = st.integers(0, 8_000)
ROOM_IN_PAUSES_MS = st.just(0) | st.integers(0, 30_000)
WEIGHTS = st.floats(0.01, 9, allow_nan=False)
RANKS = st.none() | st.integers(1, 6)
LEVELS = st.sampled_from(Guidance)
LEVELS_OF_RANKED = st.sampled_from([one for one in Guidance if one is not Guidance.SILENT])
YES_OR_NO = st.booleans()
SILENCE_FACTORS = st.sampled_from((0.5, 1.0, 3.0)) | st.floats(0.5, 3.0)
RATES = st.just(1.0) | st.floats(0.8, 1.1)
ANY_CLIPS_MS = st.integers(1, 20_000)
SPOKEN_CLIPS_MS = st.integers(900, 15_000)
OWN_SENTENCES = st.sampled_from((None, None, None, 1, 2))
MOVES = st.sampled_from((None, "sit"))
FEW = {most: st.integers(0, most) for most in (2, 3, 9)}
ONE_TO_NINE = st.integers(1, 9)


@dataclass(frozen=True)
class Case:
    """An exercise with the lengths of its clips and a pace to speak it at."""

    exercise: Exercise
    lengths_ms: dict[str, int]
    pace: Pace


@st.composite
def pauses(draw: st.DrawFn) -> Pause:
    """Make a pause, now and then one that cannot be stretched."""
    shortest_ms = draw(SHORTEST_PAUSES_MS)
    room_ms = draw(ROOM_IN_PAUSES_MS)
    weight = draw(WEIGHTS)
    return Pause(shortest_ms, shortest_ms + room_ms, weight)


PAUSES = pauses()


@st.composite
def optional_cues(draw: st.DrawFn, cue_id: str) -> Cue:
    """Make a cue between the first and the last."""
    rank = draw(RANKS)
    return a_cue(
        cue_id,
        pause=draw(PAUSES),
        rank=rank,
        guidance=draw(LEVELS if rank is None else LEVELS_OF_RANKED),
        instead=f"The neutral words of {cue_id}." if draw(YES_OR_NO) else None,
    )


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    """Make an exercise whose first and last cues are always spoken."""
    middle = [draw(optional_cues(f"cue-{n}")) for n in range(draw(FEW[9]))]
    first = a_cue("open", pause=draw(PAUSES))
    last = a_cue("close", pause=draw(PAUSES))
    return an_exercise(first, *middle, last)


@st.composite
def paces(draw: st.DrawFn) -> Pace:
    """Make a pace anywhere in its ranges."""
    return Pace(
        draw(LEVELS),
        draw(SILENCE_FACTORS),
        draw(RATES),
        draw(YES_OR_NO),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Make an exercise with clips between a blink and twenty seconds."""
    exercise = draw(exercises())
    lengths_ms = {clip_id: draw(ANY_CLIPS_MS) for clip_id in exercise.clip_texts()}
    return Case(exercise, lengths_ms, draw(paces()))


MOVEMENT = Movement("sit", "Sitting down", "Sit down once.", ("A new pain: stop.",))


@st.composite
def block_cues(draw: st.DrawFn, block: str, count: int) -> list[Cue]:
    """Make the cues of one block, which may give way, wait for an own sentence, or name a move."""
    cues = []
    for number in range(count):
        cue = draw(optional_cues(f"{block}-{number}"))
        own = draw(OWN_SENTENCES)
        moves = {"sit": "The words for sitting."} if draw(YES_OR_NO) else {}
        if cue.instead is not None or cue.rank is None:
            own, moves = None, {}
        cues.append(replace(cue, block=block, own_sentence=own, by_movement=moves))
    return cues


@st.composite
def rounds(draw: st.DrawFn) -> Case:
    """Make an exercise that can go round in its block `watch`, with clips as long as speech is."""
    arrive = draw(block_cues("arrive", draw(FEW[3])))
    watch = draw(block_cues("watch", draw(ONE_TO_NINE)))
    close = draw(block_cues("close", draw(FEW[3])))
    exercise = an_exercise(
        a_cue("open", block="arrive", pause=draw(PAUSES)),
        *arrive,
        *(replace(cue, own_sentence=None) if k == 0 else cue for k, cue in enumerate(watch)),
        *close,
        a_cue("end", block="close", pause=draw(PAUSES)),
        returns_to="watch",
        movements=(MOVEMENT,),
        ends_in_silence=draw(YES_OR_NO),
    )
    lengths_ms = {clip_id: draw(SPOKEN_CLIPS_MS) for clip_id in exercise.clip_texts()}
    sentences = ("I know this pain.", "It was looked at.")[: draw(FEW[2])]
    movement = draw(MOVES)
    pace = replace(draw(paces()), own_sentences=sentences, movement=movement)
    return Case(exercise, lengths_ms, pace)


frames = st.builds(Frame, st.integers(0, 60_000), st.booleans())
