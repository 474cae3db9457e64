"""Marked words are found again on their page, whatever the line breaks have become."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.diary import Entry, LessonNote
from prt_desktop.domain.lesson_notes import (
    new_note,
    notes_of,
    places,
    quoted,
    sentence_at,
    with_words,
)
from prt_desktop.domain.prose import sentences
from tests.builders import NOON, a_lesson_note, a_read_lesson

SHOWN = "Pain is an alarm.\u2029\ufffc\u2029It can ring (too long) [1] when nothing burns."


def marked(quote: str, page: int = 0) -> Entry:
    return new_note("a" * 32, NOON, "first", page, quote)


def test_notes_of_a_lesson_come_page_by_page() -> None:
    late = a_lesson_note(details=LessonNote("first", 0, "b"), created_at=NOON + timedelta(hours=1))
    early = a_lesson_note(details=LessonNote("first", 0, "a"))
    second = a_lesson_note(
        details=LessonNote("first", 1, "c"), created_at=NOON - timedelta(hours=1)
    )
    others = (a_lesson_note("other"), a_read_lesson("first"))

    notes = notes_of((second, late, *others, early), "first")

    assert notes == (early, late, second)


def test_marked_words_are_found_across_lines_and_pictures() -> None:
    note = marked("alarm.\u2029\ufffc\u2029It can ring (too long) [1]")

    [place] = places([note], SHOWN)

    assert SHOWN[place.start : place.end] == "alarm.\u2029\ufffc\u2029It can ring (too long) [1]"
    assert isinstance(note.details, LessonNote)
    assert note.details.quote == "alarm. It can ring (too long) [1]"


def test_words_that_are_gone_have_no_place() -> None:
    assert places([marked("Pain is a siren."), marked(" \u2029 "), marked("")], SHOWN) == ()


def test_other_words_at_a_note_leave_what_is_marked() -> None:
    note = marked("Pain is an alarm.")

    changed = with_words(note, " Mine rings at night.\n", NOON)

    assert (changed.text, changed.edited_at) == ("Mine rings at night.", NOON)
    assert changed.details == note.details


def test_the_sentence_at_a_place_is_chosen_or_the_next_one() -> None:
    spans = sentences("One here. Two here. Three.")

    numbers = [sentence_at(spans, at) for at in (0, 8, 9, 12, 25, 99)]

    assert numbers == [0, 0, 1, 1, 2, 2]
    assert sentence_at((), 0) == -1


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60), st.data())
def test_whatever_is_marked_is_found_again(shown: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(shown) - 1))
    end = data.draw(st.integers(start + 1, len(shown)))
    quote = quoted(shown[start:end])

    found = places([marked(shown[start:end])], shown)

    assert [quoted(shown[place.start : place.end]) for place in found] == ([quote] if quote else [])
