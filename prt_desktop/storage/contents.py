"""What a journal's tables hold, read and proved as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from prt_desktop.domain.bad_day import BadDay
from prt_desktop.domain.diary import Binned, Entry, Template
from prt_desktop.domain.evidence_sheet import Belief, EvidencePoint
from prt_desktop.domain.fit import FitReply
from prt_desktop.domain.four_weeks import PlanChoice
from prt_desktop.domain.good_day import Message, SetbackPlan
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.review import Review
from prt_desktop.domain.safety import SafetyRecord
from prt_desktop.domain.safety_plan import SafetyPlan
from prt_desktop.domain.story import Goal, LifeEvent, Story
from prt_desktop.storage import records

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.storage.migrations import Tables

SHELVES: dict[str, type] = {
    "points": EvidencePoint,
    "beliefs": Belief,
    "rungs": Rung,
    "templates": Template,
    "fit_replies": FitReply,
    "stories": Story,
    "goals": Goal,
    "life_events": LifeEvent,
    "plan_choices": PlanChoice,
    "bad_days": BadDay,
    "messages": Message,
    "setback_plans": SetbackPlan,
    "reviews": Review,
    "safety_plans": SafetyPlan,
}


@dataclass(slots=True)
class Contents:
    """All that a journal holds, by its ids; `shelves` are the small tables by their names."""

    entries: dict[str, Entry] = field(default_factory=dict)
    bin: dict[str, Binned] = field(default_factory=dict)
    safety: SafetyRecord = field(default_factory=SafetyRecord)
    own_sentences: tuple[str, ...] = ()
    shelves: dict[str, dict[str, Any]] = field(default_factory=dict)


def contents_of(tables: Tables, now: datetime) -> Contents:
    """Read everything in `tables`; raises JournalUnreadableError naming what does not fit."""
    entries = records.entries_from(tables.get("entries", {}).values())
    binned = records.binned_from(tables.get("bin", {}).values(), now)
    return Contents(
        {entry.id: entry for entry in entries},
        {one.entry.id: one for one in binned},
        safety_of(tables),
        records.sentences_from(tables.get("own_sentences", {})),
        {name: _shelf(tables, name) for name in SHELVES},
    )


def safety_of(tables: Tables) -> SafetyRecord:
    """Read the answers to the safety pages and the checks; raises JournalUnreadableError."""
    return SafetyRecord(
        records.page_answers_from(tables.get("answers", {}).values()),
        records.new_symptoms_from(tables.get("new_symptoms", {}).values()),
        records.checks_from(tables.get("checks", {}).values()),
        records.mini_checks_from(tables.get("mini_checks", {}).values()),
        records.fit_page_answers_from(tables.get("fit_page_answers", {}).values()),
    )


def _shelf(tables: Tables, name: str) -> dict[str, Any]:
    values: list[Any] = records.values_from(tables.get(name, {}).values(), SHELVES[name])
    return {value.id: value for value in values}
