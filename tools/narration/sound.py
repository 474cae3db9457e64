"""Lengths in samples, and the files that hold clips."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import numpy as np

from prt_desktop.domain.exercise import CLIP_RATE_HZ

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.levels import Samples

SAMPLE_RATE = CLIP_RATE_HZ
"""Samples a second of every clip: what the voice model speaks in."""

VORBIS_QUALITY = 0.4
"""About 50 kbit/s for one voice: no word is lost and decoding is 1,400 times real time."""


class SoundFileError(Exception):
    """A clip cannot be read or written."""


def sample_count(length_ms: float, rate: int = SAMPLE_RATE) -> int:
    """Count the samples in a length."""
    return round(length_ms * rate / 1000)


def length_ms(count: int, rate: int = SAMPLE_RATE) -> int:
    """Say how long a number of samples lasts."""
    return round(count * 1000 / rate)


def silence(duration_ms: float) -> Samples:
    """Make a silence of a given length."""
    return np.zeros(sample_count(duration_ms), np.float32)


def write_vorbis(path: Path, samples: Samples) -> None:
    """Write a clip as mono Ogg Vorbis, whole or not at all.

    It is written a second at a time, since libsndfile can crash on one long Vorbis write.
    """
    soundfile = importlib.import_module("soundfile")
    part = path.with_name(f".{path.name}.part")
    try:
        with soundfile.SoundFile(
            part,
            "w",
            SAMPLE_RATE,
            1,
            format="OGG",
            subtype="VORBIS",
            compression_level=1 - VORBIS_QUALITY,
        ) as file:
            for start in range(0, len(samples), SAMPLE_RATE):
                file.write(samples[start : start + SAMPLE_RATE])
    except soundfile.LibsndfileError as error:
        part.unlink(missing_ok=True)
        raise SoundFileError(f"{path}: cannot be written: {error}") from error
    part.replace(path)


def read_sound(path: Path) -> tuple[Samples, int]:
    """Read a sound file as frames x channels, or frames alone when mono, and its sample rate."""
    soundfile = importlib.import_module("soundfile")
    try:
        samples, rate = soundfile.read(path, dtype="float32")
    except (OSError, soundfile.LibsndfileError) as error:
        raise SoundFileError(f"{path}: cannot be read: {error}") from error
    return np.asarray(samples, np.float32), int(rate)
