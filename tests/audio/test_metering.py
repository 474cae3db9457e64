"""Meter and limiter in blocks say the same as those that hold the whole sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.audio.loudness import SILENCE_LUFS, limited, loudness_lufs, true_peak_db
from prt_desktop.audio.metering import (
    BLOCK,
    LoudnessMeter,
    faded_ends,
    gained,
    highest_true_peak_db,
    limited_blocks,
)
from tests.audio.own_sounds import a_voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.audio.levels import Samples

RATE = 24_000


def blocks_of(sound: Samples, size: int = BLOCK) -> Iterator[Samples]:
    for start in range(0, len(sound), size):
        yield sound[start : start + size]


def metered(sound: Samples, size: int) -> float:
    meter = LoudnessMeter()
    for block in blocks_of(sound, size):
        meter.add(block)
    return meter.lufs


@pytest.mark.parametrize("size", [997, 24_000, BLOCK, 200_000])
def test_blocks_of_any_size_have_the_loudness_of_the_whole(size: int) -> None:
    sound = np.concatenate([a_voice(5), np.zeros(5 * RATE, np.float32), a_voice(3) * 0.3])

    in_blocks = metered(sound, size)

    assert in_blocks == pytest.approx(loudness_lufs(sound), abs=0.02)


@pytest.mark.parametrize("seconds", [0.5, 1.0, 2.5])
def test_a_short_sound_is_measured_repeated(seconds: float) -> None:
    sound = a_voice(seconds)

    assert metered(sound, BLOCK) == pytest.approx(loudness_lufs(sound), abs=0.5)


@pytest.mark.parametrize("count", [0, 100, 5 * RATE])
def test_nothing_and_silence_have_a_loudness_of_their_own(count: int) -> None:
    assert metered(np.zeros(count, np.float32), BLOCK) == SILENCE_LUFS


@given(size=st.integers(1_000, 100_000), seed=st.integers(0, 20))
def test_the_limiter_holds_its_ceiling_whatever_the_blocks(size: int, seed: int) -> None:
    loud = a_voice(3, peak=0.9) + np.random.default_rng(seed).normal(0, 0.3, 3 * RATE)
    sound = np.asarray(loud, np.float32)

    held = np.concatenate([*limited_blocks(blocks_of(sound, size), -3.0)])

    assert len(held) == len(sound)
    assert true_peak_db(held) <= -2.9


def test_no_seam_can_be_found_between_limited_blocks() -> None:
    sound = a_voice(7, peak=1.5)

    held = np.concatenate([*limited_blocks(blocks_of(sound, 31_000), -3.0)])

    assert np.abs(held - limited(sound, -3.0)).max() < 0.012


def test_the_highest_peak_is_found_wherever_it_lies() -> None:
    sound = a_voice(9, peak=0.2).copy()
    sound[31_000:31_100] *= 4

    found_db = highest_true_peak_db(blocks_of(sound, 31_050))

    assert found_db == pytest.approx(true_peak_db(sound), abs=0.02)


def test_silence_has_no_peak() -> None:
    assert highest_true_peak_db(blocks_of(np.zeros(RATE, np.float32))) < -200


def test_a_sound_begins_and_ends_softly_and_is_whole_between() -> None:
    sound = np.ones(5 * RATE, np.float32)

    faded = np.concatenate([*faded_ends(blocks_of(sound), len(sound), 240)])

    assert faded[0] < 0.01
    assert faded[-1] < 0.01
    assert (faded[240:-240] == 1).all()
    assert (np.diff(faded[:240]) > 0).all()


def test_a_gain_is_told_in_decibels() -> None:
    (louder,) = gained([np.full(10, 0.1, np.float32)], 20.0)

    assert louder == pytest.approx(np.ones(10))
