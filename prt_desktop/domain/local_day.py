"""When something was, as the person lived it: a day ends at midnight by their clock."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

SAME_PLACE = timedelta(hours=2)
"""Clocks further apart than this are those of two places; summer time moves one by less."""


def local_moment(moment: datetime, now: datetime) -> datetime:
    """Give a moment as the person's own clock said it; see `local_day`."""
    written, here = moment.utcoffset(), now.utcoffset()
    if written is None or here is None or abs(written - here) <= SAME_PLACE:
        return moment
    return moment.astimezone(now.tzinfo)


def local_day(moment: datetime, now: datetime) -> date:
    """Give the day of a moment as the person's own clock said it.

    A moment keeps the day of its own clock, so that a change to or from summer time moves
    nothing over midnight. What was written far away counts by the clock of here and now.
    """
    return local_moment(moment, now).date()
