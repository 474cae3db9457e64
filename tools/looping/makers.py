"""The soundscapes themselves, one function each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from looping.circle import Curve, Loop, stereo_noise


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
)
