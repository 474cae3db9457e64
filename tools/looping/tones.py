"""Tones that stand still and breathe a little."""

from __future__ import annotations

import numpy as np

from looping.circle import LOOP_RATE, Curve, Loop, slow_curve, stereo_noise, whole_turns
from looping.spectra import Band

ROOT_HZ = 110.0
CHORD = ((1, 1.0), (1.5, 0.5), (2, 0.6), (3, 0.24), (4, 0.12), (5, 0.04))
"""Multiple of the root, and level: an open fifth and its overtones, neither sad nor glad."""

VOICES = ((-0.1, 0.35), (0.0, 1.0), (0.07, 0.35))
"""Each note is three, off by so many Hz and at such a level: it swells over 6 to 14 s."""


def soft_drone(count: int, random: np.random.Generator) -> Loop:
    """Make a low open chord, as of strings far away, whose notes come forward in turn."""
    chord = np.zeros((count, 2))
    for multiple, level in CHORD:
        breath = level * slow_curve(count, random, 15, low=0.45)
        for channel, side in enumerate((-1, 1)):
            chord[:, channel] += breath * _note(count, ROOT_HZ * multiple, side, random)
    air = stereo_noise(count, random, Band(200, 900, 6), width=0.8)
    return chord + 0.03 * air


def _note(count: int, hertz: float, side: int, random: np.random.Generator) -> Curve:
    """Make one note as one ear hears it; the other ear has the beats the other way round."""
    time = np.arange(count) / LOOP_RATE
    note = np.zeros(count)
    for beat, level in VOICES:
        turns = whole_turns(count, hertz + side * beat) * time + random.random()
        note += level * np.sin(2 * np.pi * turns)
    return note
