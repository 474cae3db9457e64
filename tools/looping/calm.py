"""Measures whether a loop is gentle: no sudden swell in it, and no hiss.

People with long-lasting pain find unpleasant sounds clearly worse than others do, so a background
that breaks one of these limits is not shipped.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from looping.circle import LOOP_RATE
from prt_desktop.audio.loudness import k_weighted

FRAME_MS = 50
RISE_FRAMES = 3

RISE_LIMIT_DB = 9.0
"""Within 150 ms; deep noise by itself wavers by 5 dB from one such frame to another."""

HISS_ABOVE_HZ = 4000.0
HISS_LIMIT_DB = -14.0
"""Against the whole, both as the ear weighs them; white noise stands at -1."""


def sharpest_rise_db(loop: npt.NDArray[np.floating]) -> float:
    """Say by how much the level rises at most within 150 ms, going round; frames x channels."""
    frame = LOOP_RATE * FRAME_MS // 1000
    count = len(loop) // frame
    power = np.square(loop[: count * frame].astype(np.float64)).reshape(count, -1).mean(axis=1)
    levels = 10 * np.log10(power + 1e-15)
    rises = [np.roll(levels, -step) - levels for step in range(1, RISE_FRAMES + 1)]
    return float(np.max(rises))


def hiss_db(loop: npt.NDArray[np.floating]) -> float:
    """Say how much of a loop's heard power lies above 4 kHz, in dB against the whole."""
    weighted = k_weighted(loop.astype(np.float64), LOOP_RATE)[: len(loop)]
    power = np.square(np.abs(np.fft.rfft(weighted, axis=0))).sum(axis=1)
    hertz = np.fft.rfftfreq(len(loop), 1 / LOOP_RATE)
    share = power[hertz >= HISS_ABOVE_HZ].sum() / max(power.sum(), 1e-30)
    return float(10 * np.log10(share + 1e-30))
