"""The plan as it is shipped: whatever somebody does with it, no gated step is ever offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.content.library import Library
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.four_weeks import (
    ChoiceKind,
    FourWeeks,
    PlanChoice,
    PlanPage,
    TaskKind,
    plan_choice,
)
from prt_desktop.domain.plan import Month, Step, StepKind, gate_of, next_step
from prt_desktop.domain.safety import NewSymptomAnswer, PageId, SafetyRecord
from tests.builders import NOON, a_bad_day, a_check, a_practice, a_read_lesson, a_rung, an_answer

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.domain.diary import Entry

LIBRARY = Library(Path(__file__).parents[2] / "assets")
DAY = timedelta(days=1)
GATES = {exercise.id: exercise.gate for exercise in LIBRARY.exercises}
ALWAYS = (StepKind.SEE_SOMEONE, StepKind.SAFETY_PAGES)


def plan() -> FourWeeks:
    found = LIBRARY.four_weeks
    assert found is not None
    return found


def offered(month: Month, safety: SafetyRecord, entries: list[Entry], days: int) -> Step:
    now = NOON + days * DAY
    return next_step(safety, entries, LIBRARY.lessons, LIBRARY.exercises, now, month)


def done(step: Step, days: int) -> tuple[Entry | None, PlanChoice | None]:
    """Do what is offered: give what that leaves in the diary, or what was said of it."""
    at = NOON + days * DAY
    if step.kind is StepKind.LESSON:
        return a_read_lesson(step.target or "", created_at=at), None
    if step.kind is StepKind.PRACTICE:
        return a_practice(step.target or "", created_at=at), None
    assert step.planned is not None
    return None, plan_choice(ChoiceKind.DONE, step.planned.step.id, at)


def walked(safety: SafetyRecord) -> list[str]:
    """Take every step on its day, and name them with the days of rest between."""
    entries: list[Entry] = []
    choices: list[PlanChoice] = []
    names: list[str] = []
    for days in range(60):
        step = offered(Month(plan(), tuple(choices)), safety, entries, days)
        if step.planned is None:
            break
        names.append(step.planned.step.id)
        if step.kind is not StepKind.REST_DAY:
            entry, choice = done(step, days)
            entries += [entry] if entry is not None else []
            choices += [choice] if choice is not None else []
    return names


def test_somebody_who_takes_a_step_a_day_walks_the_whole_plan() -> None:
    answered = tuple(an_answer(page) for page in PageId)
    checked = SafetyRecord(answers=answered, checks=(a_check(),))

    assert walked(checked) == [step.id for step in plan().steps]


def test_somebody_without_a_check_walks_it_too_on_other_steps() -> None:
    answered = SafetyRecord(answers=tuple(an_answer(page) for page in PageId))

    names = walked(answered)

    assert names == [step.id for step in plan().steps]


def test_no_rule_leads_behind_a_gate_that_the_step_itself_does_not_have() -> None:
    steps = {step.id: step for step in plan().steps}
    stricter = []
    for rule in plan().rules:
        for change in rule.changes:
            own, new = steps[change.step].task, change.task
            if new.target == PlanPage.LADDER or GATES.get(new.target) is Gate.CHECKED:
                is_gated = GATES.get(own.target) is Gate.CHECKED
                stricter += [] if is_gated or own.target == PlanPage.LADDER else [change.step]

    assert stricter == []


def test_what_a_step_can_be_exchanged_for_is_open_or_needs_no_check() -> None:
    practised = [one.task for one in plan().others if one.task.kind is TaskKind.PRACTICE]

    assert {GATES[task.target] for task in practised} <= {Gate.OPEN, Gate.NO_OPEN_FLAG}


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("step", "day", "tick", "none", "check", "new", "bad", "rung", "leave", "off", "swap")
        ),
        st.integers(0, 400),
    ),
    max_size=24,
)


@settings(max_examples=60, deadline=None)
@given(ACTS)
def test_no_way_through_the_plan_leads_to_what_is_closed(acts: list[tuple[str, int]]) -> None:
    walk_and_look(acts)


@pytest.mark.soak
@settings(max_examples=3_000, deadline=None)
@given(ACTS)
def test_no_way_through_the_plan_leads_to_what_is_closed_in_thousands(
    acts: list[tuple[str, int]],
) -> None:
    walk_and_look(acts)


def walk_and_look(acts: list[tuple[str, int]]) -> None:
    """Do these acts, and look after each at what is offered."""
    walk = Walk()

    for act, number in acts:
        walk.act(act, number)

        step = walk.step
        assert (step.kind in ALWAYS) is bool(
            walk.safety.open_flags() or walk.safety.unanswered_pages()
        )
        for one in (step, step.beyond):
            if one is not None and one.planned is not None:
                gate = gate_of(one.planned, GATES)
                assert walk.safety.closed(gate, walk.now) is None


class Walk:
    """Somebody who does anything at all with the plan, in any order."""

    def __init__(self) -> None:
        self.days = 0
        self.safety = SafetyRecord()
        self.entries: list[Entry] = []
        self.month = Month(plan())

    @property
    def now(self) -> datetime:
        return NOON + self.days * DAY

    @property
    def step(self) -> Step:
        return offered(self.month, self.safety, self.entries, self.days)

    def act(self, act: str, number: int) -> None:
        """Do one thing; the number says which or how much."""
        if act == "day":
            self.days += number
        elif act in {"tick", "none", "check", "new"}:
            self._answer(act, number)
        elif act == "bad":
            day = a_bad_day(self.now, went_on=bool(number % 2), looked_back=bool(number % 3))
            self.month = replace(self.month, bad_days=(*self.month.bad_days, day))
        elif act == "rung":
            rung = a_rung(str(number), added_at=self.now, needs_clinician=not number % 3)
            self.month = replace(self.month, rungs=(*self.month.rungs, rung))
        elif act == "step":
            self._take(self.step)
        else:
            self._say(act, number)

    def _answer(self, act: str, number: int) -> None:
        safety = self.safety
        if act == "check":
            check = a_check((self.now - number % 30 * DAY).date(), self.now)
            self.safety = replace(safety, checks=(*safety.checks, check))
        elif act == "new":
            answer = NewSymptomAnswer(bool(number % 2), self.now)
            self.safety = replace(safety, new_symptoms=(*safety.new_symptoms, answer))
        else:
            ticked = ("chest-pain",) if act == "tick" else ()
            given = tuple(an_answer(page, *ticked, answered_at=self.now) for page in PageId)
            self.safety = replace(safety, answers=(*safety.answers, *given))

    def _take(self, step: Step) -> None:
        if step.planned is not None and step.kind is not StepKind.REST_DAY:
            entry, choice = done(step, self.days)
            self.entries += [entry] if entry is not None else []
            if choice is not None:
                self.month = replace(self.month, choices=(*self.month.choices, choice))

    def _say(self, act: str, number: int) -> None:
        steps, rules, others = plan().steps, plan().rules, plan().others
        step = steps[number % len(steps)].id
        choice = {
            "leave": plan_choice(ChoiceKind.LEFT_OUT, step, self.now),
            "off": plan_choice(ChoiceKind.RULE_OFF, rules[number % len(rules)].id, self.now),
            "swap": plan_choice(
                ChoiceKind.EXCHANGED, step, self.now, others[number % len(others)].id
            ),
        }[act]
        self.month = replace(self.month, choices=(*self.month.choices, choice))
