"""Loops without a seam."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import numpy as np
import pytest

import soundscapes
from looping.calm import HISS_LIMIT_DB, RISE_LIMIT_DB, hiss_db, sharpest_rise_db
from looping.circle import (
    LOOP_RATE,
    Loop,
    add_event,
    circular_lufs,
    levelled_loop,
    placed,
    slow_curve,
    whole_turns,
)
from looping.makers import SOUNDSCAPES, Soundscape, brown_noise
from looping.seam import SEAM_LIMIT, seam_sharpness
from narration.sound import read_sound

if TYPE_CHECKING:
    from pathlib import Path

SHORT = 4 * LOOP_RATE
EVERY = pytest.mark.parametrize("soundscape", SOUNDSCAPES, ids=lambda each: each.identifier)


def short_loop(seed: int = 1) -> Loop:
    """Make a few seconds of brown noise."""
    return brown_noise(SHORT, np.random.default_rng(seed))


@EVERY
@pytest.mark.parametrize("seed", range(3))
def test_a_sound_on_a_circle_has_no_seam(soundscape: Soundscape, seed: int) -> None:
    loop = soundscape.make(SHORT, np.random.default_rng(seed))

    assert seam_sharpness(loop) < SEAM_LIMIT


@EVERY
def test_the_two_sides_are_as_loud_and_not_the_same(soundscape: Soundscape) -> None:
    loop = soundscape.make(SHORT, np.random.default_rng(1))

    left, right = loop.T
    assert left.std() == pytest.approx(right.std(), rel=0.15)
    assert not np.allclose(left, right, atol=0.05 * left.std())


def test_what_goes_beyond_the_end_goes_on_at_the_beginning() -> None:
    sound = np.zeros(10)

    add_event(sound, 8, np.array([1.0, 2.0, 3.0, 4.0]))

    assert sound.tolist() == [3, 4, 0, 0, 0, 0, 0, 0, 1, 2]


def test_what_is_longer_than_the_loop_goes_round_more_than_once() -> None:
    sound = np.zeros(4)

    add_event(sound, 2, np.ones(9))

    assert sound.tolist() == [2, 2, 3, 2]


@pytest.mark.parametrize("side", [0.0, 0.3, 0.5, 1.0])
def test_a_sound_has_the_same_power_wherever_it_is_placed(side: float) -> None:
    event = np.sin(np.arange(1000.0))

    assert np.square(placed(event, side)).sum() == pytest.approx(np.square(event).sum())


def test_a_slow_curve_closes_and_keeps_its_bounds() -> None:
    curve = slow_curve(SHORT, np.random.default_rng(1), 1.0, low=0.4)

    steps = np.abs(np.diff(np.append(curve, curve[0])))
    assert (curve.min(), curve.max()) == (pytest.approx(0.4), pytest.approx(1.0))
    assert steps.max() < 1e-3


def test_an_oscillator_makes_whole_turns() -> None:
    turns = whole_turns(SHORT, 110.1) * SHORT / LOOP_RATE

    assert turns == pytest.approx(round(turns))
    assert whole_turns(SHORT, 110.1) == pytest.approx(110.1, abs=0.13)


def test_white_noise_hisses_and_brown_noise_does_not() -> None:
    white = np.random.default_rng(1).standard_normal((SHORT, 2))

    assert hiss_db(white) > -3
    assert hiss_db(short_loop()) < HISS_LIMIT_DB


@pytest.mark.parametrize("at", [0.5, 3.96])
def test_a_knock_is_found_to_be_sudden_across_the_seam_too(at: float) -> None:
    loop = levelled_loop(short_loop())
    knock = np.hanning(LOOP_RATE // 5)

    add_event(loop, round(at * LOOP_RATE), placed(knock, 0.5))

    assert sharpest_rise_db(loop) > RISE_LIMIT_DB


@pytest.mark.parametrize("cut", [1000, 7777, 40_000])
def test_a_loop_whose_end_was_cut_off_is_found_out(cut: int) -> None:
    assert seam_sharpness(short_loop()[:-cut]) > SEAM_LIMIT


def test_one_loud_channel_does_not_hide_a_click_in_the_other() -> None:
    loop = short_loop()
    loop[:, 1] *= 0.001
    loop[-1, 1] += 0.01

    assert seam_sharpness(loop) > SEAM_LIMIT


def test_the_soundscape_falls_towards_the_highs() -> None:
    spectrum = np.abs(np.fft.rfft(short_loop()[:, 0])) ** 2
    hertz = np.fft.rfftfreq(SHORT, 1 / LOOP_RATE)

    def band_db(low: float, high: float) -> float:
        return float(10 * np.log10(spectrum[(hertz >= low) & (hertz < high)].mean()))

    levels = [band_db(low, 2 * low) for low in (125, 500, 2000, 8000)]
    assert levels == sorted(levels, reverse=True)
    assert band_db(125, 250) - band_db(8000, 16_000) > 50
    assert band_db(5, 10) < band_db(60, 120)


def test_a_loop_is_levelled_as_a_background() -> None:
    assert circular_lufs(levelled_loop(short_loop())) == pytest.approx(-30.0, abs=0.1)


def test_the_same_loop_comes_out_every_time() -> None:
    assert np.array_equal(short_loop(), short_loop())


def test_loop_and_listing_are_written_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(soundscapes, "SHORTEST_S", 4)

    code = soundscapes.main(["--only", "brown-noise", "--seconds", "4", "--out", str(tmp_path)])

    (table,) = tomllib.loads((tmp_path / "soundscapes.toml").read_text("utf-8"))["soundscape"]
    loop, rate = read_sound(tmp_path / table["file"])
    assert code == 0
    assert (rate, loop.shape) == (LOOP_RATE, (4 * LOOP_RATE, 2))
    assert table["lufs"] == pytest.approx(-30.0, abs=0.1)
    assert seam_sharpness(loop) < SEAM_LIMIT


def test_a_loop_with_a_seam_is_refused_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def torn(count: int, random: np.random.Generator) -> Loop:
        return brown_noise(2 * count, random)[:count]

    monkeypatch.setattr(soundscapes, "SHORTEST_S", 4)
    monkeypatch.setattr(soundscapes, "SOUNDSCAPES", (Soundscape("torn", "T", "t", torn),))

    code = soundscapes.main(["--seconds", "4", "--out", str(tmp_path)])

    assert code == 1
    assert "torn: the seam bends" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_loop_that_hisses_or_startles_is_told() -> None:
    hissing = np.random.default_rng(1).standard_normal((SHORT, 2)).astype(np.float32)
    startling = levelled_loop(short_loop()).astype(np.float32)
    startling[SHORT // 2 : SHORT // 2 + LOOP_RATE // 10] *= 10

    assert ["hisses" in fault for fault in soundscapes.loop_faults(hissing)] == [True]
    assert any("dB at once" in fault for fault in soundscapes.loop_faults(startling))


@EVERY
def test_every_shipped_loop_is_seamless_long_and_soft(soundscape: Soundscape) -> None:
    path = soundscapes.FOLDER / f"{soundscape.identifier}.flac"

    loop, rate = read_sound(path)

    assert rate == LOOP_RATE
    assert len(loop) >= 60 * LOOP_RATE
    assert list(soundscapes.loop_faults(loop)) == []
    assert circular_lufs(loop) == pytest.approx(-30.0, abs=1.0)


def test_all_shipped_loops_together_stay_small() -> None:
    sizes = [path.stat().st_size for path in soundscapes.FOLDER.glob("*.flac")]

    assert len(sizes) == len(SOUNDSCAPES)
    assert sum(sizes) < 22_000_000
