"""The words of a page come out as they are read, and nothing of the writing's marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.prose import cited_prose, prose, sentences


@pytest.mark.parametrize(
    ("markdown", "read"),
    [
        ("Pain is real [@a-1999], always [@b-2020].", "Pain is real, always."),
        ("Before\n\n![A loop.](loop.svg)\n\nafter", "Before\nafter"),
        ("A [red flag](term:red-flag) and [a page](https://x.org).", "A red flag and a page."),
        ("*Tell* them **all**, and `say` _so_.", "Tell them all, and say so."),
        ("wrapped\nin the file", "wrapped in the file"),
        (
            "- One thing\n- another\n  that goes on\n3. a third",
            "One thing\nanother that goes on\na third",
        ),
        ("> She said\n> so.", "She said so."),
        ("### A step\n\nthen", "A step\nthen"),
        ("| Who | What |\n|---|---|\n| Sam | Tea |", "Who, What\nSam, Tea"),
        ("3 \\* 4 and snake_case", "3 * 4 and snake_case"),
        ("", ""),
    ],
)
def test_marks_are_left_out_and_words_stay(markdown: str, read: str) -> None:
    assert prose(markdown) == read


def test_citations_can_be_left_where_they_stand() -> None:
    assert cited_prose("It was *so* [@a-1999].") == "It was so [@a-1999]."


def test_sentences_end_at_stops_and_at_the_ends_of_lines() -> None:
    text = "One. “Two?” Three\nfour"

    found = [text[start:end] for start, end in sentences(text)]

    assert found == ["One.", "“Two?”", "Three", "four"]


@given(st.text(alphabet="ab .!?\n\u201d", max_size=60))
def test_sentences_follow_each_other_and_leave_out_nothing_but_space(text: str) -> None:
    found = sentences(text)

    ends = [0, *(end for _start, end in found)]
    starts = [*(start for start, _end in found), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]

    assert all(not gap.strip() for gap in gaps)
    assert all(start < end for start, end in found)


@given(st.text(alphabet="ab[](){}@!*_`|\\-#>.1 \n:", max_size=80))
def test_no_writing_is_too_odd_to_be_read(markdown: str) -> None:
    read = prose(markdown)

    assert read == read.strip()
    assert "\n\n" not in read
