"""Finding words in the lessons: where they stand, with the passage round them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.folding import Folded, fold, folded
from prt_desktop.domain.prose import prose, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from prt_desktop.domain.glossary import Term
    from prt_desktop.domain.lesson import Lesson

MOST_HITS = 40
LONGEST_PASSAGE = 190
_BEFORE_HIT = 60
_LONG_WORD = 4
_MORE = "\N{HORIZONTAL ELLIPSIS}"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


class Where(IntEnum):
    """Where all the words were found together, the best place first.

    TERM is a word that the glossary explains, MEANING what it says there.
    """

    TITLE = 0
    HEADING = 1
    TERM = 2
    TEXT = 3
    MEANING = 4


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text: the letter at which it starts, and how many letters it has."""

    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the parts of it that were found."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A page of a lesson on which all the words stand; `page` counts from 0."""

    lesson_id: str
    page: int
    where: Where
    title: Marked
    heading: Marked
    passage: Marked


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A page, or a term that is explained on it: then `names` are its words."""

    lesson_id: str
    page: int
    title: Folded
    heading: Folded
    text: Folded
    names: Folded | None = None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The words looked for, each with the pattern that finds it."""

    words: tuple[tuple[str, re.Pattern[str]], ...]

    @property
    def all(self) -> frozenset[int]:
        return frozenset(range(len(self.words)))

    @property
    def phrase(self) -> str:
        return " ".join(word for word, _ in self.words)

    def within(self, text: Folded) -> frozenset[int]:
        """Give the numbers of the words that a text has."""
        return frozenset(
            number
            for number, (word, pattern) in enumerate(self.words)
            if word in text.folded and pattern.search(text.folded)
        )


class LessonIndex:
    """The words of a course, ready to be searched; making it reads every page once.

    Words may be typed in any order; all must stand on a page, its heading or the lesson's title.
    The last word may be just its beginning, others may have an ending of one or two letters.
    Meanings of the glossary are found where the course explains them first.
    """

    def __init__(self, lessons: Iterable[Lesson], glossary: Mapping[str, Term]) -> None:
        self._leaves = tuple(_leaves(lessons, glossary))

    @property
    def texts(self) -> tuple[str, ...]:
        """Give the folded text of every page and meaning, as it is searched."""
        return tuple(leaf.text.folded for leaf in self._leaves)

    def search(self, typed: str, most: int = MOST_HITS) -> Found:
        """Find what was typed; the best places come first, then the order of the course."""
        wanted = _wanted(typed)
        if not wanted.words:
            return Found()
        ranked = sorted(self._ranked(wanted))
        hits = tuple(_hit(self._leaves[rank[-1]], Where(rank[0]), wanted) for rank in ranked[:most])
        return Found(hits, len(ranked))

    def _ranked(self, wanted: _Wanted) -> Iterator[tuple[int, bool, int, bool, int]]:
        """Give what a hit ranks by, the best first, and last the number of its leaf.

        That is its place, whether the words stand apart there, how many of them stand elsewhere,
        and whether the last one goes on.
        """
        titles: dict[str, frozenset[int]] = {}
        whole = re.compile(rf"(?<!\w){re.escape(wanted.words[-1][0])}(?!\w)")
        for number, leaf in enumerate(self._leaves):
            if leaf.lesson_id not in titles:
                titles[leaf.lesson_id] = wanted.within(leaf.title)
            where = _where(leaf, wanted, titles[leaf.lesson_id])
            if where is not None:
                shown = _searched(leaf, where)
                apart = wanted.phrase not in shown.folded
                elsewhere = len(wanted.all - wanted.within(shown))
                yield where, apart, elsewhere, not whole.search(shown.folded), number


def _leaves(lessons: Iterable[Lesson], glossary: Mapping[str, Term]) -> Iterator[_Leaf]:
    explained: set[str] = set()
    for lesson in lessons:
        title = folded(lesson.title)
        for number, page in enumerate(lesson.pages):
            heading = folded(page.heading)
            yield _Leaf(lesson.id, number, title, heading, folded(prose(page.markdown)))
            for key in page.terms:
                term = glossary.get(key)
                if term is not None and key not in explained:
                    explained.add(key)
                    text = folded(f"{term.word}: {prose(term.meaning)}")
                    names = folded("\n".join((term.word, *term.also)))
                    yield _Leaf(lesson.id, number, title, heading, text, names)


def _wanted(typed: str) -> _Wanted:
    words = list(dict.fromkeys(_WORD.findall(fold(typed))))
    if not words:
        return _Wanted(())
    patterns = [_pattern(word) for word in words[:-1]]
    patterns.append(re.compile(rf"(?<!\w){re.escape(words[-1])}\w*"))
    return _Wanted(tuple(zip(words, patterns, strict=True)))


def _pattern(word: str) -> re.Pattern[str]:
    ending = r"\w{0,2}" if len(word) >= _LONG_WORD else ""
    return re.compile(rf"(?<!\w){re.escape(word)}{ending}(?!\w)")


def _where(leaf: _Leaf, wanted: _Wanted, title: frozenset[int]) -> Where | None:
    """Say where a leaf has all the words, each place counting with those above it."""
    if leaf.names is not None:
        if wanted.within(leaf.names) == wanted.all:
            return Where.TERM
        return Where.MEANING if wanted.within(leaf.text) == wanted.all else None
    if title == wanted.all and leaf.page == 0:
        return Where.TITLE
    heading = wanted.within(leaf.heading)
    if heading and heading | title == wanted.all:
        return Where.HEADING
    text = wanted.within(leaf.text)
    return Where.TEXT if text and text | heading | title == wanted.all else None


def _searched(leaf: _Leaf, where: Where) -> Folded:
    if where is Where.TERM and leaf.names is not None:
        return leaf.names
    places = {Where.TITLE: leaf.title, Where.HEADING: leaf.heading}
    return places.get(where, leaf.text)


def _hit(leaf: _Leaf, where: Where, wanted: _Wanted) -> Hit:
    title, heading = (_marked(one, wanted) for one in (leaf.title, leaf.heading))
    return Hit(leaf.lesson_id, leaf.page, where, title, heading, _passage(leaf.text, wanted))


def _marked(text: Folded, wanted: _Wanted) -> Marked:
    return Marked(text.text, _spans(text, wanted))


def _spans(text: Folded, wanted: _Wanted) -> tuple[Span, ...]:
    """Give every place of every word, in order, none over another."""
    places = sorted(
        text.span(*found.span())
        for word, pattern in wanted.words
        if word in text.folded
        for found in pattern.finditer(text.folded)
    )
    kept: list[Span] = []
    for start, end in places:
        if not kept or start >= kept[-1].start + kept[-1].length:
            kept.append(Span(start, end - start))
    return tuple(kept)


def _passage(text: Folded, wanted: _Wanted) -> Marked:
    """Give the sentence with the most of the words, and what follows it while there is room."""
    spans = _spans(text, wanted)
    parts = sentences(text.text)
    if not parts:
        return Marked("")
    start, end = min(parts, key=lambda part: -_distinct(text, part, spans))
    for following, stop in parts:
        joined = following >= end and "\n" not in text.text[end:following]
        if joined and stop - start <= LONGEST_PASSAGE:
            end = stop
    return _cut(text.text, start, end, spans)


def _distinct(text: Folded, part: tuple[int, int], spans: tuple[Span, ...]) -> int:
    start, end = part
    within = [one for one in spans if start <= one.start < end]
    return len({fold(text.text[one.start : one.start + one.length]) for one in within})


def _cut(text: str, start: int, end: int, spans: tuple[Span, ...]) -> Marked:
    """Cut a passage that is too long at words, so that the first hit stays in sight."""
    first = next((one.start for one in spans if start <= one.start < end), start)
    before, after = "", ""
    if end - start > LONGEST_PASSAGE and first - start > _BEFORE_HIT:
        start = text.find(" ", first - _BEFORE_HIT, first) + 1 or first
        before = _MORE
    if end - start > LONGEST_PASSAGE:
        cut = text.rfind(" ", start, start + LONGEST_PASSAGE)
        end, after = (cut if cut > first else start + LONGEST_PASSAGE), _MORE
    shift = len(before) - start
    kept = tuple(
        Span(one.start + shift, one.length)
        for one in spans
        if start <= one.start and one.start + one.length <= end
    )
    return Marked(f"{before}{text[start:end]}{after}", kept)
