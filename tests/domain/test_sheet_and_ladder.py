"""The evidence sheet and the ladder: numbers within their bounds."""

from __future__ import annotations

import pytest

from tests.builders import a_belief, a_rung


@pytest.mark.parametrize("sure", [-1, 101])
def test_a_belief_is_from_0_to_100(sure: int) -> None:
    with pytest.raises(ValueError, match="100"):
        a_belief(sure)


@pytest.mark.parametrize("fear", [-1, 11])
def test_the_fear_of_a_movement_is_from_0_to_10(fear: int) -> None:
    with pytest.raises(ValueError, match="fear"):
        a_rung(fear=fear)


def test_bounds_themselves_are_answers() -> None:
    beliefs, rungs = [a_belief(0), a_belief(100)], [a_rung(fear=0), a_rung(fear=10)]

    assert [belief.sure for belief in beliefs] == [0, 100]
    assert [rung.fear for rung in rungs] == [0, 10]
