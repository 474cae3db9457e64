"""Clips on disk to samples in memory and back: 24 kHz, mono."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import CLIP_RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

SAMPLE_RATE = CLIP_RATE_HZ
_ROUNDING = SAMPLE_RATE // 250
_FADE = SAMPLE_RATE // 8
VORBIS_QUALITY = 0.4
"""About 50 kbit/s for one voice: no word is lost and decoding is 1,400 times real time."""


def read_clip(path: Path) -> NDArray[np.int16]:
    """Decode one clip to int16 samples at 24 kHz; raises SoundError naming the file."""
    import soundfile  # noqa: PLC0415 - 84 ms that the first paint does not wait for

    try:
        samples, rate = soundfile.read(path, dtype="int16", always_2d=True)
    except (soundfile.LibsndfileError, OSError, RuntimeError) as error:
        raise SoundError(f"The clip {path.name} cannot be decoded.") from error
    if rate != SAMPLE_RATE or samples.shape[1] != 1:
        raise SoundError(f"The clip {path.name} is not mono at {SAMPLE_RATE} Hz.")
    mono: NDArray[np.int16] = samples[:, 0]
    return mono


def cut(samples: NDArray[np.int16], count: int) -> NDArray[np.int16]:
    """Give a clip's first `count` samples; what is cut in the middle of a word fades out.

    A timeline counts in whole milliseconds of another rate, so a clip may be a few ms longer
    than its place: those are its own silent end and need no fade.
    """
    if len(samples) - count < _ROUNDING:
        return samples[: max(0, count)]
    import numpy  # noqa: PLC0415 - loaded with soundfile, needed only for a turn

    kept = samples[: max(0, count)].copy()
    length = min(len(kept), _FADE)
    ramp = numpy.linspace(1.0, 0.0, length)
    kept[len(kept) - length :] = (kept[len(kept) - length :] * ramp).astype(numpy.int16)
    return kept


def clip_blocks(path: Path) -> Iterator[NDArray[np.float32]]:
    """Decode one clip a few seconds at a time; raises SoundError."""
    from prt_desktop.audio.soundfile_decoder import decoded_by_soundfile  # noqa: PLC0415

    with path.open("rb") as file, decoded_by_soundfile(path, file) as source:
        yield from source.blocks()


def write_clip(path: Path, blocks: Iterable[NDArray[np.float32]]) -> None:
    """Write a clip as mono Ogg Vorbis at 24 kHz; raises OSError.

    It is written a second at a time, since libsndfile can crash on one long Vorbis write.
    """
    import soundfile  # noqa: PLC0415 - see above

    try:
        with soundfile.SoundFile(
            path,
            "w",
            SAMPLE_RATE,
            1,
            format="OGG",
            subtype="VORBIS",
            compression_level=1 - VORBIS_QUALITY,
        ) as file:
            for block in blocks:
                for start in range(0, len(block), SAMPLE_RATE):
                    file.write(block[start : start + SAMPLE_RATE])
    except soundfile.LibsndfileError as error:
        raise OSError(str(error)) from error
