"""A lesson as the HTML of a handout: its pages, what to try, and its sources with their limits."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.lesson import CITATION
from prt_desktop.domain.long_day import long_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson, Page, Picture

_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\([^)]*\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")


def handout_html(
    lesson: Lesson, references: Mapping[str, Reference], figure: Callable[[Picture], str]
) -> str:
    """Write the whole handout; `figure` gives the `<img>` of a picture, or "" without a drawing."""
    parts = [f"<h1>{escape(lesson.title)}</h1>"]
    for page in lesson.pages:
        parts.append(f"<h2>{escape(page.heading)}</h2>")
        parts.append(_body(page, references, figure))
    parts.append(f"<h2>{_tr('One thing to try')}</h2><p>{escape(lesson.try_this)}</p>")
    cited = [references[key] for key in lesson.citations if key in references]
    if cited:
        parts.append(f"<h2>{_tr('Sources and their limits')}</h2>")
        parts += [_source(reference) for reference in cited]
    return "".join(parts)


def _body(page: Page, references: Mapping[str, Reference], figure: Callable[[Picture], str]) -> str:
    """Write the words of a page, with its figures where they stand."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 42 ms, for the first handout

    def cite(found: re.Match[str]) -> str:
        reference = references.get(found[1])
        return f"({reference.label if reference is not None else found[1]})"

    plain = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    pictures = {picture.file_name: picture for picture in page.pictures}
    parts = _PICTURE.split(_LINK.sub(r"\1", CITATION.sub(cite, page.markdown)))
    return "".join(
        _pictured(pictures[part], figure) if part in pictures else str(plain.render(part))
        for part in parts
    )


def _pictured(picture: Picture, figure: Callable[[Picture], str]) -> str:
    drawn = figure(picture)
    return f'<p align="center">{drawn}</p>' if drawn else f"<p>[{escape(picture.alt)}]</p>"


def _source(reference: Reference) -> str:
    card = reference.card
    facts = (
        (_tr("What kind of study"), card.design),
        (_tr("Who took part"), card.participants),
        (_tr("Who gave the care"), card.delivered_by),
        (_tr("Compared with"), card.compared_with),
        (_tr("Limits"), card.limits),
        (_tr("Who paid"), card.funding),
        (_tr("How far it carries"), card.strength),
        (_tr("We last looked"), long_day(card.looked_on)),
    )
    told = "<br>".join(f"<b>{name}:</b> {escape(fact)}" for name, fact in facts if fact)
    where = [f"{reference.label}. {reference.published_in}."]
    if reference.doi:
        where.append(f"doi:{reference.doi}")
    return f"<h3>{escape(reference.title)}</h3><p>{escape(' '.join(where))}</p><p>{told}</p>"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Handout", text)
