"""Copies that a program which keeps folders in step puts beside a journal changed in two places."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.atomic import storage_error
from prt_desktop.storage.copies import Copies
from prt_desktop.storage.seal import is_sealed_file
from prt_desktop.storage.vault_places import COPIES_NAME, JOURNAL_NAME
from prt_desktop.storage.whole_file import read_tables

if TYPE_CHECKING:
    from pathlib import Path

# Dropbox and Nextcloud write "(conflicted copy 2026-11-23)" before the ending, Syncthing
# ".sync-conflict-20261123", OneDrive the computer's name, others a number.
_CONFLICTED = re.compile(r"journal(?!\.unreadable-)[ .(_-].*\.json", re.IGNORECASE)


def conflicted_copies(folder: Path) -> tuple[Path, ...]:
    """Give the journals beside the journal, which somebody else's program put there."""
    found = (path for path in folder.glob("journal*.json") if path.name != JOURNAL_NAME)
    named = (path for path in found if _CONFLICTED.fullmatch(path.name))
    return tuple(sorted(path for path in named if _is_journal(path, _version(path))))


def put_among_copies(conflicted: Path, now: datetime) -> None:
    """Let a journal that was merged be one of the good copies; raises StorageError."""
    try:
        saved_at = datetime.fromtimestamp(conflicted.stat().st_mtime, UTC)
        Copies(conflicted.with_name(COPIES_NAME)).keep(conflicted, min(saved_at, now))
        conflicted.unlink()
    except OSError as error:
        raise storage_error(error, conflicted) from error


def conflict_sentence(copies: tuple[Path, ...]) -> str:
    """Say what lies beside the journal and what can be done, or "" for nothing."""
    if not copies:
        return ""
    names = ", ".join(path.name for path in copies)
    return (
        "The diary was changed in two places, and the program that keeps your folders in step put "
        f"a second one beside it ({names}). Nothing was lost."
    )


def _version(path: Path) -> tuple[int, int]:
    with contextlib.suppress(OSError):
        found = path.stat()
        return found.st_mtime_ns, found.st_size
    return 0, 0


@lru_cache(maxsize=8)
def _is_journal(path: Path, _version: tuple[int, int]) -> bool:
    """Say whether a file that others named is a journal of ours, and not somebody's own.

    It is looked for at every save, so a file is read once for each version of it.
    """
    with contextlib.suppress(OSError, StorageError):
        if not is_sealed_file(path):
            read_tables(path)
        return True
    return False
