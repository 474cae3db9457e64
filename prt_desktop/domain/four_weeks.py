"""The four-week plan: weeks of small steps, and fixed rules that fit them to one person.

Nothing here knows a calendar: a week goes on when its steps are done or when the person says so
(techniques.md 3.10).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Gate

if TYPE_CHECKING:
    from collections.abc import Iterable


class TaskKind(StrEnum):
    """What there is to do: something to read, to practise, to write, to do in the day, or rest."""

    LESSON = "lesson"
    PRACTICE = "practice"
    PAGE = "page"
    DEED = "deed"
    REST = "rest"


class PlanPage(StrEnum):
    """The pages of the program on which a step of the plan may be written."""

    CHECK = "check"
    STORY = "story"
    MEASURES = "measures"
    EVIDENCE = "evidence"
    LADDER = "ladder"
    SETBACK = "setback"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    `target` is the id of its lesson or exercise, or the name of its page. `title` stands in the
    place of what the lesson or exercise is called; `line` says more. `item` is what to open on
    the page, such as a rung.
    """

    kind: TaskKind
    target: str = ""
    title: str = ""
    line: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One day's small step; `gate` holds for a page or a deed, a practice has its own."""

    id: str
    task: Task
    gate: Gate = Gate.OPEN


@dataclass(frozen=True, slots=True)
class Week:
    """Some steps that belong together, in the order in which they are offered."""

    id: str
    title: str
    about: str
    steps: tuple[PlanStep, ...]


class When(StrEnum):
    """What a rule looks at: what the person answered or wrote, never how strong the pain is."""

    UNCHECKED = "unchecked"
    BAD_DAY = "bad_day"
    FIGHTING = "fighting"
    FEARED = "feared"
    WANTED = "wanted"
    GOING_ON = "going_on"
    FOLLOWS_STRESS = "follows_stress"


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule puts in the place of a step's task; `%s` in its words is what was said."""

    step: str
    task: Task


@dataclass(frozen=True, slots=True)
class Rule:
    """A fixed rule that a person can read and switch off.

    `because` is said beside every step that it changed, `does` in the list of rules; `%s` in
    the first is what was said.
    """

    id: str
    when: When
    because: str
    does: str
    changes: tuple[Change, ...]

    def change_of(self, step_id: str) -> Change | None:
        """Give what it changes of a step, or None."""
        return next((one for one in self.changes if one.step == step_id), None)


@dataclass(frozen=True, slots=True)
class FourWeeks:
    """The plan as it is written; `others` is what any step can be exchanged for."""

    weeks: tuple[Week, ...]
    rules: tuple[Rule, ...] = ()
    others: tuple[PlanStep, ...] = ()

    @property
    def steps(self) -> tuple[PlanStep, ...]:
        """Give all steps in their order."""
        return tuple(step for week in self.weeks for step in week.steps)


class ChoiceKind(StrEnum):
    """What a person can say of the plan; the part before the colon of a choice's id."""

    DONE = "done"
    LEFT_OUT = "left_out"
    EXCHANGED = "exchanged"
    RULE_OFF = "rule_off"
    WEEK_BEGUN = "week_begun"
    PACKED = "packed"


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """One thing that a person said of the plan; see `plan_choice`.

    `about` is the id of a step, a rule or a week, or "" for the plan as a whole; `other` is
    the id of what a step was exchanged for.
    """

    id: str
    kind: ChoiceKind
    made_at: datetime
    about: str = ""
    other: str = ""


def plan_choice(kind: ChoiceKind, about: str, made_at: datetime, other: str = "") -> PlanChoice:
    """Make a choice; a later one of the same kind about the same thing takes its place."""
    return PlanChoice(choice_id(kind, about), kind, made_at, about, other)


def choice_id(kind: ChoiceKind, about: str = "") -> str:
    """Give the id that a choice of this kind about this thing has."""
    return f"{kind}:{about}"


def chosen(choices: Iterable[PlanChoice], kind: ChoiceKind) -> dict[str, PlanChoice]:
    """Give the choices of one kind by what they are about."""
    return {one.about: one for one in choices if one.kind is kind}
