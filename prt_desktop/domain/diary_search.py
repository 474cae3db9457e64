"""Finding entries of the diary again: by words, by kind, by tag."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import (
    Entry,
    EntryKind,
    LessonDetails,
    LessonNote,
    MovementTrial,
    PracticeDetails,
    ThoughtRecord,
)
from prt_desktop.domain.folding import fold, folded
from prt_desktop.domain.lesson_search import Marked, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from prt_desktop.domain.circumstances import BodyArea

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LATE = 240
_BEFORE = 60
_MORE = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words as they were typed, a kind, a tag; each may be left open."""

    typed: str = ""
    kind: EntryKind | None = None
    tag: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is looked for."""
        return not words_of(self.typed) and self.kind is None and not self.tag


class DiaryIndex:
    """Everything written in the diary, folded once, and again only where it has changed.

    `names` are the words for parts of the body. All words typed must stand in an entry, in any
    order; each may be the beginning of a longer one.
    """

    def __init__(self, names: Mapping[BodyArea, str]) -> None:
        self._names = names
        self._titles: Mapping[str, str] = {}
        self._entries: Sequence[Entry] = ()
        self._keys: dict[str, tuple[Entry, str]] = {}
        self._ready = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """Give the folded words of every entry, as they are searched."""
        self.prepare(len(self._entries))
        return tuple(self._keys[entry.id][1] for entry in self._entries)

    def take(self, entries: Sequence[Entry], titles: Mapping[str, str]) -> None:
        """Search these entries from now on; `titles` maps ids of lessons and practices to names."""
        if titles != self._titles:
            self._keys.clear()
        self._titles = titles
        self._entries = entries
        self._ready = 0

    def prepare(self, most: int) -> bool:
        """Fold up to `most` more entries, in idle time; False when all of them are ready."""
        start = self._ready
        self._ready = min(len(self._entries), start + most)
        for entry in self._entries[start : self._ready]:
            known = self._keys.get(entry.id)
            if known is None or (known[0] is not entry and known[0] != entry):
                self._keys[entry.id] = (entry, self._key(entry))
        return self._ready < len(self._entries)

    def search(self, wanted: Wanted) -> tuple[Entry, ...]:
        """Find the entries, in the order in which they were taken."""
        self.prepare(len(self._entries))
        found: Sequence[Entry] = self._entries
        if wanted.kind is not None:
            found = [entry for entry in found if entry.kind is wanted.kind]
        if wanted.tag:
            tag = fold(wanted.tag)
            found = [one for one in found if tag in map(fold, one.circumstances.tags)]
        for word in words_of(wanted.typed):
            beginning, keys = f" {word}", self._keys
            found = [entry for entry in found if beginning in keys[entry.id][1]]
        return tuple(found)

    def _key(self, entry: Entry) -> str:
        texts = searched_texts(entry, self._titles, self._names)
        return " " + " ".join(_WORD.findall(fold("\n".join(texts))))


def searched_texts(
    entry: Entry, titles: Mapping[str, str], names: Mapping[BodyArea, str]
) -> Iterator[str]:
    """Give all that can be found of an entry: what was written, and what it is about."""
    yield entry.text
    yield from _detail_texts(entry, titles)
    yield from entry.circumstances.tags
    yield from (names[area] for area in entry.circumstances.areas)


def words_of(typed: str) -> tuple[str, ...]:
    """Give the words of what was typed, folded, the longest first as they leave the fewest."""
    words = dict.fromkeys(_WORD.findall(fold(typed)))
    return tuple(sorted(words, key=len, reverse=True))


def marked(text: str, typed: str) -> Marked:
    """Give a text with the beginnings of words that were typed marked in it."""
    words = words_of(typed)
    if not words:
        return Marked(text)
    whole = folded(text)
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, words))})")
    spans = (whole.span(*found.span()) for found in pattern.finditer(whole.folded))
    return Marked(text, tuple(Span(start, end - start) for start, end in spans))


def passage(text: str, typed: str) -> Marked:
    """Give a text so that the first mark is near its beginning, with what comes before cut."""
    whole = marked(text, typed)
    first = whole.spans[0].start if whole.spans else 0
    if first <= _LATE:
        return whole
    at = max(text.rfind(" ", first - _BEFORE, first), text.rfind("\n", first - _BEFORE, first))
    start = at + 1 if at >= 0 else first - _BEFORE
    shift = len(_MORE) - start
    spans = tuple(Span(one.start + shift, one.length) for one in whole.spans)
    return Marked(f"{_MORE}{text[start:]}", spans)


def _detail_texts(entry: Entry, titles: Mapping[str, str]) -> Iterator[str]:
    details = entry.details
    if isinstance(details, ThoughtRecord):
        yield from details.texts
    elif isinstance(details, MovementTrial):
        yield details.movement
        yield from details.texts
    elif isinstance(details, LessonNote):
        yield details.quote
        yield titles.get(details.lesson_id, "")
    elif isinstance(details, LessonDetails):
        yield titles.get(details.lesson_id, details.lesson_id)
    elif isinstance(details, PracticeDetails):
        yield titles.get(details.exercise_id, details.exercise_id)
