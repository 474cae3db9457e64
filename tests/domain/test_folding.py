"""Folding makes case and accents alike, and knows the way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.folding import fold, folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Éléphant", "elephant"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("don\N{RIGHT SINGLE QUOTATION MARK}t", "don't"),
        ("e\N{COMBINING ACUTE ACCENT}", "e"),
        ("\N{LATIN SMALL LIGATURE FI}rst", "first"),
        ("İ", "i"),
    ],
)
def test_case_and_accents_are_folded(text: str, plain: str) -> None:
    assert fold(text) == plain


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = fold(text)

    assert fold(once) == once


@given(st.text(min_size=1), st.data())
def test_every_part_leads_back_to_letters_that_fold_to_it(text: str, data: st.DataObject) -> None:
    one = folded(text)
    start = data.draw(st.integers(0, len(one.folded)))
    end = data.draw(st.integers(start, len(one.folded)))

    if start == end:
        return
    first, last = one.span(start, end)

    assert 0 <= first < last <= len(text)
    assert one.folded[start:end] in fold(text[first:last])


def test_a_mark_takes_the_accent_along() -> None:
    one = folded("cafe\N{COMBINING ACUTE ACCENT} au lait")

    assert one.span(0, 4) == (0, 5)
