"""Half-written entries, each in a file of its own, kept so that a crash loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from prt_desktop.domain.errors import JournalUnreadableError
from prt_desktop.domain.exercise import Tool
from prt_desktop.storage import records
from prt_desktop.storage.atomic import remove_leftovers, storage_error, write_whole
from prt_desktop.storage.lock import held
from prt_desktop.storage.whole_file import encoded

if TYPE_CHECKING:
    from pathlib import Path

    import filelock

    from prt_desktop.domain.diary import Draft

DRAFT_NAMES: dict[Tool | None, str] = {
    None: "draft.json",
    Tool.THOUGHT_RECORD: "draft-thought.json",
    Tool.PREDICTION: "draft-movement.json",
}


class Drafts:
    """The drafts beside a journal: that of the diary (None), and those of the tools that have one.

    KeyError for a tool without drafts: a writing never touches the disk until it is kept.
    """

    def __init__(self, folder: Path, lock: filelock.BaseFileLock) -> None:
        self._folder = folder
        self._lock = lock

    def get(self, of: Tool | None = None) -> Draft | None:
        """Give the half-written entry if it was kept and can be read."""
        try:
            return records.draft_from(msgspec.json.decode(self._path(of).read_bytes()))
        except (OSError, ValueError, RecursionError, JournalUnreadableError):
            return None

    def keep(self, draft: Draft, of: Tool | None = None) -> None:
        """Keep a half-written entry, whole and owner-only like the journal itself."""
        content = encoded(records.answer_record(draft))
        path = self._path(of)
        with held(self._lock, path):  # another process, just starting, removes what looks left over
            write_whole(path, content)

    def drop(self, of: Tool | None = None) -> None:
        """Forget the half-written entry; raises StorageError."""
        path = self._path(of)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, path) from error

    def remove_leftovers(self) -> None:
        """Remove what a kill has left half-written; the lock is held."""
        for name in DRAFT_NAMES.values():
            remove_leftovers(self._folder, name)

    def _path(self, of: Tool | None) -> Path:
        return self._folder / DRAFT_NAMES[of]
