"""The recovery key: 128 bits to print, in groups that are read aloud and typed without slips."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass

from prt_desktop.domain.errors import WrongKeyError

# Crockford's: without I, L, O and U, which are taken for 1, 1, 0 and V.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKE = str.maketrans("ILOU", "110V")
_SECRET_BYTES, _CHECK_BYTES = 16, 4
_LETTERS = (_SECRET_BYTES + _CHECK_BYTES) * 8 // 5
_GROUP = 4


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryKey:
    """A key as good as the passphrase."""

    secret: bytes

    @property
    def printed(self) -> str:
        """Give the key as it is printed: eight groups of four letters and digits."""
        number = int.from_bytes(self.secret + _check(self.secret), "big")
        letters = [_ALPHABET[number >> 5 * place & 31] for place in reversed(range(_LETTERS))]
        text = "".join(letters)
        return "-".join(text[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))


def new_recovery_key() -> RecoveryKey:
    """Make a key that nobody had before."""
    return RecoveryKey(os.urandom(_SECRET_BYTES))


def recovery_key_from(text: str) -> RecoveryKey:
    """Read a printed key, in any case and grouping; WrongKeyError names a slip of typing."""
    letters = re.sub(r"[\s\-–]", "", text).upper().translate(_LOOK_ALIKE)  # noqa: RUF001 - typed
    if len(letters) != _LETTERS or set(letters) - set(_ALPHABET):
        raise WrongKeyError(
            f"A recovery key has {_LETTERS} letters and digits in groups of {_GROUP}. Nothing was "
            "changed. Compare it with the printed one, then try again."
        )
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    both = number.to_bytes(_SECRET_BYTES + _CHECK_BYTES, "big")
    secret = both[:_SECRET_BYTES]
    if _check(secret) != both[_SECRET_BYTES:]:
        raise WrongKeyError(
            "There is a slip in this recovery key. Nothing was changed. Compare it letter by "
            "letter with the printed one, then try again."
        )
    return RecoveryKey(secret)


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"prt-desktop recovery key" + secret).digest()[:_CHECK_BYTES]
