"""Comparing what was heard with what was to be spoken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listening.words import compare, compared_words, number_words


@pytest.mark.parametrize(
    ("wanted", "heard"),
    [
        ("Find three things.", "find 3 things"),
        ("In one hundred and fifty-one adults", "In 151 adults"),
        ("66 % of them", "sixty-six percent of them"),
        ("You cannot; it's fine, don't.", "you can not it is fine do not"),
        ("Colour and behaviour", "color and behavior"),
        ("Two weeks to wait", "too weeks two weight"),
        ("any one of them", "anyone of them"),
        ("a snorkelling mask", "a snorkeling mask"),
        ("the 2nd time", "the second time"),
        ("Let\N{RIGHT SINGLE QUOTATION MARK}s go", "Let's go"),
    ],
)
def test_what_sounds_the_same_is_no_error(wanted: str, heard: str) -> None:
    assert compare(wanted, heard).errors == 0


def test_a_wrong_word_is_counted_and_shown() -> None:
    result = compare("Let your jaw be loose.", "let your job be loose")

    assert (result.words, result.errors) == (5, 1)
    assert [str(mismatch) for mismatch in result.mismatches] == ["[jaw | job]"]


@pytest.mark.parametrize(
    ("heard", "errors"), [("a b c", 0), ("a c", 1), ("a b x c", 1), ("", 3), ("x y z", 3)]
)
def test_missing_added_and_changed_words_count_alike(heard: str, errors: int) -> None:
    assert compare("a b c", heard).errors == errors


@given(st.lists(st.sampled_from(["pain", "is", "an", "alarm"])), st.integers(0, 10))
def test_one_lost_word_is_one_error(words: list[str], at: int) -> None:
    with_extra = [*words[:at], "extra", *words[at:]]

    assert compare(" ".join(with_extra), " ".join(words)).errors == 1


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "zero"),
        (13, "thirteen"),
        (40, "forty"),
        (151, "one hundred fifty one"),
        (2022, "two thousand twenty two"),
    ],
)
def test_numbers_are_said_in_words(number: int, said: str) -> None:
    assert number_words(number) == said


def test_numerals_become_words() -> None:
    assert compared_words("the 151 adults") == compared_words("The one hundred fifty-one adults.")
