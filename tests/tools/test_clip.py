"""Putting sentences together, and the file that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from narration.clip import ClipError, compose, measure, pause_after, write_clip
from narration.sound import SAMPLE_RATE, SoundFileError, read_sound, sample_count
from prt_desktop.audio.loudness import loudness_lufs
from tests.tools.speech import CALM, SilentNarrator, ToneNarrator, bursts, tone

if TYPE_CHECKING:
    from pathlib import Path


def test_a_long_sentence_is_followed_by_a_longer_pause() -> None:
    assert pause_after(300, (900, 1200)) < pause_after(3000, (900, 1200)) < 1200
    assert pause_after(60_000, (900, 1200)) == 1200


def test_sentences_lie_where_their_times_say() -> None:
    clip = compose(ToneNarrator(), ("first sentence.", "second."), CALM)

    (_, first_end), (second_start, _) = clip.sentences
    pause = clip.samples[sample_count(first_end + 5) : sample_count(second_start - 5)]
    assert float(np.abs(pause).max()) < 0.001
    assert abs(clip.samples[sample_count(second_start + 20)]) > 0


def test_every_sentence_is_equally_loud() -> None:
    clip = compose(ToneNarrator(), ("a long first sentence here.", "second."), CALM)

    levels = [
        loudness_lufs(clip.samples[sample_count(start) : sample_count(end)])
        for start, end in clip.sentences
    ]

    assert levels[0] == pytest.approx(levels[1], abs=0.5)


def test_a_sentence_without_sound_is_an_error() -> None:
    with pytest.raises(ClipError, match="sentence 1 came out silent"):
        compose(SilentNarrator(), ("first.",), CALM)


@pytest.mark.parametrize("seconds", [0.6, 3.0, 12.0])
def test_what_is_decoded_keeps_loudness_and_peak(tmp_path: Path, seconds: float) -> None:
    path = tmp_path / "clip.ogg"

    measured = write_clip(path, bursts(seconds))

    assert measure(path) == measured
    assert measured.lufs == pytest.approx(-19.0, abs=0.5)
    assert measured.true_peak_db <= -1.5
    assert measured.length_ms == pytest.approx(1000 * seconds, abs=1)


def test_a_clip_is_mono_at_24_khz_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_clip(tmp_path / "clip.ogg", tone(2, 300, 0.3))

    samples, rate = read_sound(tmp_path / "clip.ogg")

    assert (samples.ndim, rate) == (1, SAMPLE_RATE)
    assert [path.name for path in tmp_path.iterdir()] == ["clip.ogg"]


def test_silence_cannot_be_levelled(tmp_path: Path) -> None:
    with pytest.raises(ClipError, match="loudness came out"):
        write_clip(tmp_path / "clip.ogg", np.zeros(SAMPLE_RATE, np.float32))


def test_a_file_that_is_no_sound_is_named(tmp_path: Path) -> None:
    path = tmp_path / "clip.ogg"
    path.write_bytes(b"not a sound")

    with pytest.raises(SoundFileError, match=r"clip\.ogg: cannot be read"):
        read_sound(path)
