"""Who may open a practice: a person at home by their own record, or a clinician in the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from prt_desktop.domain.exercise import Gate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.circumstances import BodyArea
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.safety import Closed
    from prt_desktop.storage.journal import Journal


class Doors(Protocol):
    """What is known of a practice's gate (safety.md 4.5)."""

    @property
    def checked(self) -> bool:
        """Whether words that lean on a clinician's check may be spoken."""

    def practise_for(self, areas: tuple[BodyArea, ...]) -> None:
        """Take the parts of the body that the next practice is for; none when not known."""

    def closed(self, exercise: Exercise) -> Closed | None:
        """Say why a practice does not open, or None when it may."""

    def asks_person(self, exercise: Exercise) -> bool:
        """Say whether the person's own questions come before it."""

    def asks_for_clinician(self, exercise: Exercise) -> bool:
        """Say whether it is asked each time that a clinician is in the room."""


class OwnDoors:
    """The doors of a person at home: what they answered and what was checked decides."""

    def __init__(self, journal: Journal, clock: Callable[[], datetime]) -> None:
        self._journal = journal
        self._clock = clock
        self._areas: tuple[BodyArea, ...] = ()

    @property
    def checked(self) -> bool:
        """Whether a clinician's check is recorded that still counts."""
        return self._journal.safety().valid_check(self._clock(), self._areas) is not None

    def practise_for(self, areas: tuple[BodyArea, ...]) -> None:
        """Let a pause of other parts close nothing, until other parts are told."""
        self._areas = areas

    def closed(self, exercise: Exercise) -> Closed | None:
        """Say what the record says."""
        return self._journal.safety().closed(exercise.gate, self._clock(), self._areas)

    def asks_person(self, exercise: Exercise) -> bool:  # noqa: ARG002 - always
        """Say yes: nobody else can answer."""
        return True

    def asks_for_clinician(self, exercise: Exercise) -> bool:  # noqa: ARG002 - never
        """Say no: the record tells of the clinician."""
        return False


class RoomDoors:
    """The doors of a demonstration: no record, but each time a clinician who says so.

    Nothing of it is remembered, so that demonstrating is no back door (safety.md 4.5).
    """

    @property
    def checked(self) -> bool:
        """Say yes: what needs a check does not sound without a clinician in the room."""
        return True

    def practise_for(self, areas: tuple[BodyArea, ...]) -> None:
        """Take no notice: nothing is closed here."""

    def closed(self, exercise: Exercise) -> Closed | None:  # noqa: ARG002 - asked instead
        """Keep nothing closed: it is asked on the way."""
        return None

    def asks_person(self, exercise: Exercise) -> bool:  # noqa: ARG002 - never
        """Say no: nobody's own pain is practised with here."""
        return False

    def asks_for_clinician(self, exercise: Exercise) -> bool:
        """Say yes for all that is not always open."""
        return exercise.gate is not Gate.OPEN
