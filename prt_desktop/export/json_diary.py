"""The whole diary as one JSON array, every field named as in the journal, and back.

Each object says in `kind` what it is; entries come first, oldest first. A template, which is of
an entry's kind itself, tells that as `entry_kind`.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from prt_desktop.domain.bad_day import BadDay
from prt_desktop.domain.circumstances import NO_CIRCUMSTANCES, Circumstances
from prt_desktop.domain.diary import Entry, EntryKind, Template, details_type
from prt_desktop.domain.errors import DiaryFileError
from prt_desktop.domain.evidence_sheet import Belief, EvidencePoint
from prt_desktop.domain.fit import FitReply
from prt_desktop.domain.four_weeks import PlanChoice
from prt_desktop.domain.good_day import Message, SetbackPlan
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.review import Review
from prt_desktop.domain.safety import (
    Check,
    FitPageAnswer,
    MiniCheckAnswer,
    NewSymptomAnswer,
    PageAnswer,
    SafetyRecord,
)
from prt_desktop.domain.safety_plan import SafetyPlan
from prt_desktop.domain.story import Goal, LifeEvent, Story
from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.domain.whole_plan import WholePlan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Value = TypeVar("Value")
_ENTRY_KINDS = frozenset(kind.value for kind in EntryKind)
_SAFETY = ("page_answer", "new_symptom", "check", "mini_check", "fit_page_answer", "safety_plan")
_TOLD = ("fit_reply", "story", "goal", "life_event")
_PLAN: dict[str, type] = {
    "plan_choice": PlanChoice,
    "bad_day": BadDay,
    "message": Message,
    "setback_plan": SetbackPlan,
    "review": Review,
}
_VALUES = ("point", "belief", "rung", "template", *_SAFETY, *_TOLD, *_PLAN)


class _EntryRecord(msgspec.Struct):
    """An entry as it stands in the array."""

    id: str
    created_at: datetime
    kind: EntryKind
    text: str = ""
    details: dict[str, Any] | None = None
    edited_at: datetime | None = None
    circumstances: Circumstances = NO_CIRCUMSTANCES


def diary_json(diary: WholeDiary) -> bytes:
    """Give a diary as a JSON array of objects, entries first, ending with a newline."""
    safety, plan = diary.safety, diary.plan
    planned = (plan.choices, plan.bad_days, plan.messages, plan.setback_plans, plan.reviews)
    told = [
        *map(msgspec.to_builtins, diary.entries),
        *_records("point", diary.points),
        *_records("belief", diary.beliefs),
        *_records("rung", diary.rungs),
        *_records("template", diary.templates),
        *({"kind": "own_sentence", "sentence": one} for one in diary.own_sentences),
        *_records("page_answer", safety.answers),
        *_records("new_symptom", safety.new_symptoms),
        *_records("check", safety.checks),
        *_records("fit_reply", diary.fit_replies),
        *_records("story", diary.stories),
        *_records("goal", diary.goals),
        *_records("life_event", diary.life_events),
        *(one for name, those in zip(_PLAN, planned, strict=True) for one in _records(name, those)),
        *_records("mini_check", safety.mini_checks),
        *_records("fit_page_answer", safety.fit_page_answers),
        *_records("safety_plan", diary.safety_plans),
    ]
    return msgspec.json.format(msgspec.json.encode(told), indent=1) + b"\n"


def diary_from_json(content: bytes) -> WholeDiary:
    """Read such an array back; raises DiaryFileError for anything else."""
    try:
        groups = _grouped(msgspec.json.decode(content, type=list[dict[str, Any]]))
        return _whole(groups)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DiaryFileError(
            "This file is not a diary that PRT Desktop wrote as JSON. Nothing was taken from it. "
            "Choose another file."
        ) from error


def _records(name: str, values: Iterable[object]) -> Iterator[dict[str, Any]]:
    for value in values:
        record: dict[str, Any] = msgspec.to_builtins(value)
        told = {**record, "kind": name}
        yield {**told, "entry_kind": record["kind"]} if "kind" in record else told


def _grouped(objects: Iterable[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    groups = defaultdict(list)
    for one in objects:
        kind = "entry" if one["kind"] in _ENTRY_KINDS else one["kind"]
        groups[kind].append({**one, "kind": one["entry_kind"]} if "entry_kind" in one else one)
    unknown = set(groups) - {"entry", "own_sentence", *_VALUES}
    if unknown:
        raise ValueError(f"unknown kinds: {sorted(unknown)}")
    return groups


def _whole(groups: Mapping[str, Sequence[dict[str, Any]]]) -> WholeDiary:
    def values(name: str, kind: type[Value]) -> tuple[Value, ...]:
        return tuple(msgspec.convert(one, kind) for one in groups.get(name, ()))

    return WholeDiary(
        tuple(_entry(msgspec.convert(one, _EntryRecord)) for one in groups.get("entry", ())),
        values("point", EvidencePoint),
        values("belief", Belief),
        values("rung", Rung),
        values("template", Template),
        tuple(msgspec.convert(one["sentence"], str) for one in groups.get("own_sentence", ())),
        SafetyRecord(
            values("page_answer", PageAnswer),
            values("new_symptom", NewSymptomAnswer),
            values("check", Check),
            values("mini_check", MiniCheckAnswer),
            values("fit_page_answer", FitPageAnswer),
        ),
        values("fit_reply", FitReply),
        values("story", Story),
        values("goal", Goal),
        values("life_event", LifeEvent),
        WholePlan(*(values(name, kind) for name, kind in _PLAN.items())),
        values("safety_plan", SafetyPlan),
    )


def _entry(record: _EntryRecord) -> Entry:
    kind = details_type(record.kind)
    details = None if kind is None else msgspec.convert(record.details, kind)
    return Entry(
        record.id,
        record.created_at,
        record.kind,
        record.text,
        details,
        record.edited_at,
        record.circumstances,
    )
