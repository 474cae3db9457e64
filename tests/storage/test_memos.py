"""The sounds of spoken memos: kept whole, nothing plain beside a vault, and gone when unwanted."""

from __future__ import annotations

import shutil
import stat
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.diary import Entry, VoiceMemo
from prt_desktop.domain.errors import (
    ContentError,
    StorageError,
    VaultDamagedError,
    VaultLockedError,
)
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.erase import erase_everything
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.memory import memory
from prt_desktop.storage.memos import Memos, sounds_in_use
from prt_desktop.storage.seal import is_sealed_file
from prt_desktop.storage.vault import VaultSeal
from tests.builders import NOON, Clock, a_memo, an_entry
from tests.storage.vaults import MARKER, holding, turned_on, unlocked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOUND = f"OggS {MARKER}".encode()
LEFTOVER = f".{'b' * 32}.ogg.0123456789ab.part"


@pytest.fixture
def memos(journal: Journal) -> Iterator[Memos]:
    with closing(Memos(journal.folder, journal.newest_seal)) as opened:
        yield opened


def spoken(journal: Journal, memos: Memos) -> str:
    """Keep a memo with its entry, and give the id of its sound."""
    sound_id = memos.keep(SOUND)
    journal.add(a_memo(details=VoiceMemo(sound_id, 3_000)))
    return sound_id


def sound_of(entry: Entry) -> str:
    assert isinstance(entry.details, VoiceMemo)
    return entry.details.sound_id


def names_in(journal: Journal) -> set[str]:
    return {path.name for path in (journal.folder / "memos").iterdir()}


def test_a_first_look_makes_nothing(journal: Journal, memos: Memos) -> None:
    memos.keep_only(())

    assert not (journal.folder / "memos").exists()


def test_a_sound_is_read_back_as_it_was(journal: Journal, memos: Memos) -> None:
    sound_id = memos.keep(SOUND)

    assert memos.sound(sound_id) == journal.folder / "memos" / f"{sound_id}.ogg"
    assert memos.sound(sound_id).read_bytes() == memos.content(sound_id) == SOUND


def test_a_sound_is_for_its_owner_alone(memos: Memos) -> None:
    path = memos.sound(memos.keep(SOUND))

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_sound_that_cannot_be_written_is_told(journal: Journal, memos: Memos) -> None:
    (journal.folder / "memos").write_text("in the way")

    with pytest.raises(StorageError, match="Saving to"):
        memos.keep(SOUND)


@pytest.mark.parametrize(
    "sound_id", ["", "..", "../journal", "A" * 32, "a" * 31, "a" * 32, f"{'a' * 32}\n", "a/" * 16]
)
def test_a_name_that_is_none_or_whose_file_is_gone_is_told(
    journal: Journal, memos: Memos, sound_id: str
) -> None:
    memos.keep(SOUND)
    (journal.folder / "journal.ogg").write_bytes(SOUND)

    with pytest.raises(ContentError, match="not here any more"):
        memos.sound(sound_id)


def test_what_belongs_to_no_entry_is_let_go(journal: Journal, memos: Memos) -> None:
    kept, binned, forgotten = (spoken(journal, memos) for _ in range(3))
    entry_of = {sound_of(entry): entry.id for entry in journal.entries()}
    for sound_id in (binned, forgotten):
        journal.remove(entry_of[sound_id])
    journal.remove_for_good((entry_of[forgotten],))
    shutil.rmtree(journal.folder / "copies")
    (journal.folder / "memos" / LEFTOVER).write_bytes(SOUND)
    (journal.folder / "memos" / "song.ogg").write_bytes(b"somebody's")

    memos.keep_only(sounds_in_use(journal))

    assert names_in(journal) == {f"{kept}.ogg", f"{binned}.ogg", "song.ogg"}


def test_what_a_good_copy_still_names_stays(journal: Journal, memos: Memos, clock: Clock) -> None:
    turned_on(journal)
    sound_id = spoken(journal, memos)
    clock.move(minutes=1)
    journal.remove(journal.entries()[0].id)
    clock.move(minutes=1)
    journal.remove_for_good((journal.bin()[0].entry.id,))

    memos.keep_only(sounds_in_use(journal))

    assert sounds_in_use(journal) == set()
    assert memos.content(sound_id) == SOUND


def test_nothing_is_let_go_while_a_journal_lies_aside(
    journal: Journal, memos: Memos, tmp_path: Path, clock: Clock
) -> None:
    journal.add(an_entry())
    back_up(journal.folder, tmp_path / "empty.prtbackup", journal.newest_seal(), NOON)
    sound_id = spoken(journal, memos)
    restore(journal.folder, Backup(tmp_path / "empty.prtbackup"), clock, journal.newest_seal())
    journal.refresh()

    memos.keep_only(sounds_in_use(journal))

    assert memos.content(sound_id) == SOUND


# In a vault.


def test_a_memo_spoken_in_a_vault_lies_plain_nowhere_but_in_memory(
    journal: Journal, memos: Memos, tmp_path: Path
) -> None:
    turned_on(journal)

    sound_id = spoken(journal, memos)
    playable = memos.sound(sound_id)

    assert playable.read_bytes() == SOUND
    assert memory() is None or playable.is_relative_to(str(memory()))
    assert stat.S_IMODE(playable.stat().st_mode) == 0o600
    assert holding(tmp_path) == set()


def test_turning_the_vault_on_seals_memos_and_what_a_kill_left_of_one(
    journal: Journal, memos: Memos, tmp_path: Path
) -> None:
    sound_id = spoken(journal, memos)
    (journal.folder / "memos" / LEFTOVER).write_bytes(SOUND)

    turned_on(journal)

    assert holding(tmp_path) == set()
    assert journal.unsealed == ()
    assert memos.sound(sound_id).read_bytes() == SOUND


def test_turning_the_vault_off_brings_memos_out(journal: Journal, memos: Memos) -> None:
    turned_on(journal)
    sound_id = spoken(journal, memos)

    journal.turn_vault_off()

    assert memos.sound(sound_id).parent == journal.folder / "memos"
    assert memos.sound(sound_id).read_bytes() == SOUND


def test_a_locked_vault_neither_gives_nor_takes_a_memo(journal: Journal, memos: Memos) -> None:
    turned_on(journal)
    sound_id = spoken(journal, memos)
    opened = memos.sound(sound_id)

    journal.lock()
    memos.close()

    assert not opened.exists()
    with pytest.raises(VaultLockedError):
        memos.sound(sound_id)
    with pytest.raises(VaultLockedError):
        memos.keep(SOUND)
    with pytest.raises(VaultLockedError):
        sounds_in_use(journal)
    assert names_in(journal) == {f"{sound_id}.ogg"}


def test_after_unlocking_a_memo_can_be_heard_again(journal: Journal, memos: Memos) -> None:
    turned_on(journal)
    sound_id = spoken(journal, memos)

    again = unlocked(journal.folder)

    with closing(Memos(again.folder, again.newest_seal)) as reopened:
        assert reopened.sound(sound_id).read_bytes() == SOUND


def test_one_memo_put_in_the_place_of_another_is_noticed(journal: Journal, memos: Memos) -> None:
    turned_on(journal)
    first, second = spoken(journal, memos), spoken(journal, memos)
    folder = journal.folder / "memos"

    (folder / f"{first}.ogg").replace(folder / f"{second}.ogg")

    with pytest.raises(VaultDamagedError):
        memos.sound(second)


# Backups, another journal, and erasing.


@pytest.mark.parametrize("vault", [False, True])
def test_a_backup_brings_memos_to_another_computer(
    journal: Journal, memos: Memos, tmp_path: Path, clock: Clock, vault: bool
) -> None:
    if vault:
        turned_on(journal)
    sound_id = spoken(journal, memos)
    file, other = tmp_path / "diary.prtbackup", Journal(tmp_path / "other", clock)
    back_up(journal.folder, file, journal.newest_seal(), NOON)
    backup = Backup(file)
    if vault:
        backup.unlock_with(_vault_seal(journal))

    restore(other.folder, backup, clock, other.newest_seal())

    assert f"memos/{sound_id}.ogg" in backup.names()
    assert is_sealed_file(other.folder / "memos" / f"{sound_id}.ogg") is vault
    assert bool(holding(other.folder)) is not vault
    again = unlocked(other.folder)
    with closing(Memos(again.folder, again.newest_seal)) as reopened:
        assert reopened.sound(sound_id).read_bytes() == SOUND


def test_restoring_leaves_a_memo_that_is_there(
    journal: Journal, memos: Memos, tmp_path: Path, clock: Clock
) -> None:
    sound_id = spoken(journal, memos)
    back_up(journal.folder, tmp_path / "b.prtbackup", journal.newest_seal(), NOON)
    memos.sound(sound_id).write_bytes(b"another")

    restore(journal.folder, Backup(tmp_path / "b.prtbackup"), clock, journal.newest_seal())

    assert memos.content(sound_id) == b"another"


def test_the_sounds_of_another_journal_are_taken_in_under_ones_own_vault(
    journal: Journal, memos: Memos, tmp_path: Path, clock: Clock
) -> None:
    theirs = Journal(tmp_path / "theirs", clock)
    their_memos = Memos(theirs.folder, theirs.newest_seal)
    sound_id, missing = spoken(theirs, their_memos), "c" * 32
    turned_on(journal)

    memos.take_from(their_memos.content, (sound_id, missing, "../journal"))

    assert memos.content(sound_id) == SOUND
    assert names_in(journal) == {f"{sound_id}.ogg"}
    assert holding(journal.folder) == set()


def test_erasing_takes_memos_along(journal: Journal, memos: Memos, tmp_path: Path) -> None:
    spoken(journal, memos)
    (journal.folder / "memos" / LEFTOVER).write_bytes(SOUND)

    erased = erase_everything(journal.folder, tmp_path / "cache")

    assert not journal.folder.exists()
    assert erased.left == erased.not_ours == ()


def _vault_seal(journal: Journal) -> VaultSeal:
    seal = journal.newest_seal()
    assert isinstance(seal, VaultSeal)
    return seal
