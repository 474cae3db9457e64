"""Sounds as a person may bring them: spoken stretches, silences, in every format."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.audio.levels import Samples

TONE_M4A = Path(__file__).with_name("tone.m4a")
"""Four seconds of our own two tones, stereo AAC at 44.1 kHz."""

FORMATS = {
    "wav": ("WAV", "PCM_16"),
    "float.wav": ("WAV", "FLOAT"),
    "flac": ("FLAC", "PCM_24"),
    "ogg": ("OGG", "VORBIS"),
    "opus": ("OGG", "OPUS"),
    "mp3": ("MP3", "MPEG_LAYER_III"),
}


@lru_cache(maxsize=64)
def a_voice(seconds: float, rate: int = 24_000, peak: float = 0.3) -> Samples:
    """Make a buzz that swells three times a second, as loud in its course as speech is."""
    time = np.arange(round(seconds * rate)) / rate
    buzz = sum(np.sin(2 * np.pi * 150 * k * time + k * k) / k for k in range(1, 16))
    swell = 0.4 + 0.6 * np.square(np.sin(2 * np.pi * 1.5 * time))
    sound = np.asarray(buzz * swell)
    voice = np.asarray(peak * sound / np.abs(sound).max(), np.float32)
    voice.setflags(write=False)
    return voice


def a_guide(pauses_s: Sequence[float], spoken_s: float = 4, rate: int = 24_000) -> Samples:
    """Make a guide who speaks and is quiet in turn, in a room that hisses a little."""
    parts = [
        part
        for pause_s in pauses_s
        for part in (a_voice(spoken_s, rate), np.zeros(round(pause_s * rate), np.float32))
    ]
    sound = np.concatenate(parts)
    hiss = np.random.default_rng(1).normal(0, 0.0003, len(sound))
    return np.asarray(sound + hiss, np.float32)


def write_sound(path: Path, samples: Samples, rate: int = 24_000, kind: str = "wav") -> Path:
    """Write a file a second at a time, in one of `FORMATS`."""
    shape, subtype = FORMATS[kind]
    channels = 1 if samples.ndim == 1 else samples.shape[1]
    with soundfile.SoundFile(path, "w", rate, channels, subtype, format=shape) as file:
        for start in range(0, len(samples), rate):
            file.write(samples[start : start + rate])
    return path


def a_file(folder: Path, kind: str, seconds: float = 4) -> Path:
    """Write a stereo file of a kind at 48 kHz, or copy the M4A."""
    folder.mkdir(exist_ok=True)
    path = folder / f"sound.{kind}"
    if kind == "m4a":
        shutil.copy(TONE_M4A, path)
        return path
    voice = a_voice(seconds, 48_000)
    return write_sound(path, np.stack([voice, voice], 1), 48_000, kind)
