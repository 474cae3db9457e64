"""Half-written entries, each in a file of its own, kept so that a crash loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.storage import records
from prt_desktop.storage.atomic import storage_error, write_whole
from prt_desktop.storage.lock import held
from prt_desktop.storage.whole_file import encoded

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import filelock

    from prt_desktop.domain.diary import Draft
    from prt_desktop.domain.form_draft import Form
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

    def get(self, of: Tool | None = None) -> Draft | None:
        """Give the half-written entry if it was kept and can be read; raises VaultLockedError."""
        path, seal = self._path(of), self._newest_seal()
        try:
            return records.draft_from(msgspec.json.decode(seal.open(path.name, path.read_bytes())))
        except (OSError, ValueError, RecursionError, StorageError):
            return None

    def keep(self, draft: Draft, of: Tool | None = None) -> None:
        """Keep a half-written entry, whole and owner-only, and in the vault where one is on."""
        self._keep(self._path(of), encoded(records.answer_record(draft)))

    def drop(self, of: Tool | None = None) -> None:
        """Forget the half-written entry; raises StorageError."""
        self._drop(self._path(of))

    def form(self, form: Form) -> FormDraft | None:
        """Give the half-filled form if it was kept and can be read; raises VaultLockedError."""
        path, seal = self._form_path(form), self._newest_seal()
        try:
            found = msgspec.json.decode(seal.open(path.name, path.read_bytes()))
            return msgspec.convert(found, FormDraft)
        except (OSError, ValueError, RecursionError, StorageError):
            return None

    def keep_form(self, draft: FormDraft, form: Form) -> None:
        """Keep a half-filled form as `keep` does an entry."""
        self._keep(self._form_path(form), encoded(msgspec.to_builtins(draft)))

    def drop_form(self, form: Form) -> None:
        """Forget the half-filled form; raises StorageError."""
        self._drop(self._form_path(form))

    def _keep(self, path: Path, content: bytes) -> None:
        with held(self._lock, path):  # another process, just starting, removes what looks left over
            write_whole(path, self._newest_seal().seal(path.name, content))

    def _drop(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise storage_error(error, path) from error

    def _path(self, of: Tool | None) -> Path:
        return self._folder / DRAFT_NAMES[of]

    def _form_path(self, form: Form) -> Path:
        return self._folder / f"draft-form-{form}.json"
