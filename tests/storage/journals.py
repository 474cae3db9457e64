"""What tests do to a journal from outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from prt_desktop.storage.journal import Journal
from tests.builders import (
    Clock,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def reopened(journal: Journal) -> Journal:
    return Journal(journal.folder, Clock())


def files(folder: Path) -> dict[str, bytes]:
    """Read every file of a folder but the lock."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.name: path.read_bytes() for path in found if path.name != "journal.lock"}


def change_by_hand(journal: Journal, change: Callable[[dict[str, Any]], object]) -> bytes:
    """Change the file behind the journal's back and give its new bytes."""
    tables = msgspec.json.decode(journal.path.read_bytes())
    change(tables)
    journal.path.unlink()
    journal.path.write_bytes(msgspec.json.encode(tables))
    return journal.path.read_bytes()
