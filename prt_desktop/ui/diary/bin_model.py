"""The rows of the bin: what was removed, under the day it was written on, and when it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.diary import BIN_LASTS
from prt_desktop.ui.diary.timeline_model import TimelineModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from prt_desktop.domain.diary import Binned, Entry


class BinModel(TimelineModel):
    """Entries as in the timeline, each with the day on which it goes for good."""

    def __init__(self) -> None:
        super().__init__()
        self._goes: dict[str, date] = {}

    def show_binned(
        self, binned: Sequence[Binned], titles: Mapping[str, str], now: datetime
    ) -> None:
        """Show what is in the bin; `titles` as for the timeline."""
        self._goes = {
            one.entry.id: (one.removed_at + BIN_LASTS).astimezone(now.tzinfo).date()
            for one in binned
        }
        entries = sorted((one.entry for one in binned), key=lambda entry: entry.created_at)
        self.show_entries(entries, titles, now)

    def told(self, entry: Entry) -> str:
        """Say when an entry goes for good."""
        return self.tr("Goes for good on %s") % self.heading(self._goes[entry.id])
