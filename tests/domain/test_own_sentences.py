"""Safety sentences while they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.domain.own_sentences import draft_of, sentences_in, texts_to_show

PLACES = st.lists(st.text(), min_size=3, max_size=3)
KEPT = st.lists(st.text(), max_size=3).map(sentences_in)


@given(PLACES, KEPT)
def test_whatever_is_half_written_stands_in_its_places_again(
    texts: list[str], kept: tuple[str, ...]
) -> None:
    draft = draft_of(texts, kept)

    if not draft.is_empty:
        assert texts_to_show(draft, kept) == tuple(texts)


@given(PLACES)
def test_what_is_kept_already_is_no_draft(texts: list[str]) -> None:
    assert draft_of(texts, sentences_in(texts)).is_empty


@pytest.mark.parametrize("draft", [None, FormDraft(), FormDraft({"0": " ", "1": "", "2": ""})])
def test_without_a_draft_what_is_kept_is_shown(draft: FormDraft | None) -> None:
    assert texts_to_show(draft, ("One.",)) == ("One.", "", "")


def test_a_sentence_is_kept_once_on_one_line() -> None:
    assert sentences_in(["I go\nslowly.", " ", "I go  slowly."]) == ("I go slowly.",)
