"""The vault: AES-256-GCM under a data key that never lies on the disk unwrapped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from prt_desktop.domain.errors import NewerFormatError, VaultDamagedError, VaultLockedError
from prt_desktop.storage.framing import framed, unframed
from prt_desktop.storage.key_file import KeyFile
from prt_desktop.storage.key_ring import NONCE_BYTES, VaultId
from prt_desktop.storage.seal import SEALED_MAGIC, is_sealed

if TYPE_CHECKING:
    from pathlib import Path


SEALED_FORMAT = 1


class _Head(msgspec.Struct, frozen=True):
    format: Annotated[int, msgspec.Meta(ge=1)]
    vault: VaultId
    what: str


class VaultSeal:
    """Seals under a data key held in memory; a fresh nonce each time, the head authenticated."""

    def __init__(self, vault: str, data_key: bytes) -> None:
        self.vault = vault
        self.data_key = data_key
        self._cipher = AESGCM(data_key)

    def seal(self, what: str, content: bytes) -> bytes:
        """Give the bytes to be written."""
        head = msgspec.json.encode(_Head(SEALED_FORMAT, self.vault, what))
        frame, nonce = framed(SEALED_MAGIC, head), os.urandom(NONCE_BYTES)
        return b"".join((frame, nonce, self._cipher.encrypt(nonce, content, frame)))

    def open(self, what: str, content: bytes) -> bytes:
        """Give back what was sealed; what was never sealed is given as it is.

        Raises VaultLockedError for another vault's bytes, VaultDamagedError when anything is not
        as it was sealed, NewerFormatError.
        """
        if not is_sealed(content):
            return content
        seen = memoryview(content)
        try:
            json, end = unframed(SEALED_MAGIC, seen)
            head = msgspec.json.decode(json, type=_Head)
        except (ValueError, RecursionError) as error:
            raise _damaged() from error
        if head.format > SEALED_FORMAT:
            raise NewerFormatError(
                "A newer version of PRT Desktop sealed this. Nothing was changed. Update the "
                "program to open it."
            )
        if head.vault != self.vault:
            raise VaultLockedError
        if head.what != what:
            raise _damaged()
        nonce_end = end + NONCE_BYTES
        try:
            return self._cipher.decrypt(bytes(seen[end:nonce_end]), seen[nonce_end:], seen[:end])
        except (InvalidTag, ValueError) as error:
            raise _damaged() from error


def open_vault(folder: Path, passphrase: str) -> VaultSeal:
    """Open the vault of a folder; takes the time of one guess, so call it off the window's thread.

    Raises WrongKeyError, VaultDamagedError and NewerFormatError; nothing is changed.
    """
    ring = KeyFile(folder).read()
    return VaultSeal(ring.vault, ring.data_key(passphrase))


def open_vault_by_either(folder: Path, typed: str) -> VaultSeal:
    """Open the vault of a folder by its passphrase or recovery key; raises as `open_vault`."""
    ring = KeyFile(folder).read()
    return VaultSeal(ring.vault, ring.data_key_by_either(typed))


def open_vault_with_recovery_key(folder: Path, printed: str) -> VaultSeal:
    """Open the vault of a folder by its printed recovery key; raises as `open_vault`."""
    ring = KeyFile(folder).read()
    return VaultSeal(ring.vault, ring.data_key_by_recovery_key(printed))


def _damaged() -> VaultDamagedError:
    return VaultDamagedError(
        "This part of the vault was changed or cut since it was sealed, so it cannot be trusted. "
        "It was left exactly as it is."
    )
