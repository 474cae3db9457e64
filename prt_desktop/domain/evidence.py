"""What lessons may say: the rows of the evidence sheet, and the points the course must cover."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One finding in a plain sentence, its source, and how sure its reading is.

    `confidence` is "A" for a primary source, "B" for a reliable report, "C" for a practitioner's
    page and "D" for an inference of our own. `figures` holds the numbers by the names that the
    honesty cards use: "key.name".
    """

    id: int
    says: str
    source: str
    confidence: str
    figures: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that the founding article says, as the course takes it up."""

    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rows by their numbers, and the points by their names."""

    rows: dict[int, EvidenceRow]
    points: dict[str, Point]
