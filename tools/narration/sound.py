"""Lengths in samples, and the files that hold clips."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import numpy as np

from prt_desktop.audio.clips import write_clip
from prt_desktop.domain.exercise import CLIP_RATE_HZ

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.levels import Samples

SAMPLE_RATE = CLIP_RATE_HZ
"""Samples a second of every clip: what the voice model speaks in."""


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
    """Write a clip as mono Ogg Vorbis, whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        write_clip(part, [samples])
    except OSError as error:
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
