"""Where a person's sound is quiet, and the stretches between, found block by block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from prt_desktop.domain.exercise import CLIP_RATE_HZ

if TYPE_CHECKING:
    from prt_desktop.audio.levels import Samples

FRAME = CLIP_RATE_HZ // 50
"""Samples whose level is taken together: 20 ms."""

SHORTEST_SILENCE = 100
"""Frames, two seconds: between two sentences one rests for less."""
SHORTEST_STRETCH = 50
"""Frames, one second: what is shorter stays with what follows it."""

BEFORE, AFTER = 10, 20
"""Frames of the silence that stay with a sound: 200 ms before it, 400 ms for its fading away."""

OVER_FLOOR_DB = 8.0
UNDER_LOUDNESS_DB = (15.0, 30.0)
"""A sound is what rises over the room's own noise, but the border lies within these bounds."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Samples from `start` to `stop`, and how many of silence follow them."""

    start: int
    stop: int
    silence: int


class LevelTracker:
    """The level of every 20 ms of a sound, told in blocks of any length."""

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.float32)
        self._levels_db: list[Samples] = []

    def add(self, samples: Samples) -> None:
        """Take the next samples."""
        held = np.concatenate([self._rest, samples])
        whole = len(held) // FRAME * FRAME
        frames = held[:whole].reshape(-1, FRAME)
        spread = frames - frames.mean(axis=1, keepdims=True)
        power = np.square(spread).mean(axis=1)
        self._levels_db.append(np.asarray(10 * np.log10(power + 1e-12), np.float32))
        self._rest = held[whole:]

    def stretches(self, lufs: float, count: int) -> tuple[Stretch, ...]:
        """Cut `count` samples of this loudness at their silences; the silence before is dropped."""
        levels_db = np.concatenate([np.zeros(0, np.float32), *self._levels_db])
        sounding = np.flatnonzero(levels_db > _border_db(levels_db, lufs))
        if not len(sounding):
            return (Stretch(0, count, 0),)
        gaps = np.flatnonzero(np.diff(sounding) > SHORTEST_SILENCE + BEFORE + AFTER)
        starts = [max(0, one - BEFORE) for one in (sounding[0], *sounding[gaps + 1])]
        stops = [one + 1 + AFTER for one in (*sounding[gaps], sounding[-1])]
        kept = _joined(list(zip(starts, stops, strict=True)))
        return _in_samples(kept, count)


def _border_db(levels_db: Samples, lufs: float) -> float:
    nearest, farthest = UNDER_LOUDNESS_DB
    floor_db = float(np.percentile(levels_db, 5)) if len(levels_db) else lufs
    return min(lufs - nearest, max(lufs - farthest, floor_db + OVER_FLOOR_DB))


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Let a stretch that is too short go on to the end of the next one."""
    kept: list[tuple[int, int]] = []
    begun: int | None = None
    for start, stop in stretches:
        first = start if begun is None else begun
        begun = first if stop - first < SHORTEST_STRETCH else None
        if begun is None:
            kept.append((first, stop))
    if begun is not None:
        last_start = kept.pop()[0] if kept else begun
        kept.append((last_start, stretches[-1][1]))
    return kept


def _in_samples(stretches: list[tuple[int, int]], count: int) -> tuple[Stretch, ...]:
    places = [(start * FRAME, min(count, stop * FRAME)) for start, stop in stretches]
    nexts = [*(start for start, _ in places[1:]), count]
    return tuple(
        Stretch(int(start), int(stop), int(following - stop))
        for (start, stop), following in zip(places, nexts, strict=True)
    )
