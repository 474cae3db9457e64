"""What stands beside an entry's words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.circumstances import Circumstances, Rating, Ratings, tidy_tags


@pytest.mark.parametrize("rating", list(Rating))
@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_is_from_0_to_10(rating: Rating, value: int) -> None:
    with pytest.raises(ValueError, match=rating.value):
        Ratings(**{rating.value: value})


def test_zero_is_an_answer() -> None:
    assert Ratings(fear=0).given() == {Rating.FEAR: 0}
    assert not Circumstances(Ratings(fear=0)).is_empty
    assert Circumstances().is_empty


def test_tags_are_trimmed_and_differ_by_more_than_case() -> None:
    assert tidy_tags(["  long   sitting ", "Long sitting", "", "rain"]) == ("long sitting", "rain")


@given(st.lists(st.text()))
def test_tidy_tags_stay_as_they_are(tags: list[str]) -> None:
    once = tidy_tags(tags)

    again = tidy_tags(once)

    assert again == once
