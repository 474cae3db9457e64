"""Whole saves: a file on disk is either all of the old content or all of the new."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError

if TYPE_CHECKING:
    from pathlib import Path

OWNER_ONLY_FILE = 0o600
OWNER_ONLY_FOLDER = 0o700
_TEMPORARY = ".part"


def write_whole(path: Path, content: bytes) -> None:
    """Replace `path` by `content`, readable by its owner only, durable on return.

    The bytes go to a neighbour that is flushed, renamed over `path`, and the folder is flushed
    too. Raises StorageError with a sentence; the old file is then untouched.
    """
    neighbour = path.parent / f".{path.name}.{os.urandom(6).hex()}{_TEMPORARY}"
    try:
        _write_durably(neighbour, content)
        neighbour.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            neighbour.unlink(missing_ok=True)
        raise storage_error(error, path) from error


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner may open; raises StorageError."""
    try:
        folder.mkdir(mode=OWNER_ONLY_FOLDER, parents=True, exist_ok=True)
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


def _write_durably(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY_FILE)
    with open(handle, "wb") as file:  # noqa: PTH123 - a descriptor, made owner-only at birth
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """See to it that the names in a folder are on the disk; raises OSError."""
    if os.name == "nt":  # Windows offers no flush of a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
