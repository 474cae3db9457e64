"""The numbers of the crisis card, and those written down by oneself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.crisis import (
    CrisisCountry,
    CrisisLine,
    OwnNumber,
    is_number,
    number_record,
    numbers_from,
    own_of,
    with_own,
)
from tests.builders import TODAY

DAY = timedelta(days=1)
AUSTRIA = CrisisCountry(
    "Austria", TODAY, (CrisisLine("Line", "142", "To listen.", "https://example.org", TODAY),)
)
FRANCE = CrisisCountry("France", TODAY, AUSTRIA.lines)


def own(name: str = "My therapist", country: str = "Austria", on: date = TODAY) -> OwnNumber:
    """Build a number that somebody wrote down."""
    return OwnNumber(country, name, "+43 1 234-567", "Weekdays.", on)


def test_own_numbers_take_the_place_of_those_that_came_along() -> None:
    shown = with_own((AUSTRIA, FRANCE), (own(), own("A friend", on=TODAY - 9 * DAY)))

    austria, france = shown
    assert [line.name for line in austria.lines] == ["My therapist", "A friend"]
    assert austria.is_own
    assert austria.checked_on == TODAY - 9 * DAY
    assert france is FRANCE


def test_country_of_ones_own_stands_among_the_others() -> None:
    shown = with_own((AUSTRIA, FRANCE), (own(country="Chile"),))

    assert [one.country for one in shown] == ["Austria", "Chile", "France"]


def test_without_own_numbers_those_that_came_along_are_back() -> None:
    assert with_own((AUSTRIA, FRANCE), ()) == (AUSTRIA, FRANCE)


def test_numbers_of_a_country_can_be_taken_over_with_their_days() -> None:
    assert own_of(AUSTRIA) == (OwnNumber("Austria", "Line", "142", "To listen.", TODAY),)


@pytest.mark.parametrize(("days", "stale"), [(0, False), (365, False), (366, True), (-5, False)])
def test_numbers_are_stale_after_twelve_months(days: int, stale: bool) -> None:
    assert AUSTRIA.is_stale(TODAY + days * DAY) is stale


@pytest.mark.parametrize("text", ["142", "+43 (1) 234-567", "0800/123.456", "11"])
def test_what_can_be_rung_is_a_number(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["", "1", "ring me", "142 now", "1" * 16, "+", "\N{DEVANAGARI DIGIT ONE}2"]
)
def test_what_cannot_be_rung_is_no_number(text: str) -> None:
    assert not is_number(text)


def test_numbers_come_back_from_the_settings_as_they_were() -> None:
    numbers = (own(), own("A friend", "Chile"))

    assert numbers_from(map(number_record, numbers)) == numbers


@pytest.mark.parametrize(
    "spoilt",
    [
        {"number": "ring me"},
        {"name": " "},
        {"country": ""},
        {"checked_on": "soon"},
        {"name": "x" * 61},
        {"what": "x" * 121},
    ],
)
def test_spoilt_number_is_left_out_and_the_others_stay(spoilt: dict[str, str]) -> None:
    good = number_record(own())

    assert numbers_from(({**good, **spoilt}, {}, good)) == (own(),)


@given(st.dictionaries(st.sampled_from(list(number_record(own()))), st.text(max_size=20)))
def test_no_record_breaks_the_card(record: dict[str, str]) -> None:
    assert len(numbers_from((record,))) <= 1
