"""A safety plan for hard moments: written by the person, alone or with a clinician (safety.md 4.6).

It is kept in the journal and printed; nothing ever looks through it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_PART = 20_000


class PlanPart(StrEnum):
    """The parts of a safety plan in the order in which they help."""

    WARNING_SIGNS = "warning_signs"
    THINGS_THAT_HELP = "things_that_help"
    PEOPLE = "people"
    PROFESSIONALS = "professionals"
    SAFE_PLACE = "safe_place"
    MEANS = "means"


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """What a person wrote down, each part in their own words; an empty part says nothing."""

    id: str
    changed_at: datetime
    warning_signs: str = ""
    things_that_help: str = ""
    people: str = ""
    professionals: str = ""
    safe_place: str = ""
    means: str = ""

    def __post_init__(self) -> None:
        """Refuse a part that is longer than a page can hold."""
        for part, words in self.parts.items():
            if len(words) > LONGEST_PART:
                raise ValueError(f"{part} must be at most {LONGEST_PART} long, not {len(words)}")

    @property
    def parts(self) -> dict[PlanPart, str]:
        """Give the words of every part, in the order in which they help."""
        return {PlanPart(one.name): getattr(self, one.name) for one in fields(self)[2:]}

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written in it."""
        return not any(words.strip() for words in self.parts.values())

    def with_part(self, part: PlanPart, words: str, at: datetime) -> SafetyPlan:
        """Give the plan with other words in one part."""
        parts = {**self.parts, part: words}
        return SafetyPlan(self.id, at, *(parts[one] for one in PlanPart))


def newest_first(plans: Iterable[SafetyPlan]) -> tuple[SafetyPlan, ...]:
    """Put plans in order: there is one, unless another journal that was taken in had its own."""
    return tuple(sorted(plans, key=_changed, reverse=True))


def _changed(plan: SafetyPlan) -> datetime:
    return plan.changed_at
