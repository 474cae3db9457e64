"""The work behind safe keeping, as a thread does it: nothing here knows a window."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError, VaultLockedError
from prt_desktop.other_diaries import open_other_diary
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup, Preview
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.conflicts import conflicted_copies, put_among_copies
from prt_desktop.storage.copies import Copies, Copy
from prt_desktop.storage.merging import Merged
from prt_desktop.storage.other_journal import OtherJournal
from prt_desktop.storage.taking_in import take_in, take_recordings, take_sounds
from prt_desktop.storage.vault_places import COPIES_NAME, JOURNAL_NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.backing_up import BackedUp
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.taking_in import Source


@dataclass(frozen=True, slots=True)
class Replaced:
    """What was put in the diary's place, and the file in which what was there is kept."""

    preview: Preview
    before: Path | None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding what is missing, and whether its file went among the good copies."""

    counts: Merged
    put_among_copies: bool = False


class Keeping:
    """Backs up, looks into files, takes them in and brings back; raises StorageError."""

    def __init__(self, journal: Journal, now: Callable[[], datetime]) -> None:
        self._journal = journal
        self._now = now

    def back_up(self, file: Path, told: Callable[[int, int], None]) -> BackedUp:
        """Write everything into one file, and tell how far it is."""
        seal = self._journal.newest_seal()
        return back_up(self._journal.folder, file, seal, self._now(), told)

    def copies(self) -> list[Copy]:
        """Give the good copies, the newest first."""
        return Copies(self._journal.folder / COPIES_NAME).newest_first(self._now())

    def backup(self, file: Path) -> Source:
        """Open a backup; one of this vault is unlocked at once."""
        return self._unlocked(Backup(file))

    def journal(self, file: Path) -> Source:
        """Open another diary's file; a journal of this vault is unlocked at once."""
        return self._unlocked(open_other_diary(file, self._now))

    def merge(self, source: Source) -> Added:
        """Add what is missing; one that lies beside the journal then goes among its copies."""
        counts = take_in(self._journal, source, self._now())
        beside = conflicted_copies(self._journal.folder)
        if not isinstance(source, OtherJournal) or source.file not in beside:
            return Added(counts)
        try:
            put_among_copies(source.file, self._now())
        except StorageError:  # what it held was added all the same; it is told again
            return Added(counts)
        return Added(counts, put_among_copies=True)

    def replace(self, source: Source) -> Replaced:
        """Put it in the diary's place, and keep what is there."""
        preview = source.preview()
        if not isinstance(source, Backup):
            tables = source.tables(self._now())
            take_sounds(self._journal, source, tables)
            take_recordings(self._journal, source, self._now())
            return Replaced(preview, self._journal.replace_all(tables))
        journal = self._journal
        done = restore(journal.folder, source, self._now, journal.newest_seal())
        try:
            journal.refresh()
        except VaultLockedError:  # the backup brought its vault along
            journal.unlock_with(source.vault_seal)
        return Replaced(preview, done.aside / JOURNAL_NAME if done.aside else None)

    def bring_back(self, before: Path) -> Preview:
        """Put what was there before in its place again."""
        source = OtherJournal(before, self._now, self._journal.newest_seal())
        self._journal.replace_all(source.tables(self._now()))
        return source.preview()

    def _unlocked(self, source: Source) -> Source:
        if source.is_locked:
            with contextlib.suppress(VaultLockedError):
                source.unlock_with(self._journal.newest_seal())
        return source
