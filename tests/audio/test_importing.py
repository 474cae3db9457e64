"""A person's file made into clips: every format, as loud as ours, stopped and followed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from prt_desktop.audio.clips import SAMPLE_RATE, read_clip
from prt_desktop.audio.importing import Watch, import_sound
from prt_desktop.audio.loudness import loudness_lufs, true_peak_db
from prt_desktop.domain.errors import ImportStoppedError
from tests.audio.own_sounds import FORMATS, a_file, a_guide, a_voice, write_sound

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.levels import Samples
    from prt_desktop.domain.own_audio import OwnPiece


def imported(
    source: Path, watch: Watch | None = None, *, cut: bool = False
) -> tuple[OwnPiece, ...]:
    """Import a file into a folder beside it."""
    folder = source.parent / "clips"
    folder.mkdir()
    return import_sound(source, folder, watch or Watch(), cut=cut)


def heard(source: Path, number: int = 1) -> Samples:
    """Decode one of the clips that a file became."""
    clip = read_clip(source.parent / "clips" / f"part-{number:03d}.ogg")
    return np.asarray(clip / 32_768, np.float32)


@pytest.mark.parametrize("kind", [*FORMATS, "m4a"])
def test_every_format_becomes_a_clip_as_loud_as_ours(tmp_path: Path, kind: str) -> None:
    source = a_file(tmp_path, kind)

    (piece,) = imported(source)

    clip = heard(source)
    assert piece.length_ms == pytest.approx(4_000, abs=60)
    assert piece.length_ms == pytest.approx(len(clip) * 1000 / SAMPLE_RATE, abs=1)
    assert loudness_lufs(clip) == pytest.approx(-19.0, abs=0.5)
    assert true_peak_db(clip) <= -1.5
    assert [path.name for path in (tmp_path / "clips").iterdir()] == ["part-001.ogg"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [("mp3", "a.wav"), ("wav", "a.mp3"), ("m4a", "a.mp3"), ("ogg", "a.m4a"), ("flac", "a.raw")],
)
def test_a_wrong_name_does_not_matter(tmp_path: Path, kind: str, name: str) -> None:
    source = a_file(tmp_path, kind, 1.5).rename(tmp_path / name)

    (piece,) = imported(source)

    assert piece.length_ms > 1_400


def test_an_mp3_that_begins_with_something_else_is_found_by_its_name(tmp_path: Path) -> None:
    source = a_file(tmp_path, "mp3")
    source.write_bytes(bytes(1_000) + source.read_bytes())

    (piece,) = imported(source)

    assert piece.length_ms == pytest.approx(4_000, abs=100)


@pytest.mark.parametrize("rate", [8_000, 11_025, 24_000, 44_100, 96_000])
def test_any_rate_keeps_length_and_pitch(tmp_path: Path, rate: int) -> None:
    time = np.arange(4 * rate) / rate
    tone = np.asarray(0.3 * np.sin(2 * np.pi * 500 * time), np.float32)
    source = write_sound(tmp_path / "tone.wav", tone, rate)

    (piece,) = imported(source)

    spectrum = np.abs(np.fft.rfft(heard(source)[: 4 * SAMPLE_RATE]))
    assert piece.length_ms == pytest.approx(4_000, abs=2)
    assert np.argmax(spectrum) / 4 == pytest.approx(500, abs=1)


def test_what_lies_above_our_rate_leaves_no_image(tmp_path: Path) -> None:
    time = np.arange(4 * 48_000) / 48_000
    tone = 0.2 * np.sin(2 * np.pi * 500 * time) + 0.2 * np.sin(2 * np.pi * 17_000 * time)
    source = write_sound(tmp_path / "tone.wav", np.asarray(tone, np.float32), 48_000)

    imported(source)

    spectrum = np.abs(np.fft.rfft(heard(source)[:96_000] * np.hanning(96_000)))
    image = spectrum[4 * 6_900 : 4 * 7_100].max() / spectrum.max()
    assert image < 0.003


@pytest.mark.parametrize("channels", [1, 2, 6])
def test_channels_are_mixed_to_one(tmp_path: Path, channels: int) -> None:
    voice = a_voice(3)
    source = write_sound(tmp_path / "many.wav", np.stack([voice] * channels, 1))

    imported(source)

    likeness = np.corrcoef(heard(source), voice)[0, 1]
    assert likeness > 0.98


@pytest.mark.parametrize("gain", [0.01, 0.1, 1.0, 3.0])
def test_quiet_and_loud_files_come_out_alike(tmp_path: Path, gain: float) -> None:
    sound = np.asarray(a_guide([1, 1, 1]) * gain, np.float32)
    source = write_sound(tmp_path / "sound.wav", sound, kind="float.wav")

    imported(source)

    assert loudness_lufs(heard(source)) == pytest.approx(-19.0, abs=1.0)
    assert true_peak_db(heard(source)) <= -1.5


def test_single_loud_claps_are_held_under_the_ceiling(tmp_path: Path) -> None:
    sound = a_voice(8, peak=0.05).copy()
    for at in range(10_000, len(sound), 60_000):
        sound[at : at + 200] = np.random.default_rng(at).uniform(-1, 1, 200)
    source = write_sound(tmp_path / "claps.wav", sound)

    imported(source)

    assert true_peak_db(heard(source)) <= -1.5
    assert loudness_lufs(heard(source)) == pytest.approx(-19.0, abs=1.0)


def test_numbers_that_are_none_are_taken_as_silence(tmp_path: Path) -> None:
    sound = a_voice(4).copy()
    sound[1_000:1_100] = np.nan
    sound[2_000:2_100] = np.inf
    source = write_sound(tmp_path / "wild.wav", sound, kind="float.wav")

    imported(source)

    assert loudness_lufs(heard(source)) == pytest.approx(-19.0, abs=1.0)


def test_a_cut_file_becomes_a_clip_for_each_stretch(tmp_path: Path) -> None:
    source = write_sound(tmp_path / "guide.flac", a_guide([3, 6, 12]), kind="flac")

    pieces = imported(source, cut=True)

    assert [one.silence_ms for one in pieces] == pytest.approx([2_400, 5_400, 11_600], abs=100)
    for number, piece in enumerate(pieces, 1):
        clip = heard(source, number)
        assert len(clip) * 1000 / SAMPLE_RATE == pytest.approx(piece.length_ms, abs=1)
        assert loudness_lufs(clip) == pytest.approx(-19.0, abs=1.0)
        assert abs(float(clip[0])) < 0.003
        assert abs(float(clip[-1])) < 0.003


def test_an_uncut_file_keeps_its_own_silences(tmp_path: Path) -> None:
    source = write_sound(tmp_path / "guide.wav", a_guide([3, 6]))

    (piece,) = imported(source)

    quiet = heard(source)[5 * SAMPLE_RATE : 6 * SAMPLE_RATE]
    assert piece.silence_ms == 0
    assert piece.length_ms == 17_000
    assert np.abs(quiet).max() < 0.01


def test_progress_rises_to_the_whole(tmp_path: Path) -> None:
    source = write_sound(tmp_path / "sound.wav", a_voice(16))
    told: list[tuple[int, int]] = []

    def progress(done_ms: int, length_ms: int) -> None:
        told.append((done_ms, length_ms))

    imported(source, Watch(progress))

    assert told == sorted(told)
    assert len(told) > 10
    assert told[-1] == (16_000, 16_000)


@pytest.mark.parametrize("asked", [1, 5, 10, 16])
def test_a_stopped_import_says_so_at_once(tmp_path: Path, asked: int) -> None:
    source = write_sound(tmp_path / "sound.wav", a_voice(16))
    answers = iter([False] * asked)

    with pytest.raises(ImportStoppedError, match="Nothing was added"):
        imported(source, Watch(is_stopped=lambda: next(answers, True)))


def test_an_m4a_can_be_imported_outside_the_main_thread(tmp_path: Path) -> None:
    source = a_file(tmp_path, "m4a")
    pieces: list[OwnPiece] = []

    worker = threading.Thread(target=lambda: pieces.extend(imported(source)))
    worker.start()
    worker.join(60)

    assert [one.silence_ms for one in pieces] == [0]


def test_the_written_file_is_what_the_player_reads(tmp_path: Path) -> None:
    source = a_file(tmp_path, "wav")

    imported(source)

    written = soundfile.info(tmp_path / "clips" / "part-001.ogg")
    assert (written.format, written.subtype) == ("OGG", "VORBIS")
    assert (written.samplerate, written.channels) == (24_000, 1)
