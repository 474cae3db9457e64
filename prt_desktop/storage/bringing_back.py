"""Bringing a backup back: in the place of the journal, whole or not at all."""

from __future__ import annotations

import contextlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import JournalUnreadableError, StorageError, VaultLockedError
from prt_desktop.storage.atomic import (
    OWNER_ONLY_FOLDER,
    flush_folder,
    make_private_folder,
    storage_error,
    write_whole,
)
from prt_desktop.storage.backup import Preview
from prt_desktop.storage.contents import contents_of
from prt_desktop.storage.copies import keep_second_name
from prt_desktop.storage.lock import held, journal_lock
from prt_desktop.storage.merging import with_answers_of
from prt_desktop.storage.seal import JOURNAL, PlainSeal
from prt_desktop.storage.settings import SETTINGS_NAME
from prt_desktop.storage.vault_places import (
    ASIDE,
    JOURNAL_NAME,
    OWN_AUDIO_NAME,
    UNFINISHED_RECORDING,
    remove_unfinished_recordings,
)
from prt_desktop.storage.whole_file import WholeFileStorage, encoded

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.backup import Backup
    from prt_desktop.storage.migrations import Tables
    from prt_desktop.storage.seal import Seal


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and the folder in which what was there before was put, if any."""

    preview: Preview
    aside: Path | None


def restore(folder: Path, backup: Backup, now: Callable[[], datetime], seal: Seal) -> Restored:
    """Put a backup in the place of the journal; what was there is kept in a folder beside it.

    Drafts, recordings and settings that are there already stay as they are, and so do the safety
    answers and checks of now, beside those of the backup. `seal` is that of the folder; a backup
    out of a vault brings its vault along where none is on. Raises VaultLockedError, BackupError
    and StorageError; everything is then as it was.
    """
    tables, storage = backup.tables(now()), WholeFileStorage(folder, now)
    make_private_folder(folder)
    storage.seal = seal
    with held(journal_lock(folder), storage.path):
        seal.seal(JOURNAL, b"")  # a locked vault is told before anything is written
        tables = _with_answers_of_now(storage, tables, now())
        remove_unfinished_recordings(folder)
        with contextlib.ExitStack() as undo:
            brings_vault = backup.ring is not None and isinstance(seal, PlainSeal)
            seal = backup.sealed_under if brings_vault else seal
            for name in backup.names():
                _bring_back(folder, backup, name, seal, undo)
            _finish_recordings(folder, undo)
            aside = _keep_aside(folder, now(), undo)
            if brings_vault:
                _bring_keys(folder, backup, undo)
            _put_in_place(storage.path, seal.seal(JOURNAL, encoded(tables)), undo)
        if not isinstance(seal, PlainSeal):
            from prt_desktop.storage.turning import seal_the_rest  # noqa: PLC0415

            seal_the_rest(folder, seal)
    return Restored(backup.preview(), aside)


def _with_answers_of_now(storage: WholeFileStorage, tables: Tables, now: datetime) -> Tables:
    """Keep what was answered about safety, unless the journal of now cannot be read."""
    try:
        together = with_answers_of(storage.read(), tables, now)
        contents_of(together, now)
    except VaultLockedError:
        raise
    except JournalUnreadableError:
        return tables
    return together


def _keep_aside(folder: Path, now: datetime, undo: contextlib.ExitStack) -> Path | None:
    """Give the journal and the drafts second names in a folder of their own."""
    found = [path for path in (folder / JOURNAL_NAME, *folder.glob("draft*.json")) if path.exists()]
    if not found:
        return None
    aside = folder / f"{ASIDE}{now.strftime('%Y%m%dT%H%M%S.%f')}"
    try:
        aside.mkdir(mode=OWNER_ONLY_FOLDER)
        undo.callback(shutil.rmtree, aside, ignore_errors=True)
        for path in found:
            keep_second_name(path, aside / path.name)
        flush_folder(aside)
        flush_folder(folder)
    except OSError as error:
        raise storage_error(error, aside) from error
    return aside


def _put_in_place(path: Path, content: bytes, undo: contextlib.ExitStack) -> None:
    """Write the journal, which decides: once it is there, nothing is undone any more."""
    try:
        write_whole(path, content)
    finally:
        with contextlib.suppress(OSError):
            if path.read_bytes() == content:
                undo.pop_all()


def _bring_keys(folder: Path, backup: Backup, undo: contextlib.ExitStack) -> None:
    from prt_desktop.storage.key_file import KeyFile  # noqa: PLC0415 - imports cryptography
    from prt_desktop.storage.turning import keep_keys  # noqa: PLC0415

    assert backup.ring is not None
    undo.callback(_suppressed, KeyFile(folder).remove)
    keep_keys(folder, backup.ring)


def _suppressed(remove: Callable[[], None]) -> None:
    with contextlib.suppress(OSError, StorageError):
        remove()


def _bring_back(
    folder: Path, backup: Backup, name: str, seal: Seal, undo: contextlib.ExitStack
) -> None:
    """Write one file of a backup, unless it is the journal or something is there already."""
    parts = name.split("/")
    there = folder.joinpath(*parts[:2])  # a recording is there as a whole or not at all
    if name == JOURNAL_NAME or there.exists():
        return
    content = backup.content(name, name)
    if parts[0] == OWN_AUDIO_NAME:
        work = folder / OWN_AUDIO_NAME / f"{UNFINISHED_RECORDING}{parts[1]}"
        make_private_folder(work)
        undo.callback(shutil.rmtree, work, ignore_errors=True)
        write_whole(work / parts[2], seal.seal(name, content))
    else:
        make_private_folder(there.parent)
        undo.callback(_suppressed, there.unlink)
        write_whole(there, content if name == SETTINGS_NAME else seal.seal(name, content))


def _finish_recordings(folder: Path, undo: contextlib.ExitStack) -> None:
    """Give what was brought back of the recordings its place, all files of one at once."""
    brought = tuple((folder / OWN_AUDIO_NAME).glob(f"{UNFINISHED_RECORDING}*"))
    try:
        for work in brought:
            place = work.with_name(work.name.removeprefix(UNFINISHED_RECORDING))
            work.rename(place)
            undo.callback(shutil.rmtree, place, ignore_errors=True)
        if brought:
            flush_folder(folder / OWN_AUDIO_NAME)
    except OSError as error:
        raise storage_error(error, folder / OWN_AUDIO_NAME) from error
