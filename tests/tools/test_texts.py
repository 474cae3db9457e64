"""Text as written and as spoken."""

from __future__ import annotations

import hashlib

from narration.texts import sentences, spoken_page, text_sha256


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
