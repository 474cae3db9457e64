"""The list of soundscapes, and the plainest of them; the others stand in `water` and `tones`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from looping.circle import Curve, Loop, stereo_noise
from looping.tones import soft_drone
from looping.water import brook, gentle_rain, ocean_swell


@dataclass(frozen=True, slots=True)
class Soundscape:
    """A background to choose, and the function that makes so many samples of it."""

    identifier: str
    name: str
    description: str
    make: Callable[[int, np.random.Generator], Loop]


def brown_noise(count: int, random: np.random.Generator) -> Loop:
    """Make deep, even noise, like wind far away or a waterfall behind a hill.

    It falls by 6 dB an octave, as brown noise does, and faster above 2 kHz so that nothing
    hisses; what lies below 40 Hz is taken out, since it only moves a loudspeaker's cone.
    """

    def gain(frequencies: Curve) -> Curve:
        low_end = 1 / (1 + (40 / frequencies) ** 4)
        soft_top = 1 / np.sqrt(1 + (frequencies / 2000) ** 4)
        return np.asarray(low_end * soft_top / frequencies, np.float64)

    return stereo_noise(count, random, gain, width=0.6)


SOUNDSCAPES = (
    Soundscape(
        "brown-noise",
        "Brown noise",
        "Deep and even, like wind far away",
        brown_noise,
    ),
    Soundscape(
        "gentle-rain",
        "Gentle rain",
        "Soft and steady, as under a roof of leaves",
        gentle_rain,
    ),
    Soundscape(
        "ocean-swell",
        "Ocean swell",
        "Slow waves on a flat shore, about six a minute",
        ocean_swell,
    ),
    Soundscape(
        "soft-drone",
        "Soft drone",
        "A low chord that breathes",
        soft_drone,
    ),
    Soundscape(
        "brook",
        "Brook",
        "A small stream between stones",
        brook,
    ),
)
