"""What is measured on a sound, with code that had no part in making it."""

from __future__ import annotations

import importlib
import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from listening.clicks import click_times_ms, clicks_inside_and_at_ends
from narration.sound import length_ms
from prt_desktop.audio.levels import Samples, decibels

SOUND_DB = -50.0
"""A 10 ms stretch louder than this is sound; what the codec adds to silence lies far below."""

END_MS = 2
"""How much of either end is looked at for a click."""

FLOOR_SHARE = 0.05
"""The quietest twentieth of a clip's 20 ms stretches tells its noise floor."""

SHORTEST_METERED_S = 3.0


@dataclass(frozen=True, slots=True)
class Measures:
    """One sound in figures.

    `edge_db` is the louder of its two ends, `floor_db` the level of its quietest stretches.
    """

    length_ms: int
    lufs: float
    true_peak_db: float
    edge_db: float
    lead_ms: int
    tail_ms: int
    longest_silence_ms: int
    floor_db: float
    clicks_inside: int
    clicks_at_ends: int


def measure(samples: Samples, rate: int) -> Measures:
    """Measure one channel of sound."""
    spans = sounding_spans(samples, rate)
    first, last = (spans[0][0], spans[-1][1]) if spans else (0, 0)
    gaps = [after[0] - before[1] for before, after in pairwise(spans)]
    count = max(1, END_MS * rate // 1000)
    ends = np.concatenate([samples[:count], samples[-count:]])
    duration_ms = length_ms(len(samples), rate)
    inside, at_ends = clicks_inside_and_at_ends(click_times_ms(samples, rate), duration_ms)
    return Measures(
        duration_ms,
        integrated_lufs(samples, rate),
        true_peak_db(samples),
        decibels(float(np.abs(ends).max(initial=0.0))),
        length_ms(first, rate),
        length_ms(len(samples) - last, rate),
        length_ms(max(gaps, default=0), rate),
        noise_floor_db(samples, rate),
        inside,
        at_ends,
    )


def noise_floor_db(samples: Samples, rate: int) -> float:
    """Give the level that the quietest twentieth of a sound stays under."""
    frame = rate // 50
    count = max(1, len(samples) // frame)
    power = np.square(samples[: count * frame].astype(np.float64)).reshape(count, -1).mean(axis=1)
    return decibels(float(np.sqrt(np.quantile(power, FLOOR_SHARE))))


def integrated_lufs(samples: Samples, rate: int) -> float:
    """Gated loudness by pyloudnorm; a short clip is measured repeated."""
    times = math.ceil(SHORTEST_METERED_S * rate / max(1, len(samples)))
    probe = np.tile(samples, max(1, times)).astype(np.float64)
    meter = importlib.import_module("pyloudnorm").Meter(rate)
    return float(meter.integrated_loudness(probe))


def true_peak_db(samples: Samples) -> float:
    """Highest level at four times the rate, by scipy's polyphase filter, ten seconds at a time."""
    signal = importlib.import_module("scipy.signal")
    block, margin = 240_000, 256
    highest = 0.0
    for start in range(0, len(samples), block):
        piece = samples[max(0, start - margin) : start + block + margin].astype(np.float64)
        highest = max(highest, float(np.abs(signal.resample_poly(piece, 4, 1)).max()))
    return decibels(highest)


def sounding_spans(
    samples: Samples, rate: int, *, shortest_gap_ms: int = 30
) -> list[tuple[int, int]]:
    """Find the stretches of sound, first and last sample of each; tiny gaps are closed."""
    frame = rate // 100
    count = len(samples) // frame
    power = np.square(samples[: count * frame].reshape(count, frame).astype(np.float64))
    loud = np.flatnonzero(10 * np.log10(power.mean(axis=1) + 1e-15) > SOUND_DB)
    spans: list[tuple[int, int]] = []
    for at in loud:
        begin, end = int(at) * frame, (int(at) + 1) * frame
        if spans and begin - spans[-1][1] <= shortest_gap_ms * rate // 1000:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return spans


def resampled(samples: Samples, rate: int, wanted: int) -> Samples:
    """Carry one channel over to another rate."""
    if rate == wanted:
        return samples
    soxr = importlib.import_module("soxr")
    fresh: npt.NDArray[np.float32] = soxr.resample(samples, rate, wanted)
    return fresh
