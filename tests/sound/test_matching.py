"""The measures themselves: what they find in recordings that are known."""

from __future__ import annotations

import numpy as np
import pytest

from tests.sound.matching import (
    cut,
    first_sound_ms,
    found,
    last_sound_ms,
    longest_dropout_ms,
    sharpness,
)
from tests.sound.material import murmur

SOURCE = murmur(1, 6_000)
SILENCE = np.zeros(24_000)


def test_piece_is_found_where_it_was_put() -> None:
    recording = np.concatenate([SILENCE, SOURCE, SILENCE])

    match = found(cut(SOURCE, 2_000, 3_000), 0.3 * recording)

    assert match.place_ms == pytest.approx(3_000, abs=0.1)
    assert match.likeness == pytest.approx(1, abs=0.001)


def test_other_sound_is_not_alike() -> None:
    match = found(murmur(2, 1_000), SOURCE)

    assert match.likeness < 0.5


def test_edges_of_sound_are_told() -> None:
    recording = np.concatenate([SILENCE, SOURCE, SILENCE])

    edges = [first_sound_ms(recording), last_sound_ms(recording)]

    assert edges == pytest.approx([1_000, 7_000], abs=2)
    assert first_sound_ms(SILENCE) is None


@pytest.mark.parametrize("gap_ms", [0, 30, 250])
def test_gap_is_measured(gap_ms: int) -> None:
    gap = np.zeros(gap_ms * 24)
    recording = np.concatenate([SILENCE, cut(SOURCE, 0, 3_050), gap, cut(SOURCE, 3_050, 6_000)])

    dropout_ms = longest_dropout_ms(SOURCE, recording)

    assert dropout_ms == pytest.approx(gap_ms, abs=1)


def test_lost_sound_is_measured() -> None:
    recording = np.concatenate([SILENCE, cut(SOURCE, 0, 3_050), cut(SOURCE, 3_300, 6_000)])

    dropout_ms = longest_dropout_ms(SOURCE, recording)

    assert dropout_ms == pytest.approx(250, abs=1)


def test_sound_that_is_cut_off_is_sharper_than_one_that_goes_within_a_tenth_of_a_second() -> None:
    fade = np.linspace(1, 0, 2_400)
    softly = np.concatenate([SOURCE[:24_000], SOURCE[24_000:26_400] * fade, SILENCE])
    abruptly = np.concatenate([SOURCE[:24_100], SILENCE])

    clicks = [sharpness(sound, 500, 1_600) for sound in (softly, abruptly)]

    assert clicks[1] > 10 * clicks[0]
