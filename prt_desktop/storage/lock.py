"""The one lock under which a journal is read anew, changed and saved."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import filelock

from prt_desktop.domain.errors import JournalBusyError
from prt_desktop.storage.atomic import storage_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_WAIT_S = 10.0


def journal_lock(folder: Path) -> filelock.BaseFileLock:
    """Make the lock of the journal in `folder`; it is not held yet."""
    return lock_of(folder / "journal.lock")


def lock_of(path: Path) -> filelock.BaseFileLock:
    """Make a lock out of a file of this name; it is not held yet."""
    return filelock.FileLock(path, timeout=LOCK_WAIT_S, mode=0o600)


@contextlib.contextmanager
def held(lock: filelock.BaseFileLock, path: Path) -> Iterator[None]:
    """Hold the lock over a change of `path`; raises JournalBusyError and StorageError."""
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise JournalBusyError(
            "Another program is using the journal. Nothing was changed. Try again in a moment."
        ) from error
    except OSError as error:
        raise storage_error(error, path) from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # the lock is gone all the same, what was saved stays
            lock.release()
