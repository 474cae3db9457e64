"""Whatever was written in the diary is found again as one types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.circumstances import BodyArea, Circumstances
from prt_desktop.domain.diary import EntryKind
from prt_desktop.domain.diary_search import DiaryIndex, Wanted, marked, passage
from tests.builders import (
    a_lesson_note,
    a_movement,
    a_practice,
    a_read_lesson,
    a_thought,
    an_entry,
)

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Entry

NAMES = {area: area.replace("_", " ") for area in BodyArea}
TITLES = {"looking": "Looking kindly", "first": "A first lesson"}


def an_index(*entries: Entry) -> DiaryIndex:
    """Build an index of these entries."""
    index = DiaryIndex(NAMES)
    index.take(entries, TITLES)
    return index


def beside(*areas: BodyArea, tags: tuple[str, ...] = ()) -> Circumstances:
    """Build what stands beside an entry."""
    return Circumstances(areas=areas, tags=tags)


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        ("kettle", an_entry("The kettle, the window.")),
        ("wind kett", an_entry("The kettle, the window.")),
        ("cafe", an_entry("Sat in the Café.")),
        ("ruined", a_thought()),
        ("louder", a_movement()),
        ("bend", a_movement()),
        ("mine", a_lesson_note()),
        ("first lesson", a_lesson_note()),
        ("first lesson", a_read_lesson()),
        ("kindly", a_practice()),
        ("poor sl", an_entry("", circumstances=beside(tags=("poor sleep",)))),
        ("left hip", an_entry("", circumstances=beside(BodyArea.LEFT_HIP))),
    ],
)
def test_what_was_written_is_found(typed: str, entry: Entry) -> None:
    index = an_index(an_entry("Something else."), replace(entry, id="a" * 32))

    found = index.search(Wanted(typed))

    assert [one.id for one in found] == ["a" * 32]


def test_words_in_the_middle_of_a_word_are_not_found() -> None:
    index = an_index(an_entry("Painting the fence."))

    assert index.search(Wanted("fence pain"))
    assert not index.search(Wanted("ting"))


def test_kind_and_tag_narrow_what_is_found() -> None:
    tagged = an_entry("Rain all day.", circumstances=beside(tags=("Rain",)))
    surprise = an_entry("Rain, and no stiffness.", kind=EntryKind.SURPRISE)
    index = an_index(tagged, surprise)

    assert index.search(Wanted("rain")) == (tagged, surprise)
    assert index.search(Wanted("rain", EntryKind.SURPRISE)) == (surprise,)
    assert index.search(Wanted(tag="rain")) == (tagged,)


def test_quote_of_a_lesson_note_is_found() -> None:
    note = a_lesson_note()
    index = an_index(note, an_entry("Other."))

    found = index.search(Wanted("is an alarm"))

    assert found == (note,)


def test_changed_entry_is_found_by_its_new_words_alone() -> None:
    old = an_entry("A kettle.")
    index = an_index(old)
    index.search(Wanted("kettle"))

    new = replace(old, text="A window.")
    index.take((new,), TITLES)

    assert index.search(Wanted("window")) == (new,)
    assert index.search(Wanted("kettle")) == ()


def test_index_is_prepared_a_few_entries_at_a_time() -> None:
    index = an_index(*(an_entry(f"Number {number}.") for number in range(5)))

    steps = [index.prepare(2), index.prepare(2), index.prepare(2)]

    assert steps == [True, True, False]
    assert len(index.search(Wanted("number"))) == 5


def test_nothing_typed_is_nothing_wanted() -> None:
    assert Wanted("  .,").is_empty
    assert not Wanted(tag="rain").is_empty


def test_marks_stand_on_the_letters_as_they_were_written() -> None:
    found = marked("Caf\u00e9, cafeteria, decaf.", "cafe")

    parts = [found.text[one.start : one.start + one.length] for one in found.spans]
    assert parts == ["Caf\u00e9", "cafe"]


def test_passage_begins_near_a_late_mark() -> None:
    text = "One word after another. " * 40 + "Then the kettle sang."

    found = passage(text, "kettle")

    first = found.spans[0]
    assert found.text[first.start : first.start + first.length] == "kettle"
    assert first.start < 80
    assert found.text.endswith("sang.")


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 8))
def test_any_word_that_was_written_is_found_and_marked(text: str, at: int, length: int) -> None:
    words = marked(text, text[at : at + length]).spans
    index = an_index(an_entry(text))

    found = index.search(Wanted(text))

    assert len(found) == 1
    assert all(0 <= one.start < one.start + one.length <= len(text) for one in words)
