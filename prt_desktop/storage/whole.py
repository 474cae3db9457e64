"""A journal read as one value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.domain.whole_plan import WholePlan

if TYPE_CHECKING:
    from prt_desktop.storage.journal import Journal


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
