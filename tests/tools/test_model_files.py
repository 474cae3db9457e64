"""A voice's style vectors: found by name, blended of two, and kept whole by the first to fetch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from narration import model_files
from narration.model_files import (
    STYLE_COLUMNS,
    STYLE_ROWS,
    STYLES_PACKAGE,
    TIMBRE_COLUMNS,
    ModelFileError,
    put_in_place,
    style_vectors,
)

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def styles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep two made-up voices where the model's are kept: michael is all 1, echo all 3."""
    monkeypatch.setattr(model_files, "cache_folder", lambda: tmp_path)
    folder = tmp_path / STYLES_PACKAGE
    folder.mkdir()
    for voice, value in (("michael", 1.0), ("echo", 3.0)):
        np.full((STYLE_ROWS, STYLE_COLUMNS), value, np.float32).tofile(folder / f"{voice}.bin")
    return folder


@pytest.mark.usefixtures("styles")
def test_a_blend_shares_the_timbre_and_keeps_the_first_voices_melody() -> None:
    vectors = style_vectors("michael+echo")

    assert vectors.shape == (STYLE_ROWS, STYLE_COLUMNS)
    assert set(vectors[:, :TIMBRE_COLUMNS].ravel()) == {2.0}
    assert set(vectors[:, TIMBRE_COLUMNS:].ravel()) == {1.0}


@pytest.mark.usefixtures("styles")
def test_one_name_alone_is_that_voice() -> None:
    assert set(style_vectors("michael").ravel()) == {1.0}


@pytest.mark.usefixtures("styles")
@pytest.mark.parametrize("style", ["fenrir", "michael+fenrir", "michael+", "+echo"])
def test_a_voice_that_the_model_lacks_is_named(style: str) -> None:
    with pytest.raises(ModelFileError, match="has no voice called"):
        style_vectors(style)


def test_the_second_process_to_fetch_leaves_what_the_first_has_put_there(styles: Path) -> None:
    unpacked = styles.with_name("styles")
    unpacked.mkdir()

    put_in_place(unpacked, styles)

    assert set(style_vectors("echo").ravel()) == {3.0}


def test_a_folder_that_cannot_be_put_there_at_all_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "nowhere", tmp_path / "styles")
