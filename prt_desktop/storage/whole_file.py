"""TinyDB's storage over whole saves: the tables in memory, the file replaced at each write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from tinydb.storages import Storage

from prt_desktop.domain.errors import JournalChangedError, JournalUnreadableError, StorageError
from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.contents import contents_of
from prt_desktop.storage.copies import Copies
from prt_desktop.storage.migrations import (
    FORMAT_VERSION,
    Tables,
    migrated,
    new_tables,
    refuse_newer,
    version_of,
)
from prt_desktop.storage.seal import JOURNAL, PlainSeal
from prt_desktop.storage.vault_places import COPIES_NAME, JOURNAL_NAME

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.storage.seal import Seal

Signature = tuple[int, int, int, int]
_PLAIN = PlainSeal()


class WholeFileStorage(Storage):
    """Reads a journal once and writes it whole; never takes "unreadable" for "empty".

    `seal` is what the bytes go through: none at first, or the vault's.
    """

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.path = folder / JOURNAL_NAME
        self.copies = Copies(folder / COPIES_NAME)
        self.seal: Seal = _PLAIN
        self._now = now
        self._tables: Tables | None = None
        self._signature: Signature | None = None
        self._before: Path | None = None

    def load_if_changed(self) -> bool:
        """Read the file unless it is the one already in memory, and say whether it was read.

        Raises JournalUnreadableError, NewerFormatError or VaultLockedError; what is in memory
        then stays.
        """
        if not self.is_changed():
            return False
        signature = self._signature_on_disk()
        # The signature of before the reading: what is changed meanwhile is seen the next time.
        tables = read_tables(self.path, self.seal) if signature else self._first_tables()
        self._signature = signature
        if signature and version_of(tables) != FORMAT_VERSION:
            current = migrated(tables)
            contents_of(current, self._now())  # what does not fit is left exactly as it is
            self.write(current)
        else:
            self._tables = tables
        return True

    def is_changed(self) -> bool:
        """Say whether the file is another than the one in memory; raises JournalUnreadableError."""
        return self._tables is None or self._signature_on_disk() != self._signature

    @property
    def before(self) -> Path | None:
        """Give the copy of what stood in the file before the last save, if there was anything."""
        return self._before

    def forget(self) -> None:
        """Drop what is in memory, so that the next load reads the file."""
        self._tables = None

    def read(self) -> Tables:
        """Give TinyDB the tables; a copy of the outermost level only."""
        if self._tables is None:
            self.load_if_changed()
        return dict(self._tables or {})

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the old file as a good copy and save all tables whole.

        Raises StorageError, and JournalChangedError when the file is no longer the one read.
        """
        self._save(data, self._keep_copy)

    def rewrite(self) -> None:
        """Save what is in memory under the present seal, without a copy of the same content."""
        self._save(self.read(), self._refuse_changed)

    def _save(self, data: dict[str, dict[str, Any]], just_before: Callable[[], None]) -> None:
        content = self.seal.seal(JOURNAL, encoded(data))
        is_first, self._before = self._signature is None, None
        number = write_whole(self.path, content, just_before)
        if is_first:
            self.copies.keep_first(content, self._now())
        self.copies.thin(self._now(), self._before)
        self._tables, self._signature = dict(data), self._signature_on_disk()
        if self._signature is None or self._signature[0] != number:
            self.forget()  # others replaced it at once

    def _refuse_changed(self) -> None:
        """Refuse to replace a file that others, who know no lock, put there meanwhile."""
        if self._signature_on_disk() != self._signature:
            raise JournalChangedError

    def _keep_copy(self) -> None:
        self._refuse_changed()
        if self._signature is not None:
            self._before = self.copies.keep(self.path, self._now())

    def _signature_on_disk(self) -> Signature | None:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise JournalUnreadableError(
                f"The journal {self.path} cannot be opened ({error.strerror}). Nothing was changed."
            ) from error
        return stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size

    def _first_tables(self) -> Tables:
        if self.copies.newest_first(self._now()):
            raise JournalUnreadableError(
                f"The journal {self.path} is gone, but good copies of it are there."
            )
        return new_tables()


def encoded(data: dict[str, Any]) -> bytes:
    """Turn what is to be kept into JSON; raises StorageError for a text that is none."""
    try:
        return msgspec.json.encode(data)
    except UnicodeEncodeError as error:
        raise StorageError(
            "This text holds a broken character, so it was not saved. What was saved before is "
            "safe. Take the character out, then save again."
        ) from error


def read_tables(path: Path, seal: Seal = _PLAIN) -> Tables:
    """Decode a journal file or a copy of one.

    Raises JournalUnreadableError, NewerFormatError for a format this version cannot know, and
    VaultLockedError for a file of a vault that `seal` does not open.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise JournalUnreadableError(
            f"The journal {path} cannot be opened ({error.strerror}). Nothing was changed."
        ) from error
    try:
        return tables_from(seal.open(JOURNAL, content))
    except ValueError as error:
        raise JournalUnreadableError(
            f"The journal {path} cannot be read. It was left exactly as it is."
        ) from error


def tables_from(content: bytes) -> Tables:
    """Decode a journal's JSON; ValueError when it is none, NewerFormatError."""
    try:
        tables = msgspec.json.decode(content, type=Tables)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    refuse_newer(tables)
    return tables
