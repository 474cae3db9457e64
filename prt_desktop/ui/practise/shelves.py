"""What the practices are for: the groups of the list, and their order."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from prt_desktop.domain.exercise import Gate, Part
from prt_desktop.practices import is_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prt_desktop.content.library import Library
    from prt_desktop.domain.exercise import Exercise

HARD_MOMENT = "flare-companion"
"""The practice that a hard moment leads to."""

SOOTHING = (
    HARD_MOMENT,
    "looking-around",
    "warmth-and-position",
    "kind-words",
    "paced-breathing",
)
"""What is offered instead where looking at the sensation is too much (techniques.md 3.2)."""

SHORT_FORM = "somatic-tracking-short"
"""What is offered to somebody who can only just be curious."""

_FIRST = ("somatic-tracking", SHORT_FORM, *SOOTHING, "paced-hands", "movement-imagined")


class Shelf(StrEnum):
    """One group of the list, in its place among the others."""

    LOOKING = "looking"
    SOOTHING = "soothing"
    GOOD = "good"
    MOVEMENT = "movement"
    THOUGHTS = "thoughts"
    MINUTE = "minute"
    OWN = "own"

    @property
    def heading(self) -> str:
        """Say what the practices of this group are for."""
        return {
            Shelf.LOOKING: _tr("Looking with curiosity"),
            Shelf.SOOTHING: _tr("Soothing for hard moments"),
            Shelf.GOOD: _tr("Leaning toward the good"),
            Shelf.MOVEMENT: _tr("Back to movement"),
            Shelf.THOUGHTS: _tr("Thoughts and feelings"),
            Shelf.MINUTE: _tr("A minute"),
            Shelf.OWN: _tr("Recordings of your own"),
        }[self]


def shelf_of(exercise: Exercise) -> Shelf:
    """Find the group of an exercise, by its part and form."""
    if is_own(exercise):
        return Shelf.OWN
    if exercise.form == "minute":
        return Shelf.MINUTE
    if exercise.part is Part.EVIDENCE or "movement" in exercise.form:
        return Shelf.MOVEMENT
    if exercise.part is Part.EMOTIONS:
        return Shelf.THOUGHTS
    if exercise.part is Part.PLEASANT:
        return Shelf.SOOTHING if exercise.gate is Gate.OPEN else Shelf.GOOD
    return Shelf.LOOKING


def on_shelves(exercises: Iterable[Exercise]) -> dict[Shelf, Sequence[Exercise]]:
    """Put exercises on their shelves, the most usual first; an empty shelf is left out."""
    ordered = sorted(exercises, key=_place)
    shelves = {shelf: [one for one in ordered if shelf_of(one) is shelf] for shelf in Shelf}
    return {shelf: those for shelf, those in shelves.items() if those}


def soothing(library: Library) -> tuple[Exercise, ...]:
    """Give the soothing practices that there are, in their order."""
    exercises = {one.id: one for one in library.exercises}
    return tuple(exercises[one] for one in SOOTHING if one in exercises)


def _place(exercise: Exercise) -> tuple[int, str]:
    return (_FIRST.index(exercise.id) if exercise.id in _FIRST else len(_FIRST), exercise.title)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelf", text)
