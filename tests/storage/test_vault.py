"""The vault: on and off at any time, and nothing to be read while it is on."""

from __future__ import annotations

import errno
import gc
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from prt_desktop.domain.diary import Draft, Entry
from prt_desktop.domain.errors import (
    JournalUnreadableError,
    NewerFormatError,
    StorageError,
    VaultDamagedError,
    VaultLockedError,
    WrongKeyError,
)
from prt_desktop.storage import passphrase as passphrase_module
from prt_desktop.storage.journal import Journal, recover, start_anew
from prt_desktop.storage.key_ring import new_ring, ring_bytes, ring_from
from prt_desktop.storage.passphrase import Cost, calibrated_cost, key_from
from prt_desktop.storage.seal import is_sealed
from prt_desktop.storage.vault import VaultSeal, open_vault, open_vault_with_recovery_key
from prt_desktop.storage.vault_places import KEY_NAMES
from prt_desktop.storage.whole_file import tables_from
from tests.builders import Clock, a_check, an_answer, an_entry
from tests.storage.journals import files
from tests.storage.vaults import CHEAP, MARKER, PASSPHRASE, holding, turned_on, unlocked

if TYPE_CHECKING:
    from collections.abc import Callable

CHECKOUT = Path(__file__).resolve().parents[2]


def filled(journal: Journal, clock: Clock) -> Journal:
    """Write the marker wherever a person's words can lie."""
    for number in range(3):
        clock.move(minutes=1)
        journal.add(an_entry(f"{MARKER} {number}"))
    journal.drafts.keep(Draft(f"{MARKER} half"))
    (journal.folder / "journal.unreadable-20261123T120000.000000.json").write_text(MARKER)
    (journal.folder / "journal (conflicted copy).json").write_text(f'{{"meta": "{MARKER}"}}')
    return journal


def texts(journal: Journal) -> list[str]:
    return [entry.text for entry in journal.entries()]


# On and off.


def test_what_is_turned_into_a_vault_cannot_be_read_from_the_disk(
    journal: Journal, clock: Clock
) -> None:
    filled(journal, clock)

    turned_on(journal)

    assert holding(journal.folder) == set()
    assert journal.unsealed == ()
    assert len(journal.entries()) == 3
    assert journal.drafts.get() == Draft(f"{MARKER} half")


def test_what_is_written_in_a_vault_cannot_be_read_from_the_disk(
    journal: Journal, clock: Clock
) -> None:
    turned_on(journal)

    filled(journal, clock)
    journal.remove(journal.entries()[0].id)

    assert {name.partition(".")[0] for name in holding(journal.folder)} == {
        "journal",
        "journal (conflicted copy)",
    }
    assert "journal.json" not in holding(journal.folder)


def test_a_vault_is_unlocked_at_the_next_start(journal: Journal, clock: Clock) -> None:
    turned_on(filled(journal, clock))

    again = Journal(journal.folder, clock)
    was_locked = again.is_locked
    again.unlock(PASSPHRASE)

    assert was_locked
    assert not again.is_locked
    assert again.entries() == journal.entries()
    assert again.drafts.get() == journal.drafts.get()


def test_turning_the_vault_off_gives_everything_back_in_plain(
    journal: Journal, clock: Clock
) -> None:
    filled(journal, clock)
    before = files(journal.folder)
    turned_on(journal)

    journal.turn_vault_off()

    after = files(journal.folder)
    assert {name: after.get(name) for name in before} == before
    assert not [name for name in after if "key" in name]
    assert not Journal(journal.folder, clock).is_in_vault


def test_an_empty_journal_can_be_taken_into_a_vault(journal: Journal) -> None:
    turned_on(journal)
    journal.add(an_entry(MARKER))

    assert texts(unlocked(journal.folder)) == [MARKER]
    assert holding(journal.folder) == set()


def test_a_vault_is_not_turned_on_twice(journal: Journal) -> None:
    turned_on(journal)
    before = files(journal.folder)

    with pytest.raises(StorageError, match="already"):
        turned_on(journal)

    assert files(journal.folder) == before


def test_turning_off_what_is_not_on_changes_nothing(journal: Journal) -> None:
    journal.add(an_entry())
    before = files(journal.folder)

    journal.turn_vault_off()
    journal.lock()
    journal.unlock("whatever")

    assert files(journal.folder) == before
    assert len(journal.entries()) == 1


@pytest.mark.parametrize("nothing", ["", "   "])
def test_a_passphrase_of_nothing_is_refused(journal: Journal, nothing: str) -> None:
    journal.add(an_entry())

    with pytest.raises(StorageError, match="empty"):
        journal.turn_vault_on(nothing, CHEAP)

    assert not journal.is_in_vault
    assert list(journal.folder.glob("vault*")) == []


def test_what_a_kill_left_plain_is_sealed_at_the_next_unlocking(
    journal: Journal, clock: Clock
) -> None:
    filled(journal, clock)
    plain = {path: path.read_bytes() for path in (journal.folder / "copies").iterdir()}
    turned_on(journal)
    for path, content in plain.items():
        path.write_bytes(content)

    unlocked(journal.folder)

    assert holding(journal.folder) == set()


def test_keys_that_come_before_the_journal_they_open_are_left_where_they_are(
    journal: Journal, tmp_path: Path, clock: Clock
) -> None:
    elsewhere = Journal(tmp_path / "another computer", clock)
    elsewhere.add(an_entry("written there"))
    turned_on(elsewhere)
    for name in KEY_NAMES:
        (journal.folder / name).write_bytes((elsewhere.folder / name).read_bytes())

    before = Journal(journal.folder, clock)
    journal.path.write_bytes(elsewhere.path.read_bytes())

    assert not before.is_in_vault
    assert [one.text for one in unlocked(journal.folder).entries()] == ["written there"]


def test_a_new_vault_renames_keys_that_lie_there(journal: Journal) -> None:
    ring, _, _ = new_ring("of another vault", CHEAP)
    (journal.folder / "vault.key").write_bytes(ring_bytes(ring))

    turned_on(journal)

    [aside] = journal.folder.glob("unused-*-vault.key")
    assert aside.read_bytes() == ring_bytes(ring)
    assert unlocked(journal.folder).entries() == ()


def test_a_plain_journal_put_among_sealed_copies_does_not_turn_the_vault_off(
    journal: Journal, clock: Clock
) -> None:
    filled(journal, clock)
    plain = journal.path.read_bytes()
    turned_on(journal)
    journal.add(an_entry())
    journal.path.write_bytes(plain)

    again = Journal(journal.folder, clock)
    was_locked = again.is_locked
    again.unlock(PASSPHRASE)

    assert was_locked
    assert len(again.entries()) == 3
    assert "journal.json" not in holding(journal.folder)


def test_a_vault_that_cannot_be_turned_off_takes_back_what_came_out(
    journal: Journal, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    turned_on(filled(journal, clock))
    real = os.replace

    def refuse(source: Path, target: Path) -> None:
        if target == journal.path:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(source, target)

    monkeypatch.setattr(os, "replace", refuse)

    with pytest.raises(StorageError, match="disk is full"):
        journal.turn_vault_off()

    assert holding(journal.folder) == set()
    assert len(unlocked(journal.folder).entries()) == 3


def test_a_plain_journal_is_opened_without_loading_what_a_vault_needs(journal: Journal) -> None:
    journal.add(an_entry())
    look = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC;"
        "from prt_desktop.storage.journal import Journal;"
        f"Journal(Path({str(journal.folder)!r}), lambda: datetime.now(UTC));"
        "sys.exit('cryptography' in sys.modules)"
    )

    ended = subprocess.run([sys.executable, "-c", look], cwd=CHECKOUT, check=False)

    assert ended.returncode == 0


# Locked.


def test_a_locked_journal_gives_nothing_and_takes_nothing(journal: Journal, clock: Clock) -> None:
    entry = an_entry("Mine.")
    journal.add(entry)
    turned_on(journal)
    before = files(journal.folder)
    journal.lock()

    attempts: list[Callable[[], object]] = [
        journal.entries,
        journal.bin,
        journal.safety,
        journal.own_sentences,
        journal.points.all,
        journal.drafts.get,
        lambda: journal.add(an_entry()),
        lambda: journal.replace(entry),
        lambda: journal.remove(entry.id),
        lambda: journal.add_answer(an_answer()),
        lambda: journal.add_answer(a_check()),
        lambda: journal.drafts.keep(Draft("half")),
        lambda: journal.merge({"meta": {"1": {"format": 1}}}),
        lambda: journal.change_passphrase(PASSPHRASE, "other", CHEAP),
        journal.change_recovery_key,
        journal.turn_vault_off,
        lambda: turned_on(journal),
    ]
    for attempt in attempts:
        with pytest.raises(VaultLockedError, match="locked"):
            attempt()

    assert journal.is_locked
    assert journal.refresh() is False
    assert files(journal.folder) == before
    assert Journal(journal.folder, clock).is_locked


def test_a_locked_journal_keeps_neither_the_key_nor_a_word_in_memory(journal: Journal) -> None:
    turned_on(journal)
    journal.add(an_entry(MARKER))

    journal.lock()

    gc.collect()
    held = gc.get_objects()
    assert [one for one in held if isinstance(one, VaultSeal)] == []
    assert [one for one in held if isinstance(one, Entry) and one.text == MARKER] == []
    assert [one for one in held if isinstance(one, dict) and one.get("text") == MARKER] == []


def test_a_journal_can_be_unlocked_again_and_again(journal: Journal) -> None:
    turned_on(journal)

    for number in range(3):
        journal.lock()
        journal.unlock(PASSPHRASE)
        journal.add(an_entry(str(number)))

    assert texts(unlocked(journal.folder)) == ["0", "1", "2"]


def test_other_windows_notice_that_the_vault_was_turned_on_and_off(journal: Journal) -> None:
    other = Journal(journal.folder, Clock())
    journal.add(an_entry("first"))
    turned_on(journal)

    with pytest.raises(VaultLockedError):
        other.drafts.keep(Draft(MARKER))
    was_locked = other.is_locked
    other.unlock(PASSPHRASE)
    journal.turn_vault_off()
    other.add(an_entry(MARKER))

    assert was_locked
    assert not other.is_in_vault
    assert texts(Journal(journal.folder, Clock())) == ["first", MARKER]


def test_a_vault_made_anew_by_another_window_locks_this_one(journal: Journal) -> None:
    turned_on(journal)
    other = unlocked(journal.folder)
    journal.turn_vault_off()
    journal.turn_vault_on("another one", CHEAP)

    with pytest.raises(VaultLockedError):
        other.add(an_entry())
    other.unlock("another one")

    assert other.entries() == ()


# Keys.


@pytest.mark.parametrize("wrong", ["", "a quiet harbour", PASSPHRASE.upper(), PASSPHRASE + " "])
def test_a_wrong_passphrase_opens_nothing_and_damages_nothing(journal: Journal, wrong: str) -> None:
    turned_on(journal)
    journal.lock()
    before = files(journal.folder)

    for _ in range(3):
        with pytest.raises(WrongKeyError, match="neither the passphrase nor"):
            journal.unlock(wrong)

    assert journal.is_locked
    assert files(journal.folder) == before


def test_a_passphrase_counts_alike_however_its_accents_are_typed(journal: Journal) -> None:
    journal.turn_vault_on("caf\u00e9 au lait", CHEAP)
    journal.lock()

    journal.unlock("cafe\u0301 au lait")

    assert not journal.is_locked


def test_the_recovery_key_opens_the_vault(journal: Journal) -> None:
    key = turned_on(journal)
    journal.lock()

    journal.unlock(key.printed.lower().replace("-", " "))

    assert journal.entries() == ()


def test_the_recovery_key_of_another_vault_opens_nothing(journal: Journal, tmp_path: Path) -> None:
    other = turned_on(Journal(tmp_path / "other", Clock()))
    turned_on(journal)
    journal.lock()

    with pytest.raises(WrongKeyError, match="another diary"):
        open_vault_with_recovery_key(journal.folder, other.printed)
    with pytest.raises(WrongKeyError, match="neither the passphrase nor the recovery key"):
        journal.unlock(other.printed)

    assert journal.is_locked


def test_another_passphrase_takes_the_place_of_the_old_without_sealing_anew(
    journal: Journal, clock: Clock
) -> None:
    key = turned_on(filled(journal, clock))
    before = {name: one for name, one in files(journal.folder).items() if "key" not in name}

    journal.change_passphrase(PASSPHRASE, "another one", CHEAP)

    after = {name: one for name, one in files(journal.folder).items() if "key" not in name}
    assert after == before
    journal.lock()
    with pytest.raises(WrongKeyError):
        journal.unlock(PASSPHRASE)
    journal.unlock("another one")
    journal.lock()
    journal.unlock(key.printed)


def test_a_lost_passphrase_is_changed_with_the_recovery_key(journal: Journal) -> None:
    key = turned_on(journal)

    journal.change_passphrase(key.printed.lower(), "another one", CHEAP)

    journal.lock()
    journal.unlock("another one")
    assert not journal.is_locked


@pytest.mark.parametrize("present", ["", "a loud harbour", "ABCD-EFGH"])
def test_an_open_vault_gives_nobody_the_right_to_change_its_passphrase(
    journal: Journal, present: str
) -> None:
    turned_on(journal)
    before = files(journal.folder)

    with pytest.raises(WrongKeyError, match="neither the passphrase nor the recovery key"):
        journal.change_passphrase(present, "another one", CHEAP)

    assert files(journal.folder) == before


def test_another_recovery_key_takes_the_place_of_the_old(journal: Journal) -> None:
    old = turned_on(journal)

    new = journal.change_recovery_key()

    journal.lock()
    with pytest.raises(WrongKeyError, match="newer key"):
        open_vault_with_recovery_key(journal.folder, old.printed)
    journal.unlock(new.printed)
    assert not journal.is_locked


def test_keys_are_changed_only_where_a_vault_is_on(journal: Journal) -> None:
    with pytest.raises(StorageError, match="not in a vault"):
        journal.change_passphrase(PASSPHRASE, "other", CHEAP)


@pytest.mark.parametrize("name", ["vault.key", "vault-twin.key"])
def test_a_damaged_key_file_is_mended_by_its_twin(journal: Journal, name: str) -> None:
    turned_on(journal)
    (journal.folder / name).write_bytes(b"spoilt")

    again = unlocked(journal.folder)

    assert "mended" in again.mended
    assert unlocked(journal.folder).mended == ""
    assert (journal.folder / "vault.key").read_bytes() == (
        journal.folder / "vault-twin.key"
    ).read_bytes()


def test_a_vault_without_keys_is_told_and_left_as_it_is(journal: Journal, clock: Clock) -> None:
    turned_on(filled(journal, clock))
    for path in journal.folder.glob("*.key"):
        path.unlink()
    before = files(journal.folder)

    with pytest.raises(VaultDamagedError, match="keys of the vault"):
        Journal(journal.folder, clock)
    with pytest.raises(VaultDamagedError, match="keys of the vault"):
        recover(journal.folder, clock)

    assert files(journal.folder) == before
    assert start_anew(journal.folder, clock).entries() == ()


def test_a_vault_of_a_newer_version_is_refused(journal: Journal) -> None:
    turned_on(journal)
    ring = ring_from((journal.folder / "vault.key").read_bytes())
    newer = ring_bytes(msgspec.structs.replace(ring, format=99))
    for name in ("vault.key", "vault-twin.key"):
        (journal.folder / name).write_bytes(newer)
    journal.lock()

    with pytest.raises(NewerFormatError, match="newer version"):
        journal.unlock(PASSPHRASE)


# Recovery.


def test_a_damaged_journal_in_a_vault_stays_locked_and_its_copy_can_be_opened(
    journal: Journal, clock: Clock
) -> None:
    turned_on(filled(journal, clock))
    clock.move(minutes=1)
    journal.add(an_entry("newest"))
    spoilt = bytearray(journal.path.read_bytes())
    spoilt[-1] ^= 1
    journal.path.write_bytes(spoilt)
    again = Journal(journal.folder, clock)

    with pytest.raises(JournalUnreadableError, match="changed or cut"):
        again.unlock(PASSPHRASE)
    was_locked = again.is_locked
    found = recover(journal.folder, clock, open_vault(journal.folder, PASSPHRASE))

    assert was_locked
    assert len(found.entries()) == 3
    assert not found.is_locked


def test_a_journal_that_is_gone_from_a_vault_is_recovered_into_it(
    journal: Journal, clock: Clock
) -> None:
    turned_on(filled(journal, clock))
    journal.path.unlink()
    again = Journal(journal.folder, clock)

    with pytest.raises(JournalUnreadableError, match="gone"):
        again.unlock(PASSPHRASE)
    found = recover(journal.folder, clock, open_vault(journal.folder, PASSPHRASE))

    assert found.entries()
    assert "journal.json" not in holding(journal.folder)


# Every bit.


def flips(content: bytes) -> list[bytes]:
    """Give the content with each of its bits flipped in turn."""
    flipped = []
    for at in range(len(content)):
        for bit in range(8):
            changed = bytearray(content)
            changed[at] ^= 1 << bit
            flipped.append(bytes(changed))
    return flipped


def test_every_flipped_bit_of_a_vault_is_detected() -> None:
    seal = VaultSeal("a" * 32, os.urandom(32))
    content = seal.seal("journal", b'{"meta": {"1": {"format": 1}}}')

    for changed in flips(content):
        if is_sealed(changed):
            with pytest.raises(VaultDamagedError):
                seal.open("journal", changed)
        else:  # a flip in the magic makes it no JSON either
            with pytest.raises(ValueError, match="JSON"):
                tables_from(changed)

    assert seal.open("journal", content) == b'{"meta": {"1": {"format": 1}}}'


def test_every_flipped_bit_of_the_journals_head_is_told_in_a_sentence(journal: Journal) -> None:
    turned_on(journal)
    seal = open_vault(journal.folder, PASSPHRASE)
    content = journal.path.read_bytes()

    for changed in flips(content[:64]):
        journal.path.write_bytes(changed + content[64:])
        with pytest.raises(StorageError, match=r"(left exactly as it is|cannot be read)"):
            Journal(journal.folder, Clock(), seal)


def test_every_flipped_bit_of_the_keys_is_detected() -> None:
    ring, _, _ = new_ring(PASSPHRASE, CHEAP)

    for changed in flips(ring_bytes(ring)):
        with pytest.raises(ValueError, match="head"):
            ring_from(changed)


def test_what_was_sealed_as_one_thing_is_not_taken_for_another() -> None:
    seal = VaultSeal("a" * 32, os.urandom(32))

    with pytest.raises(VaultDamagedError):
        seal.open("draft.json", seal.seal("journal", b"{}"))


def test_nothing_is_sealed_twice_alike() -> None:
    seal = VaultSeal("a" * 32, os.urandom(32))

    assert len({seal.seal("journal", b"{}") for _ in range(50)}) == 50


# The cost of a guess.


def test_a_guess_is_made_to_cost_half_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase_module, "guess_ms", lambda _cost: 250.0)

    assert calibrated_cost() == Cost(65_536, 6, 4)


@pytest.mark.parametrize(("takes_ms", "passes"), [(5_000.0, 3), (1.0, 12)])
def test_a_guess_is_never_cheap_and_never_endless(
    monkeypatch: pytest.MonkeyPatch, takes_ms: float, passes: int
) -> None:
    monkeypatch.setattr(passphrase_module, "guess_ms", lambda _cost: takes_ms)

    assert calibrated_cost().passes == passes


@pytest.mark.parametrize(
    "huge", [{"memory_kib": 1 << 40}, {"passes": 1 << 30}, {"lanes": 255}, {"memory_kib": 0}]
)
def test_a_hostile_cost_is_refused_before_anything_is_derived(huge: dict[str, int]) -> None:
    ring, _, _ = new_ring(PASSPHRASE, CHEAP)
    hostile = ring_bytes(msgspec.structs.replace(ring, cost=msgspec.structs.replace(CHEAP, **huge)))

    with pytest.raises(ValueError, match="cost"):
        ring_from(hostile)


def test_the_key_is_that_of_argon2id() -> None:
    key = key_from("password", b"somesalt" * 2, Cost(64, 1, 1))

    assert len(key) == 32
    assert key != key_from("password", b"somesalt" * 2, Cost(64, 2, 1))
    assert key == key_from("password", b"somesalt" * 2, Cost(64, 1, 1))
