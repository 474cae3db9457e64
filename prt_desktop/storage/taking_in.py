"""Another diary taken into this one: its sounds first, then what it holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.storage.backup import Backup
from prt_desktop.storage.memos import Memos
from prt_desktop.storage.other_journal import OtherJournal
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.written_diary import WrittenDiary

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.merging import Merged
    from prt_desktop.storage.migrations import Tables

Source = Backup | OtherJournal | WrittenDiary


def take_in(journal: Journal, source: Source, now: datetime) -> Merged:
    """Add what is missing, with the sounds of its memos and the recordings of one's own.

    Raises VaultLockedError, BackupError and StorageError; the journal is then as it was.
    """
    tables = source.tables(now)
    take_sounds(journal, source, tables)
    recordings = take_recordings(journal, source, now)
    counts = journal.merge(tables)
    left = counts.answers_left + source.answers_left
    return replace(counts, recordings=recordings, answers_left=left)


def take_recordings(journal: Journal, source: Source, now: datetime) -> int:
    """Bring along the recordings that are not here, and say how many; raises StorageError."""
    own = OwnAudio(journal.folder, lambda: now, journal.newest_seal)
    return own.take_from(source.recorded, source.recordings())


def take_sounds(journal: Journal, source: Source, tables: Tables) -> None:
    """Bring along the sounds that `tables` of another diary name; raises StorageError.

    They go from memory into the vault where one is on, and never lie plain beside it. Sounds
    that no entry comes to name are let go at the next start.
    """
    memos = Memos(journal.folder, journal.newest_seal)
    memos.take_from(source.memo, sounds_named(tables))


def sounds_named(tables: Tables) -> tuple[str, ...]:
    """Name the sounds that entries in a journal's tables, its bin and its messages have."""
    records = [one for name in ("entries", "bin") for one in tables.get(name, {}).values()]
    kept = [one.get("details") for one in records]
    kept += [one.get("memo") for one in tables.get("messages", {}).values()]
    details = [one for one in kept if isinstance(one, dict)]
    return tuple(str(one["sound_id"]) for one in details if "sound_id" in one)
