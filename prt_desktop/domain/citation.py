"""A source and its honesty card: who found what, with whom, and what limits it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HonestyCard:
    """What stands beside every number taken from a source (evidence.md, claim rules 4 and 7)."""

    design: str
    participants: str
    delivered_by: str
    compared_with: str
    limits: str
    funding: str
    strength: str
    looked_on: date


@dataclass(frozen=True, slots=True)
class Reference:
    """One source: bibliographic data as published, and its honesty card."""

    key: str
    authors: tuple[str, ...]
    title: str
    journal: str
    year: int
    doi: str
    card: HonestyCard

    @property
    def label(self) -> str:
        """Give the short name shown in the text, such as "Ashar and others, 2022"."""
        first, rest = self.authors[0], len(self.authors) - 1
        if rest == 0:
            return f"{first}, {self.year}"
        others = f"and {self.authors[1]}" if rest == 1 else "and others"
        return f"{first} {others}, {self.year}"
