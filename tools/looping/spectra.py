"""Spectra that noise is given: how loud it is at each frequency."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from looping.circle import Curve


@dataclass(frozen=True, slots=True)
class Band:
    """Noise between two frequencies in Hz that falls by so many dB an octave inside.

    Outside it falls faster on both sides: by 6 dB an octave more for each order.
    """

    low: float
    high: float
    fall_db: float
    order: int = 2

    def __call__(self, frequencies: Curve) -> Curve:
        """Give the amplitude at each frequency."""
        tilt = (frequencies / self.low) ** (-self.fall_db / 6.02)
        bottom = 1 / np.sqrt(1 + (self.low / frequencies) ** (2 * self.order))
        top = 1 / np.sqrt(1 + (frequencies / self.high) ** (2 * self.order))
        return np.asarray(tilt * bottom * top, np.float64)
