"""A journal read as one value, and the tables that such a value fills."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.domain.whole_plan import WholePlan
from prt_desktop.storage import records
from prt_desktop.storage.migrations import new_tables
from prt_desktop.storage.whole_file import encoded, tables_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prt_desktop.domain.safety import SafetyAnswer
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.migrations import Tables
    from prt_desktop.storage.shelf import Named


def whole_diary(journal: Journal) -> WholeDiary:
    """Give all that the journal keeps, without what lies in its bin."""
    return WholeDiary(
        journal.entries(),
        journal.points.all(),
        journal.beliefs.all(),
        journal.rungs.all(),
        journal.templates.all(),
        journal.own_sentences(),
        journal.safety(),
        journal.fit_replies.all(),
        journal.stories.all(),
        journal.goals.all(),
        journal.life_events.all(),
        WholePlan(
            journal.plan_choices.all(),
            journal.bad_days.all(),
            journal.messages.all(),
            journal.setback_plans.all(),
            journal.reviews.all(),
        ),
        journal.safety_plans.all(),
    )


def tables_of(diary: WholeDiary) -> Tables:
    """Give a journal's tables that hold a diary, as they are read from a file; without a bin.

    An answer, which has no id of its own, is named by what it holds.
    """
    safety, plan = diary.safety, diary.plan
    tables = {
        **new_tables(),
        "entries": {entry.id: records.entry_record(entry) for entry in diary.entries},
        "own_sentences": records.sentence_records(diary.own_sentences),
        "answers": _answers(safety.answers),
        "new_symptoms": _answers(safety.new_symptoms),
        "checks": _answers(safety.checks),
        "mini_checks": _answers(safety.mini_checks),
        "fit_page_answers": _answers(safety.fit_page_answers),
        "points": _shelf(diary.points),
        "beliefs": _shelf(diary.beliefs),
        "rungs": _shelf(diary.rungs),
        "templates": _shelf(diary.templates),
        "fit_replies": _shelf(diary.fit_replies),
        "stories": _shelf(diary.stories),
        "goals": _shelf(diary.goals),
        "life_events": _shelf(diary.life_events),
        "plan_choices": _shelf(plan.choices),
        "bad_days": _shelf(plan.bad_days),
        "messages": _shelf(plan.messages),
        "setback_plans": _shelf(plan.setback_plans),
        "reviews": _shelf(plan.reviews),
        "safety_plans": _shelf(diary.safety_plans),
    }
    return tables_from(encoded(tables))


def _answers(answers: Iterable[SafetyAnswer]) -> dict[str, dict[str, Any]]:
    told = [records.answer_record(answer) for answer in answers]
    return {hashlib.sha256(encoded(one)).hexdigest()[:32]: one for one in told}


def _shelf(values: Iterable[Named]) -> dict[str, dict[str, Any]]:
    return {value.id: records.value_record(value) for value in values}
