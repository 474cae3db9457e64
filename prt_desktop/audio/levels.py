"""Samples as numbers from -1 to 1, and their levels in decibels."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

CLIP_LUFS = -19.0
"""How loud every clip is, ours and a person's own, so that a session keeps its level."""

CLIP_CEILING_DBTP = -1.6
"""A tenth below the -1.5 that is promised: two good meters may differ by 0.03 dB."""

Samples = npt.NDArray[np.float32]


def decibels(amplitude: float) -> float:
    """Say an amplitude (1.0 is full scale) as a level in dB; silence is -240."""
    return 20.0 * math.log10(max(amplitude, 1e-12))


def amplitude(level_db: float) -> float:
    """Say a level in dB as an amplitude (0 dB is full scale, 1.0)."""
    return float(10.0 ** (level_db / 20.0))


def volume_gain(percent: int) -> float:
    """Turn loudness as heard, 0 to 100, into a gain, on the curve of Qt's logarithmic scale."""
    return 1.0 if percent >= 100 else -math.log1p(-percent / 100) / math.log(100)
