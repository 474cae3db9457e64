"""`assets/lessons/*.md` as lessons: front matter, pages, and the numbers that they pull in."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from prt_desktop.content.claims import claim_faults
from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import Source, line_of, read_text, shaped, shaped_all
from prt_desktop.domain.lesson import FIGURE, Answer, Destination, Lesson, Page, Part, Question

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from prt_desktop.domain.citation import Reference

FENCE = "+++"
WORDS = (300, 700)
SHORT_WORDS = 60
ANSWERS = (2, 4)
ENGLISH = "en"
UNKNOWN_FIGURE = "\N{HORIZONTAL ELLIPSIS}"
_FILE_NAME = re.compile(r"^\d\d-[a-z0-9-]+\.md$")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The TOML between the `+++` lines of a lesson."""

    id: str
    title: str
    part: Part
    minutes: int
    objectives: tuple[str, ...]
    try_this: str
    short: str
    exercise: str | None = None
    opens: Destination | None = None
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """A `[[question]]` of the front matter, with its `[[question.answer]]` tables."""

    ask: str
    answer: tuple[Answer, ...]


def read_lesson(
    path: Path, references: Mapping[str, Reference] | None = None, language: str = ENGLISH
) -> Lesson:
    """Read one lesson file, with its numbers from the cards of `references`.

    Where these could not be read at all (None), an ellipsis stands for each number.
    Raises FaultyAssetError with all that is wrong in it.
    """
    text = read_text(path)
    front, body, body_line = _split(path, text)
    source = Source(path, front, first_line=2)
    found = source.tables.pop("question", [])
    table, faults = shaped(source, source.tables, FrontMatter)
    asked, question_faults = shaped_all(source, found, QuestionTable, "question")
    faults += question_faults + _question_faults(source, asked)
    raw, page_faults = _pages(path, body, body_line)
    pages = tuple(_filled(page, references, path, text, page_faults) for page in raw)
    faults += page_faults
    if table is not None:
        faults += _front_faults(source, table)
    words = sum(page.word_count for page in pages)
    if not page_faults and not WORDS[0] <= words <= WORDS[1]:
        message = f"a lesson has {WORDS[0]} to {WORDS[1]} words, this one {words}"
        faults.append(Fault(path, body_line, message))
    if faults or table is None:
        raise FaultyAssetError(faults)
    questions = tuple(Question(one.ask, one.answer) for one in asked.values())
    front_matter: dict[str, Any] = {one.name: getattr(table, one.name) for one in fields(table)}
    folder = str(path.parent)
    return Lesson(
        **front_matter, pages=pages, folder=folder, questions=questions, language=language
    )


@dataclass(frozen=True, slots=True)
class Links:
    """The names that a lesson may point at: sources, exercises, terms, and points to cover."""

    references: Collection[str]
    exercises: Collection[str]
    terms: Collection[str]
    points: Collection[str]


def link_faults(path: Path, lesson: Lesson, links: Links) -> list[Fault]:
    """Check what a lesson points at, its pictures with their words, and what it claims."""
    text = read_text(path)
    _front, body, body_line = _split(path, text)
    pages, faults = _pages(path, body, body_line)
    if lesson.exercise is not None and lesson.exercise not in links.exercises:
        message = f"there is no exercise {lesson.exercise}"
        faults.append(Fault(path, line_of(text, "exercise ="), message))
    faults += [
        Fault(path, line_of(text, "points ="), f"evidence.toml has no {point}")
        for point in lesson.points
        if point not in links.points
    ]
    for page in pages:
        faults += _page_faults(path, text, page, links)
    if lesson.language == ENGLISH:
        faults += claim_faults(path, text, lesson, pages)
    return faults


def _page_faults(path: Path, text: str, page: Page, links: Links) -> list[Fault]:
    faults = [
        Fault(path, line_of(text, f"@{key}", page.line), f"references.json has no {key}")
        for key in page.citations
        if key not in links.references
    ]
    faults += [
        Fault(path, line_of(text, f"term:{term}", page.line), f"glossary.toml has no {term}")
        for term in page.terms
        if term not in links.terms
    ]
    for picture in page.pictures:
        line = line_of(text, f"({picture.file_name})", page.line)
        if not picture.alt.strip():
            faults.append(Fault(path, line, f"{picture.file_name} has no alternative text"))
        if not (path.parent / picture.file_name).is_file():
            faults.append(Fault(path, line, f"the picture {picture.file_name} is missing"))
    return faults


def _filled(
    page: Page,
    references: Mapping[str, Reference] | None,
    path: Path,
    text: str,
    faults: list[Fault],
) -> Page:
    """Write the numbers of the cards into a page; those that no card has are told."""

    def figure(found: re.Match[str]) -> str:
        if references is None:
            return UNKNOWN_FIGURE
        key, name = found.groups()
        reference = references.get(key)
        if reference is None or name not in reference.card.figures:
            line = line_of(text, found[0], page.line)
            faults.append(Fault(path, line, f"no card has the figure {key}.{name}"))
            return found[0]
        return reference.card.figures[name].value

    return Page(page.heading, FIGURE.sub(figure, page.markdown), page.line)


def _question_faults(source: Source, asked: Mapping[int, QuestionTable]) -> list[Fault]:
    fewest, most = ANSWERS
    faults = []
    for index, one in asked.items():
        if not fewest <= len(one.answer) <= most:
            message = f"a question has {fewest} to {most} answers, this one {len(one.answer)}"
            faults.append(source.fault(message, "question", index))
        if not any(answer.fits for answer in one.answer):
            faults.append(source.fault("no answer `fits` this question", "question", index))
    return faults


def _split(path: Path, text: str) -> tuple[str, str, int]:
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        raise FaultyAssetError([Fault(path, 1, f"a lesson begins with a line of {FENCE}")])
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        message = f"the front matter is not closed by a second line of {FENCE}"
        raise FaultyAssetError([Fault(path, 1, message)])
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), min(end + 2, len(lines))


def _pages(path: Path, body: str, first_line: int) -> tuple[tuple[Page, ...], list[Fault]]:
    pages: list[Page] = []
    heading, start, kept = "", first_line, list[str]()
    faults: list[Fault] = []
    for line_number, line in enumerate([*body.split("\n"), "## "], first_line):
        if not line.startswith("## "):
            kept.append(line)
            continue
        text = "\n".join(kept).strip()
        if heading and text:
            pages.append(Page(heading, text, start))
        elif heading:
            faults.append(Fault(path, start, f"the page {heading!r} is empty"))
        elif text:
            at = start + next(n for n, one in enumerate(kept) if one.strip())
            faults.append(Fault(path, at, "text stands before the first `## ` heading"))
        heading, start, kept = line[3:].strip(), line_number, []
    if not pages and not faults:
        faults.append(Fault(path, first_line, "at least one page is expected: a `## ` heading"))
    return tuple(pages), faults


def _front_faults(source: Source, table: FrontMatter) -> list[Fault]:
    name = source.path.name
    rules = [
        (not _FILE_NAME.match(name), "", "a lesson's file is named NN-name.md"),
        (
            _FILE_NAME.match(name) is not None and name[3:-3] != table.id,
            "id",
            f"the id must be the file's name without number, {name[3:-3]}",
        ),
        (not 3 <= table.minutes <= 6, "minutes", "a lesson takes 3 to 6 minutes"),
        (not table.objectives, "objectives", "at least one objective is expected"),
        (
            table.exercise is None and table.opens is None,
            "exercise",
            "a lesson leads to one `exercise`, or `opens` one place of the program, or has both",
        ),
        (
            len(table.short.split()) > SHORT_WORDS,
            "short",
            f"the short version has at most {SHORT_WORDS} words",
        ),
    ]
    return [source.fault(message, key=key) for wrong, key, message in rules if wrong]
