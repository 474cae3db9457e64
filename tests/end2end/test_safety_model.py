"""Answers, checks, days and ways in any order, against a plain model of the rules (safety.md).

No path reaches a gated practice while something is open or no check is recorded; a tick shows
its action first; nothing that was typed is lost. The model keeps what is open as sets that shrink
and grow, unlike the record, which looks through all answers each time.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from prt_desktop.content.library import Library
from prt_desktop.domain.asking import Shown, Shows, leads_on, shown_after, shown_first
from prt_desktop.domain.circumstances import BodyArea
from prt_desktop.domain.diary import Draft
from prt_desktop.domain.errors import ContentError, GateClosedError, LengthRefusedError
from prt_desktop.domain.exercise import Exercise, Gate
from prt_desktop.domain.plan import StepKind, next_step
from prt_desktop.domain.safety import (
    Check,
    FitPageAnswer,
    FitPageId,
    MiniCheckAnswer,
    NewSymptomAnswer,
    Occasion,
    PageAnswer,
    PageId,
    SafetyRecord,
)
from prt_desktop.domain.safety_plan import PlanPart, SafetyPlan, newest_first
from prt_desktop.paths import Places
from prt_desktop.rendering import Rendering, Wish
from prt_desktop.storage.journal import Journal
from prt_desktop.ui.practise.doors import OwnDoors, RoomDoors
from tests.builders import EXERCISE_TOML, Clock, an_exercise, write_assets

if TYPE_CHECKING:
    from collections.abc import Callable

BACK, KNEE, EVERYWHERE = BodyArea.LOWER_BACK, BodyArea.LEFT_KNEE, BodyArea.WHOLE_BODY
FOR = ((), (BACK,), (KNEE,), (BACK, KNEE), (EVERYWHERE,))
AREAS = st.sampled_from(FOR)
TICKS = st.sampled_from(((), (), ("one",), ("one", "two")))
TEXTS = st.text("abcde \n", min_size=1, max_size=12)
UNSPOKEN = (ContentError, LengthRefusedError)
KNOWN = frozenset(PageId)
PRACTICES = {gate: an_exercise(id=f"p-{gate}", gate=gate) for gate in Gate}
YEAR = timedelta(days=365)


@dataclass
class Expected:
    """What is open, by the table of safety.md 4.5; every event changes it once."""

    flags: list[date] = field(default_factory=list)
    answered: set[str] = field(default_factory=set)
    pauses: list[tuple[date, set[BodyArea] | None]] = field(default_factory=list)
    checks: list[tuple[date, set[BodyArea]]] = field(default_factory=list)
    newest: date = date.min

    def page(self, page: PageId, on: date, *, ticked: bool) -> None:
        self.answered.add(page)
        if ticked:
            self.flags.append(on)

    def new_symptom(self, on: date) -> None:
        self.answered.clear()
        self.checks.clear()
        self.newest = on

    def mini_check(self, on: date, areas: tuple[BodyArea, ...]) -> None:
        self.answered.clear()
        everywhere = not areas or EVERYWHERE in areas
        self.pauses.append((on, None if everywhere else set(areas)))

    def check(self, on: date, today: date, areas: tuple[BodyArea, ...]) -> None:
        if on > today:
            return
        self.flags = [flag for flag in self.flags if on < flag]
        left = []
        for since, parts in self.pauses:
            rests = parts
            if on >= since:
                rests = None if parts is None else parts - set(areas)
                if parts is None or not rests or EVERYWHERE in areas:
                    continue
            left.append((since, rests))
        self.pauses = left
        if on >= self.newest:
            self.checks.append((on, set(areas)))

    def opens(self, gate: Gate, today: date, areas: tuple[BodyArea, ...]) -> bool:
        if gate is Gate.OPEN:
            return True
        if self.flags or self.answered != set(PageId):
            return False
        if any(self._meets(parts, areas) for _since, parts in self.pauses):
            return False
        return gate is not Gate.CHECKED or self.is_checked(today, areas)

    def is_checked(self, today: date, areas: tuple[BodyArea, ...]) -> bool:
        recent = [seen for on, seen in self.checks if today - YEAR <= on <= today]
        return any(EVERYWHERE in seen or seen.issuperset(areas) for seen in recent)

    def _meets(self, parts: set[BodyArea] | None, areas: tuple[BodyArea, ...]) -> bool:
        return parts is None or not areas or EVERYWHERE in areas or bool(parts & set(areas))


class Person(RuleBasedStateMachine):
    """Somebody who answers, sees clinicians, waits, writes, and tries every door."""

    assets: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="person-"))
        self.clock = Clock()
        self.model = Expected()
        self.shown: Shown | None = None
        self.texts: list[str] = []
        self.draft = ""
        self.plan: dict[PlanPart, str] = {}

    @initialize()
    def begin(self) -> None:
        self.journal = Journal(self.folder, self.clock)
        self.rendering = Rendering(
            self.assets, Places(self.folder, self.folder / "cache"), self.clock
        )

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @property
    def now(self) -> datetime:
        return self.clock()

    def step_on(self) -> None:
        """Let a second pass, so that no two answers have the same time."""
        self.clock.move(seconds=1)

    @rule(days=st.sampled_from((0, 0, 1, 6, 30, 364, 366, 400)), hours=st.integers(0, 30))
    def let_time_pass(self, days: int, hours: int) -> None:
        self.clock.move(days=days, hours=hours)

    @rule()
    def come_to_the_pages(self) -> None:
        self.shown = shown_first(self.journal.safety(), KNOWN)

    @rule()
    def leave_the_pages(self) -> None:
        self.shown = None

    @precondition(lambda self: self.shown is not None and self.shown.what is Shows.QUESTIONS)
    @rule(ticked=TICKS)
    def answer_the_page(self, ticked: tuple[str, ...]) -> None:
        assert self.shown is not None
        assert self.shown.page is not None
        self.step_on()
        page = self.shown.page
        answer = PageAnswer(page, ticked, self.now)
        self.journal.add_answer(answer)
        self.model.page(page, self.now.date(), ticked=bool(ticked))
        self.shown = shown_after(answer, self.journal.safety(), KNOWN)
        assert (self.shown == Shown(Shows.ACTION, page)) is bool(ticked)

    @precondition(lambda self: self.shown is not None and self.shown.what is Shows.ACTION)
    @rule()
    def go_on_from_the_action(self) -> None:
        self.shown = shown_first(self.journal.safety(), KNOWN)

    @precondition(lambda self: self.shown is not None and self.shown.what is Shows.END)
    @rule()
    def end_the_pages(self) -> None:
        assert leads_on(self.journal.safety()) <= (not self.model.flags)
        self.shown = None

    @rule(ticks=st.lists(TICKS, min_size=2, max_size=2))
    def answer_all_pages(self, ticks: list[tuple[str, ...]]) -> None:
        self.come_to_the_pages()
        for ticked in ticks:
            if self.shown is not None and self.shown.what is Shows.QUESTIONS:
                self.answer_the_page(ticked)
            if self.shown is not None and self.shown.what is Shows.ACTION:
                self.go_on_from_the_action()
        self.end_the_pages()

    @rule(something_new=st.booleans())
    def answer_anything_new(self, something_new: bool) -> None:
        self.step_on()
        self.journal.add_answer(NewSymptomAnswer(something_new, self.now))
        if something_new:
            self.model.new_symptom(self.now.date())

    @rule(ticked=TICKS, areas=AREAS, occasion=st.sampled_from(Occasion))
    def answer_the_three(
        self, ticked: tuple[str, ...], areas: tuple[BodyArea, ...], occasion: Occasion
    ) -> None:
        self.step_on()
        self.journal.add_answer(MiniCheckAnswer(ticked, areas, occasion, self.now))
        if ticked:
            self.model.mini_check(self.now.date(), areas)

    @rule(areas=AREAS)
    def tick_one_of_three_and_go_on(self, areas: tuple[BodyArea, ...]) -> None:
        """Do what the window leads to: the three questions, and then both pages again."""
        self.answer_the_three(("one",), areas, Occasion.FLARE)
        self.answer_all_pages([(), ()])

    @rule(page=st.sampled_from(FitPageId), asks=st.booleans())
    def answer_before_the_worksheet(self, page: FitPageId, asks: bool) -> None:
        self.step_on()
        self.journal.add_answer(FitPageAnswer(page, ("one",) * asks, asks, self.now))

    @rule(days=st.sampled_from((0, 0, 0, -1, -8, -400, 5)), areas=AREAS, said=TEXTS)
    def record_a_check(self, days: int, areas: tuple[BodyArea, ...], said: str) -> None:
        self.step_on()
        on = self.now.date() + timedelta(days=days)
        self.journal.add_answer(Check("Dr Sample", on, "back", said, self.now, areas))
        self.model.check(on, self.now.date(), areas)
        self.texts.append(said)

    @rule(text=TEXTS)
    def type_into_the_diary(self, text: str) -> None:
        self.draft += text
        self.journal.drafts.keep(Draft(self.draft))

    @rule(part=st.sampled_from(PlanPart), text=TEXTS)
    def type_into_the_safety_plan(self, part: PlanPart, text: str) -> None:
        kept = newest_first(self.journal.safety_plans.all())
        plan = kept[0] if kept else SafetyPlan("plan", self.now)
        self.journal.safety_plans.keep(plan.with_part(part, text, self.now))
        self.plan[part] = text

    @rule()
    def open_the_program_again(self) -> None:
        self.journal = Journal(self.folder, self.clock)

    @rule()
    def demonstrate(self) -> None:
        before, doors = self.journal.safety(), RoomDoors()
        for gate, practice in PRACTICES.items():
            assert doors.asks_for_clinician(practice) is (gate is not Gate.OPEN)
        assert self.journal.safety() == before

    @rule(gate=st.sampled_from(Gate))
    def ask_the_command_line(self, gate: Gate) -> None:
        """Nothing is spoken in this folder, so what may be heard fails for want of clips."""
        record = self.journal.safety()
        never = record == SafetyRecord(checks=record.checks)
        may = self.model.opens(gate, self.now.date(), ())
        if never:
            may = gate is not Gate.CHECKED or self.model.is_checked(self.now.date(), ())
        with pytest.raises(UNSPOKEN if may else GateClosedError):
            self.rendering.compose(Wish(f"p-{gate}", 60_000))

    @invariant()
    def no_door_opens_that_should_be_closed(self) -> None:
        doors, today = OwnDoors(self.journal, self.clock), self.now.date()
        for areas in FOR:
            doors.practise_for(areas)
            for gate, practice in PRACTICES.items():
                is_open = doors.closed(practice) is None
                assert is_open is self.model.opens(gate, today, areas), (gate, areas)
            assert not doors.checked or self.model.is_checked(today, areas)
            assert not (doors.checked and self.model.flags)

    @invariant()
    def today_offers_nothing_that_is_closed(self) -> None:
        for gate, practice in PRACTICES.items():
            offered = step_kind(self.journal, practice, self.now) is StepKind.PRACTICE
            assert not offered or self.model.opens(gate, self.now.date(), ())

    @invariant()
    def worksheet_opens_behind_everything(self) -> None:
        before = self.journal.safety().before_fit(self.now)
        if before.is_open:
            assert self.model.opens(Gate.NO_OPEN_FLAG, self.now.date(), ())
        if before.counts_gated:
            assert self.model.opens(Gate.CHECKED, self.now.date(), ())

    @invariant()
    def nothing_that_was_typed_is_lost(self) -> None:
        said = [check.said for check in self.journal.safety().checks]
        kept = self.journal.drafts.get()
        plan = newest_first(self.journal.safety_plans.all())

        assert said == self.texts
        assert (kept.text if kept is not None else "") == self.draft
        assert {part: plan[0].parts[part] for part in self.plan} == self.plan


def step_kind(journal: Journal, practice: Exercise, now: datetime) -> StepKind:
    """Say what Today offers somebody who has nothing but this practice."""
    return next_step(journal.safety(), (), (), (practice,), now).kind


def write_gated(folder: Path) -> Path:
    """Write a practice behind each gate, without clips."""
    write_assets(folder)
    for gate, practice in PRACTICES.items():
        text = EXERCISE_TOML.replace('id = "looking"', f'id = "{practice.id}"')
        path = folder / "audio" / practice.id / "exercise.toml"
        path.parent.mkdir()
        path.write_text(text.replace('gate = "no_open_flag"', f'gate = "{gate}"'), "utf-8")
    return folder


def walk(assets: Path, times: int, steps: int, phases: tuple[Phase, ...] = tuple(Phase)) -> None:
    """Let that many persons do that many things each, the same ones every time."""

    class Somebody(Person):
        """A person with these practices."""

    Somebody.assets = assets
    run_state_machine_as_test(
        Somebody,
        settings=settings(
            max_examples=times,
            stateful_step_count=steps,
            derandomize=True,
            database=None,
            deadline=None,
            phases=phases,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


@pytest.mark.parametrize(
    ("times", "steps"), [(200, 12), pytest.param(2_000, 30, marks=pytest.mark.soak)]
)
def test_no_order_of_answers_opens_what_should_be_closed(
    tmp_path: Path, times: int, steps: int
) -> None:
    assets = write_gated(tmp_path)

    walk(assets, times, steps)

    assert {one.id for one in Library(assets).exercises} >= {one.id for one in PRACTICES.values()}


def nothing(_record: SafetyRecord, *_areas: object) -> tuple[()]:
    """Be a rule that is broken: nothing is ever open, paused or still to answer."""
    return ()


def whenever_recorded(check: Check, answered_at: datetime) -> bool:
    """Be a rule that is broken: the day of the check does not matter."""
    return check.recorded_at > answered_at


@pytest.mark.parametrize(
    ("of", "rule_name", "broken"),
    [
        (SafetyRecord, "open_flags", nothing),
        (SafetyRecord, "pauses", nothing),
        (SafetyRecord, "unanswered_pages", nothing),
        (Check, "follows", whenever_recorded),
    ],
)
def test_broken_rule_is_found(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    of: type,
    rule_name: str,
    broken: Callable[..., object],
) -> None:
    assets = write_gated(tmp_path)
    monkeypatch.setattr(of, rule_name, broken)

    with pytest.raises(AssertionError):
        walk(assets, 400, 12, (Phase.generate,))
