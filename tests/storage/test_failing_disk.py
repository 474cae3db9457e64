"""Every single call of a change fails in turn: the old or the new is there, and it is whole."""

from __future__ import annotations

import errno
import random
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.diary import Draft
from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.journal import Journal
from tests.builders import Clock, an_entry
from tests.storage.disk import HALF, FailingDisk
from tests.storage.vaults import CHEAP, PASSPHRASE, turned_on

if TYPE_CHECKING:
    from collections.abc import Callable

FAILURES: list[tuple[int | str, bool]] = [
    (errno.ENOSPC, False),
    (errno.ENOSPC, True),
    (errno.EIO, False),
    (errno.EACCES, False),
    (HALF, False),
]
KEPT, CHANGED = "a" * 32, "b" * 32
SHARE = 10


def add(journal: Journal) -> None:
    journal.add(an_entry("new", id=CHANGED))


def replace(journal: Journal) -> None:
    journal.replace(an_entry("changed", id=KEPT))


def remove(journal: Journal) -> None:
    journal.remove(KEPT)


def keep_draft(journal: Journal) -> None:
    journal.drafts.keep(Draft("newer half"))


def turn_on(journal: Journal) -> None:
    turned_on(journal)


def turn_off(journal: Journal) -> None:
    journal.turn_vault_off()


def change_passphrase(journal: Journal) -> None:
    journal.change_passphrase(PASSPHRASE, PASSPHRASE, CHEAP)


def make_backup(journal: Journal) -> None:
    seal = journal.newest_seal()
    back_up(journal.folder, journal.folder.parent / "new.backup", seal, Clock()())


def bring_back(journal: Journal) -> None:
    seal = journal.newest_seal()
    restore(journal.folder, Backup(journal.folder.parent / "old.backup"), Clock(), seal)


@cache
def backup_of_a_vault() -> bytes:
    """Make a backup of another diary that lies in a vault."""
    with TemporaryDirectory() as elsewhere:
        journal = Journal(Path(elsewhere) / "data", Clock())
        journal.add(an_entry("out of a vault"))
        journal.drafts.keep(Draft("half a line"))
        turned_on(journal)
        file = Path(elsewhere) / "sealed.backup"
        back_up(journal.folder, file, journal.newest_seal(), Clock()())
        return file.read_bytes()


def bring_back_a_vault(journal: Journal) -> None:
    backup = Backup(journal.folder.parent / "sealed.backup")
    backup.unlock(PASSPHRASE)
    restore(journal.folder, backup, Clock(), journal.newest_seal())


PLAIN = [add, replace, remove, keep_draft, turn_on, make_backup, bring_back, bring_back_a_vault]
IN_VAULT = [add, replace, keep_draft, turn_off, change_passphrase]
CASES = [
    *[(operation, False) for operation in PLAIN],
    *[(operation, True) for operation in IN_VAULT],
]


def a_journal(folder: Path, *, vault: bool) -> Journal:
    """Make a journal with two entries, a draft and a backup from the time of the first."""
    clock = Clock()
    journal = Journal(folder, clock)
    journal.add(an_entry("kept", id=KEPT))
    back_up(folder, folder.parent / "old.backup", journal.newest_seal(), clock())
    (folder.parent / "sealed.backup").write_bytes(backup_of_a_vault())
    clock.move(minutes=1)
    journal.add(an_entry("second", id="c" * 32))
    journal.drafts.keep(Draft("half"))
    if vault:
        turned_on(journal)
    clock.move(minutes=1)
    return journal


def state(journal: Journal) -> tuple[list[str], str | None, tuple[str, ...]]:
    """Tell what the journal holds as a person would see it."""
    draft = journal.drafts.get()
    texts = [entry.text for entry in journal.entries()]
    return texts, draft.text if draft else None, tuple(one.entry.text for one in journal.bin())


def found(folder: Path) -> tuple[list[str], str | None, tuple[str, ...]]:
    """Open the folder as a new start would, and tell what it holds."""
    journal = Journal(folder, Clock())
    if journal.is_locked:
        journal.unlock(PASSPHRASE)
    return state(journal)


def calls_of(operation: Callable[[Journal], None], folder: Path, *, vault: bool) -> int:
    """Count the calls that the operation makes."""
    journal = a_journal(folder, vault=vault)
    with pytest.MonkeyPatch.context() as patch:
        disk = FailingDisk(patch)
        operation(journal)
        return disk.calls


def told(action: Callable[[], None]) -> bool:
    """Say whether an action failed in a sentence; anything else it raises is a fault of ours."""
    try:
        action()
    except StorageError as error:
        return str(error).endswith(".")
    return False


def fail_once(
    operation: Callable[[Journal], None],
    folder: Path,
    vault: bool,
    at: int,
    failure: tuple[int | str, bool],
) -> None:
    """Let one call fail; the old or the new is there whole, and the next save works."""
    journal = a_journal(folder, vault=vault)
    before = state(journal)
    with pytest.MonkeyPatch.context() as patch:
        disk = FailingDisk(patch)
        disk.fail(at, failure[0], stays=failure[1])
        failed = told(lambda: operation(journal))
        disk.mend()

    after = found(folder)
    expected = expected_after(operation, folder.with_name("expected"), vault=vault)
    assert after in (before, expected)
    assert failed or after == expected
    with suppress(StorageError):
        journal.refresh()
    if journal.is_locked:
        journal.unlock(PASSPHRASE)
    journal.add(an_entry("afterwards", id="d" * 32))
    assert "afterwards" in found(folder)[0]
    assert not list(folder.rglob(".journal*.part"))


def expected_after(
    operation: Callable[[Journal], None], folder: Path, *, vault: bool
) -> tuple[list[str], str | None, tuple[str, ...]]:
    """Tell what there is when nothing fails."""
    if not folder.exists():
        operation(a_journal(folder, vault=vault))
    return found(folder)


def sweep(
    operation: Callable[[Journal], None], quick_disk: Path, *, vault: bool, share: int
) -> int:
    """Let one in `share` of all calls fail in each way, and give how many were let fail."""
    chance, count = random.Random(f"{operation.__name__}{vault}"), 0
    for at in range(calls_of(operation, quick_disk / "counted" / "data", vault=vault)):
        for number, failure in enumerate(FAILURES):
            if chance.randrange(share) == 0:
                folder = quick_disk / f"{at}-{number}" / "data"
                fail_once(operation, folder, vault, at, failure)
                count += 1
    return count


@pytest.mark.parametrize(
    "share", [SHARE, pytest.param(1, marks=pytest.mark.soak)], ids=["some", "every"]
)
@pytest.mark.parametrize(
    ("operation", "vault"), CASES, ids=[f"{one.__name__}-{vault}" for one, vault in CASES]
)
def test_a_call_that_fails_leaves_the_old_or_the_new_whole(
    operation: Callable[[Journal], None], vault: bool, share: int, quick_disk: Path
) -> None:
    count = sweep(operation, quick_disk, vault=vault, share=share)

    print(f"{operation.__name__}, vault {vault}: {count} failures")  # noqa: T201 - the soak's figure
    assert count > 0


def test_a_failing_call_is_really_seen(quick_disk: Path) -> None:
    journal = a_journal(quick_disk / "data", vault=False)

    with pytest.MonkeyPatch.context() as patch:
        FailingDisk(patch).fail(0, errno.EIO, stays=True)
        failed = told(lambda: add(journal))

    assert failed
    assert [entry.text for entry in journal.entries()] == ["kept", "second"]
