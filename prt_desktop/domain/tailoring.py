"""How the plan fits itself to one person: fixed rules, each told where it changed something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.domain.bad_day import BadDay, was_lately
from prt_desktop.domain.diary import Entry, PracticeDetails, Reflection
from prt_desktop.domain.fit import FitReply, Reply
from prt_desktop.domain.four_weeks import (
    ChoiceKind,
    PlanStep,
    Rule,
    Task,
    TaskKind,
    When,
    chosen,
)
from prt_desktop.domain.ladder import Rung, climbs
from prt_desktop.domain.safety import SafetyRecord
from prt_desktop.domain.story import Goal, Story, wanted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from prt_desktop.domain.four_weeks import (
        FourWeeks,
        PlanChoice,
    )

FOLLOWS_STRESS = "follows-stress"
"""The statement of the fit worksheet that a rule looks at."""
_LIKE_A_FIGHT = 2


@dataclass(frozen=True, slots=True)
class Said:
    """What a rule found: words of the person to be put into its own, and what they belong to."""

    words: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A step as it is offered to this person; `rule` is the one that changed it, or None.

    `because` says so in words; `exchanged` is true where the person chose another task.
    """

    step: PlanStep
    task: Task
    rule: Rule | None = None
    because: str = ""
    exchanged: bool = False


Answers = Mapping[When, Said]


@dataclass(frozen=True, slots=True)
class Told:
    """What a person answered and wrote, as far as a rule may look at it."""

    safety: SafetyRecord
    entries: Sequence[Entry] = ()
    rungs: Sequence[Rung] = ()
    bad_days: Sequence[BadDay] = ()
    goals: Sequence[Goal] = ()
    stories: Sequence[Story] = ()
    fit_replies: Sequence[FitReply] = ()


def answers(told: Told, now: datetime) -> dict[When, Said]:
    """Find what the rules look at; what was not said is not there."""
    found: dict[When, Said] = {}
    if told.safety.valid_check(now) is None:
        found[When.UNCHECKED] = Said()
    if was_lately(told.bad_days, now):
        found[When.BAD_DAY] = Said()
    if _felt_like_a_fight(told.entries):
        found[When.FIGHTING] = Said()
    rung = _least_feared(told.rungs, told.entries)
    if rung is not None:
        found[When.FEARED] = Said(rung.name, rung.id)
    goal = next(iter(wanted(told.goals)), None)
    if goal is not None:
        found[When.WANTED] = Said(goal.text.strip())
    if any(story.going_on.strip() for story in told.stories):
        found[When.GOING_ON] = Said()
    said_yes = {one.id for one in told.fit_replies if one.reply is Reply.YES}
    if FOLLOWS_STRESS in said_yes:
        found[When.FOLLOWS_STRESS] = Said()
    return found


def fitted(plan: FourWeeks, told: Answers, choices: Sequence[PlanChoice]) -> dict[str, Fitted]:
    """Give every step of the plan as it is for this person, by its id.

    What the person exchanged stays so; else the first rule that is on and applies changes it.
    """
    exchanged = chosen(choices, ChoiceKind.EXCHANGED)
    off = chosen(choices, ChoiceKind.RULE_OFF)
    others = {other.id: other for other in plan.others}
    rules = [rule for rule in plan.rules if rule.when in told and rule.id not in off]
    found: dict[str, Fitted] = {}
    for step in plan.steps:
        other = others.get(exchanged[step.id].other) if step.id in exchanged else None
        if other is not None:
            found[step.id] = Fitted(replace(step, gate=other.gate), other.task, exchanged=True)
        else:
            found[step.id] = _by_rules(step, rules, told)
    return found


def accepted_by(plan: FourWeeks, step: PlanStep) -> frozenset[tuple[TaskKind, str]]:
    """Name the tasks that may count as this step: its own, and those that any rule may put there.

    So a rule that comes and goes takes nothing back that was done. A page counts only where the
    plan itself has it: a rule leads to one that may have been written long ago.
    """
    changes = (rule.change_of(step.id) for rule in plan.rules)
    tasks = [change.task for change in changes if change is not None]
    counted = [step.task, *(task for task in tasks if task.kind is not TaskKind.PAGE)]
    return frozenset((task.kind, task.target) for task in counted if task.target)


def _by_rules(step: PlanStep, rules: Sequence[Rule], told: Answers) -> Fitted:
    for rule in rules:
        change = rule.change_of(step.id)
        if change is not None:
            said = told[rule.when]
            task = replace(change.task, title=_with(change.task.title, said.words), item=said.item)
            return Fitted(step, task, rule, _with(rule.because, said.words))
    return Fitted(step, step.task)


def _with(words: str, said: str) -> str:
    """Put what was said in the place that is left for it, whatever signs it has."""
    return words.replace("%s", said)


def _felt_like_a_fight(entries: Sequence[Entry]) -> bool:
    """Say whether the last two practices that were answered for felt like a fight."""
    answered = [
        entry.details.reflection
        for entry in entries
        if isinstance(entry.details, PracticeDetails) and entry.details.reflection is not None
    ]
    last = answered[-_LIKE_A_FIGHT:]
    return len(last) == _LIKE_A_FIGHT and set(last) == {Reflection.FIGHTING}


def _least_feared(rungs: Iterable[Rung], entries: Sequence[Entry]) -> Rung | None:
    """Give the rung to begin with: the least feared of those that may be tried."""
    ladder = climbs(rungs, entries)
    may = (one for one in ladder if not one.rung.rests and not one.rung.needs_clinician)
    starts = [one for one in ladder if one.is_start and not one.rung.needs_clinician]
    first = next(iter(starts), None) or next(may, None)
    return first.rung if first is not None else None
