"""A person's sound file made into clips like ours: mono, 24 kHz, as loud as every other.

It is decoded once into a plain file beside the clips, since its loudness and its silences are
known only at its end; nothing is held in memory for longer than a few seconds of sound.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from prt_desktop.audio import refusals
from prt_desktop.audio.clips import clip_blocks, write_clip
from prt_desktop.audio.levels import CLIP_CEILING_DBTP, CLIP_LUFS, Samples
from prt_desktop.audio.loudness import SILENCE_LUFS
from prt_desktop.audio.metering import (
    BLOCK,
    LoudnessMeter,
    faded_ends,
    gained,
    highest_true_peak_db,
    limited_blocks,
)
from prt_desktop.audio.silences import LevelTracker, Stretch
from prt_desktop.audio.sources import LONGEST_MS, at_clip_rate, opened
from prt_desktop.domain.errors import ImportStoppedError
from prt_desktop.domain.exercise import CLIP_RATE_HZ
from prt_desktop.domain.own_audio import OwnPiece, piece_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SHORTEST_MS = 1_000
FADE = CLIP_RATE_HZ // 100
"""Samples over which a clip begins and ends: 10 ms, so that no cut clicks."""

FIRST_CEILING_DBTP = -3.0
"""Vorbis raises single peaks by more than 1 dB; a clip that comes out too high is made anew."""
TRIES = 6
ROUNDS = 4
PEAK_MARGIN_DB = 0.2
CLOSE_ENOUGH_LU = 0.5
_LOUDEST_SAMPLE = 1e6  # a file of floating-point numbers may hold anything
_SAMPLE_BYTES = 4
_DECODED_NAME = "decoded.part"
_SHARE_DECODED, _SHARE_MEASURED = 0.3, 0.4
_SHARE_TOLD = 0.005


def never() -> bool:
    """Answer for whoever does not want to stop an import."""
    return False


def untold(_done_ms: int, _length_ms: int) -> None:
    """Hear how far an import is, and do nothing."""


class PeaksTooHighError(Exception):
    """A clip's peaks stay over the ceiling however often it is limited."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How an import is followed: `progress` is told (ms done, ms in all), `is_stopped` asked.

    Both are called every few seconds of sound, from the thread that imports.
    """

    progress: Callable[[int, int], None] = untold
    is_stopped: Callable[[], bool] = never


def import_sound(source: Path, folder: Path, watch: Watch, *, cut: bool) -> tuple[OwnPiece, ...]:
    """Write the clips of a file into a folder and give their pieces in order.

    `cut` makes a clip of each stretch between silences of two seconds and more; else there is
    one. Raises AudioFileError, ImportStoppedError and OSError; the folder is then to be removed.
    """
    decoded = _Decoded(folder / _DECODED_NAME)
    _decode(source, decoded, watch)
    steps = _Steps(watch, decoded.length_ms)
    lufs, stretches = _measured(decoded, steps)
    if lufs <= SILENCE_LUFS:
        raise refusals.silent(source)
    whole = (Stretch(0, decoded.count, 0),)
    try:
        pieces = _Levelling(decoded, folder, steps).write(stretches if cut else whole, lufs)
    except PeaksTooHighError as error:
        raise refusals.uneven(source) from error
    decoded.remove()
    steps.reached(1.0)
    return pieces


class _Steps:
    """Tells how far an import is, and ends it when it is stopped."""

    def __init__(self, watch: Watch, length_ms: int) -> None:
        self._watch = watch
        self._length_ms = max(1, length_ms)
        self._share = 0.0

    def reached(self, share: float) -> None:
        """Tell a share of the whole, never less than before; raises ImportStoppedError."""
        if self._watch.is_stopped():
            raise ImportStoppedError
        if share >= self._share + _SHARE_TOLD or share == 1.0:
            self._share = share
            self._watch.progress(round(share * self._length_ms), self._length_ms)


class _Decoded:
    """Mono sound at 24 kHz in a plain file of 32-bit numbers."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.count = 0
        self._file = path.open("xb")

    @property
    def length_ms(self) -> int:
        return self.count * 1000 // CLIP_RATE_HZ

    def append(self, samples: Samples) -> None:
        np.clip(samples, -_LOUDEST_SAMPLE, _LOUDEST_SAMPLE).astype("<f4").tofile(self._file)
        self.count += len(samples)

    def close(self) -> None:
        self._file.close()

    def blocks(self, start: int, stop: int) -> Iterator[Samples]:
        """Give the samples from `start` to `stop`, two seconds at a time."""
        with self._path.open("rb") as file:
            file.seek(start * _SAMPLE_BYTES)
            for at in range(start, stop, BLOCK):
                yield np.fromfile(file, "<f4", min(BLOCK, stop - at)).astype(np.float32)

    def remove(self) -> None:
        self._path.unlink()


def _decode(path: Path, decoded: _Decoded, watch: Watch) -> None:
    """Decode, mix to mono and resample a whole file; raises AudioFileError."""
    try:
        with opened(path) as source:
            steps = _Steps(watch, source.length_ms)
            for block in at_clip_rate(source):
                decoded.append(block)
                if decoded.length_ms > LONGEST_MS:
                    raise refusals.too_long(path)
                known_ms = max(source.length_ms, decoded.length_ms, 1)
                steps.reached(_SHARE_DECODED * decoded.length_ms / known_ms)
    finally:
        decoded.close()
    if decoded.length_ms < SHORTEST_MS:
        raise refusals.too_short(path) if decoded.count else refusals.damaged(path)


def _measured(decoded: _Decoded, steps: _Steps) -> tuple[float, tuple[Stretch, ...]]:
    """Give the loudness of the whole, and the stretches between its silences."""
    meter, levels = LoudnessMeter(), LevelTracker()
    done = 0
    for block in decoded.blocks(0, decoded.count):
        meter.add(block)
        levels.add(block)
        done += len(block)
        share = done / decoded.count
        steps.reached(_SHARE_DECODED + (_SHARE_MEASURED - _SHARE_DECODED) * share)
    lufs = meter.lufs
    return lufs, () if lufs <= SILENCE_LUFS else levels.stretches(lufs, decoded.count)


class _Levelling:
    """Writes the clips of a sound, each as loud as it should be when it is decoded again."""

    def __init__(self, decoded: _Decoded, folder: Path, steps: _Steps) -> None:
        self._decoded = decoded
        self._folder = folder
        self._steps = steps

    def write(self, stretches: tuple[Stretch, ...], lufs: float) -> tuple[OwnPiece, ...]:
        """Write a clip for each stretch of a sound of this loudness; raises PeaksTooHighError."""
        gain_db = CLIP_LUFS - lufs
        for _ in range(ROUNDS):  # more than one where the limiter took much
            off_lu = self._write_all(stretches, gain_db)
            if abs(off_lu) <= CLOSE_ENOUGH_LU:
                break
            gain_db -= off_lu
        return tuple(
            OwnPiece(_length_ms(one.stop - one.start), _length_ms(one.silence)) for one in stretches
        )

    def _write_all(self, stretches: tuple[Stretch, ...], gain_db: float) -> float:
        """Write every clip and say by how many LU all of them together are too loud."""
        meter = LoudnessMeter()
        for number, stretch in enumerate(stretches, 1):
            path = self._folder / f"{piece_id(number)}.ogg"
            self._write_one(path, stretch, gain_db)
            for block in clip_blocks(path):
                meter.add(block)
        return meter.lufs - CLIP_LUFS

    def _write_one(self, path: Path, stretch: Stretch, gain_db: float) -> None:
        ceiling_db = FIRST_CEILING_DBTP
        for _ in range(TRIES):
            faded = faded_ends(self._followed(stretch), stretch.stop - stretch.start, FADE)
            write_clip(path, limited_blocks(gained(faded, gain_db), ceiling_db))
            over_db = highest_true_peak_db(clip_blocks(path)) - CLIP_CEILING_DBTP
            if over_db <= 0:
                return
            ceiling_db -= over_db + PEAK_MARGIN_DB
        raise PeaksTooHighError

    def _followed(self, stretch: Stretch) -> Iterator[Samples]:
        at = stretch.start
        for block in self._decoded.blocks(stretch.start, stretch.stop):
            yield block
            at += len(block)
            share = at / self._decoded.count
            self._steps.reached(_SHARE_MEASURED + (1 - _SHARE_MEASURED) * share)


def _length_ms(count: int) -> int:
    return round(count * 1000 / CLIP_RATE_HZ)
