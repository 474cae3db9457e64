"""A journal of its own for each test, and a disk that can fill up."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.storage.journal import Journal
from tests.builders import (
    Clock,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Journal:
    return Journal(tmp_path / "data", clock)


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk that flushes at once, for tests that save many hundred times."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="prt-test-", dir=memory) as folder:
        yield Path(folder)


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let every save fail as on a full disk, from the call on."""

    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    return lambda: monkeypatch.setattr(os, "fsync", refuse)
