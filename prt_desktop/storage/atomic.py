"""Whole saves: a file on disk is either all of the old content or all of the new."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700
_TEMPORARY = ".part"
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn line ends


def write_whole(path: Path, content: bytes, just_before: Callable[[], None] | None = None) -> int:
    """Replace `path` by `content`, readable by its owner only, durable on return.

    The bytes go to a neighbour that is flushed, renamed over `path`, and the folder is flushed
    too. `just_before` is called when all but the renaming is done, and may still refuse it by a
    StorageError. Gives the number of the new file, its inode. Raises StorageError with a
    sentence; the old file is then untouched.
    """
    return write_pieces_whole(path, (content,), just_before)


def write_pieces_whole(
    path: Path, pieces: Iterable[bytes], just_before: Callable[[], None] | None = None
) -> int:
    """Replace `path` by these pieces, one after the other; see `write_whole`."""
    neighbour = path.parent / f".{path.name}.{os.urandom(6).hex()}{_TEMPORARY}"
    try:
        number = _write_durably(neighbour, pieces)
        if just_before is not None:
            just_before()
        neighbour.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        _drop(neighbour)
        raise storage_error(error, path) from error
    except BaseException:  # also Ctrl+C: nothing half-written stays, least of all on a stick
        _drop(neighbour)
        raise
    return number


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may open; raises StorageError."""
    try:
        if not folder.is_dir():
            folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
            flush_folder(folder.parent)
    except OSError as error:
        raise storage_error(error, folder) from error


def remove_leftovers(folder: Path, name: str) -> None:
    """Remove the half-written neighbours of `name` that a kill may have left."""
    for leftover in folder.glob(f".{name}.*{_TEMPORARY}"):
        with contextlib.suppress(OSError):
            leftover.unlink()


def storage_error(error: OSError, path: Path) -> StorageError:
    """Say in a sentence why saving `path` failed, what is safe and what to do."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return StorageError(
            "The disk is full, so this was not saved. What was saved before is safe. "
            "Free some space, then save again."
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return StorageError(
            f"The folder {path.parent} cannot be written to, so this was not saved. What was "
            "saved before is safe. Allow writing there, then save again."
        )
    reason = error.strerror or type(error).__name__
    return StorageError(
        f"Saving to {path.parent} failed ({reason}). What was saved before is safe. "
        "Check the disk, then save again."
    )


def _write_durably(path: Path, pieces: Iterable[bytes]) -> int:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, OWNER_ONLY_FILE)
    try:
        for piece in pieces:
            _write_all(handle, piece)
        os.fsync(handle)
        return os.fstat(handle).st_ino
    finally:
        os.close(handle)


def _write_all(handle: int, content: bytes) -> None:
    """Write every byte, also where the system takes them only in part."""
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]


def _drop(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """See to it that the names in a folder are on the disk; raises OSError."""
    if os.name == "nt":  # Windows offers no flush of a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
