"""A session to be written: what a file holds that anybody may open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.errors import GateClosedError
from prt_desktop.domain.safety import PageAnswer, PageId
from prt_desktop.paths import Places, assets
from prt_desktop.rendering import Rendering, Wish
from prt_desktop.storage.journal import Journal
from tests.builders import Clock, a_check

if TYPE_CHECKING:
    from pathlib import Path

OWN = "My doctor knows this pain, and I may go slowly."


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Give the folders of a person whose pain was checked and who wrote a sentence."""
    where = Places(tmp_path / "data", tmp_path / "cache")
    clock = Clock()
    journal = Journal(where.data, clock)
    journal.add_answer(a_check(on=clock().date()))
    journal.set_own_sentences([OWN])
    return where


def sentences(places: Places, *, asked: bool) -> list[str]:
    wish = Wish("safety-reappraisal", 600_000, own_sentences=asked)
    session = Rendering(assets(), places, Clock()).compose(wish).timeline
    return [span.own_sentence for span in session.spans if span.own_sentence]


def test_own_sentences_are_in_a_file_that_asks_for_them(places: Places) -> None:
    assert sentences(places, asked=True) == [OWN]


def test_own_sentences_stay_out_of_a_file_otherwise(places: Places) -> None:
    assert sentences(places, asked=False) == []


def test_once_one_page_is_answered_a_file_waits_for_the_other(places: Places) -> None:
    wish = Wish("somatic-tracking", 600_000)
    rendering = Rendering(assets(), places, Clock())
    rendering.compose(wish)

    Journal(places.data, Clock()).add_answer(PageAnswer(PageId.EMERGENCY, (), Clock()()))

    with pytest.raises(GateClosedError, match="Two short pages"):
        rendering.compose(wish)
