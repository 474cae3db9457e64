"""A guided exercise: cues, the pauses after them, and how guidance thins out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
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
        levels = list(Guidance)
        return levels.index(self) <= levels.index(sparsest)


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
    neutral text spoken while no clinician's check is recorded (safety.md 4.5).
    """

    id: str
    block: str
    text: str
    pause: Pause
    guidance: Guidance
    rank: int | None = None
    instead: str | None = None

    def text_for(self, *, checked: bool) -> str:
        """Give the words spoken, with or without a recorded check."""
        return self.text if checked or self.instead is None else self.instead

    def clip_id(self, *, checked: bool) -> str:
        """Name the clip that speaks `text_for`: the cue's id, or its neutral twin."""
        return self.id if checked or self.instead is None else f"{self.id}.instead"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One practice: what it is for, when to choose something else, and its cues in order."""

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

    def spoken_clip_ids(self, *, checked: bool) -> tuple[str, ...]:
        """Name every clip one playing can need, in order."""
        return tuple(cue.clip_id(checked=checked) for cue in self.cues)

    def clip_texts(self) -> dict[str, str]:
        """Map every clip this exercise must have to the text it speaks."""
        texts = {cue.id: cue.text for cue in self.cues}
        texts |= {f"{cue.id}.instead": cue.instead for cue in self.cues if cue.instead}
        return texts


@dataclass(frozen=True, slots=True)
class Clip:
    """One spoken cue on disk: an Ogg Vorbis file, mono, 24 kHz."""

    id: str
    path: Path
    length_ms: int


@dataclass(frozen=True, slots=True)
class Recording:
    """An exercise in one voice.

    `lengths_ms` knows every clip id of the exercise; `clips` only those that can be played.
    """

    voice: str
    clips: Mapping[str, Clip]
    lengths_ms: Mapping[str, int]

    @property
    def missing(self) -> tuple[str, ...]:
        """Give the ids of the clips that cannot be played."""
        return tuple(clip_id for clip_id in self.lengths_ms if clip_id not in self.clips)


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that speaks the exercises: its id is its folder's name."""

    id: str
    name: str
    description: str
