"""Turning the vault on and off: every private file changes its form, one whole save after another.

The journal's own file decides: turning on seals it first, turning off opens it last, so a kill
at any moment leaves a journal that is wholly in the vault or wholly out of it. What a kill left
plain in the folder of a vault is sealed when it is next unlocked.
"""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import StorageError
from prt_desktop.storage.atomic import storage_error, write_whole
from prt_desktop.storage.key_file import KeyFile
from prt_desktop.storage.key_ring import new_ring
from prt_desktop.storage.passphrase import calibrated_cost
from prt_desktop.storage.seal import is_sealed, is_sealed_file
from prt_desktop.storage.vault import VaultSeal
from prt_desktop.storage.vault_places import (
    JOURNAL_NAME,
    KEY_NAMES,
    private_files,
)

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.storage.key_ring import KeyRing
    from prt_desktop.storage.passphrase import Cost
    from prt_desktop.storage.recovery_key import RecoveryKey
    from prt_desktop.storage.seal import Seal


def new_vault(passphrase: str, cost: Cost | None) -> tuple[KeyRing, VaultSeal, RecoveryKey]:
    """Make a vault's keys; the cost of a guess is measured here unless it is given."""
    ring, data_key, recovery_key = new_ring(passphrase, cost or calibrated_cost())
    return ring, VaultSeal(ring.vault, data_key), recovery_key


def keep_keys(folder: Path, ring: KeyRing) -> None:
    """Put the keys of a new vault where no vault is on yet; raises StorageError.

    Keys that lie there already are renamed: beside a plain journal they were left by a kill, or
    a synced folder brought them before the journal that they open.
    """
    _set_keys_aside(folder)
    KeyFile(folder).write(ring)


def mend_keys(folder: Path) -> str:
    """Mend a damaged key file from its twin and say so; "" when both are good."""
    return KeyFile(folder).mend()


def change_passphrase(
    folder: Path, seal: VaultSeal, present: str, passphrase: str, cost: Cost | None
) -> None:
    """Wrap the data key by another passphrase; raises WrongKeyError and StorageError."""
    ring = KeyFile(folder).read()
    ring.data_key_by_either(present)
    changed = ring.with_passphrase(seal.data_key, passphrase, cost or calibrated_cost())
    KeyFile(folder).write(changed)


def change_recovery_key(folder: Path, seal: VaultSeal) -> RecoveryKey:
    """Wrap the data key by another recovery key and give it; raises StorageError."""
    changed, key = KeyFile(folder).read().with_new_recovery_key(seal.data_key)
    KeyFile(folder).write(changed)
    return key


def seal_the_rest(folder: Path, seal: Seal) -> tuple[Path, ...]:
    """Seal every private file that lies plain, and give those that could not be sealed."""
    left: list[Path] = []
    for path, what in private_files(folder):
        try:
            if not is_sealed_file(path):
                write_whole(path, seal.seal(what, path.read_bytes()))
        except (OSError, StorageError):
            left.append(path)
    return tuple(left)


def open_the_rest(folder: Path, seal: Seal) -> None:
    """Take every private file but the journal's own out of the vault; raises StorageError.

    What is damaged stays as it is, and so does what belongs to another vault.
    """
    for path, what in private_files(folder):
        if path == folder / JOURNAL_NAME:
            continue
        try:
            content = path.read_bytes()
        except OSError as error:
            raise storage_error(error, path) from error
        if is_sealed(content):
            with contextlib.suppress(StorageError):
                content = seal.open(what, content)
            if not is_sealed(content):
                write_whole(path, content)


def forget_keys(folder: Path) -> None:
    """Remove keys that nothing needs any more; rename them where something sealed is left."""
    if any(_may_be_sealed(path) for path, _ in private_files(folder)):
        _set_keys_aside(folder)
    else:
        KeyFile(folder).remove()


def _may_be_sealed(path: Path) -> bool:
    try:
        return is_sealed_file(path)
    except OSError:
        return True


def _set_keys_aside(folder: Path) -> None:
    mark = os.urandom(4).hex()
    for name in KEY_NAMES:
        _set_aside(folder / name, folder / f"unused-{mark}-{name}")


def _set_aside(path: Path, aside: Path) -> None:
    try:
        path.replace(aside)
    except FileNotFoundError:
        return
    except OSError as error:
        raise storage_error(error, path) from error
