"""Making a backup and bringing one back, each whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from prt_desktop.domain.errors import BackupError
from prt_desktop.storage.atomic import (
    OWNER_ONLY_FOLDER,
    flush_folder,
    make_private_folder,
    storage_error,
    write_pieces_whole,
    write_whole,
)
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
from prt_desktop.storage.copies import keep_second_name
from prt_desktop.storage.lock import held, journal_lock
from prt_desktop.storage.seal import JOURNAL, PlainSeal
from prt_desktop.storage.vault_places import (
    ASIDE,
    JOURNAL_NAME,
    OWN_AUDIO_NAME,
    private_files,
)
from prt_desktop.storage.whole_file import WholeFileStorage, encoded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from prt_desktop.storage.backup import Backup
    from prt_desktop.storage.seal import Seal

    Told = Callable[[int, int], None]

SETTINGS_NAME = "settings.json"
_FRAMING = 3  # pieces of a backup beside its files
_UNFINISHED = ".restoring-"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was brought back, and the folder in which what was there before was put, if any."""

    preview: Preview
    aside: Path | None


def back_up(
    folder: Path, file: Path, seal: Seal, now: datetime, told: Told | None = None
) -> Preview:
    """Write everything private of a folder into one file; under the vault's keys if one is on.

    `told` is called with how many files are done of how many.
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
    with held(journal_lock(folder), storage.path):
        tables = storage.read()
        members = [(JOURNAL_NAME, seal.seal(JOURNAL, encoded(tables))), *_small(folder, seal)]
    sounds = _sounds(folder)
    preview = preview_of(tables, recordings_among([name for name, _ in sounds]), now)
    pieces = _pieces(ring_json, seal, preview, members, sounds)
    write_pieces_whole(file, _counted(pieces, len(members) + len(sounds) + _FRAMING, told))
    return preview


def restore(folder: Path, backup: Backup, now: Callable[[], datetime], seal: Seal) -> Restored:
    """Put a backup in the place of the journal; what was there is kept in a folder beside it.

    Drafts, recordings and settings that are there already stay as they are. `seal` is that of
    the folder; a backup out of a vault brings its vault along where none is on. Raises
    VaultLockedError, BackupError and StorageError; the journal is then as it was.
    """
    tables, storage = backup.tables(now()), WholeFileStorage(folder, now)
    make_private_folder(folder)
    with held(journal_lock(folder), storage.path):
        seal.seal(JOURNAL, b"")  # a locked vault is told before anything is written
        _remove_unfinished(folder)
        aside = _keep_aside(folder, now())
        if backup.ring is not None and isinstance(seal, PlainSeal):
            seal = _adopted(folder, backup)
        write_whole(storage.path, seal.seal(JOURNAL, encoded(tables)))
        for name in backup.names():
            _bring_back(folder, backup, name, seal)
        _finish_recordings(folder)
        if not isinstance(seal, PlainSeal):
            from prt_desktop.storage.turning import seal_the_rest  # noqa: PLC0415

            seal_the_rest(folder, seal)
    return Restored(backup.preview(), aside)


def _small(folder: Path, seal: Seal) -> list[tuple[str, bytes]]:
    paths = [*sorted(folder.glob("draft*.json")), folder / SETTINGS_NAME]
    found = [one for one in paths if one.is_file() and MEMBER.fullmatch(one.name)]
    return [(one.name, _sealed(one, one.name, seal)) for one in found]


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


def _pieces(
    ring_json: bytes,
    seal: Seal,
    preview: Preview,
    members: list[tuple[str, bytes]],
    sounds: list[tuple[str, Path]],
) -> Iterator[bytes]:
    """Give a backup piece by piece, its proof last; one sound at a time is in memory."""
    proof, listed = hashlib.sha256(), []
    head = backup_head(ring_json)
    proof.update(head)
    yield head
    for name, content in _contents_of(members, sounds, seal):
        listed.append(Member(name, len(content)))
        proof.update(content)
        yield content
    listing = seal.seal(LIST, msgspec.json.encode(Listing(preview, listed)))
    end = listing + len(listing).to_bytes(LENGTH_BYTES, "big")
    proof.update(end)
    yield end
    yield proof.digest()


def _counted(pieces: Iterator[bytes], whole: int, told: Told | None) -> Iterator[bytes]:
    """Pass the pieces on, and tell how many are done."""
    for done, piece in enumerate(pieces, 1):
        yield piece
        if told is not None:
            told(done, whole)


def _contents_of(
    members: list[tuple[str, bytes]], sounds: list[tuple[str, Path]], seal: Seal
) -> Iterator[tuple[str, bytes]]:
    yield from members
    for name, path in sounds:
        yield name, _sealed(path, name, seal)


def _keep_aside(folder: Path, now: datetime) -> Path | None:
    """Give the journal and the drafts second names in a folder of their own."""
    found = [path for path in (folder / JOURNAL_NAME, *folder.glob("draft*.json")) if path.exists()]
    if not found:
        return None
    aside = folder / f"{ASIDE}{now.strftime('%Y%m%dT%H%M%S.%f')}"
    try:
        aside.mkdir(mode=OWNER_ONLY_FOLDER)
        for path in found:
            keep_second_name(path, aside / path.name)
        flush_folder(aside)
        flush_folder(folder)
    except OSError as error:
        raise storage_error(error, aside) from error
    return aside


def _adopted(folder: Path, backup: Backup) -> Seal:
    from prt_desktop.storage.turning import keep_keys  # noqa: PLC0415 - imports cryptography

    assert backup.ring is not None
    keep_keys(folder, backup.ring)
    return backup.sealed_under


def _bring_back(folder: Path, backup: Backup, name: str, seal: Seal) -> None:
    """Write one file of a backup, unless it is the journal or something is there already."""
    parts = name.split("/")
    there = folder.joinpath(*parts[:2])  # a recording is there as a whole or not at all
    if name == JOURNAL_NAME or there.exists():
        return
    content = backup.content(name, name)
    if parts[0] == OWN_AUDIO_NAME:
        work = folder / OWN_AUDIO_NAME / f"{_UNFINISHED}{parts[1]}"
        make_private_folder(work)
        write_whole(work / parts[2], seal.seal(name, content))
    else:
        make_private_folder(there.parent)
        write_whole(there, content if name == SETTINGS_NAME else seal.seal(name, content))


def _finish_recordings(folder: Path) -> None:
    """Give what was brought back of the recordings its place, all files of one at once."""
    try:
        for work in (folder / OWN_AUDIO_NAME).glob(f"{_UNFINISHED}*"):
            work.rename(work.with_name(work.name.removeprefix(_UNFINISHED)))
    except OSError as error:
        raise storage_error(error, folder / OWN_AUDIO_NAME) from error


def _remove_unfinished(folder: Path) -> None:
    for work in (folder / OWN_AUDIO_NAME).glob(f"{_UNFINISHED}*"):
        shutil.rmtree(work, ignore_errors=True)
