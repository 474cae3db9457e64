"""A piece of a clip is what the whole would have at its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.audio.clips import SAMPLE_RATE, cut, read_clip, read_piece
from tests.builders import write_clip

if TYPE_CHECKING:
    from pathlib import Path

LENGTH = 25 * SAMPLE_RATE
PLACES = st.integers(0, LENGTH + SAMPLE_RATE)


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clips") / "long.ogg"
    write_clip(path, LENGTH * 1000 // SAMPLE_RATE)
    return path


@settings(max_examples=60)
@given(room=PLACES, places=st.lists(PLACES, max_size=4))
def test_pieces_make_the_whole_that_is_cut_to_its_room(
    clip: Path, room: int, places: list[int]
) -> None:
    edges = [0, *sorted(one for one in places if one < room), room]

    pieces = [read_piece(clip, room, *edge) for edge in pairwise(edges)]

    assert np.array_equal(np.concatenate(pieces), cut(read_clip(clip), room))
