"""From a passphrase to a key, made costly on purpose: the cost of one guess is chosen here."""

from __future__ import annotations

import time
import unicodedata
from typing import Annotated

import msgspec
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

KEY_BYTES = 32
SALT_BYTES = 16
AIMED_AT_MS = 500
_LANES = 4
_MEMORY_KIB = 65_536
_FEWEST_PASSES, _MOST_PASSES = 3, 12


class Cost(msgspec.Struct, frozen=True):
    """What one guess costs with Argon2id: memory, passes over it, lanes beside each other.

    The bounds hold for files too, so that a hostile one takes neither all memory nor minutes.
    """

    memory_kib: Annotated[int, msgspec.Meta(ge=32, le=_MEMORY_KIB)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=_MOST_PASSES)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=_LANES)] = _LANES


def calibrated_cost() -> Cost:
    """Choose a cost of about half a second on this machine, never below three passes."""
    fewest = Cost(_MEMORY_KIB, _FEWEST_PASSES)
    fitting = round(_FEWEST_PASSES * AIMED_AT_MS / guess_ms(fewest))
    return Cost(_MEMORY_KIB, max(_FEWEST_PASSES, min(_MOST_PASSES, fitting)))


def guess_ms(cost: Cost) -> float:
    """Measure what one guess takes of the processors here, in ms, however busy they are."""
    begun_s = time.process_time()
    key_from("", bytes(SALT_BYTES), cost)
    return (time.process_time() - begun_s) * 1000


def key_from(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Derive the key of a passphrase, however its accents were typed."""
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(typed)
