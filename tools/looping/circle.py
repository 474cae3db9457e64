"""Sound on a circle: whatever is made here has no first and no last sample.

Noise is shaped by one FFT over the whole loop, so that its end runs on into its beginning like
any other sample into the next. Whoever adds a sound keeps to that: events are added modulo the
loop's length, and every oscillator and envelope makes a whole number of turns.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from prt_desktop.audio.levels import amplitude, decibels
from prt_desktop.audio.loudness import loudness_lufs

LOOP_RATE = 48_000
"""Samples a second of every soundscape, stereo."""

LOOP_LUFS = -30.0
"""Well under a voice at -19, so that a soundscape at full volume still leaves words clear."""

LOOP_PEAK_DB = -6.0
SHARED_BELOW_HZ = 200.0
"""Lows are alike on both sides: they stay whole on one loudspeaker and calm in headphones."""

Loop = npt.NDArray[np.float64]
"""Frames x 2."""
Curve = npt.NDArray[np.float64]
Gain = Callable[[Curve], Curve]
"""Amplitude at each frequency in Hz."""


def shaped_noise(count: int, random: np.random.Generator, gain: Gain) -> Curve:
    """Make one channel of noise with a given spectrum and a standard deviation of 1."""
    frequencies = np.fft.rfftfreq(count, 1 / LOOP_RATE)
    real, imaginary = random.standard_normal((2, frequencies.size))
    spectrum = (real + 1j * imaginary) * gain(np.maximum(frequencies, 1e-3))
    spectrum[0] = 0
    noise = np.fft.irfft(spectrum, count)
    return np.asarray(noise / noise.std(), np.float64)


def stereo_noise(count: int, random: np.random.Generator, gain: Gain, width: float) -> Loop:
    """Make noise whose two sides share their lows and differ more and more above 200 Hz."""

    def side_gain(frequencies: Curve) -> Curve:
        apart = 1 / np.sqrt(1 + (SHARED_BELOW_HZ / frequencies) ** 2)
        return np.asarray(gain(frequencies) * apart, np.float64)

    middle = shaped_noise(count, random, gain)
    side = width * shaped_noise(count, random, side_gain)
    return np.stack([middle + side, middle - side], axis=1)


def slow_curve(count: int, random: np.random.Generator, period_s: float, low: float) -> Curve:
    """Make a level that wanders smoothly between `low` and 1, about one hill each period."""
    hills = max(1, round(count / LOOP_RATE / period_s))
    orders = np.arange(1, 2 * hills + 1)
    real, imaginary = random.standard_normal((2, orders.size))
    spectrum = np.zeros(count // 2 + 1, np.complex128)
    spectrum[orders] = (real + 1j * imaginary) / (1 + (orders / hills) ** 2)
    curve = np.fft.irfft(spectrum, count)
    curve = (curve - curve.min()) / np.ptp(curve)
    return np.asarray(low + (1 - low) * curve, np.float64)


def add_event(sound: Curve | Loop, at: int, event: Curve | Loop) -> None:
    """Add something that happens once; what goes beyond the end goes on at the beginning."""
    np.add.at(sound, (at + np.arange(len(event))) % len(sound), event)


def placed(event: Curve, side: float) -> Loop:
    """Set one channel between left (0) and right (1), as loud in the middle as at the sides."""
    turn = side * np.pi / 2
    return np.outer(event, (np.cos(turn), np.sin(turn)))


def whole_turns(count: int, hertz: float) -> float:
    """Move a frequency to the nearest that makes a whole number of turns in the loop."""
    return round(hertz * count / LOOP_RATE) * LOOP_RATE / count


def circular_lufs(loop: npt.NDArray[np.floating]) -> float:
    """Measure a loop's loudness as it is heard going round."""
    return loudness_lufs(
        np.concatenate([loop, loop[: 3 * LOOP_RATE]]).astype(np.float32), LOOP_RATE
    )


def levelled_loop(loop: Loop) -> Loop:
    """Bring a loop to the loudness of a background, or less where its peaks forbid it."""
    gain_db = LOOP_LUFS - circular_lufs(loop)
    headroom_db = LOOP_PEAK_DB - decibels(float(np.abs(loop).max()))
    return loop * amplitude(min(gain_db, headroom_db))
