"""Measures whether the place where a loop closes can be told from any other place in it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

SURROUNDINGS = 2400
"""Samples on each side that the seam is compared with: 50 ms, for the level there may be low."""

SEAM_LIMIT = 5.0
"""Noise bends this sharply, against its own average, less than twice in a million samples."""


def seam_sharpness(loop: npt.NDArray[np.floating]) -> float:
    """Say how sharply the sound bends across the seam, as a multiple of what is usual beside it.

    The bend is the second difference, which a click raises far above any smooth sound; the
    sharper of the two channels counts. `loop` is frames x channels.
    """
    around = np.concatenate([loop[-SURROUNDINGS - 1 :], loop[: SURROUNDINGS + 1]])
    bends = np.abs(np.diff(around.astype(np.float64), 2, axis=0))
    middle = len(bends) // 2
    across = slice(middle - 1, middle + 1)
    beside = np.delete(bends, across, axis=0)
    usual = np.sqrt(np.square(beside).mean(axis=0))
    return float((bends[across].max(axis=0) / np.maximum(usual, 1e-12)).max())
