"""`assets/lessons/references.json`: the sources, each with its honesty card."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import line_of, read_text
from prt_desktop.domain.citation import HonestyCard, Reference

if TYPE_CHECKING:
    from pathlib import Path

_IN_CARD = re.compile(r"\{([a-z_]+)\}")


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
    URL: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""
    note: str = ""


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
        line = line_of(text, f'"{key}"')
        if key in references:
            faults.append(Fault(path, line, f"{key} stands here twice"))
        try:
            references[key] = _reference(item)
        except (ValueError, LookupError, TypeError) as error:
            faults.append(Fault(path, line, f"{key}: {error}"))
    if faults:
        raise FaultyAssetError(faults)
    return references


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
        card=_filled(csl.custom),
        volume=csl.volume,
        issue=csl.issue,
        pages=csl.page,
        url=csl.URL,
        note=csl.note,
    )


def _filled(card: HonestyCard) -> HonestyCard:
    """Write a card's numbers into its sentences; raises ValueError for one that it lacks."""

    def figure(found: re.Match[str]) -> str:
        if found[1] not in card.figures:
            raise ValueError(f"the card has no figure {found[1]}")
        return card.figures[found[1]].value

    texts: dict[str, Any] = {
        one.name: _IN_CARD.sub(figure, getattr(card, one.name))
        for one in dataclasses.fields(card)
        if one.name not in ("looked_on", "figures")
    }
    return dataclasses.replace(card, **texts)


def _json_line(text: str, message: str) -> int:
    at = re.search(r"byte (\d+)", message)
    return text.encode()[: int(at[1])].count(b"\n") + 1 if at else 1
