"""The power goes after any call: what was not flushed is lost, what was acknowledged is there."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.diary import Draft
from prt_desktop.storage.journal import Journal
from tests.builders import Clock, an_entry
from tests.storage.disk import RecordedDisk
from tests.storage.vaults import PASSPHRASE, turned_on

if TYPE_CHECKING:
    from pathlib import Path

    from tests.storage.disk import Disk

OTHER = "quite another"


class Cuts:
    """Cuts the power after each call, and looks at what is left with a fresh journal."""

    def __init__(self, root: Path, left: Path, times: int, seed: int) -> None:
        self.acknowledged: set[str] = set()
        self.count = 0
        self._root = root
        self._left = left
        self._times = times
        self._chance = random.Random(seed)

    def cut(self, disk: Disk) -> None:
        for _ in range(self._times):
            self.count += 1
            shutil.rmtree(self._left, ignore_errors=True)
            self._left.mkdir()
            for name, content in disk.after_power_cut(self._chance).items():
                path = self._left / name.removeprefix(f"{self._root}/")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            journal = Journal(self._left, Clock())
            if journal.is_locked:
                journal.unlock(PASSPHRASE)
            assert self.acknowledged <= {entry.text for entry in journal.entries()}


def write_a_day(journal: Journal, clock: Clock, cuts: Cuts, name: str) -> None:
    """Add, change, remove and keep drafts, and note what was acknowledged."""
    for number in range(4):
        clock.move(minutes=1)
        entry = an_entry(f"{name} {number}")
        journal.add(entry)
        cuts.acknowledged.add(entry.text)
        journal.drafts.keep(Draft(f"half {number}"))
    removed = journal.entries()[-1]
    cuts.acknowledged.discard(removed.text)
    journal.remove(removed.id)
    journal.put_back(removed.id)
    cuts.acknowledged.add(removed.text)


@pytest.mark.parametrize(
    "times", [1, pytest.param(20, marks=pytest.mark.soak)], ids=["some", "many"]
)
def test_a_power_cut_loses_nothing_that_was_acknowledged(
    quick_disk: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    clock, root = Clock(), quick_disk / "data"
    cuts = Cuts(root, quick_disk / "left", times, seed=5)
    journal = Journal(root, clock)
    with monkeypatch.context() as patch:
        RecordedDisk(patch, root, cuts.cut)
        write_a_day(journal, clock, cuts, "plain")
        turned_on(journal)
        write_a_day(journal, clock, cuts, "vault")
        journal.turn_vault_off()
        write_a_day(journal, clock, cuts, "again")

    print(f"{cuts.count} power cuts")  # noqa: T201 - the soak's figure
    assert cuts.count > 100
    assert len(cuts.acknowledged) == 12


def test_a_save_without_flushing_would_be_caught(
    quick_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, chance = quick_disk / "data", random.Random(1)
    left: set[bytes] = set()
    root.mkdir()

    def look(disk: Disk) -> None:
        for _ in range(50):
            left.update(disk.after_power_cut(chance).values())

    with monkeypatch.context() as patch:
        recorded = RecordedDisk(patch, root, look)
        handle = recorded.open(root / "file", 0o101, 0o600)
        recorded.write(handle, b"words")
        recorded.close(handle)

    assert {b"", b"words", bytes(5)} <= left
