"""`assets/safety/`: the question pages and the countries of the crisis card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import Source, read_source, shaped, shaped_all
from prt_desktop.domain.safety import CrisisCountry, CrisisLine, PageId, Question, QuestionPage

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class PagesTable:
    """The head of `red-flags.toml`."""

    checked_on: date
    page: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class PageTable:
    """One `[[page]]` of questions."""

    id: PageId
    title: str
    intro: str
    action: str
    question: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class CountryTable:
    """The head of a country's file."""

    country: str
    checked_on: date
    line: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class LineTable:
    """One `[[line]]`; `page_dated` is the date that the page itself shows, if it shows one."""

    name: str
    number: str
    what: str
    page: str
    seen_on: date
    page_dated: date | None = None


def read_question_pages(path: Path) -> tuple[QuestionPage, ...]:
    """Read the safety pages in their fixed order; raises FaultyAssetError."""
    source = read_source(path)
    table, faults = shaped(source, source.tables, PagesTable)
    if table is None:
        raise FaultyAssetError(faults)
    page_tables, faults = shaped_all(source, table.page, PageTable, "page")
    pages: list[QuestionPage] = []
    asked = 0
    for one in page_tables:
        questions, wrong = shaped_all(source, one.question, Question, "page.question", asked)
        asked += len(one.question)
        faults += wrong
        pages.append(QuestionPage(one.id, one.title, one.intro, one.action, tuple(questions)))
    if not faults:
        faults += _page_faults(source, pages)
    if faults:
        raise FaultyAssetError(faults)
    return tuple(pages)


def read_crisis_country(path: Path) -> CrisisCountry:
    """Read one country of the crisis card; raises FaultyAssetError."""
    source = read_source(path)
    table, faults = shaped(source, source.tables, CountryTable)
    if table is None:
        raise FaultyAssetError(faults)
    lines, faults = shaped_all(source, table.line, LineTable, "line")
    faults += [
        source.fault("a number is shown only with the page where it was seen", "line", index)
        for index, line in enumerate(lines)
        if not line.page.startswith("https://")
    ]
    if faults:
        raise FaultyAssetError(faults)
    return CrisisCountry(
        table.country,
        table.checked_on,
        tuple(
            CrisisLine(one.name, one.number, one.what, one.page, one.seen_on, one.page_dated)
            for one in lines
        ),
    )


def _page_faults(source: Source, pages: list[QuestionPage]) -> list[Fault]:
    expected = [page.value for page in PageId]
    if [page.id.value for page in pages] != expected:
        return [source.fault(f"the pages must be {', '.join(expected)}, in this order", "page")]
    ids = [question.id for page in pages for question in page.questions]
    return [
        source.fault(f"the page {page.id} asks nothing", "page", index)
        for index, page in enumerate(pages)
        if not page.questions
    ] + [
        source.fault(f"the id {question_id} is used twice", "page.question", index)
        for index, question_id in enumerate(ids)
        if question_id in ids[:index]
    ]
