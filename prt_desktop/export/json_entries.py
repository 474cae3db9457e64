"""Entries as one JSON array, every field named as in the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from prt_desktop.domain.diary import Entry


def entries_json(entries: Sequence[Entry]) -> bytes:
    """Give the entries as a JSON array of objects, oldest first, ending with a newline."""
    return msgspec.json.format(msgspec.json.encode(list(entries)), indent=1) + b"\n"


def within(entries: Sequence[Entry], first: date | None, last: date | None) -> list[Entry]:
    """Keep the entries written from `first` to `last`, both included, by their own dates."""
    return [
        entry
        for entry in entries
        if (first is None or entry.created_at.date() >= first)
        and (last is None or entry.created_at.date() <= last)
    ]
