"""Backups as the command line offers them: one file out, one file in, the passphrase asked for."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import PrtError
from prt_desktop.storage.backing_up import back_up
from prt_desktop.storage.backup import Backup
from prt_desktop.storage.bringing_back import restore
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.seal import LockedSeal
from prt_desktop.storage.vault_places import seal_of

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from prt_desktop.storage.backup import Preview
    from prt_desktop.storage.seal import Seal

Ask = Callable[[str], str]
"""Shows a prompt and gives the passphrase that was typed."""


def write_backup(data: Path, file: Path, now: Callable[[], datetime], ask: Ask) -> str:
    """Write everything private into one file and say what is in it; `ask` gives a passphrase.

    Raises StorageError, and what `ask` raises where nobody can be asked.
    """
    seal = open_seal(data, ask)
    Journal(data, now, seal)  # an older format is brought to the current one first
    made = back_up(data, file, seal, now())
    left_out = ", ".join(made.left_out)
    lost = f" Not in it, because it could not be read: {left_out}." if left_out else ""
    return sentence(made.preview) + lost


def bring_back(data: Path, file: Path, now: Callable[[], datetime], ask: Ask) -> str:
    """Put a backup in the place of the journal and say what came of it; raises as above."""
    backup = Backup(file)
    seal = open_seal(data, ask)
    if backup.is_locked:
        _unlock(backup, seal, ask)
    done = restore(data, backup, now, seal)
    kept = f" What was there before is in {done.aside}." if done.aside else ""
    return sentence(done.preview) + kept


def ask_in_terminal(prompt: str) -> str:
    """Ask for a passphrase in a terminal; a variable or a pipe is no safe place for one."""
    if not sys.stdin.isatty():
        raise PrtError(
            "This diary lies in a vault and there is nobody to ask for its passphrase. Nothing was "
            "changed. Run this in a terminal."
        )
    return getpass.getpass(prompt)


def open_seal(data: Path, ask: Ask) -> Seal:
    """Give the seal of a folder, opened by what `ask` gives where a vault is on."""
    seal = seal_of(data)
    if not isinstance(seal, LockedSeal):
        return seal
    from prt_desktop.storage.vault import open_vault_by_either  # noqa: PLC0415 - cryptography

    return open_vault_by_either(data, ask("Passphrase or recovery key of the diary: "))


def _unlock(backup: Backup, seal: Seal, ask: Ask) -> None:
    from prt_desktop.storage.vault import VaultSeal  # noqa: PLC0415 - imports cryptography

    assert backup.ring is not None
    if isinstance(seal, VaultSeal) and seal.vault == backup.ring.vault:
        backup.unlock_with(seal)
    else:
        backup.unlock(ask("Passphrase or recovery key of the backup: "))


def days(first: date, last: date) -> str:
    """Say from when to when, or from which one day."""
    return f"from {first}" if first == last else f"from {first} to {last}"


def sentence(preview: Preview) -> str:
    """Say how much there is, and from when to when."""
    parts = ["1 entry" if preview.count == 1 else f"{preview.count} entries"]
    if preview.first and preview.last:
        parts.append(days(preview.first, preview.last))
    if preview.recordings:
        parts.append(f"and {preview.recordings} recordings")
    return f"{' '.join(parts)}."
