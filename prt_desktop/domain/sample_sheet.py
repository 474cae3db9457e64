"""Made-up evidence, beliefs and feared movements, to look at the program with."""

from __future__ import annotations

from datetime import datetime, timedelta

from prt_desktop.domain.evidence_sheet import Belief, Column, EvidencePoint
from prt_desktop.domain.ladder import Rung

_POINTS = (
    (Column.TOWARD_ALARM, "It moved from the left to the right within a morning.", False),
    (Column.TOWARD_ALARM, "Two hours in the cinema, and I forgot about the seat.", False),
    (Column.TOWARD_ALARM, "It began in the weeks when everything at work changed.", False),
    (Column.UNSURE, "It is always there after long car rides.", False),
    (Column.UNSURE, "What does the word degeneration in my report mean?", True),
)
_RUNGS = (
    ("Bend forward to the floor", 6, "To lift my niece.", "bend"),
    ("Carry the shopping in one go", 4, "To need no help with it.", "lift"),
    ("Sit through a film", 3, "To go out with friends again.", "sit"),
)
_BELIEVED = (30, 35, 45, 55)


def sample_points(now: datetime, days: int) -> tuple[EvidencePoint, ...]:
    """Make points in both columns, spread over the days before now."""
    return tuple(
        EvidencePoint(f"{number:032x}", _at(now, days, number, len(_POINTS)), column, text, (), ask)
        for number, (column, text, ask) in enumerate(_POINTS)
    )


def sample_beliefs(now: datetime, days: int) -> tuple[Belief, ...]:
    """Make a belief that grows a little, last of all."""
    return tuple(
        Belief(f"{number:032x}", _at(now, days, number, len(_BELIEVED)), sure)
        for number, sure in enumerate(_BELIEVED)
    )


def sample_rungs(now: datetime, days: int) -> tuple[Rung, ...]:
    """Make feared movements."""
    return tuple(
        Rung(f"{number:032x}", _at(now, days, number, len(_RUNGS)), name, fear, value, movement)
        for number, (name, fear, value, movement) in enumerate(_RUNGS)
    )


def _at(now: datetime, days: int, number: int, count: int) -> datetime:
    """Spread times evenly, the first at the beginning, the last a day before now."""
    gone = timedelta(days=max(1, days - 1)) * (1 - number / max(1, count - 1))
    return now - timedelta(days=1) - gone
