"""When pain may be asked for: only where a person chose so, and at most once in seven days.

Rating pain every day may keep it going (evidence.md rows 36 to 39).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import Measure

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from prt_desktop.domain.diary import Entry

ASKED_EVERY = timedelta(days=7)


def may_ask_for_pain(entries: Iterable[Entry], now: datetime, *, chosen: bool) -> bool:
    """Say whether pain may be asked for now; a measure that told it counts as asked."""
    since = now - ASKED_EVERY
    return chosen and not any(entry.created_at > since and _tells_pain(entry) for entry in entries)


def _tells_pain(entry: Entry) -> bool:
    in_measure = isinstance(entry.details, Measure) and entry.details.pain is not None
    return in_measure or entry.circumstances.ratings.pain is not None
