"""Copies that a program which keeps folders in step puts beside a journal changed in two places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from prt_desktop.storage.vault_places import JOURNAL_NAME

if TYPE_CHECKING:
    from pathlib import Path

# Dropbox and Nextcloud write "(conflicted copy 2026-11-23)" before the ending, Syncthing
# ".sync-conflict-20261123", OneDrive the computer's name, others a number.
_CONFLICTED = re.compile(r"journal(?!\.unreadable-)[ .(_-].*\.json", re.IGNORECASE)


def conflicted_copies(folder: Path) -> tuple[Path, ...]:
    """Give the journals beside the journal, which somebody else's program put there."""
    found = (path for path in folder.glob("journal*.json") if path.name != JOURNAL_NAME)
    return tuple(sorted(path for path in found if _CONFLICTED.fullmatch(path.name)))


def conflict_sentence(copies: tuple[Path, ...]) -> str:
    """Say what lies beside the journal and what can be done, or "" for nothing."""
    if not copies:
        return ""
    names = ", ".join(path.name for path in copies)
    return (
        "The diary was changed in two places, and the program that keeps your folders in step put "
        f"a second one beside it ({names}). Nothing was lost. Merge it into your diary, then "
        "delete it."
    )
