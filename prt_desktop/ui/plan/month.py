"""The plan read together: as it is written, and what the person did and said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.four_weeks import PlanPage
from prt_desktop.domain.good_day import setback_plan
from prt_desktop.domain.plan import Month, course_of

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.pace import Course
    from prt_desktop.storage.journal import Journal


def month_of(journal: Journal, library: Library) -> Month | None:
    """Give all that the next step is chosen from; None where the plan cannot be read."""
    plan = library.four_weeks
    if plan is None:
        return None
    return Month(
        plan,
        journal.plan_choices.all(),
        journal.rungs.all(),
        journal.bad_days.all(),
        journal.reviews.all(),
        journal.goals.all(),
        journal.stories.all(),
        journal.fit_replies.all(),
        _written(journal),
    )


def course_now(month: Month, journal: Journal, library: Library, now: datetime) -> Course:
    """Say how the plan stands just now."""
    safety, entries = journal.safety(), journal.entries()
    return course_of(month, safety, entries, library.lessons, library.exercises, now)


def _written(journal: Journal) -> dict[PlanPage, datetime]:
    """Give when each page of the plan was first written on; those of measures are entries."""
    setbacks = setback_plan(journal.setback_plans.all())
    times = {
        PlanPage.CHECK: [check.recorded_at for check in journal.safety().checks],
        PlanPage.STORY: [
            *(story.told_at for story in journal.stories.all()),
            *(goal.added_at for goal in journal.goals.all()),
        ],
        PlanPage.EVIDENCE: [point.added_at for point in journal.points.all()],
        PlanPage.LADDER: [rung.added_at for rung in journal.rungs.all()],
        PlanPage.MESSAGE: [message.made_at for message in journal.messages.all()],
        PlanPage.SETBACK: [setbacks.changed_at] if setbacks is not None else [],
    }
    return {page: min(those) for page, those in times.items() if those}
