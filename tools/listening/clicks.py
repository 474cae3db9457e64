"""Finds clicks: places where the sound jumps, alone, within a millisecond or two.

Judged is the third difference, in which a jump stands out far above everything smooth. Speech has
sharp places too, but they come in company: the pulses of a voice every few milliseconds, the
burst of a t or k for several. A click has no equal within 12 ms before or after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from prt_desktop.audio.levels import Samples

BLOCKS_PER_S = 1000
COMPANY_BLOCKS = 12
"""Looked at on each side, without the nearest one, into which a click may spread."""

ALONE = 25.0
"""So many times sharper than the second sharpest place around it is a click."""

FAINTEST = 0.003
"""A sharpness below this is not heard: a jump at about -60 dB."""

END_MS = 5


def click_times_ms(samples: Samples, rate: int) -> list[int]:
    """Say when the clicks of one channel are; one that begins or breaks off at once clicks there.

    What lies before and after the sound is silence.
    """
    sharpness = block_sharpness(samples, rate)
    around = usual_sharpness(sharpness)
    found = np.flatnonzero((sharpness > FAINTEST) & (sharpness > ALONE * around))
    firsts = found[np.diff(found, prepend=-COMPANY_BLOCKS) > 2]
    return [int(at) - COMPANY_BLOCKS for at in firsts]


def clicks_inside_and_at_ends(times_ms: list[int], length_ms: int) -> tuple[int, int]:
    """Count the clicks inside a sound and those within 5 ms of its ends."""
    inside = sum(END_MS < at < length_ms - END_MS for at in times_ms)
    return inside, len(times_ms) - inside


def block_sharpness(samples: Samples, rate: int) -> npt.NDArray[np.float64]:
    """Give the greatest third difference in each millisecond, with silence around the sound."""
    size = rate // BLOCKS_PER_S
    silence = np.zeros(COMPANY_BLOCKS * size)
    padded = np.concatenate([silence, samples, silence])
    bends = np.abs(np.diff(padded, 3, prepend=np.zeros(3)))
    count = len(bends) // size
    highest: npt.NDArray[np.float64] = bends[: count * size].reshape(count, size).max(axis=1)
    return highest


def usual_sharpness(sharpness: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Give for each block the second sharpest block beside it, of the sharper of its two sides."""
    margin = COMPANY_BLOCKS + 1
    padded = np.pad(sharpness, margin)
    windows = np.lib.stride_tricks.sliding_window_view(padded, COMPANY_BLOCKS)
    second = np.partition(windows, -2, axis=1)[:, -2]
    before, after = second[: len(sharpness)], second[margin + 1 :][: len(sharpness)]
    return np.maximum(before, after)
