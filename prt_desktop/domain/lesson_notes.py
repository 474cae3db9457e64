"""What a person marked in a lesson and wrote at it, and where that stands on a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import Entry, EntryKind, LessonNote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_NO_WORDS = re.compile(r"[\s\ufffc]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note's words begin and end in the text of a page, in characters."""

    note: Entry
    start: int
    end: int


def notes_of(entries: Iterable[Entry], lesson_id: str) -> tuple[Entry, ...]:
    """Give the notes of a lesson in the order of its pages, those of a page as they were made."""
    notes = [entry for entry in entries if note_in(entry, lesson_id) is not None]
    return tuple(sorted(notes, key=_page))


def note_in(entry: Entry, lesson_id: str) -> LessonNote | None:
    """Give what an entry marks in a lesson, or None if it is no note of that lesson."""
    details = entry.details
    if isinstance(details, LessonNote) and details.lesson_id == lesson_id:
        return details
    return None


def quoted(text: str) -> str:
    """Give marked words as they are kept: on one line, without pictures."""
    return _NO_WORDS.sub(" ", text).strip()


def places(notes: Iterable[Entry], shown: str) -> tuple[Place, ...]:
    """Find notes in the text of a page; one whose words are not there any more is left out.

    White space may have changed between the words, and nothing else.
    """
    found = []
    for note in notes:
        quote = note.details.quote if isinstance(note.details, LessonNote) else ""
        words = quote.split()
        match = re.search(r"[\s\ufffc]+".join(map(re.escape, words)), shown) if words else None
        if match is not None:
            found.append(Place(note, match.start(), match.end()))
    return tuple(found)


def new_note(entry_id: str, at: datetime, lesson_id: str, page: int, quote: str) -> Entry:
    """Make the note of some words of a page, counted from 0; nothing is written at it yet."""
    details = LessonNote(lesson_id, page, quoted(quote))
    return Entry(entry_id, at, EntryKind.LESSON_NOTE, "", details)


def with_words(note: Entry, words: str, at: datetime) -> Entry:
    """Give a note with other words at it."""
    return replace(note, text=words.strip(), edited_at=at)


def sentence_at(spans: Sequence[tuple[int, int]], position: int) -> int:
    """Give the number of the sentence that holds a position, or of the next one; -1 if none."""
    for number, (_start, end) in enumerate(spans):
        if position < end:
            return number
    return len(spans) - 1


def _page(note: Entry) -> tuple[int, datetime]:
    page = note.details.page if isinstance(note.details, LessonNote) else 0
    return page, note.created_at
