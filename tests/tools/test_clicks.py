"""Finding clicks, and nothing but clicks."""

from __future__ import annotations

import numpy as np
import pytest

from listening.clicks import click_times_ms, clicks_inside_and_at_ends
from narration.sound import SAMPLE_RATE, silence
from prt_desktop.audio.levels import Samples, amplitude
from tests.tools.speech import tone

PER_MS = SAMPLE_RATE // 1000


def spoken(pause_ms: int = 500) -> Samples:
    """Make two soft-edged tones with a faint pause between, and quiet at both ends."""
    word = tone(0.6, 220, 0.3) * np.hanning(round(0.6 * SAMPLE_RATE)).astype(np.float32)
    sound = np.concatenate([silence(100), word, silence(pause_ms), word, silence(100)])
    noise = np.random.default_rng(1).standard_normal(len(sound))
    return np.asarray(sound + 0.0003 * noise, np.float32)


@pytest.mark.parametrize("level_db", [-12, -20, -26])
@pytest.mark.parametrize("at_ms", [50, 400, 900, 1750])
def test_a_single_sample_that_stands_out_is_a_click(level_db: float, at_ms: int) -> None:
    sound = spoken()
    sound[at_ms * PER_MS] += amplitude(level_db)

    (found,) = click_times_ms(sound, SAMPLE_RATE)

    assert found == pytest.approx(at_ms, abs=2)


@pytest.mark.parametrize("level_db", [-12, -20, -26])
def test_a_jump_is_a_click(level_db: float) -> None:
    sound = spoken()
    at = 900 * PER_MS
    sound[at : at + 2400] += amplitude(level_db) * np.linspace(1, 0, 2400, dtype=np.float32)

    (found,) = click_times_ms(sound, SAMPLE_RATE)

    assert found == pytest.approx(900, abs=2)


def test_a_hole_of_a_few_samples_in_a_tone_clicks_at_once() -> None:
    sound = tone(1, 220, 0.3) * np.hanning(SAMPLE_RATE).astype(np.float32)
    sound[500 * PER_MS + 20 : 500 * PER_MS + 40] = 0

    assert click_times_ms(sound, SAMPLE_RATE) == [pytest.approx(500, abs=2)]


def test_each_of_several_clicks_is_counted() -> None:
    sound = spoken()
    for at_ms in (40, 850, 900, 950):
        sound[at_ms * PER_MS] += 0.1

    assert len(click_times_ms(sound, SAMPLE_RATE)) == 4


def test_a_sound_that_breaks_off_clicks_at_its_end() -> None:
    cut = spoken()[: 400 * PER_MS + 7]

    times = click_times_ms(cut, SAMPLE_RATE)

    assert clicks_inside_and_at_ends(times, 400) == (0, 1)


def test_soft_edges_and_noise_do_not_click() -> None:
    assert click_times_ms(spoken(), SAMPLE_RATE) == []


@pytest.mark.parametrize("seed", range(5))
def test_a_consonants_burst_is_no_click(seed: int) -> None:
    random = np.random.default_rng(seed)
    burst = random.standard_normal(12 * PER_MS) * np.exp(-np.arange(12 * PER_MS) / (3 * PER_MS))
    sound = spoken()
    at = 850 * PER_MS
    sound[at : at + len(burst)] += (0.15 * burst).astype(np.float32)

    assert click_times_ms(sound, SAMPLE_RATE) == []


def test_the_pulses_of_a_voice_are_no_clicks() -> None:
    pulses = np.zeros(SAMPLE_RATE, np.float32)
    pulses[:: SAMPLE_RATE // 110] = 0.5
    ring = np.exp(-np.arange(8 * PER_MS) / PER_MS) * np.sin(np.arange(8 * PER_MS) / 3)
    voice = np.convolve(pulses, ring.astype(np.float32))

    times = click_times_ms(voice, SAMPLE_RATE)

    assert [at for at in times if 20 < at < 980] == []


def test_silence_does_not_click() -> None:
    assert click_times_ms(silence(500), SAMPLE_RATE) == []
