"""The library's exercises and a person's own recordings, as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.library import Library
from prt_desktop.domain.errors import ContentError
from prt_desktop.domain.exercise import Part
from prt_desktop.domain.own_audio import OWN_VOICE, OwnPiece
from prt_desktop.practices import Practices, is_own, open_practices
from prt_desktop.storage.own_audio import OwnAudio
from tests.builders import Clock, write_assets, write_clip

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def practices(tmp_path: Path) -> Practices:
    """Give one exercise of the library, and nothing of one's own."""
    library = Library(write_assets(tmp_path / "assets"))
    return Practices(library, OwnAudio(tmp_path / "data", Clock()))


def one_piece(folder: Path) -> tuple[OwnPiece, ...]:
    """Write a recording of one piece."""
    write_clip(folder / "part-001.ogg", 4_000)
    return (OwnPiece(4_000, 0),)


def test_what_was_added_comes_after_the_library(practices: Practices) -> None:
    own = practices.own.add("A walk", Part.ATTEND, one_piece)

    assert [one.title for one in practices.exercises()] == ["Looking", "A walk"]
    assert [is_own(one) for one in practices.exercises()] == [False, True]
    assert practices.exercise(own.id) == own


def test_what_was_removed_is_no_longer_found(practices: Practices) -> None:
    own = practices.own.add("A walk", Part.ATTEND, one_piece)

    practices.own.remove(own.id)

    assert practices.exercise(own.id) is None
    with pytest.raises(ContentError):
        practices.recording(own, "heart")


def test_opening_forgets_what_was_removed_before(practices: Practices, tmp_path: Path) -> None:
    own = practices.own.add("A walk", Part.ATTEND, one_piece)
    practices.own.remove(own.id)

    again = open_practices(practices.library, tmp_path / "data", Clock())

    with pytest.raises(ContentError):
        again.own.restore(own.id)


def test_each_is_spoken_by_the_voice_it_has(practices: Practices) -> None:
    own = practices.own.add("A walk", Part.ATTEND, one_piece)
    looking = practices.exercises()[0]

    assert practices.recording(looking, "heart").voice == "heart"
    assert practices.recording(own, "heart").voice == OWN_VOICE
    assert list(practices.recording(own, "heart").clips) == ["part-001"]
