"""The movement ladder: what a person avoids and wants back; never a quota (techniques.md 3.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from prt_desktop.domain.circumstances import HIGHEST, LOWEST


@dataclass(frozen=True, slots=True)
class Rung:
    """One feared movement: how much fear it brings (0 to 10), and why it is wanted back.

    `movement_id` names one of the graded practice's own movements, or is None. What was tried
    stands in the diary: entries of kind movement whose trial names this rung.
    """

    id: str
    added_at: datetime
    name: str
    fear: int
    value: str = ""
    movement_id: str | None = None
    needs_clinician: bool = False
    rests: bool = False

    def __post_init__(self) -> None:
        """Refuse a fear outside 0 to 10."""
        if not LOWEST <= self.fear <= HIGHEST:
            raise ValueError(f"fear must be from {LOWEST} to {HIGHEST}, not {self.fear}")
