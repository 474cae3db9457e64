"""Another journal's file, such as a good copy or one from another computer: looked at, taken in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.errors import (
    BackupError,
    ContentError,
    JournalUnreadableError,
    VaultLockedError,
)
from prt_desktop.storage.backup import preview_of
from prt_desktop.storage.contents import contents_of
from prt_desktop.storage.memos import Memos
from prt_desktop.storage.migrations import migrated
from prt_desktop.storage.seal import PlainSeal
from prt_desktop.storage.vault_places import ASIDE, COPIES_NAME, OWN_AUDIO_NAME, private_files
from prt_desktop.storage.whole_file import read_tables

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.storage.backup import Preview
    from prt_desktop.storage.migrations import Tables
    from prt_desktop.storage.seal import Seal


class OtherJournal:
    """A journal's file that is read once and never changed; asked as a `Backup` is.

    Raises BackupError for a file that is none, and NewerFormatError. One in a vault needs the
    keys that lie beside it, or above it for a good copy. `answers_left` is as in a `Backup`.
    """

    answers_left = 0

    def __init__(self, file: Path, now: Callable[[], datetime], seal: Seal | None = None) -> None:
        self._file = file
        self._now = now
        self._tables: Tables | None = None
        self._seal: Seal = PlainSeal()
        try:
            self._read(seal or PlainSeal())
        except VaultLockedError:
            if seal is not None:
                raise

    @property
    def file(self) -> Path:
        """Say where it lies."""
        return self._file

    @property
    def is_locked(self) -> bool:
        """Whether it lies in a vault and was not unlocked yet."""
        return self._tables is None

    def unlock(self, typed: str) -> None:
        """Open it by its own passphrase or recovery key; the time of one guess. WrongKeyError."""
        from prt_desktop.storage.vault import open_vault_by_either  # noqa: PLC0415 - cryptography

        self._read(open_vault_by_either(self._folder, typed))

    def unlock_with(self, seal: Seal) -> None:
        """Open it by the seal of its vault; raises VaultLockedError if that is another one."""
        self._read(seal)

    def preview(self) -> Preview:
        """Give counts and dates; raises VaultLockedError."""
        return preview_of(self._unlocked, 0, self._now())

    def tables(self, _now: datetime) -> Tables:
        """Give its tables in the current format; raises VaultLockedError."""
        return self._unlocked

    def memo(self, sound_id: str) -> bytes:
        """Give the sound of a memo from the folder it lies in; ContentError and StorageError."""
        return Memos(self._folder, lambda: self._seal).content(sound_id)

    def recordings(self) -> tuple[str, ...]:
        """Name the files of the recordings of one's own in the folder it lies in, bin left out."""
        audio = self._folder / OWN_AUDIO_NAME
        files = private_files(self._folder)
        return tuple(what for path, what in files if path.parent.parent == audio)

    def recorded(self, name: str) -> bytes:
        """Give one file of a recording; raises ContentError and StorageError."""
        try:
            content = (self._folder / name).read_bytes()
        except OSError as error:
            raise ContentError(f"{name} cannot be read.") from error
        return self._seal.open(name, content)

    @property
    def _folder(self) -> Path:
        """The person's folder: what was kept lies in a folder of its own within."""
        within = self._file.parent
        return within.parent if within.name.startswith((COPIES_NAME, ASIDE)) else within

    @property
    def _unlocked(self) -> Tables:
        if self._tables is None:
            raise VaultLockedError
        return self._tables

    def _read(self, seal: Seal) -> None:
        try:
            tables = migrated(read_tables(self._file, seal))
            contents_of(tables, self._now())
        except JournalUnreadableError as error:
            raise BackupError(
                f"{self._file.name} is no diary of PRT Desktop, or it was cut or changed. Nothing "
                "was changed. Choose another file."
            ) from error
        self._tables, self._seal = tables, seal
