"""Text as written and as spoken."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.spoken_text import found_in, sentences, spoken_page, text_sha256


def test_a_text_is_split_where_a_voice_would_stop() -> None:
    text = "Feel what is holding you up. A chair, a bed, the floor. Is it warm? Let it be…"

    assert sentences(text) == (
        "Feel what is holding you up.",
        "A chair, a bed, the floor.",
        "Is it warm?",
        "Let it be…",
    )


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert sentences("Dr. Lee asked, e.g. about sleep. Then she left.") == (
        "Dr. Lee asked, e.g. about sleep.",
        "Then she left.",
    )


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert sentences('"I am safe." Say it again.') == ('"I am safe."', "Say it again.")


def test_a_decimal_number_stays_in_one_piece() -> None:
    assert sentences("It fell by 1.5 points. Good.") == ("It fell by 1.5 points.", "Good.")


def test_an_empty_text_has_no_sentences() -> None:
    assert sentences("  \n ") == ()


def test_line_breaks_do_not_change_the_hash_of_a_text() -> None:
    expected = hashlib.sha256(b"One day. Two.").hexdigest()

    assert text_sha256(" One day.\n  Two. \n") == expected


def test_a_page_is_spoken_without_citations_pictures_and_marks() -> None:
    page = (
        "**Pain** is *real* [@ashar-2022; @thomson-2024]. See [the card](card.md).\n\n"
        "![Two kitchens](alarm.svg)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n<!-- not this -->"
    )

    assert spoken_page("An alarm", page) == "An alarm. Pain is real. See the card."


def test_each_item_of_a_list_is_a_sentence_of_its_own() -> None:
    page = "Notice:\n\n- a warm hand\n- a quiet\n  sound\n1. the floor.\n"

    assert spoken_page("Look", page) == "Look. Notice: a warm hand. a quiet sound. the floor."


def test_a_paragraph_over_several_lines_is_read_on() -> None:
    assert spoken_page("One?", "It may\ngrow.\n> Or not") == "One? It may grow. Or not."


def shown_parts(spoken: tuple[str, ...], shown: str) -> list[str]:
    """Give what is shown of each sentence, "" where nothing of it is."""
    return [shown[place[0] : place[1]] if place else "" for place in found_in(spoken, shown)]


def test_sentences_are_found_in_their_order() -> None:
    spoken = ("It rings.", "It rings.", "It stops.")
    shown = "It rings. It rings. It stops."

    assert found_in(spoken, shown) == ((0, 9), (10, 19), (20, 29))


def test_what_is_shown_and_not_said_is_passed_over() -> None:
    spoken = ("Pain is real.", "It may grow.", "It may shrink too.")
    shown = (
        "Pain is real (). \ufffc [It is a picture.] It may grow.\nIt may (see page 3) shrink too."
    )

    assert shown_parts(spoken, shown) == [
        "Pain is real",
        "It may grow.",
        "It may (see page 3) shrink too.",
    ]


def test_quotation_marks_belong_to_their_sentence() -> None:
    spoken = ("\u201cI am safe.\u201d", "Say it again.")

    parts = shown_parts(spoken, "\u201cI am safe.\u201d Say it again.")

    assert parts == ["\u201cI am safe.\u201d", "Say it again."]


def test_a_word_shown_otherwise_spoils_no_other_sentence() -> None:
    spoken = ("It rang for 151 people.", "Then the rain came.", "It was the end of the rain.")
    shown = "It rang for many people. Then the rain came. It was the end of the rain."

    assert shown_parts(spoken, shown) == [
        "It rang for many people.",
        "Then the rain came.",
        "It was the end of the rain.",
    ]


def test_a_sentence_that_is_not_shown_has_no_place() -> None:
    assert found_in(("Nowhere.", "It rings."), "It rings.") == (None, (0, 9))


@given(st.text(alphabet="ab .?'", max_size=60), st.text(alphabet="ab .?'(", max_size=60))
def test_places_never_go_back_and_lie_within_the_text(said: str, shown: str) -> None:
    places = [place for place in found_in(sentences(said), shown) if place is not None]

    assert all(0 <= start < end <= len(shown) for start, end in places)
    assert [start for start, _ in places] == sorted(start for start, _ in places)


@given(st.lists(st.text(alphabet="abcd", min_size=1, max_size=5), min_size=1, max_size=30))
def test_every_sentence_of_a_page_shown_as_it_is_said_is_found_whole(words: list[str]) -> None:
    text = " ".join(f"{word}{'.' if number % 4 == 3 else ''}" for number, word in enumerate(words))

    assert shown_parts(sentences(text), text) == list(sentences(text))
