"""`assets/safety/`: the question pages, the three questions, and the crisis card's countries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import (
    Source,
    headed,
    read_source,
    rows_before,
    shaped_all,
    used_twice,
)
from prt_desktop.domain.crisis import CrisisCountry, CrisisLine
from prt_desktop.domain.safety import (
    FitPage,
    FitPageId,
    MiniCheck,
    PageId,
    Question,
    QuestionPage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_QUESTIONS_OF_A_MINI_CHECK = 3


@dataclass(frozen=True, slots=True)
class PagesTable:
    """The head of `red-flags.toml`."""

    checked_on: date


@dataclass(frozen=True, slots=True)
class PageTable:
    """One `[[page]]` of questions."""

    id: PageId
    title: str
    intro: str
    action: str
    question: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class FitPageTable:
    """One `[[page]]` of `before-fit.toml`; `always` and `least` say what asks for its action."""

    id: FitPageId
    title: str
    intro: str
    action: str
    question: tuple[dict[str, Any], ...]
    always: tuple[str, ...] = ()
    least: int = 1


@dataclass(frozen=True, slots=True)
class MiniCheckTable:
    """The head of `three-questions.toml`."""

    checked_on: date
    title: str
    intro: str
    action: str


@dataclass(frozen=True, slots=True)
class CountryTable:
    """The head of a country's file."""

    country: str
    checked_on: date


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
    head, page_tables, faults = headed(source, PagesTable, PageTable, "page")
    pages: list[QuestionPage] = []
    for index, one in page_tables.items():
        asks, wrong = _questions(source, head, index, one.question)
        faults += wrong
        pages.append(QuestionPage(one.id, one.title, one.intro, one.action, asks))
    if not faults:
        faults += _page_faults(source, pages, PageId)
    if faults:
        raise FaultyAssetError(faults)
    return tuple(pages)


def read_fit_pages(path: Path) -> tuple[FitPage, ...]:
    """Read the pages before the fit worksheet in their fixed order; raises FaultyAssetError."""
    source = read_source(path)
    head, page_tables, faults = headed(source, PagesTable, FitPageTable, "page")
    pages: list[FitPage] = []
    for index, one in page_tables.items():
        asks, wrong = _questions(source, head, index, one.question)
        faults += wrong
        page = FitPage(one.id, one.title, one.intro, one.action, asks, one.always, one.least)
        pages.append(page)
        every = [question.id for question in asks]
        if not wrong and (not page.asks_for_check(every) or page.asks_for_check(())):
            words = "`always` and `least` must ask for something, and not for more than is asked"
            faults.append(source.fault(words, "page", index))
    if not faults:
        faults += _page_faults(source, pages, FitPageId)
    if faults:
        raise FaultyAssetError(faults)
    return tuple(pages)


def read_mini_check(path: Path) -> MiniCheck:
    """Read the three questions; raises FaultyAssetError."""
    source = read_source(path)
    table, questions, faults = headed(source, MiniCheckTable, Question, "question")
    faults += used_twice(source, {index: one.id for index, one in questions.items()}, "question")
    if not faults and len(questions) != _QUESTIONS_OF_A_MINI_CHECK:
        faults.append(source.fault("three `[[question]]` tables are expected"))
    if faults or table is None:
        raise FaultyAssetError(faults)
    asks = _dated(questions.values(), table.checked_on)
    return MiniCheck(table.title, table.intro, table.action, asks)


def read_crisis_country(path: Path) -> CrisisCountry:
    """Read one country of the crisis card; raises FaultyAssetError."""
    source = read_source(path)
    table, lines, faults = headed(source, CountryTable, LineTable, "line")
    faults += [
        source.fault("a number is shown only with the page where it was seen", "line", index)
        for index, line in lines.items()
        if not line.page.startswith("https://")
    ]
    if table is not None and not source.tables.get("line"):
        faults.append(source.fault("at least one `[[line]]` is expected"))
    if faults or table is None:
        raise FaultyAssetError(faults)
    return CrisisCountry(
        table.country,
        table.checked_on,
        tuple(
            CrisisLine(one.name, one.number, one.what, one.page, one.seen_on, one.page_dated)
            for one in lines.values()
        ),
    )


def _questions(
    source: Source, head: PagesTable | None, index: int, tables: Sequence[dict[str, Any]]
) -> tuple[tuple[Question, ...], list[Fault]]:
    """Read the questions of the index-th page, each with the day on which it was checked."""
    asked = rows_before(source.tables["page"], index, "question")
    found, faults = shaped_all(source, list(tables), Question, "page.question", asked)
    return _dated(found.values(), head.checked_on if head is not None else None), faults


def _dated(questions: Iterable[Question], checked_on: date | None) -> tuple[Question, ...]:
    """Give every question without a day of its own that of its file."""
    return tuple(replace(one, checked_on=one.checked_on or checked_on) for one in questions)


def _page_faults(
    source: Source, pages: Sequence[QuestionPage | FitPage], ids: type[PageId] | type[FitPageId]
) -> list[Fault]:
    expected = [page.value for page in ids]
    if [page.id.value for page in pages] != expected:
        return [source.fault(f"the pages must be {', '.join(expected)}, in this order", "page")]
    asked = [question.id for page in pages for question in page.questions]
    return used_twice(source, dict(enumerate(asked)), "page.question") + [
        source.fault(f"the page {page.id} asks nothing", "page", index)
        for index, page in enumerate(pages)
        if not page.questions
    ]
