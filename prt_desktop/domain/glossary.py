"""The hard words of the lessons, in plain ones."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word, its other forms, and what it means in one to three sentences."""

    id: str
    word: str
    meaning: str
    also: tuple[str, ...] = ()
