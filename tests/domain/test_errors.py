"""Errors are one tree, and each is a sentence."""

from __future__ import annotations

import inspect

import pytest

from prt_desktop.domain import errors
from prt_desktop.domain.errors import LengthRefusedError, PrtError

DRAWN = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("kind", DRAWN)
def test_every_error_grows_from_one_root(kind: type[Exception]) -> None:
    assert issubclass(kind, PrtError)


def test_a_refused_length_names_what_can_be_chosen() -> None:
    error = LengthRefusedError(60_000, 180_000, 1_260_000)

    assert str(error) == "1 minutes cannot be filled well: choose between 3 and 21 minutes."


def test_the_range_named_is_drawn_inward_so_that_both_ends_can_be_chosen() -> None:
    error = LengthRefusedError(150_000, 161_000, 1_259_999)

    assert "between 2.7 and 20.9 minutes" in str(error)


def test_a_length_that_misses_the_range_by_little_is_not_rounded_into_it() -> None:
    error = LengthRefusedError(179_000, 180_000, 1_200_000)

    assert str(error).startswith("2.98 minutes")
