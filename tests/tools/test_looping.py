"""Loops without a seam."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import numpy as np
import pytest

import soundscapes
from looping.circle import LOOP_RATE, Loop, circular_lufs, levelled_loop
from looping.makers import SOUNDSCAPES, Soundscape, brown_noise
from looping.seam import SEAM_LIMIT, seam_sharpness
from narration.sound import read_sound

if TYPE_CHECKING:
    from pathlib import Path

SHORT = 4 * LOOP_RATE


def short_loop(seed: int = 1) -> Loop:
    """Make a few seconds of brown noise."""
    return brown_noise(SHORT, np.random.default_rng(seed))


@pytest.mark.parametrize("seed", range(5))
def test_noise_on_a_circle_has_no_seam(seed: int) -> None:
    assert seam_sharpness(short_loop(seed)) < SEAM_LIMIT


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

    code = soundscapes.main(["--seconds", "4", "--out", str(tmp_path)])

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
    assert "torn: the seam is" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("soundscape", SOUNDSCAPES, ids=lambda each: each.identifier)
def test_every_shipped_loop_is_seamless_long_and_soft(soundscape: Soundscape) -> None:
    path = soundscapes.FOLDER / f"{soundscape.identifier}.flac"

    loop, rate = read_sound(path)

    assert rate == LOOP_RATE
    assert len(loop) >= 60 * LOOP_RATE
    assert seam_sharpness(loop) < SEAM_LIMIT
    assert circular_lufs(loop) == pytest.approx(-30.0, abs=1.0)
    assert path.stat().st_size < 8_000_000
