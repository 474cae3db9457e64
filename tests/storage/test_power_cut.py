"""The power goes after any call: what was not flushed is lost, what was acknowledged is there."""

from __future__ import annotations

import contextlib
import random
import shutil
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.diary import Draft
from prt_desktop.domain.errors import WrongKeyError
from prt_desktop.domain.exercise import Part
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.contents import contents_of
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.other_journal import OtherJournal
from prt_desktop.storage.own_audio import RECORD_NAME, OwnAudio
from prt_desktop.storage.setting_aside import set_vault_aside
from prt_desktop.storage.vault_places import remove_unfinished_recordings
from tests.builders import NOON, Clock, an_entry
from tests.storage.disk import RecordedDisk
from tests.storage.test_own_audio import make_clips
from tests.storage.vaults import CHEAP, PASSPHRASE, turned_on, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.storage.disk import Disk

OTHER = "quite another"


class Cuts:
    """Cuts the power so many times after each call, and looks at what is left as a new start does.

    What was acknowledged has to be in the journal or in what was put beside it, and the keys of
    now have to open it: one of the `passphrases`, and the recovery key if there is a new one. The
    `recordings` that were acknowledged have to be there whole.
    """

    def __init__(self, root: Path, left: Path, times: int, seed: int) -> None:
        self.acknowledged: set[str] = set()
        self.passphrases = [PASSPHRASE]
        self.recovery_key = ""
        self.recordings: set[str] = set()
        self.times = times
        self.count = 0
        self._root = root
        self._left = left
        self._chance = random.Random(seed)

    def cut(self, disk: Disk) -> None:
        for _ in range(self.times):
            self.count += 1
            shutil.rmtree(self._left, ignore_errors=True)
            self._left.mkdir()
            for name, content in disk.after_power_cut(self._chance).items():
                path = self._left / name.removeprefix(f"{self._root}/")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            assert self.acknowledged <= self._in_the_journal() | self._beside_it()
            assert self.recordings <= self._recordings()

    def _recordings(self) -> set[str]:
        remove_unfinished_recordings(self._left)
        return {path.parent.name for path in self._left.glob(f"own-audio/*/{RECORD_NAME}")}

    def _in_the_journal(self) -> set[str]:
        journal = Journal(self._left, Clock())
        if journal.is_locked:
            self._open(journal.unlock)
            if self.recovery_key:
                journal.lock()
                journal.unlock(self.recovery_key)
        return {entry.text for entry in journal.entries()}

    def _beside_it(self) -> set[str]:
        found: set[str] = set()
        for path in self._left.glob("*-*/journal.json"):
            beside = OtherJournal(path, Clock())
            if beside.is_locked:
                self._open(beside.unlock)
            entries = contents_of(beside.tables(NOON), NOON).entries.values()
            found |= {entry.text for entry in entries}
        return found

    def _open(self, unlock: Callable[[str], None]) -> None:
        """Open by one of the passphrases; raises WrongKeyError when none does."""
        *others, last = self.passphrases
        for passphrase in others:
            with contextlib.suppress(WrongKeyError):
                return unlock(passphrase)
        return unlock(last)


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


def a_backup(folder: Path, *, in_vault: bool) -> Backup:
    """Make a backup of another diary with a draft and a recording, opened where it is sealed."""
    journal, file = Journal(folder, Clock()), folder.with_suffix(".prtbackup")
    journal.add(an_entry("brought back"))
    journal.drafts.keep(Draft("half of another"))
    OwnAudio(folder, Clock()).add("A walk", Part.PLEASANT, make_clips)
    if in_vault:
        turned_on(journal)
    back_up(folder, file, journal.newest_seal(), NOON)
    backup = Backup(file)
    backup.unlock(PASSPHRASE)
    return backup


def bring_back(journal: Journal, clock: Clock, cuts: Cuts, *, its_vault: bool = False) -> Journal:
    backup = a_backup(journal.folder.with_name("another"), in_vault=its_vault)
    restore(journal.folder, backup, clock, journal.newest_seal())
    cuts.acknowledged.add("brought back")
    cuts.recordings = {name.split("/")[1] for name in backup.recordings()}
    return unlocked(journal.folder)


def bring_back_a_vault(journal: Journal, clock: Clock, cuts: Cuts) -> Journal:
    return bring_back(journal, clock, cuts, its_vault=True)


def put_aside(journal: Journal, clock: Clock, _cuts: Cuts) -> Journal:
    set_vault_aside(journal.folder, clock())
    return Journal(journal.folder, clock)


def another_passphrase(journal: Journal, _clock: Clock, cuts: Cuts) -> Journal:
    cuts.passphrases = [PASSPHRASE, OTHER]
    journal.change_passphrase(PASSPHRASE, OTHER, CHEAP)
    cuts.passphrases = [OTHER]
    return journal


def another_recovery_key(journal: Journal, _clock: Clock, cuts: Cuts) -> Journal:
    cuts.recovery_key = journal.change_recovery_key().printed
    return journal


@pytest.mark.parametrize(
    "times", [2, pytest.param(40, marks=pytest.mark.soak)], ids=["some", "many"]
)
@pytest.mark.parametrize(
    ("step", "in_vault"),
    [
        (bring_back, False),
        (bring_back, True),
        (bring_back_a_vault, False),
        (put_aside, True),
        (another_passphrase, True),
        (another_recovery_key, True),
    ],
)
def test_a_power_cut_on_the_way_loses_neither_what_was_nor_what_comes(
    quick_disk: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: Callable[[Journal, Clock, Cuts], Journal],
    times: int,
    *,
    in_vault: bool,
) -> None:
    clock, root = Clock(), quick_disk / "data"
    cuts = Cuts(root, quick_disk / "left", times, seed=7)
    journal = Journal(root, clock)
    with monkeypatch.context() as patch:
        RecordedDisk(patch, root, cuts.cut)
        cuts.times = 0
        write_a_day(journal, clock, cuts, "before")
        if in_vault:
            turned_on(journal)
        cuts.times = times
        journal = step(journal, clock, cuts)
        journal.add(an_entry("after"))
        cuts.acknowledged.add("after")
        journal.drafts.keep(Draft("half"))

    print(f"{cuts.count} power cuts")  # noqa: T201 - the soak's figure
    assert cuts.count > 20


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
