"""A diary that was written to a file for other programs, asked as a `Backup` is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.errors import ContentError
from prt_desktop.storage.backup import preview_of
from prt_desktop.storage.whole import tables_of

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.domain.whole_diary import WholeDiary
    from prt_desktop.storage.backup import Preview
    from prt_desktop.storage.migrations import Tables
    from prt_desktop.storage.seal import Seal


class WrittenDiary:
    """All that such a file holds; it lies in no vault, and has neither a bin nor any sound."""

    is_locked = False

    def __init__(self, diary: WholeDiary, now: datetime) -> None:
        self._tables = tables_of(diary)
        self._now = now

    def unlock(self, passphrase: str) -> None:
        """Do nothing: it is open."""

    def unlock_with(self, seal: Seal) -> None:
        """Do nothing: it is open."""

    def preview(self) -> Preview:
        """Give counts and dates."""
        return preview_of(self._tables, 0, self._now)

    def tables(self, _now: datetime) -> Tables:
        """Give its tables."""
        return self._tables

    def memo(self, sound_id: str) -> bytes:
        """Raise ContentError: sounds do not come along in such a file."""
        raise ContentError(f"The file has no sound {sound_id}.")

    def recordings(self) -> tuple[str, ...]:
        """Give nothing, for the same reason."""
        return ()

    def recorded(self, name: str) -> bytes:
        """Raise ContentError, for the same reason."""
        raise ContentError(f"The file has no recording {name}.")
