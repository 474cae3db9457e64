"""The short name of a source."""

from __future__ import annotations

from datetime import date

import pytest

from prt_desktop.domain.citation import HonestyCard, Reference

CARD = HonestyCard("d", "p", "b", "c", "l", "f", "s", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("authors", "label"),
    [
        (("Ferrari",), "Ferrari, 2015"),
        (("Ashar", "Gordon"), "Ashar and Gordon, 2015"),
        (("Ashar", "Gordon", "Schubiner"), "Ashar and others, 2015"),
    ],
)
def test_a_source_is_named_by_its_authors_and_year(authors: tuple[str, ...], label: str) -> None:
    assert Reference("key", authors, "A title", "A journal", 2015, "", CARD).label == label
