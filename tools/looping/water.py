"""Water: rain on leaves, the sea, a brook.

Nothing in it is sudden and nothing hisses: people with long-lasting pain find unpleasant sounds
clearly worse than others do, so drops and bubbles begin over milliseconds, waves over seconds,
and noise falls off well below the place where it becomes sharp.
"""

from __future__ import annotations

import numpy as np

from looping.circle import (
    LOOP_RATE,
    Curve,
    Loop,
    add_event,
    placed,
    slow_curve,
    stereo_noise,
)
from looping.spectra import Band

DROPS_PER_S = 110
DROP_HZ = (700.0, 3000.0)
LOUDEST_DROP = 2.5
"""Against the usual drop: no single one may startle."""

WAVE_S = 10.0
"""About six waves a minute, the pace of slow breathing."""

SPOTS = 9
"""Places in the brook, each with its own side, its own pitch and its own coming and going."""
BUBBLES_PER_S = 7
"""At each spot."""
BUBBLE_MM = (2.2, 7.0)
"""Radius: Minnaert's law makes that pitches of 1,480 down to 470 Hz."""


def gentle_rain(count: int, random: np.random.Generator) -> Loop:
    """Make rain as it is heard from under a roof of leaves: a soft rush and many small drops."""
    rush = stereo_noise(count, random, Band(350, 2600, 3.5), width=0.9)
    rush *= slow_curve(count, random, 11, low=0.8)[:, None]
    ground = stereo_noise(count, random, Band(80, 400, 3), width=0.4)
    drops = np.zeros((count, 2))
    number = DROPS_PER_S * count // LOOP_RATE
    for at in random.integers(0, count, number):
        add_event(drops, at, placed(_drop(random), random.uniform(0.15, 0.85)))
    rain: Loop = rush + 0.5 * ground + 0.45 * drops / drops.std()
    return rain


def _drop(random: np.random.Generator) -> Curve:
    """Make one drop: a short round tone, a high one shorter than a low one."""
    hertz = float(np.exp(random.uniform(*np.log(DROP_HZ))))
    decay_s = random.uniform(0.003, 0.007) * np.sqrt(1500 / hertz)
    time = np.arange(round(8 * decay_s * LOOP_RATE)) / LOOP_RATE
    level = min(random.lognormal(-0.3, 0.7), LOUDEST_DROP)
    onset = (1 - np.exp(-time / 0.0015)) ** 2
    return np.asarray(
        level * onset * np.exp(-time / decay_s) * np.sin(2 * np.pi * hertz * time), np.float64
    )


def ocean_swell(count: int, random: np.random.Generator) -> Loop:
    """Make the sea on a flat shore: each wave rises over seconds, breaks softly, and draws back."""
    lift, foam = np.zeros(count), np.zeros(count)
    waves = max(1, round(count / LOOP_RATE / WAVE_S))
    for number in range(waves):
        at = round((number + random.uniform(-0.1, 0.1)) * count / waves)
        height = random.uniform(0.75, 1.0)
        rise_s, fall_s = random.uniform(3.8, 4.8), random.uniform(5.5, 7.0)
        add_event(lift, at, height * _hill(rise_s, fall_s))
        foam_at = at + round(LOOP_RATE * (rise_s - 2.2))
        add_event(foam, foam_at, height * _hill(3.0, fall_s + 0.5))
    deep = stereo_noise(count, random, Band(45, 240, 4), width=0.3)
    body = stereo_noise(count, random, Band(160, 1100, 4, order=1), width=0.7)
    spray = stereo_noise(count, random, Band(700, 3000, 4), width=1.0)
    sea = (
        0.8 * deep * (0.5 + 0.5 * lift)[:, None]
        + body * (0.14 + 0.86 * lift**1.5)[:, None]
        + 0.4 * spray * (0.04 + 0.96 * foam**2)[:, None]
    )
    sway = 0.12 * (2 * slow_curve(count, random, 20, low=0.0) - 1)
    return sea * np.stack([1 + sway, 1 - sway], axis=1)


def _hill(rise_s: float, fall_s: float) -> Curve:
    """Make a level that rises from 0 to 1 and falls to 0 again without a corner."""
    up = np.sin(np.linspace(0, np.pi / 2, round(rise_s * LOOP_RATE), endpoint=False)) ** 2
    down = np.cos(np.linspace(0, np.pi / 2, round(fall_s * LOOP_RATE))) ** 2
    return np.concatenate([up, down])


def brook(count: int, random: np.random.Generator) -> Loop:
    """Make a small stream: bubbles ringing between stones, over water that runs on."""
    water = stereo_noise(count, random, Band(180, 1000, 3.5), width=0.8)
    water *= slow_curve(count, random, 4, low=0.75)[:, None]
    bubbles = np.zeros((count, 2))
    # The smallest at the edges and the largest, which are the loudest, in the middle.
    sides = sorted(np.linspace(0.12, 0.88, SPOTS), key=lambda side: -abs(side - 0.5))
    sizes = np.geomspace(*BUBBLE_MM, SPOTS)
    for side, size_mm in zip(sides, sizes, strict=True):
        flow = slow_curve(count, random, 2.5, low=0.25)
        for at in random.integers(0, count, BUBBLES_PER_S * count // LOOP_RATE):
            add_event(bubbles, at, placed(flow[at] * _bubble(size_mm, random), side))
    stream: Loop = water + 0.9 * bubbles / bubbles.std()
    return stream


def _bubble(size_mm: float, random: np.random.Generator) -> Curve:
    """Make one air bubble under water; pitch and damping follow from its radius.

    The pitch is Minnaert's, the damping that of heat and of the sound given off, and the pitch
    rises a little while the bubble comes up.
    """
    radius_mm = size_mm * random.uniform(0.85, 1.18)
    hertz = 3260 / radius_mm
    damping = 130 / radius_mm + 228 / radius_mm**1.5
    time = np.arange(round(7 / damping * LOOP_RATE)) / LOOP_RATE
    rising = random.uniform(0.0, 0.1) * damping
    turns = hertz * (time + rising * time**2 / 2)
    level = min(random.lognormal(-0.2, 0.4), 1.5) * radius_mm / 4
    onset = (1 - np.exp(-time / 0.003)) ** 2
    return np.asarray(
        level * onset * np.exp(-damping * time) * np.sin(2 * np.pi * turns), np.float64
    )
