"""The folder of a phone pack: made beside its place, and put there whole or not at all."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK_NAME = "pack.json"
_MADE_BY = "prt-desktop phone-pack"
_OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini"}


class PackFolder:
    """One place for a pack; it is taken when it is free, empty, or holds an earlier pack alone."""

    def __init__(self, path: Path) -> None:
        """Raise StorageError when the place holds anything that is not an earlier pack's."""
        self._path = path.resolve()
        self._refuse_foreign()

    @contextlib.contextmanager
    def unfinished(self) -> Iterator[Path]:
        """Make a neighbouring folder to fill; what is left of it afterwards is removed."""
        folder = self._neighbour()
        folder.mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def finish(self, unfinished: Path) -> None:
        """Put a filled folder in its place; the earlier pack stays when that fails.

        Raises OSError, and StorageError when other files have come meanwhile.
        """
        names = sorted(one.name for one in unfinished.iterdir())
        mark = {"made_by": _MADE_BY, "format": 1, "files": [*names, MARK_NAME]}
        (unfinished / MARK_NAME).write_text(json.dumps(mark, indent=1) + "\n", "utf-8")
        self._refuse_foreign()
        if not self._path.exists():
            unfinished.rename(self._path)
            return
        earlier = self._neighbour()
        self._path.rename(earlier)
        try:
            unfinished.rename(self._path)
        except OSError:
            earlier.rename(self._path)
            raise
        shutil.rmtree(earlier, ignore_errors=True)

    def _neighbour(self) -> Path:
        return self._path.with_name(f".{self._path.name}.{os.urandom(4).hex()}.part")

    def _refuse_foreign(self) -> None:
        if not self._is_free():
            raise StorageError(
                f"{self._path} holds files that are not a phone pack, so nothing was written. "
                "They are as they were. Choose a new or an empty folder."
            )

    def _is_free(self) -> bool:
        if not self._path.exists():
            return True
        if not self._path.is_dir():
            return False
        names = {one.name for one in self._path.iterdir()} - _OF_THE_SYSTEM
        return names <= _marked(self._path / MARK_NAME)


def _marked(mark: Path) -> set[str]:
    """Give the names of the files that a pack was made of; none where there is no pack."""
    try:
        found = json.loads(mark.read_bytes())
    except (OSError, ValueError, RecursionError):
        return set()
    if not isinstance(found, dict) or found.get("made_by") != _MADE_BY:
        return set()
    files = found.get("files")
    return {one for one in files if isinstance(one, str)} if isinstance(files, list) else set()
