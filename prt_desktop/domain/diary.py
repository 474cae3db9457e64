"""What a person writes down: entries of several kinds, and the draft of the next one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class EntryKind(StrEnum):
    """What an entry is about; the last two are made by the program, not written by hand."""

    NOTE = "note"
    SURPRISE = "surprise"
    DID = "did"
    FEELING = "feeling"
    PRACTICE = "practice"
    LESSON = "lesson"


WRITTEN_KINDS = (EntryKind.NOTE, EntryKind.SURPRISE, EntryKind.DID, EntryKind.FEELING)


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing kept in the diary; `created_at` knows its time zone.

    `details` belongs to the kind: practice and lesson entries have theirs, others have none.
    """

    id: str
    created_at: datetime
    kind: EntryKind
    text: str = ""
    details: PracticeDetails | LessonDetails | None = None
    edited_at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse a time without its zone, and details that belong to another kind."""
        if self.created_at.tzinfo is None:
            raise ValueError("an entry's creation time needs its time zone")
        if type(self.details) is not _DETAILS.get(self.kind, type(None)):
            raise ValueError(f"an entry of kind {self.kind} has other details")


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-written entry, kept every two seconds so that a crash loses nothing.

    `entry_id` names the entry being edited, or is None for a new one.
    """

    text: str
    kind: EntryKind = EntryKind.NOTE
    entry_id: str | None = None


_DETAILS: dict[EntryKind, type] = {
    EntryKind.PRACTICE: PracticeDetails,
    EntryKind.LESSON: LessonDetails,
}


def new_entry_id() -> str:
    """Make an id of 32 hexadecimal digits that no other entry has."""
    return os.urandom(16).hex()
