"""The sounds of spoken memos: one file each, kept whole, in the vault where one is on."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import VoiceMemo, new_entry_id
from prt_desktop.domain.errors import ContentError, StorageError, VaultDamagedError
from prt_desktop.storage.atomic import make_private_folder, remove_leftovers, write_whole
from prt_desktop.storage.memory import FolderInMemory
from prt_desktop.storage.seal import JOURNAL, is_sealed
from prt_desktop.storage.vault_places import (
    MEMOS_NAME,
    is_recording,
    memo_of,
    private_files,
    seal_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.seal import Seal

_SUFFIX = ".ogg"


class Memos:
    """Every access to the sounds of spoken memos; all files are for their owner alone.

    A sound is Ogg Vorbis, mono, 24 kHz, and is named by the entry it belongs to.
    """

    def __init__(self, data: Path, newest_seal: Callable[[], Seal] | None = None) -> None:
        """Take what sounds go through from an open journal, or look whether a vault is on."""
        self._data = data
        self._folder = data / MEMOS_NAME
        self._newest_seal = newest_seal or partial(seal_of, data)
        self._opened: FolderInMemory | None = None

    @property
    def has_folder(self) -> bool:
        """Say whether a memo was ever kept here; most people never speak one."""
        return self._folder.is_dir()

    def keep(self, sound: bytes) -> str:
        """Keep a sound and give its id; it is safely on disk on return. Raises StorageError."""
        sound_id = new_entry_id()
        self._write(sound_id, sound)
        return sound_id

    def sound(self, sound_id: str) -> Path:
        """Give a file that can be played; raises ContentError and StorageError.

        Out of a vault it is opened into memory, until `close` or the program's end.
        """
        path = self._existing(sound_id)
        content = _bytes(path)
        if not is_sealed(content):
            return path
        content = self._newest_seal().open(memo_of(path), content)
        if self._opened is None:
            self._opened = FolderInMemory()
        opened = self._opened.path / path.name
        if not opened.exists():
            write_whole(opened, content)
        return opened

    def close(self) -> None:
        """Let go of all sounds that were opened into memory, such as when the vault is locked."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def keep_only(self, in_use: Collection[str]) -> None:
        """Let go of the sounds that none of these ids names, and of what a kill left.

        What a good copy names, or a journal put aside, may be wanted with it again and stays;
        all stay where one of these cannot be read. What cannot be deleted now stays for the next
        time. Raises StorageError.
        """
        remove_leftovers(self._folder, "*")
        found = {path.stem for path in self._folder.glob(f"*{_SUFFIX}")}
        unused = {one for one in found if is_recording(one)} - set(in_use)
        for sound_id in unused - self._named_in_files(unused):
            with contextlib.suppress(OSError):
                self._path(sound_id).unlink()

    def take_from(self, give: Callable[[str], bytes], sound_ids: Collection[str]) -> None:
        """Take in those sounds of another diary that are not here yet; `give` gives each by its id.

        A sound that is missing or damaged there is missing here as well. Raises StorageError.
        """
        for sound_id in sound_ids:
            if is_recording(sound_id) and not self._path(sound_id).exists():
                with contextlib.suppress(ContentError, VaultDamagedError):
                    self._write(sound_id, give(sound_id))

    def content(self, sound_id: str) -> bytes:
        """Give the bytes of a sound, out of the vault; raises ContentError and StorageError."""
        path = self._existing(sound_id)
        return self._newest_seal().open(memo_of(path), _bytes(path))

    def _named_in_files(self, sound_ids: set[str]) -> set[str]:
        """Give those of some ids that any journal in the folder names, and all if in doubt."""
        named: set[str] = set()
        if not sound_ids:
            return named
        seal = self._newest_seal()
        for path, what in private_files(self._data):
            if what == JOURNAL:
                try:
                    content = seal.open(JOURNAL, path.read_bytes())
                except (OSError, StorageError):
                    return sound_ids
                named |= {one for one in sound_ids if one.encode() in content}
        return named

    def _write(self, sound_id: str, sound: bytes) -> None:
        path = self._path(sound_id)
        sealed = self._newest_seal().seal(memo_of(path), sound)
        make_private_folder(self._folder)
        write_whole(path, sealed)

    def _path(self, sound_id: str) -> Path:
        return self._folder / f"{sound_id}{_SUFFIX}"

    def _existing(self, sound_id: str) -> Path:
        if not is_recording(sound_id) or not self._path(sound_id).is_file():
            raise ContentError(
                "The sound of this memo is not here any more. Its words and everything else are "
                "safe. It may be in a backup."
            )
        return self._path(sound_id)


def let_go_of_unused(memos: Memos, journal: Journal) -> None:
    """Let go of the sounds that nothing in the newest journal names; not while it is locked."""
    if not memos.has_folder:
        return
    with contextlib.suppress(StorageError):
        journal.refresh()
        memos.keep_only(sounds_in_use(journal))


def sounds_in_use(journal: Journal) -> frozenset[str]:
    """Name the sounds that an entry, one in the bin, or a message has; VaultLockedError."""
    entries = (*journal.entries(), *(binned.entry for binned in journal.bin()))
    details = (entry.details for entry in entries)
    kept = (*details, *(message.memo for message in journal.messages.all()))
    return frozenset(memo.sound_id for memo in kept if isinstance(memo, VoiceMemo))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError(f"{path} cannot be read. It was left exactly as it is.") from error
