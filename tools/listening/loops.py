"""Measures the soundscapes, with code that had no part in making them."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from listening import limits
from listening.measures import true_peak_db
from prt_desktop.audio.levels import Samples, decibels

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class LoopMeasures:
    """One loop in figures.

    `step_db` is the step from its last sample to its first, in the channel where it is larger;
    `step_ratio` sets it against the steps that are usual in the 50 ms on both sides.
    """

    length_s: float
    lufs: float
    peak_db: float
    step_db: float
    step_ratio: float


def measure_loop(loop: Samples, rate: int) -> LoopMeasures:
    """Measure a loop as it is heard going round; frames x channels."""
    meter = importlib.import_module("pyloudnorm").Meter(rate)
    round_again = np.concatenate([loop, loop[: 3 * rate]]).astype(np.float64)
    step, step_ratio = seam_step(loop, rate)
    return LoopMeasures(
        len(loop) / rate,
        float(meter.integrated_loudness(round_again)),
        max(true_peak_db(channel) for channel in loop.T),
        decibels(step),
        step_ratio,
    )


def seam_step(loop: Samples, rate: int) -> tuple[float, float]:
    """Give the step from the last sample to the first, and how many times the usual it is."""
    step = np.abs(loop[0] - loop[-1]).astype(np.float64)
    beside = (loop[-rate // 20 :], loop[: rate // 20])
    steps = np.concatenate([np.diff(side.astype(np.float64), axis=0) for side in beside])
    usual = np.sqrt(np.square(steps).mean(axis=0))
    return float(step.max()), float((step / np.maximum(usual, 1e-9)).max())


def loop_faults(measures: LoopMeasures) -> Iterator[str]:
    """Say which limits a loop breaks."""
    if measures.length_s < limits.SHORTEST_LOOP_S:
        yield f"lasts only {measures.length_s:.0f} s"
    if abs(measures.lufs - limits.LOOP_LUFS) > limits.LOOP_LUFS_TOLERANCE:
        yield f"loudness {measures.lufs:.1f} LUFS"
    if measures.peak_db > limits.LOOP_PEAK_DB:
        yield f"true peak {measures.peak_db:.1f} dBTP"
    if measures.step_ratio > limits.LOOP_STEP_RATIO:
        yield f"a step {measures.step_ratio:.1f} times the usual at the seam"
