"""The rest days of the plan that are ahead, as dates alone: a locked diary then tells them too."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prt_desktop.domain.plan import StepKind, next_step
from prt_desktop.ui.plan.month import month_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from prt_desktop.content.library import Library
    from prt_desktop.storage.journal import Journal

AHEAD = 7
"""How many days are looked at: as long as nothing is written, they stay as they are seen now."""


def rest_days(journal: Journal, library: Library, now: datetime) -> frozenset[date]:
    """Give the days, from today on, on which the plan has a rest and nothing else."""
    month = month_of(journal, library)
    if month is None:
        return frozenset()
    safety, entries = journal.safety(), journal.entries()
    days = (now + timedelta(days=ahead) for ahead in range(AHEAD))
    return frozenset(
        day.date()
        for day in days
        if next_step(safety, entries, library.lessons, library.exercises, day, month).kind
        is StepKind.REST_DAY
    )
