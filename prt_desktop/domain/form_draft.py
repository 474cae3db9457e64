"""What stands half-written in a form, so that a crash loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Form(StrEnum):
    """The forms that have a draft, each of its own; the name is part of its file's name."""

    STORY = "story"
    GOAL = "goal"
    LIFE_EVENT = "life-event"
    SENTENCES = "sentences"
    MESSAGE = "message"
    SETBACK = "setback"
    REVIEW = "review"
    CHECK = "check"
    POINT = "point"
    MEASURE = "measure"
    RUNG = "rung"
    NUMBER = "number"
    LINE = "line"
    LOOK_BACK = "look-back"


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The fields of a form as they stand, by their names.

    `value_id` names what is being edited, or is None for something new. A choice is kept in
    `fields` under the name of its value.
    """

    fields: dict[str, str] = field(default_factory=dict)
    value_id: str | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written in any field."""
        return not any(text.strip() for text in self.fields.values())

    def text(self, name: str) -> str:
        """Give what stands in a field, "" where nothing does."""
        return self.fields.get(name, "")
