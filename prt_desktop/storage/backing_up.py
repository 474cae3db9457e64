"""Making a backup: everything private of a folder in one file, whole or not at all."""

from __future__ import annotations

import glob
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from prt_desktop.domain.errors import BackupError, StorageError
from prt_desktop.storage.atomic import remove_leftovers, storage_error, write_pieces_whole
from prt_desktop.storage.backup import (
    LENGTH_BYTES,
    LIST,
    MEMBER,
    Listing,
    Member,
    Preview,
    backup_head,
    preview_of,
    recordings_among,
)
from prt_desktop.storage.lock import held, journal_lock
from prt_desktop.storage.seal import JOURNAL, PlainSeal
from prt_desktop.storage.settings import SETTINGS_NAME
from prt_desktop.storage.vault_places import JOURNAL_NAME, private_files
from prt_desktop.storage.whole_file import WholeFileStorage, encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.storage.seal import Seal

    Told = Callable[[int, int], None]

_FRAMING = 3  # pieces of a backup beside its files


@dataclass(frozen=True, slots=True)
class BackedUp:
    """What a backup holds, and the names of files that are not in it: they could not be read."""

    preview: Preview
    left_out: tuple[str, ...] = ()


def back_up(
    folder: Path, file: Path, seal: Seal, now: datetime, told: Told | None = None
) -> BackedUp:
    """Write everything private of a folder into one file; under the vault's keys if one is on.

    `told` is called with how many files are done of how many. A draft or a sound that cannot be
    read is left out and named; the journal must be whole.
    Raises VaultLockedError, JournalUnreadableError, BackupError and StorageError; an older
    backup under that name is then untouched.
    """
    if file.resolve().is_relative_to(folder.resolve()):
        raise BackupError(
            "A backup in the diary's own folder would be lost together with it. Nothing was "
            "written. Choose a place on another disk."
        )
    if not isinstance(seal, PlainSeal):
        from prt_desktop.storage.key_file import KeyFile  # noqa: PLC0415 - imports cryptography

        seal.seal(LIST, b"")  # a locked vault is told before anything is read
        ring_json = msgspec.json.encode(KeyFile(folder).read())
    else:
        ring_json = b"null"
    storage = WholeFileStorage(folder, lambda: now)
    storage.seal = seal
    making = _Making(seal)
    with held(journal_lock(folder), storage.path):
        tables = storage.read()
        small = [
            (JOURNAL_NAME, seal.seal(JOURNAL, encoded(tables))),
            *making.sealed(_small(folder)),
        ]
    sounds, counted = _sounds(folder), preview_of(tables, 0, now)
    remove_leftovers(file.parent, glob.escape(file.name))  # of a backup that was killed
    pieces = making.pieces(ring_json, counted, small, sounds)
    write_pieces_whole(file, _counted(pieces, len(small) + len(sounds) + _FRAMING, told))
    return making.made(counted)


class _Making:
    """A backup that is being made: what is in it so far, and what had to be left out."""

    def __init__(self, seal: Seal) -> None:
        self._seal = seal
        self._inside: list[Member] = []
        self._left_out: list[str] = []

    def sealed(self, files: list[tuple[str, Path]]) -> Iterator[tuple[str, bytes]]:
        """Give the files that can be read, each as it will lie in the backup, one at a time."""
        for name, path in files:
            try:
                yield name, _sealed(path, name, self._seal)
            except StorageError:
                self._left_out.append(name)

    def pieces(
        self,
        ring_json: bytes,
        counted: Preview,
        small: list[tuple[str, bytes]],
        sounds: list[tuple[str, Path]],
    ) -> Iterator[bytes]:
        """Give the backup piece by piece, its proof last; one sound at a time is in memory."""
        proof, head = hashlib.sha256(), backup_head(ring_json)
        proof.update(head)
        yield head
        for files in (small, self.sealed(sounds)):
            for name, content in files:
                self._inside.append(Member(name, len(content)))
                proof.update(content)
                yield content
        listing = msgspec.json.encode(Listing(self.made(counted).preview, self._inside))
        sealed = self._seal.seal(LIST, listing)
        end = sealed + len(sealed).to_bytes(LENGTH_BYTES, "big")
        proof.update(end)
        yield end
        yield proof.digest()

    def made(self, counted: Preview) -> BackedUp:
        """Say what is in it: the recordings, beside what was `counted` of the journal."""
        recordings = recordings_among([one.name for one in self._inside])
        preview = msgspec.structs.replace(counted, recordings=recordings)
        return BackedUp(preview, tuple(self._left_out))


def _small(folder: Path) -> list[tuple[str, Path]]:
    paths = [*sorted(folder.glob("draft*.json")), folder / SETTINGS_NAME]
    return [(one.name, one) for one in paths if one.is_file() and MEMBER.fullmatch(one.name)]


def _sounds(folder: Path) -> list[tuple[str, Path]]:
    found = []
    for path, what in private_files(folder):
        name = path.relative_to(folder).as_posix()
        if name == what and MEMBER.fullmatch(name) and "/" in name:
            found.append((name, path))
    return found


def _sealed(path: Path, what: str, seal: Seal) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise storage_error(error, path) from error
    return seal.seal(what, seal.open(what, content))


def _counted(pieces: Iterator[bytes], whole: int, told: Told | None) -> Iterator[bytes]:
    """Pass the pieces on, and tell how many are done."""
    for done, piece in enumerate(pieces, 1):
        yield piece
        if told is not None:
            told(done, whole)
