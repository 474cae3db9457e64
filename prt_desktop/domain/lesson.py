"""A lesson: short pages of Markdown, one idea each, with the sources it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

CITATION = re.compile(r"\[@([a-z0-9][a-z0-9-]*)\]")
FIGURE = re.compile(r"\{([a-z0-9][a-z0-9-]*)\.([a-z_]+)\}")
TERM = re.compile(r"\[([^\]]+)\]\(term:([a-z0-9-]+)\)")
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


class Destination(StrEnum):
    """The places of the program that a lesson may lead to instead of a practice."""

    TODAY = "today"
    PRACTISE = "practise"
    DIARY = "diary"
    SAFETY = "safety"
    SETTINGS = "settings"
    CRISIS = "crisis"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question, and what is said to whoever chooses it; nobody is marked."""

    text: str
    said: str
    fits: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A gentle question at the end of a lesson, with two to four answers."""

    ask: str
    answers: tuple[Answer, ...]


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
    def terms(self) -> tuple[str, ...]:
        """Give the ids of the glossary's terms that are explained on this page, each once."""
        return tuple(dict.fromkeys(term for _word, term in TERM.findall(self.markdown)))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Give the figures on this page, in order."""
        return tuple(Picture(alt, name) for alt, name in _PICTURE.findall(self.markdown))

    @property
    def word_count(self) -> int:
        """Count the words a person reads, without citations and picture links."""
        prose = TERM.sub(r"\1", CITATION.sub("", self.markdown))
        return len(_WORD.findall(_PICTURE.sub("", prose)))


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson of three to six minutes, ending with one thing to try.

    Its end leads to the place `opens`, or else to the practice whose id is `exercise`, which
    belongs to it in any case (Today offers it); `short` is the
    version for a day when two paragraphs are too many. `points` names what of the founding
    article it covers (evidence.md, F1 to F15). `language` is what it is written in: where a
    translated course lacks it, that is English.
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
    opens: Destination | None = None
    questions: tuple[Question, ...] = ()
    points: tuple[str, ...] = ()
    language: str = "en"

    @property
    def citations(self) -> tuple[str, ...]:
        """Give the keys of all sources the lesson cites, in order, each once."""
        return tuple(dict.fromkeys(key for page in self.pages for key in page.citations))

    @property
    def word_count(self) -> int:
        """Count the words on all pages."""
        return sum(page.word_count for page in self.pages)
