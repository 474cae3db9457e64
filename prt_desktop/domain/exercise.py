"""A guided exercise: cues, the pauses after them, and how guidance thins out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

CLIP_RATE_HZ = 24_000


class Guidance(StrEnum):
    """How much of the script is spoken, from every cue to the opening and the close alone."""

    FULL = "full"
    SPARSE = "sparse"
    CUE_ONLY = "cue_only"
    SILENT = "silent"

    def speaks(self, sparsest: Guidance) -> bool:
        """Say whether a cue that is still spoken at `sparsest` is spoken at this level."""
        return _LEVELS.index(self) <= _LEVELS.index(sparsest)


_LEVELS = tuple(Guidance)


class Gate(StrEnum):
    """What must hold before a practice opens (the three columns of safety.md 4.5)."""

    OPEN = "open"
    NO_OPEN_FLAG = "no_open_flag"
    CHECKED = "checked"


class Part(StrEnum):
    """The five parts of Pain Reprocessing Therapy that an exercise can serve."""

    LEARN = "learn"
    EVIDENCE = "evidence"
    ATTEND = "attend"
    EMOTIONS = "emotions"
    PLEASANT = "pleasant"


class Tool(StrEnum):
    """A page of one's own writing that goes with a practice."""

    OWN_SENTENCES = "own_sentences"
    PREDICTION = "prediction"
    THOUGHT_RECORD = "thought_record"
    WRITING = "writing"


class Turn(StrEnum):
    """What a running session turns to on a person's signal (safety.md 4.7)."""

    LIGHTER = "lighter"
    TOO_MUCH = "too_much"


@dataclass(frozen=True, slots=True)
class Movement:
    """One everyday movement of a graded practice, with its smallest form and its stop rules."""

    id: str
    name: str
    smallest: str
    stop: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pause:
    """The silence after a cue: its bounds, and its share of any extra time."""

    shortest_ms: int
    longest_ms: int
    weight: float

    @property
    def usual_ms(self) -> int:
        """The pause that feels unhurried at silence factor 1: half its weight lengthens it."""
        return min(self.longest_ms, round(self.shortest_ms * (1 + self.weight / 2)))


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing the guide says.

    `rank` is None for a cue that is always kept; among the others the highest rank gives way
    first. `guidance` is the sparsest level at which the cue is still spoken. `instead` is the
    neutral text spoken while no clinician's check is recorded (safety.md 4.5). `own_sentence`
    counts from 1: the cue leaves room for that one of the person's own safety sentences, and
    is left out where there is none. `by_movement` maps a movement's id to the text spoken for it.
    """

    id: str
    block: str
    text: str
    pause: Pause
    guidance: Guidance
    rank: int | None = None
    instead: str | None = None
    own_sentence: int | None = None
    by_movement: Mapping[str, str] = field(default_factory=dict)

    def text_for(self, *, checked: bool, movement: str | None = None) -> str:
        """Give the words spoken, with or without a recorded check, for a movement or for any."""
        if movement is not None and movement in self.by_movement:
            return self.by_movement[movement]
        return self.text if checked or self.instead is None else self.instead

    def clip_id(self, *, checked: bool, movement: str | None = None) -> str:
        """Name the clip that speaks `text_for`: the cue's id, or that of its other form."""
        if movement in self.by_movement:
            return f"{self.id}.{movement}"
        return self.id if checked or self.instead is None else f"{self.id}.instead"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One practice: what it is for, when to choose something else, and its cues in order.

    `returns_to` names the block that a session without an end goes round in; without it there
    is no such session. `workability` asks first "can I look at this with a little curiosity?"
    and `three_questions` the mini-check of safety.md 4.4. An exercise with a `turn` is not
    listed: a running session turns to it.
    """

    id: str
    title: str
    part: Part
    form: str
    gate: Gate
    default_minutes: float
    purpose: str
    choose_else: str
    posture: str
    cues: tuple[Cue, ...]
    returns_to: str | None = None
    workability: bool = False
    three_questions: bool = False
    ends_in_silence: bool = False
    tool: Tool | None = None
    turn: Turn | None = None
    movements: tuple[Movement, ...] = ()

    def clip_texts(self) -> dict[str, str]:
        """Map every clip this exercise must have to the text it speaks."""
        texts = {cue.id: cue.text for cue in self.cues}
        texts |= {f"{cue.id}.instead": cue.instead for cue in self.cues if cue.instead}
        for cue in self.cues:
            texts |= {f"{cue.id}.{name}": text for name, text in cue.by_movement.items()}
        return texts


@dataclass(frozen=True, slots=True)
class Clip:
    """One spoken cue, or one page, on disk: an Ogg Vorbis file, mono, 24 kHz.

    `sentences_ms` gives where each of its sentences begins and ends, in ms from its start.
    """

    id: str
    path: Path
    length_ms: int
    sentences_ms: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Recording:
    """An exercise, or a lesson, in one voice.

    `lengths_ms` knows every clip id of it; `clips` only those that can be played.
    """

    voice: str
    clips: Mapping[str, Clip]
    lengths_ms: Mapping[str, int]

    @property
    def missing(self) -> tuple[str, ...]:
        """Give the ids of the clips that cannot be played."""
        return tuple(clip_id for clip_id in self.lengths_ms if clip_id not in self.clips)

    def with_clips_of(self, folder: str, other: Recording) -> Recording:
        """Add another recording's clips below a folder's name, for a session that turns to it."""
        clips = {f"{folder}/{name}": clip for name, clip in other.clips.items()}
        return replace(self, clips={**self.clips, **clips})

    def with_clip(self, clip: Clip) -> Recording:
        """Add one clip that belongs to no cue, such as the bell."""
        return replace(self, clips={**self.clips, clip.id: clip})


@dataclass(frozen=True, slots=True)
class Spoken:
    """An exercise together with the recording that speaks it."""

    exercise: Exercise
    recording: Recording


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that speaks the exercises, and perhaps the lessons; its id is its folder's name."""

    id: str
    name: str
    description: str
    reads_lessons: bool = False
