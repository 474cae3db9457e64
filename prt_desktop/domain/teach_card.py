"""A lesson as large cards for a room: one idea each, in the words that a page begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.lesson import CITATION, Picture
from prt_desktop.domain.prose import cited_prose, prose, sentences

if TYPE_CHECKING:
    from prt_desktop.domain.lesson import Lesson, Page

MOST_LETTERS = 170
MOST_ITEM_LETTERS = 420
_MORE = "\N{HORIZONTAL ELLIPSIS}"
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_PICTURE_ALONE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class TeachCard:
    """What one card says; `citations` are the keys of the sources of just these words."""

    heading: str
    words: str
    items: tuple[str, ...]
    citations: tuple[str, ...]
    picture: Picture | None

    @property
    def spoken(self) -> str:
        """Give the whole card as a screen reader says it, with the words of its figure."""
        parts = [self.heading, self.words, *self.items]
        if self.picture is not None:
            parts.append(self.picture.alt)
        ended = (
            part if part.endswith((".", "!", "?", _MORE, ":")) else f"{part}." for part in parts
        )
        return " ".join(one for one in ended if one != ".")


def teach_cards(lesson: Lesson) -> tuple[TeachCard, ...]:
    """Give one card for each page: its heading, its first sentence or two, its first figure.

    Where a page begins by naming what a list holds, the list is on the card too; one too long
    for a card is left out as a whole, so that nobody takes a part of it for all.
    """
    return tuple(_card(page) for page in lesson.pages)


def _card(page: Page) -> TeachCard:
    blocks = [
        block
        for block in re.split(r"\n\s*\n", page.markdown)
        if block.strip() and not _PICTURE_ALONE.match(block)
    ]
    opening = cited_prose(blocks[0]) if blocks else ""
    items: list[str] = []
    if _ITEM.match(blocks[0] if blocks else ""):
        opening, items = "", opening.split("\n")
    elif opening.endswith(":") and len(blocks) > 1 and _ITEM.match(blocks[1]):
        items = cited_prose(blocks[1]).split("\n")
    if sum(map(len, items)) > MOST_ITEM_LETTERS:
        items = []
    words = _ending(opening) if items else _beginning(opening)
    shown = "\n".join((words, *items))
    return TeachCard(
        page.heading,
        prose(words),
        tuple(map(prose, items)),
        _citations(shown, blocks[0] if blocks else "", page),
        next(iter(page.pictures), None),
    )


def _citations(shown: str, paragraph: str, page: Page) -> tuple[str, ...]:
    """Give the sources of some words; a number's may be named later in its paragraph or page."""
    found = tuple(dict.fromkeys(CITATION.findall(shown)))
    if found or not any(letter.isdigit() for letter in shown):
        return found
    return tuple(dict.fromkeys(CITATION.findall(paragraph))) or page.citations


def _beginning(text: str) -> str:
    """Give the first sentence, and the second where both are short enough for a card."""
    parts = sentences(text.split("\n", maxsplit=1)[0])
    if not parts:
        return ""
    end = parts[0][1]
    if len(parts) > 1 and len(prose(text[: parts[1][1]])) <= MOST_LETTERS:
        end = parts[1][1]
    words = text[:end]
    return f"{words[:-1]}{_MORE}" if words.endswith(":") else words


def _ending(text: str) -> str:
    """Give the last sentence, which leads to a list, and the one before where both are short."""
    parts = sentences(text)
    starts = [start for start, _end in parts[-2:]]
    fitting = (start for start in starts if len(prose(text[start:])) <= MOST_LETTERS)
    return text[next(fitting, starts[-1]) :] if starts else ""
