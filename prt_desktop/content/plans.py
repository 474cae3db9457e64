"""`assets/plan/four-weeks.toml`: the plan, its rules, and what a step can be exchanged for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import (
    Source,
    line_of,
    read_source,
    read_text,
    rows_before,
    shaped_all,
    used_twice,
)
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.four_weeks import (
    Change,
    FourWeeks,
    PlanPage,
    PlanStep,
    Rule,
    Task,
    TaskKind,
    Week,
    When,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_SAID = "%s"
_CAN_BE_SAID = {When.FEARED, When.WANTED}


@dataclass(frozen=True, slots=True)
class StepTable:
    """One `[[week.step]]`, or one `[[other]]`."""

    id: str
    kind: TaskKind
    target: str = ""
    title: str = ""
    line: str = ""
    gate: Gate = Gate.OPEN

    @property
    def task(self) -> Task:
        """Give what is to be done."""
        return Task(self.kind, self.target, self.title, self.line)


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """One `[[rule.change]]`."""

    step: str
    kind: TaskKind
    target: str = ""
    title: str = ""
    line: str = ""

    @property
    def task(self) -> Task:
        """Give what is to be done instead."""
        return Task(self.kind, self.target, self.title, self.line)


@dataclass(frozen=True, slots=True)
class WeekTable:
    """One `[[week]]`."""

    id: str
    title: str
    about: str
    step: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One `[[rule]]`."""

    id: str
    when: When
    because: str
    does: str
    change: tuple[dict[str, Any], ...]


def read_four_weeks(path: Path) -> FourWeeks:
    """Read the plan; raises FaultyAssetError with all that is wrong."""
    source = read_source(path)
    weeks, faults = _weeks(source)
    rules, wrong = _rules(source)
    faults += wrong
    found = source.tables.get("other", [])
    others, wrong = shaped_all(source, found, StepTable, "other")
    faults += wrong + _task_faults(source, others, "other")
    faults += used_twice(source, {at: one.id for at, one in others.items()}, "other")
    faults += [
        source.fault(f"`{key}` is not known here; expected: week, rule, other", key, 0, key)
        for key in source.tables
        if key not in {"week", "rule", "other"}
    ]
    if not faults:
        faults = _whole_faults(source, weeks, rules)
    if faults:
        raise FaultyAssetError(faults)
    steps = tuple(PlanStep(one.id, one.task, one.gate) for one in others.values())
    return FourWeeks(weeks, rules, steps)


def link_faults(
    path: Path, plan: FourWeeks, lessons: Collection[str], exercises: Collection[str]
) -> list[Fault]:
    """Find the lessons and exercises that the plan names and nobody knows."""
    text = read_text(path)
    known = {TaskKind.LESSON: lessons, TaskKind.PRACTICE: exercises}
    tasks = [step.task for step in (*plan.steps, *plan.others)]
    tasks += [change.task for rule in plan.rules for change in rule.changes]
    return [
        Fault(path, line_of(text, f'target = "{name}"'), f"no {kind} is called {name}")
        for kind, name in dict.fromkeys((task.kind, task.target) for task in tasks)
        if kind in known and name not in known[kind]
    ]


def _weeks(source: Source) -> tuple[tuple[Week, ...], list[Fault]]:
    found = source.tables.get("week", [])
    tables, faults = shaped_all(source, found, WeekTable, "week")
    faults += used_twice(source, {at: one.id for at, one in tables.items()}, "week")
    weeks: list[Week] = []
    ids: dict[int, str] = {}
    for at, one in tables.items():
        before = rows_before(found, at, "step")
        steps, wrong = shaped_all(source, list(one.step), StepTable, "week.step", before)
        faults += wrong + _task_faults(source, steps, "week.step")
        ids |= {number: step.id for number, step in steps.items()}
        those = tuple(PlanStep(step.id, step.task, step.gate) for step in steps.values())
        weeks.append(Week(one.id, one.title, one.about, those))
    return tuple(weeks), faults + used_twice(source, ids, "week.step")


def _rules(source: Source) -> tuple[tuple[Rule, ...], list[Fault]]:
    found = source.tables.get("rule", [])
    tables, faults = shaped_all(source, found, RuleTable, "rule")
    faults += used_twice(source, {at: one.id for at, one in tables.items()}, "rule")
    rules: list[Rule] = []
    for at, one in tables.items():
        before = rows_before(found, at, "change")
        changes, wrong = shaped_all(source, list(one.change), ChangeTable, "rule.change", before)
        faults += wrong + _task_faults(source, changes, "rule.change")
        those = tuple(Change(change.step, change.task) for change in changes.values())
        rule = Rule(one.id, one.when, one.because, one.does, those)
        rules.append(rule)
        if one.when not in _CAN_BE_SAID and _SAID in str((one.because, those)):
            faults.append(source.fault(f"`{one.when}` says nothing for {_SAID}", "rule", at))
    return tuple(rules), faults


def _task_faults(
    source: Source, tables: dict[int, StepTable] | dict[int, ChangeTable], table: str
) -> list[Fault]:
    faults: list[Fault] = []
    for at, one in tables.items():
        needs_target = one.kind in {TaskKind.LESSON, TaskKind.PRACTICE, TaskKind.PAGE}
        if needs_target is not bool(one.target):
            says = "needs a `target`" if needs_target else "has no `target`"
            faults.append(source.fault(f"a {one.kind} {says}", table, at, "target"))
        elif one.kind is TaskKind.PAGE and one.target not in set(PlanPage):
            pages = ", ".join(PlanPage)
            faults.append(source.fault(f"a page is one of {pages}", table, at, "target"))
        has_words = one.kind in {TaskKind.LESSON, TaskKind.PRACTICE} or (one.title and one.line)
        if not has_words:
            faults.append(source.fault(f"a {one.kind} needs `title` and `line`", table, at))
    return faults


def _whole_faults(source: Source, weeks: tuple[Week, ...], rules: tuple[Rule, ...]) -> list[Fault]:
    if not weeks:
        return [source.fault("at least one `[[week]]` is expected")]
    faults = []
    for at, week in enumerate(weeks):
        rests = [step.task.kind is TaskKind.REST for step in week.steps]
        if not rests or rests[0] or rests[-1] or not any(rests):
            told = "a week needs a rest between its other steps"
            faults.append(source.fault(told, "week", at))
    steps = {step.id for week in weeks for step in week.steps}
    named = [change.step for rule in rules for change in rule.changes]
    faults += [
        source.fault(f"no step is called {one}", "rule.change", at, "step")
        for at, one in enumerate(named)
        if one not in steps
    ]
    return faults
