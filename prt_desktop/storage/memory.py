"""Folders that lie in memory, for what must not touch the disk in plain."""

from __future__ import annotations

import contextlib
import os
import shutil
from enum import StrEnum
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

if TYPE_CHECKING:
    from collections.abc import Callable

_SHARED = Path("/dev/shm")


class Kind(StrEnum):
    """What lies in a folder in memory; its name says so."""

    SOUND = "sound"
    DEMONSTRATION = "demonstration"

    @property
    def prefix(self) -> str:
        """How the names of such folders begin; the number of their program follows."""
        return f"prt-desktop-{self.value}-"


def memory() -> Path | None:
    """Give the folder of this system that lies in memory, or None where it has none."""
    return _SHARED if os.access(_SHARED, os.W_OK) else None


class FolderInMemory:
    """A folder at `path` that goes when it is closed, with this value, or with the program.

    Where the system has no memory to write to, it lies among temporary files.
    """

    def __init__(self, kind: Kind = Kind.SOUND) -> None:
        self.path = Path(mkdtemp(prefix=f"{kind.prefix}{os.getpid()}-", dir=memory()))
        self._remove = finalize(self, shutil.rmtree, self.path, ignore_errors=True)

    def close(self) -> None:
        """Remove the folder and all in it."""
        self._remove()


class PrivateFolder:
    """Gives, each time it is called, where private sound may lie: in memory or in a plain folder.

    `is_private` says whether it has to be memory, such as while the vault is on.
    """

    def __init__(self, plain: Path, is_private: Callable[[], bool]) -> None:
        self._plain = plain
        self._is_private = is_private
        self._in_memory: FolderInMemory | None = None

    def __call__(self) -> Path:
        """Give the folder of this moment."""
        if not self._is_private():
            return self._plain
        if self._in_memory is None:
            self._in_memory = FolderInMemory()
        return self._in_memory.path


def remove_folders_of_the_dead() -> None:
    """Remove what killed programs have left in memory; elsewhere nothing is looked for."""
    if memory() is None:
        return
    for kind in Kind:
        for folder in _SHARED.glob(f"{kind.prefix}*"):
            process = folder.name.removeprefix(kind.prefix).partition("-")[0]
            if process.isdecimal() and not _is_alive(int(process)):
                with contextlib.suppress(OSError):
                    shutil.rmtree(folder)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True
