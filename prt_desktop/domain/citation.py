"""A source and its honesty card: who found what, with whom, and what limits it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class CardFigure:
    """A number as it is written everywhere, such as "33" or "66 %", and its row of the evidence."""

    value: str
    row: int


@dataclass(frozen=True, slots=True)
class HonestyCard:
    """What stands beside every number taken from a source (evidence.md, claim rules 4 and 7).

    `figures` holds the numbers by their names; lessons pull them from here, so that text and
    card cannot disagree.
    """

    design: str
    participants: str
    delivered_by: str
    compared_with: str
    limits: str
    funding: str
    strength: str
    looked_on: date
    figures: dict[str, CardFigure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """One source: bibliographic data as published, and its honesty card.

    `note` says what of the data could not be seen; a field that is "" was not seen at all.
    """

    key: str
    authors: tuple[str, ...]
    title: str
    journal: str
    year: int
    doi: str
    card: HonestyCard
    volume: str = ""
    issue: str = ""
    pages: str = ""
    url: str = ""
    note: str = ""

    @property
    def label(self) -> str:
        """Give the short name shown in the text, such as "Ashar and others, 2022"."""
        first, rest = self.authors[0], len(self.authors) - 1
        if rest == 0:
            return f"{first}, {self.year}"
        others = f"and {self.authors[1]}" if rest == 1 else "and others"
        return f"{first} {others}, {self.year}"

    @property
    def published_in(self) -> str:
        """Give where it stands, such as "JAMA Psychiatry, 2022;79(1):13-23"."""
        issue = f"({self.issue})" if self.issue else ""
        pages = f":{self.pages}" if self.pages else ""
        place = f";{self.volume}{issue}{pages}" if self.volume else ""
        return f"{self.journal}, {self.year}{place}" if self.journal else f"{self.year}"
