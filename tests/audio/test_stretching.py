"""Speech at another pace: exact in length, true in pitch, and without clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.audio.clips import SAMPLE_RATE, read_clip
from prt_desktop.audio.loudness import quick_size
from prt_desktop.audio.stretching import stretched, stretched_blocks
from prt_desktop.paths import assets
from tests.builders import a_tone

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]

RATES = pytest.mark.parametrize("rate", [0.8, 0.85, 0.93, 1.05, 1.1])
VOICES = pytest.mark.parametrize("voice", ["heart", "michael"])


def a_voice_like_tone(pitch_hz: float, length_s: float = 3.0) -> Samples:
    """Make a sound of several overtones, as a sung vowel has them."""
    at = 2 * np.pi * pitch_hz * np.arange(int(length_s * SAMPLE_RATE)) / SAMPLE_RATE
    tone = np.sum([np.sin(number * at) / number for number in range(1, 6)], axis=0)
    voice: Samples = (5_000 * tone).astype(np.int16)
    return voice


def pitch_hz(samples: Samples, near_hz: float) -> float:
    """Measure the lowest strong partial near a pitch."""
    size = quick_size(16 * len(samples))
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), size))
    low, high = (int(factor * near_hz * size / SAMPLE_RATE) for factor in (0.8, 1.25))
    return float((low + np.argmax(spectrum[low:high])) * SAMPLE_RATE / size)


def spoken(voice: str) -> Samples:
    return read_clip(assets() / "audio" / "somatic-tracking" / voice / "arrive-welcome.ogg")


def voiced_pitch_hz(samples: Samples, start: int) -> float | None:
    """Measure the pitch at a place by autocorrelation, where a voice sounds clearly."""
    piece = samples[start : start + 1_440].astype(np.float64)
    if len(piece) < 1_440 or piece.std() < 800:
        return None
    power = np.square(np.abs(np.fft.rfft(piece, 2_880)))
    alike = np.fft.irfft(power)[:1_440] / np.arange(1_440, 0, -1)
    lags = slice(SAMPLE_RATE // 320, SAMPLE_RATE // 70)
    best = lags.start + int(np.argmax(alike[lags]))
    if alike[best] < 0.8 * alike[0]:
        return None
    left, middle, right = alike[best - 1 : best + 2]
    return float(SAMPLE_RATE / (best + (left - right) / (2 * (left - 2 * middle + right))))


@RATES
@pytest.mark.parametrize("length", [0, 1, 479, 960, 24_001, 100_003])
def test_the_length_is_exact_to_the_sample(rate: float, length: int) -> None:
    tone = a_tone(5_000)[:length]

    result = stretched(tone, rate)

    assert len(result) == round(length / rate)
    assert result.dtype == np.int16


def test_speech_at_its_own_pace_is_unchanged() -> None:
    voice = spoken("heart")

    assert np.array_equal(stretched(voice, 1.0), voice)


@RATES
@pytest.mark.parametrize("pitch", [85.0, 110.0, 163.0, 220.5, 310.0])
def test_a_held_note_keeps_its_pitch_within_ten_cents(rate: float, pitch: float) -> None:
    note = a_voice_like_tone(pitch)

    cents = 1_200 * np.log2(pitch_hz(stretched(note, rate), pitch) / pitch_hz(note, pitch))

    assert abs(cents) < 10


@RATES
@VOICES
def test_a_voice_keeps_its_pitch_within_ten_cents(rate: float, voice: str) -> None:
    before = spoken(voice)

    after = stretched(before, rate)

    cents = []
    for start in range(0, len(after), 240):
        new, old = voiced_pitch_hz(after, start), voiced_pitch_hz(before, round(start * rate))
        if new is not None and old is not None:
            cents.append(1_200 * np.log2(new / old))
    assert len(cents) > 200
    assert abs(np.median(cents)) < 10


@RATES
@VOICES
def test_no_step_is_larger_than_in_the_voice_itself(rate: float, voice: str) -> None:
    before = spoken(voice).astype(np.int32)

    after = stretched(spoken(voice), rate).astype(np.int32)

    assert np.abs(np.diff(after)).max() <= 1.02 * np.abs(np.diff(before)).max()


@RATES
def test_nothing_clicks_in_a_held_note(rate: float) -> None:
    note = a_voice_like_tone(163.0)

    held = stretched(note, rate)[: -SAMPLE_RATE // 20]  # it ends at full loudness

    bend = np.abs(np.diff(note.astype(np.int32), 2)).max()
    assert np.abs(np.diff(held.astype(np.int32), 2)).max() <= 1.1 * bend


@RATES
@VOICES
def test_it_stays_as_loud_as_it_was(rate: float, voice: str) -> None:
    before = spoken(voice).astype(np.float64)

    after = stretched(spoken(voice), rate).astype(np.float64)

    assert 20 * np.log10(after.std() / before.std()) == pytest.approx(0, abs=0.5)


@RATES
def test_silence_stays_silence(rate: float) -> None:
    assert not stretched(np.zeros(48_000, np.int16), rate).any()


@settings(max_examples=30)
@given(
    rate=st.sampled_from((0.8, 0.93, 1.0, 1.1)),
    length=st.integers(0, 5 * SAMPLE_RATE),
    edges=st.lists(st.integers(0, 5 * SAMPLE_RATE), max_size=8),
)
def test_speech_in_blocks_is_stretched_as_the_whole_is(
    rate: float, length: int, edges: list[int]
) -> None:
    voice = spoken("heart")[:length]
    blocks = np.split(voice, sorted(min(edge, len(voice)) for edge in edges))

    result = np.concatenate([*stretched_blocks(blocks, len(voice), rate)])

    assert np.array_equal(result, stretched(voice, rate))
