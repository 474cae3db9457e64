"""A card says what its page begins with, whole, and names the sources of its numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.lesson import Page, Picture
from prt_desktop.domain.teach_card import MOST_ITEM_LETTERS, TeachCard, teach_cards
from tests.builders import a_lesson


def the_card(markdown: str) -> TeachCard:
    """Give the card of a page."""
    return teach_cards(a_lesson(pages=(Page("An idea", markdown, 1),)))[0]


def test_every_page_has_its_card() -> None:
    pages = (Page("One", "Here.", 1), Page("Two", "There.", 9))

    cards = teach_cards(a_lesson(pages=pages))

    assert [(card.heading, card.words) for card in cards] == [("One", "Here."), ("Two", "There.")]


def test_two_short_sentences_fit_on_a_card_and_a_third_does_not() -> None:
    assert the_card("One. Two. Three.\n\nMore.").words == "One. Two."


def test_a_long_second_sentence_is_left_out() -> None:
    assert the_card(f"One idea. {'Then it goes on ' * 12}.").words == "One idea."


def test_a_figure_and_its_words_come_along() -> None:
    card = the_card("![A loop.](loop.svg)\n\nRound *and* round.")

    assert card.picture == Picture("A loop.", "loop.svg")
    assert card.spoken == "An idea. Round and round. A loop."


def test_a_list_follows_the_words_that_lead_to_it() -> None:
    card = the_card("Long before. Just before. It is three things:\n\n- One\n- two\n- three.")

    assert card.words.endswith("It is three things:")
    assert card.items == ("One", "two", "three.")


def test_a_list_too_long_for_a_card_is_left_out_as_a_whole() -> None:
    items = "\n".join(f"- {'word ' * 20}" for _ in range(6))

    card = the_card(f"These are so:\n\n{items}")

    assert (card.words, card.items) == ("These are so…", ())


def test_a_number_names_the_sources_of_its_paragraph() -> None:
    card = the_card("In a trial, 151 adults took part. So it was. It ended well [@ashar-2022].")

    assert card.citations == ("ashar-2022",)
    assert "[@" not in card.spoken


def test_words_without_a_number_or_a_source_of_their_own_name_none() -> None:
    assert the_card("An idea. A second. Then a finding [@ashar-2022].").citations == ()


@given(st.text(alphabet="ab1 .:?-*[]()@!#\n", max_size=200))
def test_no_page_is_too_odd_for_a_card(markdown: str) -> None:
    card = the_card(markdown)

    assert sum(map(len, card.items)) <= MOST_ITEM_LETTERS
    assert "\n" not in card.words
