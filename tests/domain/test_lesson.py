"""What a lesson knows about its pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.lesson import Page, Picture
from tests.builders import a_lesson


def a_page(markdown: str) -> Page:
    return Page("One idea", markdown, 1)


def test_citations_are_given_in_order_and_each_once() -> None:
    page = a_page("One [@b-2020], two [@a-1999] and one again [@b-2020].")

    assert page.citations == ("b-2020", "a-1999")


def test_a_lesson_cites_what_its_pages_cite() -> None:
    lesson = a_lesson(pages=(a_page("[@b-2020] [@c]"), a_page("[@a] [@b-2020]")))

    assert lesson.citations == ("b-2020", "c", "a")


@pytest.mark.parametrize("text", ["[@]", "[@-a]", "@a", "[a]", "[@A B]", "mail@example.org"])
def test_what_only_looks_like_a_citation_is_none(text: str) -> None:
    assert a_page(text).citations == ()


def test_pictures_are_found_with_their_words() -> None:
    page = a_page("Before ![Two kitchens.](alarm.svg) after ![](bare.svg).")

    assert page.pictures == (Picture("Two kitchens.", "alarm.svg"), Picture("", "bare.svg"))


def test_citations_and_pictures_are_not_words_to_read() -> None:
    page = a_page("Pain is real [@ashar-2022]. ![many words here](alarm.svg)")

    assert page.word_count == 3


def test_a_word_with_an_apostrophe_or_hyphen_is_one() -> None:
    assert a_page("It is nobody\u2019s mild-to-moderate fault, isn't it?").word_count == 7


def test_a_lesson_counts_the_words_of_all_pages() -> None:
    assert a_lesson(pages=(a_page("one two"), a_page("three"))).word_count == 3


@given(st.text())
def test_any_text_can_be_a_page(text: str) -> None:
    page = a_page(text)

    assert page.word_count >= 0
    assert len(set(page.citations)) == len(page.citations)
