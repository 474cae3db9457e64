"""A lesson: short pages of Markdown, one idea each, with the sources it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

CITATION = re.compile(r"\[@([a-z0-9][a-z0-9-]*)\]")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'\u2019-]*")


class Part(StrEnum):
    """The parts of the course, in the order they are offered."""

    START = "start"
    BRAIN = "brain"
    EVIDENCE = "evidence"
    METHOD = "method"
    LIFE = "life"
    CLINICIAN = "clinician"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn figure on a page: the words that say the same, and its file's name."""

    alt: str
    file_name: str


@dataclass(frozen=True, slots=True)
class Page:
    """One idea: its heading, its Markdown, and the line of the file where it starts."""

    heading: str
    markdown: str
    line: int

    @property
    def citations(self) -> tuple[str, ...]:
        """Give the keys of the sources cited on this page, in order, each once."""
        return tuple(dict.fromkeys(CITATION.findall(self.markdown)))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Give the figures on this page, in order."""
        return tuple(Picture(alt, name) for alt, name in _PICTURE.findall(self.markdown))

    @property
    def word_count(self) -> int:
        """Count the words a person reads, without citations and picture links."""
        return len(_WORD.findall(_PICTURE.sub("", CITATION.sub("", self.markdown))))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of three to six minutes, ending with one thing to try.

    `exercise` is the id of the practice it leads to, or None; `short` is the version for a
    day when two paragraphs are too many.
    """

    id: str
    title: str
    part: Part
    minutes: int
    objectives: tuple[str, ...]
    exercise: str | None
    try_this: str
    short: str
    pages: tuple[Page, ...]
    folder: str

    @property
    def citations(self) -> tuple[str, ...]:
        """Give the keys of all sources the lesson cites, in order, each once."""
        return tuple(dict.fromkeys(key for page in self.pages for key in page.citations))

    @property
    def word_count(self) -> int:
        """Count the words on all pages."""
        return sum(page.word_count for page in self.pages)
