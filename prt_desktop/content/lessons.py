"""`assets/lessons/*.md` and `references.json`, as lessons and sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import Source, read_text, shaped
from prt_desktop.domain.citation import HonestyCard, Reference
from prt_desktop.domain.lesson import Lesson, Page, Part

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FENCE = "+++"
WORDS = (300, 700)
SHORT_WORDS = 60
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


@dataclass(frozen=True, slots=True)
class Name:
    """One author as CSL writes it."""

    family: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class CslItem:
    """The part of a CSL-JSON item that the program shows; `custom` is the honesty card."""

    id: str
    author: tuple[Name, ...]
    title: str
    issued: dict[str, Any]
    custom: HonestyCard
    container_title: str = ""
    DOI: str = ""


def read_lesson(path: Path) -> Lesson:
    """Read one lesson file; raises FaultyAssetError with all that is wrong in it."""
    text = read_text(path)
    front, body, body_line = _split(path, text)
    source = Source(path, front, first_line=2)
    table, faults = shaped(source, source.tables, FrontMatter)
    pages, page_faults = _pages(path, body, body_line)
    faults += page_faults
    if table is not None:
        faults += _front_faults(source, table)
    words = sum(page.word_count for page in pages)
    if not page_faults and not WORDS[0] <= words <= WORDS[1]:
        message = f"a lesson has {WORDS[0]} to {WORDS[1]} words, this one {words}"
        faults.append(Fault(path, body_line, message))
    if faults or table is None:
        raise FaultyAssetError(faults)
    return Lesson(
        id=table.id,
        title=table.title,
        part=table.part,
        minutes=table.minutes,
        objectives=table.objectives,
        exercise=table.exercise,
        try_this=table.try_this,
        short=table.short,
        pages=pages,
        folder=str(path.parent),
    )


def read_references(path: Path) -> dict[str, Reference]:
    """Read all sources by key; raises FaultyAssetError with all that is wrong."""
    text = read_text(path)
    try:
        items = msgspec.json.decode(text, type=list[dict[str, Any]])
    except (msgspec.DecodeError, RecursionError) as error:
        message = f"a list of CSL items is expected: {error}"
        raise FaultyAssetError([Fault(path, _json_line(text, str(error)), message)]) from error
    references: dict[str, Reference] = {}
    faults: list[Fault] = []
    for item in items:
        key = str(item.get("id", "?"))
        line = _line_of(text, f'"{key}"')
        if key in references:
            faults.append(Fault(path, line, f"{key} stands here twice"))
        try:
            references[key] = _reference(item)
        except (ValueError, LookupError, TypeError) as error:
            faults.append(Fault(path, line, f"{key}: {error}"))
    if faults:
        raise FaultyAssetError(faults)
    return references


def link_faults(
    path: Path, lesson: Lesson, references: Collection[str], exercises: Collection[str]
) -> list[Fault]:
    """Check what a lesson points at: its sources, its pictures with their words, its exercise."""
    text = read_text(path)
    faults = []
    if lesson.exercise is not None and lesson.exercise not in exercises:
        message = f"there is no exercise {lesson.exercise}"
        faults.append(Fault(path, _line_of(text, "exercise ="), message))
    for page in lesson.pages:
        faults += [
            Fault(path, _line_of(text, f"@{key}", page.line), f"references.json has no {key}")
            for key in page.citations
            if key not in references
        ]
        for picture in page.pictures:
            line = _line_of(text, f"({picture.file_name})", page.line)
            if not picture.alt.strip():
                faults.append(Fault(path, line, f"{picture.file_name} has no alternative text"))
            if not (path.parent / picture.file_name).is_file():
                faults.append(Fault(path, line, f"the picture {picture.file_name} is missing"))
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
            len(table.short.split()) > SHORT_WORDS,
            "short",
            f"the short version has at most {SHORT_WORDS} words",
        ),
    ]
    return [source.fault(message, key=key) for wrong, key, message in rules if wrong]


def _reference(item: dict[str, Any]) -> Reference:
    named = {key.replace("-", "_"): value for key, value in item.items()}
    csl = msgspec.convert(named, CslItem)
    if not csl.author:
        raise ValueError("at least one author is expected")
    return Reference(
        key=csl.id,
        authors=tuple(name.family for name in csl.author),
        title=csl.title,
        journal=csl.container_title,
        year=int(csl.issued["date-parts"][0][0]),
        doi=csl.DOI,
        card=csl.custom,
    )


def _json_line(text: str, message: str) -> int:
    at = re.search(r"byte (\d+)", message)
    return text.encode()[: int(at[1])].count(b"\n") + 1 if at else 1


def _line_of(text: str, fragment: str, first_line: int = 1) -> int:
    lines = text.split("\n")
    for number in range(first_line - 1, len(lines)):
        if fragment in lines[number]:
            return number + 1
    return first_line
