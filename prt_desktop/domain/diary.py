"""What a person writes down: entries of several kinds, and the draft of the next one."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import HIGHEST, LOWEST, NO_CIRCUMSTANCES, Circumstances

if TYPE_CHECKING:
    from collections.abc import Sequence


class EntryKind(StrEnum):
    """What an entry is about; practice and lesson are made by the program, not written by hand."""

    NOTE = "note"
    SURPRISE = "surprise"
    DID = "did"
    FEELING = "feeling"
    PRACTICE = "practice"
    LESSON = "lesson"
    THOUGHT = "thought"
    MOVEMENT = "movement"
    WRITING = "writing"
    LESSON_NOTE = "lesson_note"
    MEASURE = "measure"
    MEMO = "memo"


WRITTEN_KINDS = (EntryKind.NOTE, EntryKind.SURPRISE, EntryKind.DID, EntryKind.FEELING)
EDITABLE_KINDS = (
    *WRITTEN_KINDS,
    EntryKind.THOUGHT,
    EntryKind.MOVEMENT,
    EntryKind.WRITING,
    EntryKind.LESSON_NOTE,
    EntryKind.MEMO,
)
MOST_OWN_SENTENCES = 3
BIN_LASTS = timedelta(days=30)


class Reflection(StrEnum):
    """How a person was with the sensation; never how strong it was (techniques.md 3.4)."""

    CURIOUS = "curious"
    SO_SO = "so_so"
    FIGHTING = "fighting"


@dataclass(frozen=True, slots=True)
class PracticeDetails:
    """One practice: which exercise, how long it was to be and how long it was heard."""

    exercise_id: str
    planned_ms: int
    heard_ms: int
    finished: bool
    reflection: Reflection | None = None


@dataclass(frozen=True, slots=True)
class LessonDetails:
    """One lesson read to its end."""

    lesson_id: str


class NextTime(StrEnum):
    """How a person means to try a movement again; never how often (techniques.md 3.7)."""

    SAME = "same"
    WIDER = "wider"
    SMALLER = "smaller"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class ThoughtRecord:
    """A situation, the alarming thought that came in it, and a sentence fairer than that."""

    situation: str = ""
    thought: str = ""
    fairer: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what was written, in the order in which it is asked for."""
        return (self.situation, self.thought, self.fairer)

    def with_texts(self, texts: Sequence[str]) -> ThoughtRecord:
        """Give a record of these texts, which stand in the order of `texts`."""
        situation, thought, fairer = texts
        return ThoughtRecord(situation, thought, fairer)


@dataclass(frozen=True, slots=True)
class MovementTrial:
    """A movement tried with what was expected of it before and what came of it after.

    `movement` is its name or the person's own words for it; `movement_id` names one of the
    exercise's own movements, or is None; `rung_id` names the rung of the ladder, if there is one.
    """

    exercise_id: str
    movement: str
    movement_id: str | None = None
    prediction: str = ""
    happened: str = ""
    did_not_happen: str = ""
    learned: str = ""
    next_time: NextTime | None = None
    rung_id: str | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what was written, in the order in which it is asked for."""
        return (self.prediction, self.happened, self.did_not_happen, self.learned)

    def with_texts(self, texts: Sequence[str]) -> MovementTrial:
        """Give the same trial with these texts, which stand in the order of `texts`."""
        prediction, happened, did_not_happen, learned = texts
        return replace(
            self,
            prediction=prediction,
            happened=happened,
            did_not_happen=did_not_happen,
            learned=learned,
        )


@dataclass(frozen=True, slots=True)
class LessonNote:
    """A stretch of a lesson that a person marked; what they wrote at it is the entry's text.

    `page` counts from 0; `quote` is the marked text as it stood there, by which it is found
    again in a lesson that was revised.
    """

    lesson_id: str
    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Answers to our own questions, 0 to 10 or None; not a validated scale (measures.md).

    Average pain, and how much it was in the way of enjoying life and of daily activity, in the
    last week; fear of it, confidence to do things, the belief that pain means damage. How things
    changed on the whole is told in own words: the entry's text.
    """

    pain: int | None = None
    enjoyment: int | None = None
    activity: int | None = None
    fear: int | None = None
    confidence: int | None = None
    damage: int | None = None

    def __post_init__(self) -> None:
        """Refuse a number outside 0 to 10."""
        for name, value in self.given().items():
            if not LOWEST <= value <= HIGHEST:
                raise ValueError(f"{name} must be from {LOWEST} to {HIGHEST}, not {value}")

    def given(self) -> dict[str, int]:
        """Give what was answered, by the item's name, in the order in which it is asked."""
        values = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: value for name, value in values if value is not None}

    @property
    def mean_of_three(self) -> float | None:
        """Give the mean of pain, enjoyment and activity, or None if one was left out."""
        three = (self.pain, self.enjoyment, self.activity)
        given = [value for value in three if value is not None]
        return sum(given) / len(three) if len(given) == len(three) else None


@dataclass(frozen=True, slots=True)
class VoiceMemo:
    """A memo spoken by the person: the name of its sound, and its length in ms."""

    sound_id: str
    length_ms: int


OwnWords = ThoughtRecord | MovementTrial
Details = PracticeDetails | LessonDetails | OwnWords | LessonNote | Measure | VoiceMemo


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing kept in the diary; `created_at` knows its time zone.

    `details` belongs to the kind: notes, surprises, things done, feelings and writings have
    none, every other kind has its own.
    """

    id: str
    created_at: datetime
    kind: EntryKind
    text: str = ""
    details: Details | None = None
    edited_at: datetime | None = None
    circumstances: Circumstances = NO_CIRCUMSTANCES

    def __post_init__(self) -> None:
        """Refuse a time without its zone, and details that belong to another kind."""
        if self.created_at.tzinfo is None:
            raise ValueError("an entry's creation time needs its time zone")
        if type(self.details) is not _DETAILS.get(self.kind, type(None)):
            raise ValueError(f"an entry of kind {self.kind} has other details")


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-written entry, kept every two seconds so that a crash loses nothing.

    `entry_id` names the entry being edited, or is None for a new one. `details` are those of a
    thought or a movement, whose words they hold.
    """

    text: str
    kind: EntryKind = EntryKind.NOTE
    entry_id: str | None = None
    details: OwnWords | None = None
    circumstances: Circumstances = NO_CIRCUMSTANCES

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written in it and nothing told beside."""
        texts = self.details.texts if self.details is not None else ()
        is_written = any(text.strip() for text in (self.text, *texts))
        return not is_written and self.circumstances.is_empty


@dataclass(frozen=True, slots=True)
class Template:
    """A beginning for entries of one sort, under a name of the person's own."""

    id: str
    name: str
    kind: EntryKind
    text: str = ""
    circumstances: Circumstances = NO_CIRCUMSTANCES


@dataclass(frozen=True, slots=True)
class Binned:
    """An entry in the bin, and when it was put there."""

    entry: Entry
    removed_at: datetime


_DETAILS: dict[EntryKind, type[Details]] = {
    EntryKind.PRACTICE: PracticeDetails,
    EntryKind.LESSON: LessonDetails,
    EntryKind.THOUGHT: ThoughtRecord,
    EntryKind.MOVEMENT: MovementTrial,
    EntryKind.LESSON_NOTE: LessonNote,
    EntryKind.MEASURE: Measure,
    EntryKind.MEMO: VoiceMemo,
}


def details_type(kind: EntryKind) -> type[Details] | None:
    """Give the type of the details that entries of this kind have, or None for none."""
    return _DETAILS.get(kind)


def own_sentences(sentences: Sequence[str]) -> tuple[str, ...]:
    """Trim a person's own safety sentences and leave out empty ones, their order kept.

    Raises ValueError for more than three.
    """
    kept = tuple(sentence.strip() for sentence in sentences if sentence.strip())
    if len(kept) > MOST_OWN_SENTENCES:
        raise ValueError(f"at most {MOST_OWN_SENTENCES} own sentences are kept")
    return kept


def new_entry_id() -> str:
    """Make an id of 32 hexadecimal digits that no other entry has."""
    return os.urandom(16).hex()
