"""TinyDB's storage over whole saves: the tables in memory, the file replaced at each write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from tinydb.storages import Storage

from prt_desktop.domain.errors import JournalUnreadableError, StorageError
from prt_desktop.storage.atomic import storage_error, write_whole
from prt_desktop.storage.copies import Copies
from prt_desktop.storage.migrations import (
    FORMAT_VERSION,
    Tables,
    migrated,
    new_tables,
    refuse_newer,
    version_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

JOURNAL_NAME = "journal.json"
COPIES_NAME = "copies"


class WholeFileStorage(Storage):
    """Reads a journal once and writes it whole; never takes "unreadable" for "empty"."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.path = folder / JOURNAL_NAME
        self.copies = Copies(folder / COPIES_NAME)
        self._now = now
        self._tables: Tables | None = None
        self._signature: tuple[int, int, int] | None = None

    def load_if_changed(self) -> bool:
        """Read the file unless it is the one already in memory, and say whether it was read.

        Raises JournalUnreadableError or NewerFormatError; what is in memory then stays.
        """
        signature = self._signature_on_disk()
        if self._tables is not None and signature == self._signature:
            return False
        tables = self._current_tables() if signature else self._first_tables()
        self._tables, self._signature = tables, self._signature_on_disk()
        return True

    def forget(self) -> None:
        """Drop what is in memory, so that the next load reads the file."""
        self._tables = None

    def read(self) -> Tables:
        """Give TinyDB the tables; a copy of the outermost level only."""
        if self._tables is None:
            self.load_if_changed()
        return dict(self._tables or {})

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Keep the old file as a good copy and save all tables whole; raises StorageError."""
        content = encoded(data)
        if self._signature is not None:
            try:
                self.copies.keep(self.path, self._now())
            except OSError as error:
                raise storage_error(error, self.path) from error
        write_whole(self.path, content)
        if self._signature is None:
            self.copies.keep_first(content, self._now())
        self._tables, self._signature = dict(data), self._signature_on_disk()

    def _signature_on_disk(self) -> tuple[int, int, int] | None:
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise JournalUnreadableError(
                f"The journal {self.path} cannot be opened ({error.strerror}). Nothing was changed."
            ) from error
        return stat.st_ino, stat.st_mtime_ns, stat.st_size

    def _first_tables(self) -> Tables:
        if self.copies.newest_first():
            raise JournalUnreadableError(
                f"The journal {self.path} is gone, but good copies of it are there."
            )
        return new_tables()

    def _current_tables(self) -> Tables:
        tables = read_tables(self.path)
        if version_of(tables) == FORMAT_VERSION:
            return tables
        current = migrated(tables)
        self._signature = self._signature_on_disk()
        self.write(current)
        return current


def encoded(data: dict[str, Any]) -> bytes:
    """Turn what is to be kept into JSON; raises StorageError for a text that is none."""
    try:
        return msgspec.json.encode(data)
    except UnicodeEncodeError as error:
        raise StorageError(
            "This text holds a broken character, so it was not saved. What was saved before is "
            "safe. Take the character out, then save again."
        ) from error


def read_tables(path: Path) -> Tables:
    """Decode a journal file or a copy of one.

    Raises JournalUnreadableError, and NewerFormatError for a format this version cannot know.
    """
    try:
        tables = msgspec.json.decode(path.read_bytes(), type=Tables)
    except OSError as error:
        raise JournalUnreadableError(
            f"The journal {path} cannot be opened ({error.strerror}). Nothing was changed."
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise JournalUnreadableError(
            f"The journal {path} cannot be read. It was left exactly as it is."
        ) from error
    refuse_newer(tables)
    return tables
