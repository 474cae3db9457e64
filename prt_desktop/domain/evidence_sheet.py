"""The evidence sheet: two honest columns, and how sure a person is over time.

techniques.md 3.3. Certainty is not needed to begin and usually grows last; no sum is made of the
points, and neither column wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

SUREST = 100


class Column(StrEnum):
    """Where a point stands on the sheet."""

    TOWARD_ALARM = "toward_alarm"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class EvidencePoint:
    """One point in the person's own or chosen words.

    `entry_ids` are the entries that it rests on; `ask_clinician` marks a question for the next
    visit. `waits_for_check`: it overlaps a red flag, so it stays grey and counts as no evidence
    until a clinician's check is recorded (safety.md 4.3).
    """

    id: str
    added_at: datetime
    column: Column
    text: str
    entry_ids: tuple[str, ...] = ()
    ask_clinician: bool = False
    waits_for_check: bool = False


@dataclass(frozen=True, slots=True)
class Belief:
    """How sure a person was on a day that the pain comes from an alarm: 0 to 100."""

    id: str
    rated_at: datetime
    sure: int

    def __post_init__(self) -> None:
        """Refuse a number outside 0 to 100."""
        if not 0 <= self.sure <= SUREST:
            raise ValueError(f"a belief must be from 0 to {SUREST}, not {self.sure}")
