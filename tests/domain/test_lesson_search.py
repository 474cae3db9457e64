"""Words are found wherever a person reads them, and the passage shows where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.folding import fold
from prt_desktop.domain.glossary import Term
from prt_desktop.domain.lesson import Lesson, Page
from prt_desktop.domain.lesson_search import (
    LONGEST_PASSAGE,
    Found,
    LessonIndex,
    Marked,
    Where,
)
from tests.builders import a_lesson

LETTERS = "abéA ÉB.\n"


def a_course(*texts: str, heading: str = "One idea", title: str = "A lesson") -> list[Lesson]:
    """Make a lesson of one page for each text."""
    return [
        a_lesson(f"l{number}", title=title, pages=(Page(heading, text, 1),))
        for number, text in enumerate(texts)
    ]


def found_in(*texts: str, typed: str) -> list[str]:
    """Give the ids of the lessons in which something is found."""
    return [hit.lesson_id for hit in LessonIndex(a_course(*texts), {}).search(typed).hits]


def marks(text: Marked) -> list[str]:
    """Give the parts of a text that are marked."""
    return [text.text[one.start : one.start + one.length] for one in text.spans]


@pytest.mark.parametrize(
    "typed", ["kitchen alarm", "alarm kitchen", "ALARM kitc", "  alarm,   kitchen! ", "álarm kit"]
)
def test_words_are_found_in_any_order_case_and_accent(typed: str) -> None:
    assert found_in("The alarm in the kitchen.", "An alarm.", typed=typed) == ["l0"]


def test_the_last_word_may_be_just_its_beginning() -> None:
    assert found_in("Two kitchens.", "A kite.", typed="kit") == ["l0", "l1"]


def test_words_before_the_last_are_whole_but_for_an_ending() -> None:
    texts = ("Flares pass soon.", "A flare passes.", "A flarework pass.")

    assert found_in(*texts, typed="flare pass") == ["l1", "l0"]


def test_the_middle_of_a_word_is_not_found() -> None:
    assert found_in("An alarm.", typed="larm") == []


@pytest.mark.parametrize("typed", ["", "   ", "?!", "[@"])
def test_nothing_typed_finds_nothing(typed: str) -> None:
    assert LessonIndex(a_course("An alarm."), {}).search(typed) == Found()


@pytest.mark.parametrize("typed", ["ashar", "2022", "svg", "loop", "term", "drawn"])
def test_what_nobody_reads_is_not_found(typed: str) -> None:
    text = "Said [@ashar-2022] of a [flag](term:x).\n\n![Drawn.](loop.svg)"

    assert found_in(text, typed=typed) == []


def test_titles_come_before_headings_and_headings_before_text() -> None:
    lessons = [
        a_lesson("text", title="One", pages=(Page("An idea", "The alarm rings.", 1),)),
        a_lesson("heading", title="Two", pages=(Page("The alarm", "It rings.", 1),)),
        a_lesson("title", title="The alarm", pages=(Page("An idea", "It rings.", 1),)),
    ]

    hits = LessonIndex(lessons, {}).search("alarm").hits

    assert [hit.lesson_id for hit in hits] == ["title", "heading", "text"]
    assert [hit.where for hit in hits] == [Where.TITLE, Where.HEADING, Where.TEXT]


def test_words_side_by_side_come_before_words_apart() -> None:
    texts = ("Red is a colour of a flag.", "A red flag.")

    assert found_in(*texts, typed="red flag") == ["l1", "l0"]


def test_words_may_be_shared_between_title_heading_and_text() -> None:
    lessons = a_course("It rings.", heading="The alarm", title="Kitchens")

    hit = LessonIndex(lessons, {}).search("kitchens alarm rings").hits[0]

    assert marks(hit.title) == ["Kitchens"]
    assert marks(hit.heading) == ["alarm"]
    assert marks(hit.passage) == ["rings"]


def test_a_title_is_one_hit_though_the_lesson_has_many_pages() -> None:
    pages = (Page("First", "Here.", 1), Page("Second", "There.", 9))

    found = LessonIndex([a_lesson(title="The alarm", pages=pages)], {}).search("alarm")

    assert [(hit.page, hit.where) for hit in found.hits] == [(0, Where.TITLE)]


def test_a_meaning_is_found_where_the_course_explains_it_first() -> None:
    glossary = {"flag": Term("flag", "red flag", "A sign for a doctor [@a].", ("warning sign",))}
    lessons = a_course("Nothing.", "See a [flag](term:flag).", "Again [one](term:flag).")
    index = LessonIndex(lessons, glossary)

    named, meant = index.search("warning"), index.search("doctor")

    assert [(hit.lesson_id, hit.where) for hit in named.hits] == [("l1", Where.TERM)]
    assert [(hit.lesson_id, hit.where) for hit in meant.hits] == [("l1", Where.MEANING)]
    assert meant.hits[0].passage.text == "red flag: A sign for a doctor."


def test_passage_is_the_sentence_with_most_of_the_words() -> None:
    text = "An alarm. Then much later on.\nThe alarm of the kitchen rings. So it does."

    passage = LessonIndex(a_course(text), {}).search("alarm kitchen").hits[0].passage

    assert passage.text == "The alarm of the kitchen rings. So it does."
    assert marks(passage) == ["alarm", "kitchen"]


def test_a_long_sentence_is_cut_at_words_round_the_hit() -> None:
    text = f"{'before ' * 60}alarm {'after ' * 60}."

    passage = LessonIndex(a_course(text), {}).search("alarm").hits[0].passage

    assert passage.text.startswith("…before ")
    assert passage.text.endswith(" after…")
    assert len(passage.text) <= LONGEST_PASSAGE + 2
    assert marks(passage) == ["alarm"]


def test_all_hits_are_counted_though_few_are_given() -> None:
    found = LessonIndex(a_course(*["An alarm."] * 9), {}).search("alarm", most=4)

    assert (len(found.hits), found.count) == (4, 9)


@given(
    st.lists(st.text(LETTERS, max_size=240), min_size=1, max_size=4),
    st.text(LETTERS, max_size=8),
)
def test_marks_stand_within_their_texts_and_are_what_was_typed(
    texts: list[str], typed: str
) -> None:
    words = fold(typed).replace(".", " ").split()

    hits = LessonIndex(a_course(*texts, heading="Áb", title="BA"), {}).search(typed).hits

    for shown in (part for hit in hits for part in (hit.title, hit.heading, hit.passage)):
        assert all(fold(mark).startswith(tuple(words)) for mark in marks(shown))
        ends = [0, *(one.start + one.length for one in shown.spans)]
        starts = [*(one.start for one in shown.spans), len(shown.text)]
        assert all(end <= start for end, start in zip(ends, starts, strict=True))


@given(st.lists(st.text("abcé", min_size=1, max_size=6), min_size=1, max_size=6), st.data())
def test_every_word_of_a_page_finds_it_in_whatever_order(
    words: list[str], data: st.DataObject
) -> None:
    lessons = a_course(" ".join(words), heading="", title="")
    typed = data.draw(st.permutations(words))

    found = LessonIndex(lessons, {}).search(" ".join(typed).upper())

    assert [hit.where for hit in found.hits] == [Where.TEXT]


@given(st.text(max_size=40), st.text(max_size=20))
def test_nothing_that_can_be_typed_is_a_fault(text: str, typed: str) -> None:
    found = LessonIndex(a_course(text), {}).search(typed)

    assert len(found.hits) <= found.count <= 1
