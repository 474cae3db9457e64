"""Clips on disk to samples in memory and back: 24 kHz, mono."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

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
    with _opened(path) as file:
        samples: NDArray[np.int16] = file.read(dtype="int16")
    return samples


def clip_length(path: Path) -> int:
    """Give how many samples a clip has, without decoding them; raises SoundError."""
    with _opened(path) as file:
        return int(file.frames)


def read_piece(path: Path, room: int, start: int, stop: int) -> NDArray[np.int16]:
    """Give the samples from `start` to `stop` of a clip that is cut to `room` samples.

    Only those are decoded, so a piece of a recording of hours costs as much as a short clip.
    Raises SoundError naming the file.
    """
    with _opened(path) as file:
        start = min(start, file.frames)
        file.seek(start)
        samples: NDArray[np.int16] = file.read(max(0, min(stop, room) - start), dtype="int16")
        length = file.frames
    return cut(samples, room, start, length)


def cut(
    samples: NDArray[np.int16], room: int, start: int = 0, length: int | None = None
) -> NDArray[np.int16]:
    """Give what a clip has within `room` samples; what is cut in the middle of a word fades out.

    `samples` may be a piece that begins at `start` of a clip of `length` samples. A timeline
    counts in whole milliseconds of another rate, so a clip may be a few ms longer than its place:
    those are its own silent end and need no fade.
    """
    kept = samples[: max(0, room - start)]
    length = len(samples) if length is None else length
    fade = min(room, _FADE)
    first = max(0, room - fade - start)
    if length - room < _ROUNDING or first >= len(kept):
        return kept
    import numpy  # noqa: PLC0415 - loaded with soundfile, needed only for a turn

    ramp = numpy.linspace(1.0, 0.0, fade)[first + start + fade - room :]
    faded = kept.copy()
    faded[first:] = (faded[first:] * ramp[: len(faded) - first]).astype(numpy.int16)
    return faded


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


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import soundfile  # noqa: PLC0415 - 84 ms that the first paint does not wait for

    try:
        with soundfile.SoundFile(path) as file:
            if file.samplerate != SAMPLE_RATE or file.channels != 1:
                raise SoundError(f"The clip {path.name} is not mono at {SAMPLE_RATE} Hz.")
            yield file
    except (soundfile.LibsndfileError, OSError, RuntimeError) as error:
        raise SoundError(f"The clip {path.name} cannot be decoded.") from error
