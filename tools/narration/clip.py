"""Puts the spoken sentences of one line together to a clip, and writes and measures the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from narration.recipe import CEILING_DBTP, LOUDNESS_TOLERANCE_LU, TARGET_LUFS, Delivery, Take
from narration.shaping import EDGE_MS
from narration.sound import length_ms, read_sound, sample_count, silence, write_vorbis
from prt_desktop.audio.levels import Samples, amplitude
from prt_desktop.audio.loudness import levelled, limited, loudness_lufs, true_peak_db

if TYPE_CHECKING:
    from pathlib import Path

LONG_SENTENCE_MS = 6000
"""From this length on a sentence is followed by the longest pause."""
TRIES = 8
CLOSE_ENOUGH_LU = 0.1


class ClipError(Exception):
    """A clip cannot be made as the recipe asks."""


class Narrator(Protocol):
    """Whatever can speak: the voice model, or a stand-in for tests."""

    def phonemes(self, sentence: str) -> str:
        """Return the sounds of a sentence, marks included."""

    def speak(self, phonemes: str, delivery: Delivery) -> Samples:
        """Return the sound of one sentence with 80 ms of quiet at both ends."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A finished sound and where its sentences lie in it, in ms."""

    samples: Samples
    sentences: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured on the decoded file."""

    length_ms: int
    lufs: float
    true_peak_db: float


def pause_after(sentence_ms: int, bounds_ms: tuple[int, int]) -> int:
    """Give a long sentence a longer pause than a short one, within the bounds."""
    shortest, longest = bounds_ms
    share = min(1.0, sentence_ms / LONG_SENTENCE_MS)
    return round(shortest + (longest - shortest) * share)


def compose(
    narrator: Narrator,
    phonemes: tuple[str, ...],
    delivery: Delivery,
    takes: tuple[Take, ...] = (),
) -> Clip:
    """Speak each sentence by itself and set the pauses between them; raises ClipError.

    `takes` has one for each sentence, or is empty: then the voice's own way serves all. Every
    sentence is brought to the same loudness, judged without the quiet at its ends, so that none
    of them sinks.
    """
    parts: list[Samples] = []
    spans: list[tuple[int, int]] = []
    at = 0
    ways = [delivery.of(take) for take in takes] or [delivery] * len(phonemes)
    for number, (sounds, way) in enumerate(zip(phonemes, ways, strict=True), 1):
        spoken = narrator.speak(sounds, way)
        if not spoken.size:
            raise ClipError(f"sentence {number} came out silent: {sounds}")
        edge = sample_count(EDGE_MS)
        spoken = spoken * np.float32(amplitude(TARGET_LUFS - loudness_lufs(spoken[edge:-edge])))
        spans.append((length_ms(at + edge), length_ms(at + len(spoken) - edge)))
        parts.append(spoken)
        at += len(spoken)
        if number < len(phonemes):
            gap = pause_after(length_ms(len(spoken) - 2 * edge), delivery.pause_ms) - 2 * EDGE_MS
            parts.append(silence(gap))
            at += len(parts[-1])
    return Clip(np.concatenate(parts), tuple(spans))


def write_clip(path: Path, samples: Samples) -> Measurement:
    """Write a clip so that what is decoded from it keeps loudness and peak; raises ClipError.

    Vorbis raises the loudness by a tenth of a LU and single peaks by more than 1 dB. So the clip
    is written again with the difference taken back, and lowered where it came out too high; what
    stays too high is lowered by as much again at each try.
    """
    ceiling_dbtp = CEILING_DBTP
    level = levelled(samples, TARGET_LUFS, ceiling_dbtp)
    for _ in range(TRIES):
        write_vorbis(path, level)
        measured = measure(path)
        too_loud = measured.lufs - TARGET_LUFS
        if measured.true_peak_db <= CEILING_DBTP and abs(too_loud) <= CLOSE_ENOUGH_LU:
            return measured
        gain = np.float32(amplitude(-too_loud))
        ceiling_dbtp -= max(0.0, measured.true_peak_db - CEILING_DBTP)
        heard, _rate = read_sound(path)
        level = limited(level * gain, ceiling_dbtp, heard[: len(level)] * gain)
    if measured.true_peak_db > CEILING_DBTP:
        raise ClipError(f"{path.name}: true peak stays at {measured.true_peak_db:.2f} dBTP")
    if abs(too_loud) > LOUDNESS_TOLERANCE_LU:
        raise ClipError(f"{path.name}: loudness came out at {measured.lufs:.2f} LUFS")
    return measured


def measure(path: Path) -> Measurement:
    """Measure a clip as it will be heard, decoded from its file."""
    samples, rate = read_sound(path)
    return Measurement(
        length_ms(len(samples), rate),
        round(loudness_lufs(samples, rate), 2),
        round(true_peak_db(samples), 2),
    )
