"""The bell and the tick."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest

import sounds
from narration.sound import SAMPLE_RATE, read_sound, write_vorbis
from sounds import Sound
from tests.tools.speech import tone

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.levels import Samples

BELL, TICK = sounds.SOUNDS


def levels_db(samples: Samples, frame_ms: int = 20) -> list[float]:
    """Measure a sound's level frame by frame."""
    frame = SAMPLE_RATE * frame_ms // 1000
    power = np.square(samples[: len(samples) // frame * frame].reshape(-1, frame)).mean(axis=1)
    return [float(level) for level in 10 * np.log10(power + 1e-12)]


@pytest.mark.parametrize("sound", sounds.SOUNDS, ids=lambda each: each.identifier)
def test_every_shipped_sound_keeps_its_limits(sound: Sound) -> None:
    path = sounds.FOLDER / f"{sound.identifier}.ogg"

    assert list(sounds.faults(sound, path)) == []


def test_the_shipped_bell_lasts_about_five_seconds_and_the_tick_less_than_half_a_second() -> None:
    bell, _ = read_sound(sounds.FOLDER / "bell.ogg")
    tick, _ = read_sound(sounds.FOLDER / "tick.ogg")

    assert 4.5 < len(bell) / SAMPLE_RATE < 5.5
    assert 0.25 < len(tick) / SAMPLE_RATE < 0.5


def test_the_bell_is_loudest_at_its_stroke_and_dies_away_evenly() -> None:
    levels = levels_db(sounds.bell(), 1000)

    assert levels == sorted(levels, reverse=True)
    assert levels[0] - levels[-1] > 20


@pytest.mark.parametrize("sound", sounds.SOUNDS, ids=lambda each: each.identifier)
def test_no_sound_sets_in_at_once(sound: Sound) -> None:
    samples = sounds.finished(sound)

    highest = float(np.abs(samples).max())
    begin = int(np.flatnonzero(np.abs(samples) > highest / 1000)[0])
    assert np.abs(samples[begin : begin + SAMPLE_RATE // 200]).max() < highest / 4


@pytest.mark.parametrize("sound", sounds.SOUNDS, ids=lambda each: each.identifier)
def test_nothing_in_a_sound_is_shrill(sound: Sound) -> None:
    power = np.abs(np.fft.rfft(sounds.finished(sound))) ** 2
    hertz = np.fft.rfftfreq(len(sounds.finished(sound)), 1 / SAMPLE_RATE)

    assert power[hertz > 2000].sum() < 1e-3 * power.sum()


def test_both_sounds_are_written_and_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = sounds.main(["--out", str(tmp_path / "sounds")])

    assert code == 0
    assert {path.name for path in (tmp_path / "sounds").iterdir()} == {"bell.ogg", "tick.ogg"}
    assert "bell.ogg: 5" in capsys.readouterr().out


def test_a_sound_that_breaks_off_is_refused_and_not_written(tmp_path: Path) -> None:
    broken_off = replace(BELL, make=lambda: sounds.bell()[:SAMPLE_RATE])

    with pytest.raises(sounds.UnfitSoundError, match="bell: does not begin and end in silence"):
        sounds.write(broken_off, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_loud_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "loud.ogg"
    write_vorbis(path, tone(1, 400, 0.9))

    found = list(sounds.faults(TICK, path))

    assert any("LUFS" in fault for fault in found)
    assert any("dBTP" in fault for fault in found)
