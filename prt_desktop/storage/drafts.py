"""Half-written entries, each in a file of its own, kept so that a crash loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, overload

import msgspec

from prt_desktop.domain.diary import Draft, EntryKind
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.storage import records
from prt_desktop.storage.atomic import storage_error, write_whole
from prt_desktop.storage.lock import held
from prt_desktop.storage.whole_file import encoded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import filelock

    from prt_desktop.storage.seal import Seal

DRAFT_NAMES: dict[Tool | None, str] = {
    None: "draft.json",
    Tool.THOUGHT_RECORD: "draft-thought.json",
    Tool.PREDICTION: "draft-movement.json",
}


class Drafts:
    """The drafts beside a journal: that of the diary (None), those of tools, and those of forms.

    KeyError for a tool without drafts: a writing never touches the disk until it is kept.
    """

    def __init__(
        self, folder: Path, lock: filelock.BaseFileLock, newest_seal: Callable[[], Seal]
    ) -> None:
        self._folder = folder
        self._lock = lock
        self._newest_seal = newest_seal

    @overload
    def get(self, of: Tool | None = None) -> Draft | None: ...
    @overload
    def get(self, of: Form) -> FormDraft | None: ...
    def get(self, of: Tool | Form | None = None) -> Draft | FormDraft | None:
        """Give the draft if it was kept and can be read; raises VaultLockedError."""
        path, seal = self._path(of), self._newest_seal()
        try:
            found = msgspec.json.decode(seal.open(path.name, path.read_bytes()))
            if isinstance(of, Form):
                return msgspec.convert(found, FormDraft)
            return records.draft_from(found)
        except (OSError, ValueError, RecursionError, StorageError):
            return None

    def keep(self, draft: Draft | FormDraft, of: Tool | Form | None = None) -> None:
        """Keep a draft, whole and owner-only, and in the vault where one is on."""
        path = self._path(of)
        with held(self._lock, path):  # another process, just starting, removes what looks left over
            content = encoded(msgspec.to_builtins(draft))
            write_whole(path, self._newest_seal().seal(path.name, content))

    def add_below(self, *texts: str, kind: EntryKind = EntryKind.NOTE) -> None:
        """Put words below the diary's draft; without one they begin one of this kind.

        Raises StorageError.
        """
        draft = self.get() or Draft("", kind)
        both = "\n\n".join(one for one in (draft.text, *texts) if one)
        self.keep(replace(draft, text=both))

    def drop(self, of: Tool | Form | None = None) -> None:
        """Forget the draft; raises StorageError."""
        path = self._path(of)
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, path) from error

    def _path(self, of: Tool | Form | None) -> Path:
        name = f"draft-form-{of}.json" if isinstance(of, Form) else DRAFT_NAMES[of]
        return self._folder / name
