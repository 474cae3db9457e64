"""Loudness, true peak and the limiter, on signals whose figures are known."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narration.shaping import faded
from narration.sound import SAMPLE_RATE, silence
from prt_desktop.audio.loudness import (
    SILENCE_LUFS,
    levelled,
    limited,
    loudness_lufs,
    oversampled,
    true_peak_db,
)
from tests.tools.speech import bursts, tone


@pytest.mark.parametrize("rate", [24_000, 44_100, 48_000])
def test_a_full_scale_tone_of_997_hz_has_the_loudness_of_the_standard(rate: int) -> None:
    assert loudness_lufs(tone(5, 997, 1.0, rate), rate) == pytest.approx(-3.01, abs=0.05)


def test_two_channels_are_3_lu_louder_than_one() -> None:
    both = np.stack([tone(5, 997, 0.1)] * 2, axis=1)

    assert loudness_lufs(both) == pytest.approx(loudness_lufs(both[:, 0]) + 3.01, abs=0.02)


def test_lows_count_less_and_highs_more() -> None:
    low, high = loudness_lufs(tone(5, 50, 0.5)), loudness_lufs(tone(5, 4000, 0.5))

    middle = loudness_lufs(tone(5, 500, 0.5))

    assert low < middle - 2
    assert high > middle + 2


def test_silence_before_and_after_does_not_lower_the_loudness() -> None:
    spoken = tone(4, 997, 0.1)

    surrounded = np.concatenate([silence(10_000), spoken, silence(10_000)])

    assert loudness_lufs(surrounded) == pytest.approx(loudness_lufs(spoken), abs=0.5)


def test_a_very_short_clip_is_as_loud_as_a_long_one() -> None:
    assert loudness_lufs(tone(0.2, 997, 0.1)) == pytest.approx(-23.0, abs=0.2)


def test_silence_has_a_loudness_of_its_own() -> None:
    assert loudness_lufs(silence(2000)) == SILENCE_LUFS


def test_a_peak_between_the_samples_is_found() -> None:
    time = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    between = np.asarray(np.sin(2 * np.pi * SAMPLE_RATE / 4 * time + np.pi / 4), np.float32)

    assert float(np.abs(between).max()) == pytest.approx(0.707, abs=0.001)
    assert true_peak_db(between[2400:-2400]) == pytest.approx(0.0, abs=0.3)


def test_oversampling_keeps_the_samples() -> None:
    sound = tone(0.3, 300, 0.5)

    assert oversampled(sound)[::4] == pytest.approx(sound, abs=1e-4)


@given(peak=st.floats(0.05, 4.0), seed=st.integers(0, 50))
def test_the_limiter_holds_its_ceiling(peak: float, seed: int) -> None:
    loud = faded(np.asarray(bursts(0.5, seed) * peak * 3, np.float32))

    assert true_peak_db(limited(loud, -1.5)) <= -1.5


def test_the_limiter_leaves_quiet_sound_alone() -> None:
    quiet = tone(1, 300, 0.3)

    assert limited(quiet, -1.5) is quiet


def test_the_limiter_touches_only_the_neighbourhood_of_a_peak() -> None:
    sound = tone(1, 300, 0.3)
    sound[SAMPLE_RATE // 2] = 3.0

    result = limited(sound, -1.5)

    reach = SAMPLE_RATE // 50
    assert result[: SAMPLE_RATE // 2 - reach] == pytest.approx(
        sound[: SAMPLE_RATE // 2 - reach], abs=0.01
    )


def test_the_limiter_lowers_what_a_codec_raised() -> None:
    sound = tone(1, 300, 0.5)
    raised = sound * 2

    assert true_peak_db(limited(sound, -1.5, raised)) == pytest.approx(-7.6, abs=0.2)


@pytest.mark.parametrize("gain", [0.02, 0.3, 3.0])
def test_a_clip_comes_out_at_minus_19_whatever_it_was(gain: float) -> None:
    clip = levelled(np.asarray(bursts(3) * gain, np.float32), -19.0, -1.5)

    assert loudness_lufs(clip) == pytest.approx(-19.0, abs=0.3)
    assert true_peak_db(clip) <= -1.5
