"""Where a piece of sound is found in a recording, how alike the two are, and what got lost."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from tests.sound.pulse import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

QUIET = 0.004  # of full scale; the null sink adds no noise of its own
WINDOW_MS = 100
LONG_MS = 500
STEP_MS = 10
BEGINS_WITHIN_MS = 15_000
TRUSTED = 0.8
ALIKE = 0.95
CLICK_HZ = 5_000


class Match(NamedTuple):
    """Where a piece lies in a recording, and how like it is: 1.0 is the same but for loudness."""

    place_ms: float
    likeness: float


def found(piece: NDArray[np.float64], recording: NDArray[np.float64]) -> Match:
    """Find the place of a piece in a recording by normalised cross-correlation."""
    if len(recording) < len(piece):
        return Match(0.0, 0.0)
    size = 1 << (len(recording) + len(piece)).bit_length()
    spectrum = np.fft.rfft(recording, size) * np.conj(np.fft.rfft(piece, size))
    places = len(recording) - len(piece) + 1
    product = np.fft.irfft(spectrum, size)[:places]
    power = np.concatenate(([0.0], np.cumsum(recording**2)))
    energy = np.maximum(power[len(piece) :] - power[: -len(piece)], 1e-9)
    likeness = product / np.sqrt(energy * max(float((piece**2).sum()), 1e-9))
    best = int(likeness.argmax())
    return Match(best / RATE * 1000, float(likeness[best]))


def cut(sound: NDArray[np.float64], start_ms: float, end_ms: float) -> NDArray[np.float64]:
    """Cut a stretch out of a sound."""
    return sound[max(0, round(start_ms * RATE / 1000)) : max(0, round(end_ms * RATE / 1000))]


def first_sound_ms(sound: NDArray[np.float64]) -> float | None:
    """Say where something is heard first, or None in silence."""
    loud = np.flatnonzero(np.abs(sound) > QUIET)
    return None if not len(loud) else float(loud[0]) / RATE * 1000


def last_sound_ms(sound: NDArray[np.float64]) -> float | None:
    """Say where something is heard last, or None in silence."""
    loud = np.flatnonzero(np.abs(sound) > QUIET)
    return None if not len(loud) else float(loud[-1]) / RATE * 1000


def loudness(sound: NDArray[np.float64]) -> float:
    """Give the root mean square, 0.0 for nothing."""
    return float(np.sqrt((sound**2).mean())) if len(sound) else 0.0


def longest_dropout_ms(source: NDArray[np.float64], recording: NDArray[np.float64]) -> float:
    """Give the longest stretch that was lost or put in, while `source` was heard."""
    return max(dropouts_ms(source, recording), default=float("inf"))


def dropouts_ms(source: NDArray[np.float64], recording: NDArray[np.float64]) -> list[float]:
    """Give what was lost or put in between each two tenths of a second of `source`.

    The lag of each tenth of a second of the source, found near the lag before it, stays the
    same in a recording without gaps; where it jumps, as much is missing or too many.
    """
    return [abs(b - a) for a, b in pairwise(_lags_ms(source, recording))]


def sharpness(sound: NDArray[np.float64], start_ms: float, end_ms: float) -> float:
    """Give the loudest sample of a stretch above all that a voice has: that of a click."""
    return float(np.abs(cut(band(sound, CLICK_HZ, RATE / 2), start_ms, end_ms)).max(initial=0.0))


def band(sound: NDArray[np.float64], low_hz: float, high_hz: float) -> NDArray[np.float64]:
    """Keep what lies between two frequencies."""
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[(hertz < low_hz) | (hertz > high_hz)] = 0
    return np.fft.irfft(spectrum, len(sound))


def steady_lags_ms(
    track: NDArray[np.float64], heard: NDArray[np.float64], start_ms: float, end_ms: float
) -> list[float]:
    """Say how much later than in the track each half second of its speech was heard.

    A gap, as it hits any player on a busy machine, spoils the window it falls into; of the
    others, three in four at least, each must be found. Raises AssertionError naming what cannot.
    """
    matches: dict[int, Match] = {}
    for at_ms in range(round(start_ms), round(end_ms) - LONG_MS, LONG_MS):
        piece = cut(track, at_ms, at_ms + LONG_MS)
        if loudness(piece) > 5 * QUIET:
            match = found(piece, heard)
            matches[at_ms] = Match(match.place_ms - at_ms, match.likeness)
    lags = [match.place_ms for match in matches.values() if match.likeness >= ALIKE]
    assert lags, f"no speech was found: {matches}"
    assert len(lags) >= 0.75 * len(matches), f"not found: {matches}"
    return lags


def first_place_ms(
    track: NDArray[np.float64], heard: NDArray[np.float64], inside_ms: float, lag_ms: float
) -> float:
    """Give the place of the track at which hearing it began, going back from a place inside."""
    place_ms = inside_ms
    while place_ms - STEP_MS >= 0 and _is_heard(track, heard, place_ms - STEP_MS, lag_ms):
        place_ms -= STEP_MS
    return place_ms


def _is_heard(
    track: NDArray[np.float64], heard: NDArray[np.float64], place_ms: float, lag_ms: float
) -> bool:
    piece = cut(track, place_ms, place_ms + 2 * STEP_MS)
    there = cut(heard, place_ms + lag_ms, place_ms + lag_ms + 2 * STEP_MS)[: len(piece)]
    if place_ms + lag_ms < 0 or len(there) < len(piece):
        return False
    norms = float(np.linalg.norm(piece) * np.linalg.norm(there))
    return norms > 0 and float(piece @ there) / norms >= TRUSTED


def _lags_ms(source: NDArray[np.float64], recording: NDArray[np.float64]) -> list[float]:
    reach_ms = 2_000.0
    head = cut(source, 0, 2_000)
    # A long session says much that is alike; it begins where the recording does.
    lag_ms = found(head, cut(recording, 0, BEGINS_WITHIN_MS)).place_ms
    lags = [lag_ms]
    for start_ms in range(0, int(len(source) / RATE * 1000) - WINDOW_MS, WINDOW_MS):
        piece = cut(source, start_ms, start_ms + WINDOW_MS)
        if loudness(piece) < 10 * QUIET:
            continue
        from_ms = max(0.0, start_ms + lag_ms - reach_ms)
        nearby = cut(recording, from_ms, start_ms + lag_ms + reach_ms + WINDOW_MS)
        match = found(piece, nearby)
        if match.likeness >= TRUSTED:
            lag_ms = from_ms + match.place_ms - start_ms
            lags.append(lag_ms)
    return lags
