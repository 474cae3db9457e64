"""The ring of a vault: its data key, wrapped by the passphrase and by the recovery key."""

from __future__ import annotations

import contextlib
import os
from typing import Annotated

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from prt_desktop.domain.errors import NewerFormatError, StorageError, WrongKeyError
from prt_desktop.storage.framing import framed, unframed
from prt_desktop.storage.passphrase import KEY_BYTES, SALT_BYTES, Cost, key_from
from prt_desktop.storage.recovery_key import RecoveryKey, new_recovery_key, recovery_key_from

RING_MAGIC = b"PRTKEYS\n"
RING_FORMAT = 1
NONCE_BYTES = 12
_TAG_BYTES = 16
_WRAPPED_BYTES = NONCE_BYTES + KEY_BYTES + _TAG_BYTES

_Salt = Annotated[bytes, msgspec.Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
_Wrapped = Annotated[bytes, msgspec.Meta(min_length=_WRAPPED_BYTES, max_length=_WRAPPED_BYTES)]
VaultId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]


class KeyRing(msgspec.Struct, frozen=True):
    """What opens a vault, itself no secret: `vault` names it, the rest is wrapped or salt."""

    vault: VaultId
    cost: Cost
    salt: _Salt
    by_passphrase: _Wrapped
    by_recovery_key: _Wrapped
    format: int = RING_FORMAT

    def data_key(self, passphrase: str) -> bytes:
        """Unwrap the data key; WrongKeyError, after the cost of a guess."""
        wrapping = key_from(passphrase, self.salt, self.cost)
        try:
            return _unwrapped(wrapping, self.by_passphrase, _passphrase_head(self))
        except InvalidTag as error:
            raise WrongKeyError(
                "This passphrase does not open the diary. Nothing was changed. Try it again, or "
                "use your recovery key."
            ) from error

    def data_key_by_recovery_key(self, printed: str) -> bytes:
        """Unwrap the data key by the printed recovery key; raises WrongKeyError."""
        wrapping = _recovery_wrapping(recovery_key_from(printed), self.vault)
        try:
            return _unwrapped(wrapping, self.by_recovery_key, self.vault.encode())
        except InvalidTag as error:
            raise WrongKeyError(
                "This recovery key belongs to another diary, or to a time before a newer key was "
                "made. Nothing was changed. Look for the newest one."
            ) from error

    def data_key_by_either(self, typed: str) -> bytes:
        """Unwrap the data key by the recovery key, or else the passphrase; raises WrongKeyError."""
        with contextlib.suppress(WrongKeyError):
            return self.data_key_by_recovery_key(typed)
        try:
            return self.data_key(typed)
        except WrongKeyError as error:
            raise WrongKeyError(
                "This is neither the passphrase nor the recovery key. Nothing was changed. Try it "
                "again."
            ) from error

    def with_passphrase(self, data_key: bytes, passphrase: str, cost: Cost) -> KeyRing:
        """Give the ring under another passphrase; StorageError for an empty one."""
        refuse_empty(passphrase)
        salt = os.urandom(SALT_BYTES)
        ring = msgspec.structs.replace(self, cost=cost, salt=salt)
        wrapping = key_from(passphrase, salt, cost)
        wrapped = _wrapped(wrapping, data_key, _passphrase_head(ring))
        return msgspec.structs.replace(ring, by_passphrase=wrapped)

    def with_new_recovery_key(self, data_key: bytes) -> tuple[KeyRing, RecoveryKey]:
        """Give the ring under another recovery key, and that key; the one before opens no more."""
        key = new_recovery_key()
        wrapped = _wrapped(_recovery_wrapping(key, self.vault), data_key, self.vault.encode())
        return msgspec.structs.replace(self, by_recovery_key=wrapped), key


def new_ring(passphrase: str, cost: Cost) -> tuple[KeyRing, bytes, RecoveryKey]:
    """Make a vault's ring, its data key and its recovery key; StorageError if nothing is typed."""
    data_key = os.urandom(KEY_BYTES)
    empty = bytes(_WRAPPED_BYTES)
    bare = KeyRing(os.urandom(16).hex(), cost, bytes(SALT_BYTES), empty, empty)
    ring, key = bare.with_passphrase(data_key, passphrase, cost).with_new_recovery_key(data_key)
    return ring, data_key, key


def ring_bytes(ring: KeyRing) -> bytes:
    """Write a ring as it lies in its file, with proof that it is whole."""
    return framed(RING_MAGIC, msgspec.json.encode(ring))


def ring_from(content: bytes) -> KeyRing:
    """Read a ring; ValueError when it is not whole, NewerFormatError."""
    head, end = unframed(RING_MAGIC, content)
    if end != len(content):
        raise ValueError("more than a ring")
    return ring_from_json(head)


def ring_from_json(head: bytes) -> KeyRing:
    """Read a ring's JSON; ValueError when it is none, NewerFormatError."""
    try:
        if msgspec.json.decode(head, type=_Format).format > RING_FORMAT:
            raise NewerFormatError(
                "This vault was made by a newer version of PRT Desktop. Nothing was changed. "
                "Update the program to open it."
            )
        return msgspec.json.decode(head, type=KeyRing)
    except RecursionError as error:
        raise ValueError("no ring") from error


def refuse_empty(passphrase: str) -> None:
    """Raise StorageError for a passphrase of nothing but blanks."""
    if not passphrase.strip():
        raise StorageError(
            "A passphrase cannot be empty. Nothing was changed. Choose a few words that nobody "
            "would guess."
        )


class _Format(msgspec.Struct):
    format: int


def _passphrase_head(ring: KeyRing) -> bytes:
    return msgspec.json.encode((ring.vault, ring.format, ring.cost, ring.salt))


def _recovery_wrapping(key: RecoveryKey, vault: str) -> bytes:
    # 128 random bits need no costly derivation, only a key of the right length.
    return HKDF(hashes.SHA256(), KEY_BYTES, vault.encode(), b"prt-desktop recovery").derive(
        key.secret
    )


def _wrapped(wrapping: bytes, data_key: bytes, head: bytes) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + AESGCM(wrapping).encrypt(nonce, data_key, head)


def _unwrapped(wrapping: bytes, wrapped: bytes, head: bytes) -> bytes:
    nonce, sealed = wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:]
    return AESGCM(wrapping).decrypt(nonce, sealed, head)
