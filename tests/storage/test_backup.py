"""A backup: one file, proved whole, looked into before it is brought back."""

from __future__ import annotations

import hashlib
import stat
from datetime import date
from typing import TYPE_CHECKING

import msgspec
import pytest

from prt_desktop.domain.diary import Draft
from prt_desktop.domain.errors import (
    BackupError,
    NewerFormatError,
    StorageError,
    VaultLockedError,
    WrongKeyError,
)
from prt_desktop.domain.exercise import Gate, Part
from prt_desktop.domain.safety import Closed, PageId
from prt_desktop.storage import bringing_back
from prt_desktop.storage.atomic import write_whole
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import BACKUP_MAGIC, Backup, Head, Listing, Member, Preview
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.framing import framed
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.own_audio import OwnAudio
from prt_desktop.storage.seal import LockedSeal, PlainSeal
from prt_desktop.storage.vault import open_vault
from tests.builders import NOON, Clock, a_practice, an_answer, an_entry
from tests.storage.journals import files
from tests.storage.test_own_audio import make_clips
from tests.storage.vaults import CHEAP, MARKER, PASSPHRASE, holding, is_in, turned_on, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "diary.prtbackup"


def filled(journal: Journal) -> Journal:
    journal.add_all((an_entry(MARKER), an_entry("Tea."), a_practice()))
    journal.drafts.keep(Draft("half"))
    return journal


def saved(journal: Journal, file: Path) -> Preview:
    return back_up(journal.folder, file, journal.newest_seal(), NOON).preview


def restored(file: Path, folder: Path, clock: Clock) -> Journal:
    journal = Journal(folder, clock)
    restore(folder, Backup(file), clock, journal.newest_seal())
    journal.refresh()
    return journal


def texts(journal: Journal) -> list[str]:
    return [entry.text for entry in journal.entries()]


def test_a_backup_is_looked_into_without_touching_anything(journal: Journal, file: Path) -> None:
    saved(filled(journal), file)
    before = {**files(journal.folder), file.name: file.read_bytes()}

    preview = Backup(file).preview()

    assert preview == Preview(NOON, {"note": 2, "practice": 1}, date(2026, 11, 23), NOON.date(), 0)
    assert preview.count == 3
    assert {**files(journal.folder), file.name: file.read_bytes()} == before


def test_a_backup_of_nothing_has_no_days(journal: Journal, file: Path) -> None:
    preview = saved(journal, file)

    assert (preview.count, preview.first, preview.last) == (0, None, None)
    assert Backup(file).preview() == preview


def test_a_backup_brings_everything_to_another_computer(
    journal: Journal, file: Path, tmp_path: Path, clock: Clock
) -> None:
    exercise = OwnAudio(filled(journal).folder, clock).add("A walk", Part.PLEASANT, make_clips)
    (journal.folder / "settings.json").write_text("{}")
    saved(journal, file)

    other = restored(file, tmp_path / "other", clock)

    assert other.entries() == journal.entries()
    assert other.drafts.get() == Draft("half")
    assert OwnAudio(other.folder, clock).exercises() == (exercise,)
    assert not OwnAudio(other.folder, clock).recording(exercise.id).missing
    assert (other.folder / "settings.json").read_text() == "{}"
    assert Backup(file).preview().recordings == 1


def test_a_backup_is_for_its_owner_alone_and_whole(journal: Journal, file: Path) -> None:
    saved(filled(journal), file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.glob(".*.part")) == []
    assert hashlib.sha256(file.read_bytes()[:-32]).digest() == file.read_bytes()[-32:]


def test_restoring_keeps_what_was_there_aside(journal: Journal, file: Path, clock: Clock) -> None:
    saved(filled(journal), file)
    journal.add(an_entry("Later."))
    before = journal.path.read_bytes()

    done = restore(journal.folder, Backup(file), clock, journal.newest_seal())
    journal.refresh()

    assert texts(journal) == [MARKER, "Tea.", ""]
    assert done.aside is not None
    assert (done.aside / "journal.json").read_bytes() == before
    assert done.preview.count == 3


def test_restoring_leaves_drafts_and_recordings_that_are_there(
    journal: Journal, file: Path, clock: Clock
) -> None:
    own = OwnAudio(filled(journal).folder, clock)
    exercise = own.add("A walk", Part.PLEASANT, make_clips)
    saved(journal, file)
    journal.drafts.keep(Draft("newer"))
    renamed = own.rename(exercise.id, "Another name")

    restore(journal.folder, Backup(file), clock, journal.newest_seal())

    assert journal.drafts.get() == Draft("newer")
    assert own.exercises() == (renamed,)


def test_a_backup_brought_back_forgets_no_tick(journal: Journal, file: Path, clock: Clock) -> None:
    saved(filled(journal), file)
    journal.add_answer(an_answer(PageId.EMERGENCY, "numb"))

    restore(journal.folder, Backup(file), clock, journal.newest_seal())
    journal.refresh()

    assert texts(journal) == [MARKER, "Tea.", ""]
    assert journal.safety().closed(Gate.NO_OPEN_FLAG, clock()) is Closed.OPEN_FLAG


def test_a_journal_that_cannot_be_read_is_replaced_all_the_same(
    journal: Journal, file: Path, clock: Clock
) -> None:
    saved(filled(journal), file)
    journal.path.write_bytes(b"spoilt")

    restore(journal.folder, Backup(file), clock, PlainSeal())

    assert texts(Journal(journal.folder, clock)) == [MARKER, "Tea.", ""]


@pytest.mark.parametrize("vault", [False, True])
def test_a_restore_that_fails_on_the_way_leaves_everything_as_it_was(
    journal: Journal,
    file: Path,
    tmp_path: Path,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    vault: bool,
) -> None:
    OwnAudio(filled(journal).folder, clock).add("A walk", Part.PLEASANT, make_clips)
    journal.drafts.keep(Draft("half"))
    if vault:
        turned_on(journal)
    saved(journal, file)
    other = Journal(tmp_path / "other", clock)
    other.add(an_entry("mine"))
    before, backup = files(other.folder), Backup(file)
    if vault:
        backup.unlock(PASSPHRASE)

    def full(path: Path, content: bytes) -> int:
        if path == other.path:
            raise StorageError("The disk is full.")
        return write_whole(path, content)

    monkeypatch.setattr(bringing_back, "write_whole", full)
    with pytest.raises(StorageError, match="disk is full"):
        restore(other.folder, backup, clock, other.newest_seal())

    assert files(other.folder) == before


def test_a_start_removes_what_a_kill_left_of_a_recording(journal: Journal, clock: Clock) -> None:
    work = journal.folder / "own-audio" / f".restoring-{'a' * 32}"
    work.mkdir(parents=True)
    (work / "part-001.ogg").write_bytes(b"a voice")

    Journal(journal.folder, clock)

    assert not work.exists()


@pytest.mark.parametrize("turned_off", [False, True])
def test_what_cannot_be_read_is_left_out_of_a_backup_and_named(
    journal: Journal, file: Path, clock: Clock, turned_off: bool
) -> None:
    own = OwnAudio(filled(journal).folder, clock)
    exercise = own.add("A walk", Part.PLEASANT, make_clips)
    turned_on(journal)
    clip = journal.folder / "own-audio" / exercise.id / "part-001.ogg"
    spoilt = bytearray(clip.read_bytes())
    spoilt[-1] ^= 1
    clip.write_bytes(spoilt)
    if turned_off:
        journal.turn_vault_off()

    made = back_up(journal.folder, file, journal.newest_seal(), NOON)
    backup = Backup(file)
    backup.unlock_with(journal.newest_seal())

    assert made.left_out == (f"own-audio/{exercise.id}/part-001.ogg",)
    assert made.preview.count == backup.preview().count == 3
    assert not set(made.left_out) & set(backup.names())


def test_a_backup_that_is_broken_off_leaves_nothing_in_its_place(
    journal: Journal, file: Path
) -> None:
    def press_control_c(_done: int, _of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(filled(journal).folder, file, journal.newest_seal(), NOON, press_control_c)

    assert list(file.parent.glob(f".{file.name}*")) == []


def test_a_new_backup_removes_what_a_kill_left_of_the_one_before(
    journal: Journal, file: Path
) -> None:
    left = file.with_name(f".{file.name}.0123456789ab.part")
    left.write_bytes(MARKER.encode())

    saved(filled(journal), file)

    assert not left.exists()


def test_a_backup_in_the_diarys_own_folder_is_refused(journal: Journal) -> None:
    before = files(filled(journal).folder)

    with pytest.raises(BackupError, match="another disk"):
        saved(journal, journal.folder / "diary.prtbackup")

    assert files(journal.folder) == before


# In a vault.


def test_a_backup_out_of_a_vault_cannot_be_read_without_its_keys(
    journal: Journal, file: Path
) -> None:
    key = turned_on(filled(journal))
    preview = saved(journal, file)
    backup = Backup(file)

    with pytest.raises(VaultLockedError):
        backup.preview()
    with pytest.raises(WrongKeyError):
        backup.unlock("wrong")
    was_locked = backup.is_locked
    backup.unlock(PASSPHRASE)
    by_key = Backup(file)
    by_key.unlock(key.printed)

    assert was_locked
    assert backup.preview() == by_key.preview() == preview
    assert not is_in(file, MARKER)
    assert not is_in(file, "practice")


def test_a_vault_comes_along_to_another_computer(
    journal: Journal, file: Path, tmp_path: Path, clock: Clock
) -> None:
    turned_on(filled(journal))
    saved(journal, file)
    other = Journal(tmp_path / "other", clock)
    other.add(an_entry(f"{MARKER} before"))
    backup = Backup(file)
    backup.unlock(PASSPHRASE)

    restore(other.folder, backup, clock, other.newest_seal())

    assert texts(unlocked(other.folder)) == [MARKER, "Tea.", ""]
    assert holding(other.folder) == set()


def test_a_plain_backup_is_restored_into_the_vault(
    journal: Journal, file: Path, clock: Clock
) -> None:
    saved(filled(journal), file)
    turned_on(journal)

    restore(journal.folder, Backup(file), clock, journal.newest_seal())

    assert texts(unlocked(journal.folder)) == [MARKER, "Tea.", ""]
    assert holding(journal.folder) == set()


def test_a_backup_of_an_older_passphrase_opens_with_the_vault_that_made_it(
    journal: Journal, file: Path
) -> None:
    turned_on(filled(journal))
    saved(journal, file)
    journal.change_passphrase(PASSPHRASE, "another one", CHEAP)
    backup = Backup(file)

    backup.unlock_with(open_vault(journal.folder, "another one"))

    assert backup.preview().count == 3


def test_a_locked_diary_is_neither_backed_up_nor_replaced(
    journal: Journal, file: Path, tmp_path: Path, clock: Clock
) -> None:
    other = Journal(tmp_path / "other", clock)
    saved(other, file)
    turned_on(filled(journal))
    before = files(journal.folder)

    with pytest.raises(VaultLockedError):
        back_up(journal.folder, tmp_path / "new", LockedSeal(), NOON)
    with pytest.raises(VaultLockedError):
        restore(journal.folder, Backup(file), clock, LockedSeal())

    assert files(journal.folder) == before
    assert not (tmp_path / "new").exists()


# What is no backup.


def a_backup_of(head: bytes, body: bytes) -> bytes:
    """Write a backup by hand, its proof right."""
    content = framed(BACKUP_MAGIC, head) + body
    return content + hashlib.sha256(content).digest()


def listed(*members: tuple[str, int], body: bytes = b"") -> bytes:
    """Write a body and a list that tells of these members."""
    preview = Preview(NOON, {}, None, None, 0)
    listing = msgspec.json.encode(Listing(preview, [Member(*one) for one in members]))
    return body + listing + len(listing).to_bytes(8, "big")


PLAIN_HEAD = msgspec.json.encode(Head(1))
HUGE = (1 << 62).to_bytes(8, "big")
HOSTILE: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "a ZIP": lambda: b"PK\x03\x04" + bytes(500),
    "only a head": lambda: framed(BACKUP_MAGIC, PLAIN_HEAD),
    "no list": lambda: a_backup_of(PLAIN_HEAD, b""),
    "a huge list": lambda: a_backup_of(PLAIN_HEAD, HUGE),
    "a deep list": lambda: a_backup_of(PLAIN_HEAD, b"[" * 90_000 + (90_000).to_bytes(8, "big")),
    "a deep head": lambda: a_backup_of(b"[" * 60_000, b""),
    "a way out": lambda: a_backup_of(PLAIN_HEAD, listed(("../../outside.json", 2), body=b"{}")),
    "an absolute name": lambda: a_backup_of(
        PLAIN_HEAD, listed(("/tmp/outside.json", 2), body=b"{}")
    ),
    "a name twice": lambda: a_backup_of(
        PLAIN_HEAD, listed(("draft.json", 1), ("draft.json", 1), body=b"{}")
    ),
    "a size too large": lambda: a_backup_of(PLAIN_HEAD, listed(("draft.json", 1 << 60))),
    "sizes that do not fill": lambda: a_backup_of(
        PLAIN_HEAD, listed(("draft.json", 1), body=b"{}")
    ),
    "a hostile cost": lambda: a_backup_of(
        b'{"format":1,"ring":{"format":1,"cost":{"memory_kib":99999999,"passes":1}}}', b""
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_no_backup_is_told_in_a_sentence(file: Path, kind: str) -> None:
    file.write_bytes(HOSTILE[kind]())

    with pytest.raises(BackupError, match="Nothing was changed"):
        Backup(file)


def test_a_backup_without_a_journal_or_with_a_spoilt_one_changes_nothing(
    journal: Journal, file: Path, clock: Clock
) -> None:
    before = files(filled(journal).folder)
    for body in (listed(), listed(("journal.json", 2), body=b"{}")):
        file.write_bytes(a_backup_of(PLAIN_HEAD, body))

        with pytest.raises(StorageError):
            restore(journal.folder, Backup(file), clock, journal.newest_seal())

    assert files(journal.folder) == before


def test_a_backup_of_a_newer_version_is_refused(file: Path) -> None:
    file.write_bytes(a_backup_of(msgspec.json.encode(Head(99)), listed()))

    with pytest.raises(NewerFormatError, match="newer version"):
        Backup(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="cannot be opened"):
        Backup(tmp_path / "nowhere")


def test_every_flipped_bit_of_a_backup_is_detected(journal: Journal, file: Path) -> None:
    saved(journal, file)
    content = file.read_bytes()

    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1 << at % 8
        file.write_bytes(changed)
        with pytest.raises(BackupError, match="Nothing was changed"):
            Backup(file)
