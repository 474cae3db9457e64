"""The recovery key: printed, read aloud, typed again, and slips are found."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.errors import WrongKeyError
from prt_desktop.storage.recovery_key import RecoveryKey, new_recovery_key, recovery_key_from

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(secret=st.binary(min_size=16, max_size=16))
def test_a_printed_key_is_read_again(secret: bytes) -> None:
    printed = RecoveryKey(secret).printed

    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}", printed)
    assert recovery_key_from(printed) == RecoveryKey(secret)


def test_two_keys_are_never_alike() -> None:
    assert len({new_recovery_key().printed for _ in range(100)}) == 100


def test_a_key_says_nothing_of_itself_in_a_trace() -> None:
    key = new_recovery_key()

    assert key.printed not in repr(key)
    assert key.secret.hex() not in repr(key)


@given(secret=st.binary(min_size=16, max_size=16), at=st.integers(0, 31), other=st.integers(1, 31))
def test_one_wrong_letter_is_found(secret: bytes, at: int, other: int) -> None:
    letters = list(RecoveryKey(secret).printed.replace("-", ""))
    letters[at] = LETTERS[(LETTERS.index(letters[at]) + other) % 32]

    with pytest.raises(WrongKeyError, match="slip"):
        recovery_key_from("".join(letters))


def test_letters_that_look_alike_are_taken_for_each_other() -> None:
    key = RecoveryKey(bytes(16))
    printed = key.printed.replace("0", "o").replace("1", "l").lower()

    assert recovery_key_from(f"  {printed}\n") == key


@pytest.mark.parametrize("text", ["", "ABCD", "0" * 33, "0" * 31 + "€", "٣" * 32])
def test_what_is_no_key_is_told(text: str) -> None:
    with pytest.raises(WrongKeyError, match="32 letters"):
        recovery_key_from(text)
