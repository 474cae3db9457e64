"""The movement ladder: what a person avoids and wants back; never a quota (techniques.md 3.7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import HIGHEST, LOWEST
from prt_desktop.domain.diary import Entry, MovementTrial

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

START_FEARS = (3, 4)
"""The fears, lowest and highest, with which a ladder is best begun (techniques.md 3.7)."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One feared movement: the fear it brought when it was put here (0 to 10), why it is wanted.

    `movement_id` names one of the graded practice's own movements, or is None. What was tried
    stands in the diary: entries of kind movement whose trial names this rung, each with the
    fear rated after it. A rung that `rests` is out of the way for now.
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


@dataclass(frozen=True, slots=True)
class Climb:
    """A rung with what was tried of it, the oldest try first."""

    rung: Rung
    tries: tuple[Entry, ...] = ()

    @property
    def fears(self) -> tuple[tuple[datetime, int], ...]:
        """Give the fear over time: at the beginning, then after each try that was rated."""
        rated = [
            (entry.created_at, entry.circumstances.ratings.fear)
            for entry in self.tries
            if entry.circumstances.ratings.fear is not None
        ]
        return ((self.rung.added_at, self.rung.fear), *rated)

    @property
    def fear(self) -> int:
        """Give the fear it brings now, as far as is known."""
        return self.fears[-1][1]

    @property
    def is_start(self) -> bool:
        """Say whether it is a good rung to begin with."""
        lowest, highest = START_FEARS
        return not self.rung.rests and lowest <= self.fear <= highest


def climbs(rungs: Iterable[Rung], entries: Sequence[Entry]) -> tuple[Climb, ...]:
    """Join the rungs with their tries, the least feared first, resting ones last."""
    tries: dict[str, list[Entry]] = {}
    for entry in entries:
        if isinstance(entry.details, MovementTrial) and entry.details.rung_id is not None:
            tries.setdefault(entry.details.rung_id, []).append(entry)
    joined = [Climb(rung, tuple(tries.get(rung.id, ()))) for rung in rungs]
    return tuple(sorted(joined, key=_place))


def lower(climb: Climb, ladder: Iterable[Climb]) -> Climb | None:
    """Give the next less feared rung that can be tried, for a bad day; None at the lowest."""
    below = [
        one
        for one in ladder
        if one.fear < climb.fear and not one.rung.rests and not one.rung.needs_clinician
    ]
    return max(below, key=_fear, default=None)


def _place(climb: Climb) -> tuple[bool, int, datetime]:
    return (climb.rung.rests, climb.fear, climb.rung.added_at)


def _fear(climb: Climb) -> int:
    return climb.fear
