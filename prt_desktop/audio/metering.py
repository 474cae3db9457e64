"""Loudness, true peak and the limiter for a sound that is too long to be held at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from prt_desktop.audio.levels import Samples, amplitude, decibels
from prt_desktop.audio.loudness import (
    OVERSAMPLING,
    SHORTEST_MEASURED_S,
    SILENCE_LUFS,
    Signal,
    gated_lufs,
    k_response,
    limited,
    oversampled,
)
from prt_desktop.domain.exercise import CLIP_RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BLOCK = 2 * CLIP_RATE_HZ
"""Samples handled at a time: two seconds."""

CONTEXT = CLIP_RATE_HZ // 10
"""Samples of its neighbours that a window sees, far more than the limiter reaches."""

BETWEEN_DB = 6.0
"""How far sound may rise between two samples: what lies further below needs no closer look."""

_HOP = CLIP_RATE_HZ // 10
_HOPS_IN_BLOCK = 4
_FEWEST_HOPS = round(SHORTEST_MEASURED_S * CLIP_RATE_HZ / _HOP)


class LoudnessMeter:
    """Integrated, gated loudness of mono sound at 24 kHz, told in blocks of any length."""

    def __init__(self) -> None:
        self._tail = np.zeros(CLIP_RATE_HZ)
        self._response = k_response(BLOCK + CLIP_RATE_HZ, CLIP_RATE_HZ)
        self._rest = np.zeros(0)
        self._powers: list[float] = []

    @property
    def lufs(self) -> float:
        """The loudness of all that was told so far; less than three seconds count repeated."""
        powers = np.asarray(self._powers)
        if not len(powers):
            return SILENCE_LUFS
        if len(powers) < _FEWEST_HOPS:
            powers = np.tile(powers, -(-_FEWEST_HOPS // len(powers)))
        total = np.concatenate([[0.0], np.cumsum(powers)])
        span = total[_HOPS_IN_BLOCK:] - total[:-_HOPS_IN_BLOCK]
        return gated_lufs(np.asarray(span / (_HOPS_IN_BLOCK * _HOP), np.float64))

    def add(self, samples: Samples) -> None:
        """Take the next samples."""
        for start in range(0, len(samples), BLOCK):
            power = np.square(self._weighted(samples[start : start + BLOCK]))
            power = np.concatenate([self._rest, power])
            whole = len(power) // _HOP * _HOP
            self._powers += power[:whole].reshape(-1, _HOP).sum(axis=1).tolist()
            self._rest = power[whole:]

    def _weighted(self, block: Samples) -> Signal:
        """Weigh a block; what the filter rings on is kept and added to the next one."""
        size = BLOCK + CLIP_RATE_HZ
        rung = np.fft.irfft(np.fft.rfft(block.astype(np.float64), size) * self._response, size)
        rung[:CLIP_RATE_HZ] += self._tail
        self._tail = rung[len(block) : len(block) + CLIP_RATE_HZ]
        return np.asarray(rung[: len(block)], np.float64)


def limited_blocks(blocks: Iterable[Samples], ceiling_db: float) -> Iterator[Samples]:
    """Hold the true peak of a sound under a ceiling, block by block and without seams."""
    for window, own in _windows(blocks):
        needs_look = _peak_db(window) > ceiling_db - BETWEEN_DB
        yield (limited(window, ceiling_db) if needs_look else window)[own]


def highest_true_peak_db(blocks: Iterable[Samples]) -> float:
    """Find the highest level of a sound between its samples too, in dBTP."""
    highest = decibels(0.0)
    for window, own in _windows(blocks):
        if _peak_db(window[own]) > highest - BETWEEN_DB:
            fine = oversampled(window)[own.start * OVERSAMPLING : own.stop * OVERSAMPLING]
            highest = max(highest, decibels(float(np.abs(fine).max(initial=0.0))))
    return highest


def faded_ends(blocks: Iterable[Samples], count: int, fade: int) -> Iterator[Samples]:
    """Fade the first and the last `fade` of `count` samples in and out."""
    at = 0
    for block in blocks:
        place = np.arange(at, at + len(block))
        ramp = np.minimum(1.0, np.minimum(place + 1, count - place) / (fade + 1))
        yield np.asarray(block * ramp, np.float32)
        at += len(block)


def gained(blocks: Iterable[Samples], gain_db: float) -> Iterator[Samples]:
    """Raise or lower a sound by a level in dB."""
    factor = np.float32(amplitude(gain_db))
    for block in blocks:
        yield block * factor


def _peak_db(samples: Samples) -> float:
    return decibels(float(np.abs(samples).max(initial=0.0)))


def _windows(blocks: Iterable[Samples]) -> Iterator[tuple[Samples, slice]]:
    """Give windows that overlap by their contexts, each with the part of it that is its own."""
    held = np.zeros(0, np.float32)
    lead = 0
    for block in blocks:
        held = np.concatenate([held, block])
        stop = len(held) - CONTEXT
        if stop > lead:
            yield held, slice(lead, stop)
            held = held[max(0, stop - CONTEXT) :]
            lead = min(stop, CONTEXT)
    if len(held) > lead:
        yield held, slice(lead, len(held))
