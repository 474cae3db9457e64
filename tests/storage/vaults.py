"""Vaults whose guesses cost nothing, and a look at what lies on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.storage.journal import Journal
from prt_desktop.storage.passphrase import Cost
from tests.builders import Clock

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.storage.recovery_key import RecoveryKey

CHEAP = Cost(memory_kib=32, passes=1, lanes=1)
PASSPHRASE = "a quiet harbour in the rain"
MARKER = "marker-of-mine-4711"


def turned_on(journal: Journal) -> RecoveryKey:
    """Take a journal into a vault."""
    return journal.turn_vault_on(PASSPHRASE, CHEAP)


def unlocked(folder: Path) -> Journal:
    """Open a journal as a new start of the program does, with the passphrase where one is due."""
    journal = Journal(folder, Clock())
    journal.unlock(PASSPHRASE)
    return journal


def holding(folder: Path, marker: str = MARKER) -> set[str]:
    """Name the files under a folder in which the marker can be read."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix() for path in found if is_in(path, marker)}


def is_in(path: Path, marker: str) -> bool:
    """Say whether a file holds the marker, as it is or as UTF-16."""
    content = path.read_bytes()
    return marker.encode() in content or marker.encode("utf-16-le") in content
