"""Files that are no sound, or are damaged, endless or silent: one sentence, at once, no trace."""

from __future__ import annotations

import os
import struct
import time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.audio.importing import Watch, import_sound
from prt_desktop.domain.errors import AudioFileError
from tests.audio.own_sounds import FORMATS, TONE_M4A, a_file, a_voice, write_sound

if TYPE_CHECKING:
    from prt_desktop.domain.own_audio import OwnPiece

PATIENCE_S = 2.0
"""Of work, not of waiting: no test may fail because others keep the machine busy."""
HEADS = (b"RIFF", b"fLaC", b"OggS", b"ID3", b"\xff\xfb\x90\x00", b"FORM", b".snd", b"caff", b"RF64")


def refusal(source: Path) -> str:
    """Import what cannot be; give the sentence."""
    with pytest.raises(AudioFileError) as refused:
        imported(source)
    return str(refused.value)


def imported(source: Path) -> tuple[OwnPiece, ...]:
    with TemporaryDirectory() as folder:
        return import_sound(source, Path(folder), Watch(), cut=True)


def is_said_plainly(sentence: str, name: str) -> bool:
    return sentence.startswith(name) and "Nothing was added." in sentence and "\n" not in sentence


@cache
def good_bytes(kind: str) -> bytes:
    """Give the bytes of a short good file of a kind."""
    if kind == "m4a":
        return TONE_M4A.read_bytes()
    with TemporaryDirectory() as folder:
        return a_file(Path(folder) / "good", kind, 1.5).read_bytes()


def test_a_text_called_mp3_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "notes.mp3"
    source.write_text("Just some words. " * 500, "utf-8")

    assert is_said_plainly(refusal(source), "notes.mp3 is damaged or holds no sound")


@pytest.mark.parametrize("name", ["empty.wav", "empty.m4a"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    source.touch()

    assert is_said_plainly(refusal(source), f"{name} is empty")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert is_said_plainly(refusal(tmp_path / "gone.wav"), "gone.wav cannot be opened (No such")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert is_said_plainly(refusal(tmp_path), f"{tmp_path.name} cannot be opened (not a file)")


def test_a_pipe_that_nobody_writes_to_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.wav")

    assert is_said_plainly(refusal(tmp_path / "pipe.wav"), "pipe.wav cannot be opened (not a file)")


def test_a_file_beyond_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    source = tmp_path / "huge.wav"
    source.touch()
    os.truncate(source, 1_000_000_001)

    assert is_said_plainly(refusal(source), "huge.wav is larger than one gigabyte")


def test_a_file_beyond_three_hours_is_refused_by_its_head(tmp_path: Path) -> None:
    source = write_sound(tmp_path / "long.wav", a_voice(1, 8_000), 8_000)
    seconds = 3 * 3_600 + 1
    content = bytearray(source.read_bytes()[:44])
    content[4:8] = struct.pack("<I", 36 + seconds * 16_000)
    content[40:44] = struct.pack("<I", seconds * 16_000)
    source.write_bytes(content)
    os.truncate(source, 44 + seconds * 16_000)

    assert is_said_plainly(refusal(source), "long.wav is longer than three hours")


def test_a_file_below_a_second_is_refused(tmp_path: Path) -> None:
    source = write_sound(tmp_path / "short.wav", a_voice(0.9))

    assert is_said_plainly(refusal(source), "short.wav is shorter than one second")


@pytest.mark.parametrize("kind", FORMATS)
def test_a_silent_file_is_refused(tmp_path: Path, kind: str) -> None:
    source = write_sound(tmp_path / "quiet.wav", np.zeros(48_000, np.float32), kind=kind)

    assert is_said_plainly(refusal(source), "quiet.wav is silent")


def test_an_endless_name_is_shown_short_and_on_one_line(tmp_path: Path) -> None:
    source = tmp_path / ("a\n" + "b" * 200)
    source.write_bytes(b"x")

    sentence = refusal(source)

    assert "\n" not in sentence
    assert len(sentence) < 250


@pytest.mark.parametrize("kind", [*FORMATS, "m4a"])
@pytest.mark.parametrize("part", [0.0, 0.02, 0.3, 0.9])
def test_a_file_cut_short_is_taken_as_far_as_it_goes_or_refused(
    tmp_path: Path, kind: str, part: float
) -> None:
    content = good_bytes(kind)
    source = tmp_path / "cut"
    source.write_bytes(content[: 1 + int(part * len(content))])

    told = outcome(source)

    assert told == "" or is_said_plainly(told, "cut")


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30])
def test_samples_that_are_no_loudness_are_silence(tmp_path: Path, value: float) -> None:
    voice = np.stack([a_voice(1.5, 48_000)] * 2, 1)
    voice[30_000, 0] = value
    source = write_sound(tmp_path / "wild.wav", voice, 48_000, "float.wav")

    assert imported(source)


def test_a_peak_that_cannot_be_held_is_told(tmp_path: Path) -> None:
    voice = np.stack([a_voice(1.5, 48_000)] * 2, 1)
    voice[30_000] = 9_000.0
    source = write_sound(tmp_path / "peak.wav", voice, 48_000, "float.wav")

    told = outcome(source)

    assert told == "" or is_said_plainly(told, "peak.wav")


def outcome(source: Path) -> str:
    """Import whatever it is, in time; give the sentence of its refusal, or nothing."""
    started = time.process_time()
    try:
        pieces = imported(source)
    except AudioFileError as error:
        return str(error)
    finally:
        assert time.process_time() - started < PATIENCE_S
    assert pieces
    return ""


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=20)
@given(data=st.data())
def test_mutated_bytes_are_taken_or_refused_in_time(kind: str, data: st.DataObject) -> None:
    content = bytearray(good_bytes(kind))
    for _ in range(data.draw(st.integers(1, 12))):
        near_head = st.integers(0, min(len(content), 400) - 1)
        at = data.draw(near_head | st.integers(0, len(content) - 1))
        content[at] = data.draw(st.sampled_from((0, 1, 0x7F, 0x80, 0xFF)) | st.integers(0, 255))

    with TemporaryDirectory() as folder:
        source = Path(folder) / "mutated"
        source.write_bytes(content)
        told = outcome(source)

    assert told == "" or is_said_plainly(told, "mutated")


@settings(max_examples=80)
@given(head=st.sampled_from((b"", *HEADS)), content=st.binary(max_size=3_000))
def test_random_bytes_are_refused_in_time(head: bytes, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        source = Path(folder) / "random.mp3"
        source.write_bytes(head + content)
        told = outcome(source)

    assert told == "" or is_said_plainly(told, "random.mp3")


@settings(max_examples=3)
@given(data=st.data())
def test_mutated_m4a_is_taken_or_refused_in_time(data: st.DataObject) -> None:
    mutate_m4a(data)


@pytest.mark.soak
@settings(max_examples=150)
@given(data=st.data())
def test_many_mutated_m4a_are_taken_or_refused_in_time(data: st.DataObject) -> None:
    mutate_m4a(data)


def mutate_m4a(data: st.DataObject) -> None:
    content = bytearray(good_bytes("m4a"))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(12, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))

    with TemporaryDirectory() as folder:
        source = Path(folder) / "mutated.m4a"
        source.write_bytes(content)
        told = outcome(source)

    assert told == "" or is_said_plainly(told, "mutated.m4a")
