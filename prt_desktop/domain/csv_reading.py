"""What comes of reading a CSV file: entries, and the rows that could not be read, with reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable


FIRST_YEAR, LAST_YEAR = 1900, 2199


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of one row: why it was not read, or what of it went into the words."""

    row: int
    reason: str
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Entries in the order of the file, and remarks by row; `double` rows were there already."""

    entries: tuple[Entry, ...] = ()
    remarks: tuple[Remark, ...] = ()
    double: int = 0

    @property
    def unread(self) -> tuple[Remark, ...]:
        """Give the remarks of rows that no entry was made of."""
        return tuple(one for one in self.remarks if not one.is_read)

    def without_double(self, kept: Iterable[Entry]) -> Reading:
        """Leave out entries with the id, or the time and text, of one that is kept or before."""
        ids = set()
        said = set()
        for entry in kept:
            ids.add(entry.id)
            said.add(_said(entry))
        new = []
        for entry in self.entries:
            if entry.id not in ids and _said(entry) not in said:
                new.append(entry)
            ids.add(entry.id)
            said.add(_said(entry))
        return Reading(tuple(new), self.remarks, len(self.entries) - len(new))


def _said(entry: Entry) -> tuple[object, ...]:
    if entry.text:
        return (entry.created_at, entry.text)
    return (entry.created_at, entry.kind, entry.details)
