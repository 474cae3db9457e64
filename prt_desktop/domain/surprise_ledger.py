"""The surprise ledger: two lists that grow out of the diary (techniques.md 3.3, 3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.diary import EntryKind, MovementTrial

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.diary import Entry


def what_did_not_happen(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the movements of which something feared did not come, the newest first."""
    return tuple(
        entry
        for entry in reversed(entries)
        if isinstance(entry.details, MovementTrial) and entry.details.did_not_happen.strip()
    )


def exceptions(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the moments that did not behave like an injury, the newest first."""
    return tuple(entry for entry in reversed(entries) if entry.kind is EntryKind.SURPRISE)
