"""Text as it is written and as it is spoken: sentences, pages, and the hash that names a text."""

from __future__ import annotations

import hashlib
import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE_END = re.compile(r"(?<=[.!?…])([\"\u201d\u2019)]*)\s+")
_ABBREVIATION = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|vs|e\.g|i\.e|etc|approx|No)\.$")
_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"\s*\[(?:-?@[^\]]+)\]"), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]+)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__|`)(.+?)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?!\s)(.+?)(?<!\s)\1(?!\w)"), r"\2"),
)
_LINE_MARK = re.compile(r"^\s*(?:>\s*|[-*+]\s+|\d+[.)]\s+|#{1,6}\s+)+")
_WORD = re.compile(r"\w+(?:['\u2019-]\w+)*")
_CLOSING = frozenset(".,;:!?…\"'\u201d\u2019")
_FARTHEST_WORDS = 150
"""So far a sentence may stand from the one before: between them lie pictures and tables."""


def collapsed(text: str) -> str:
    """Write every run of white space as one space and strip the ends."""
    return " ".join(text.split())


def text_sha256(text: str) -> str:
    """Name a text by its words with single spaces between; a manifest tells so what a clip says."""
    return hashlib.sha256(collapsed(text).encode()).hexdigest()


def sentences(text: str) -> tuple[str, ...]:
    """Split prose where a voice would stop; abbreviations do not end a sentence."""
    found: list[str] = []
    start = 0
    line = collapsed(text)
    for match in _SENTENCE_END.finditer(line):
        if _ABBREVIATION.search(line[start : match.start()]):
            continue
        found.append(line[start : match.end()].strip())
        start = match.end()
    found.append(line[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def spoken_page(heading: str, markdown: str) -> str:
    """Turn a lesson's page into what is read aloud: its heading and its prose.

    Citations, pictures, tables and comments are for the eye; a list item is a sentence.
    """
    for pattern, replacement in _MARKUP:
        markdown = pattern.sub(replacement, markdown)
    blocks: list[str] = [heading]
    open_block = False
    for raw in markdown.splitlines():
        marked = _LINE_MARK.match(raw)
        line = _LINE_MARK.sub("", raw).strip()
        if not line or line.startswith("|") or set(line) <= {"-", ":", "="}:
            open_block = False
            continue
        if open_block and not marked:
            blocks[-1] += f" {line}"
        else:
            blocks.append(line)
        open_block = True
    return " ".join(block if block[-1] in ".!?…:" else f"{block}." for block in blocks)


def found_in(spoken: Sequence[str], shown: str) -> tuple[tuple[int, int] | None, ...]:
    """Find spoken sentences in a text that also shows what is not said: where each begins and ends.

    They are looked for in their order, word by word; what stands between is passed over where two
    words go on behind it. A word that is shown differently costs its own sentence that word, and
    the others nothing. None for a sentence of which no word is there.
    """
    words = list(_WORD.finditer(shown))
    shown_words = [word[0] for word in words]
    said = [(n, word) for n, one in enumerate(spoken) for word in _WORD.findall(one)]
    places: list[list[int]] = [[] for _ in spoken]
    at = 0
    for k, (number, word) in enumerate(said):
        begins = not places[number]
        following = said[k + 1][1] if k + 1 < len(said) else None
        place = _next_place(shown_words[at : at + _FARTHEST_WORDS], word, following, begins=begins)
        if place is not None:
            places[number].append(at + place)
            at += place + 1
    return tuple(_whole(shown, words, one) if one else None for one in places)


def _next_place(near: list[str], word: str, following: str | None, *, begins: bool) -> int | None:
    """Find a word at its place, or farther on where the word after it follows it too.

    The first word of a sentence is looked for farther on even where it stands at its place:
    there may begin what is not said.
    """
    stands = near[:1] == [word]
    if stands and not begins:
        return 0
    for place, (one, after) in enumerate(pairwise([*near, None])):
        if one == word and following in {after, None}:
            return place
    return 0 if stands else None


def _whole(shown: str, words: list[re.Match[str]], places: list[int]) -> tuple[int, int]:
    """Give the span of words with the marks that stand right around it."""
    start, end = words[places[0]].start(), words[places[-1]].end()
    while end < len(shown) and shown[end] in _CLOSING:
        end += 1
    while start > 0 and shown[start - 1] in "\"'\u201c\u2018(":
        start -= 1
    return start, end
