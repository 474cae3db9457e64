"""A person's sound file, opened by what is in it and not by its name, and decoded in blocks."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from typing import TYPE_CHECKING, BinaryIO, Protocol

from prt_desktop.audio import refusals
from prt_desktop.audio.platform_decoder import decoded_by_platform
from prt_desktop.audio.soundfile_decoder import decoded_by_soundfile
from prt_desktop.domain.exercise import CLIP_RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prt_desktop.audio.levels import Samples

LARGEST_BYTES = 1_000_000_000
LONGEST_MS = 3 * 3_600_000
RATES_HZ = (4_000, 768_000)
_HEAD_BYTES = 65_536
_MP3_FRAME = re.compile(rb"\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]")


class Source(Protocol):
    """Sound that is decoded as it is asked for."""

    @property
    def rate(self) -> int:
        """Samples a second, as the file has them."""

    @property
    def length_ms(self) -> int:
        """How long the file says it is; 0 when it does not say."""

    def blocks(self) -> Iterator[Samples]:
        """Give the sound in mono, at most a few seconds at a time; raises AudioFileError."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open a WAV, FLAC, Ogg, MP3, M4A or AAC file; raises AudioFileError in one sentence."""
    with _readable(path) as file, _decoding(path, file) as source:
        if not RATES_HZ[0] <= source.rate <= RATES_HZ[1]:
            raise refusals.damaged(path)
        if source.length_ms > LONGEST_MS:
            raise refusals.too_long(path)
        yield source


def at_clip_rate(source: Source) -> Iterator[Samples]:
    """Give the sound of a source at the rate of our clips."""
    import numpy  # noqa: PLC0415 - loaded with what decodes
    import soxr  # noqa: PLC0415 - pydub's own resampling leaves images of the voice

    if source.rate == CLIP_RATE_HZ:
        yield from source.blocks()
        return
    stream = soxr.ResampleStream(source.rate, CLIP_RATE_HZ, 1, dtype="float32")
    for block in source.blocks():
        yield stream.resample_chunk(block)
    yield stream.resample_chunk(numpy.zeros(0, numpy.float32), last=True)


@contextlib.contextmanager
def _readable(path: Path) -> Iterator[BinaryIO]:
    """Open a file that is one, is not empty and is not too large."""
    # A pipe would else wait for its writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
    except (OSError, ValueError) as error:  # ValueError: a name with a null in it
        why = error.strerror if isinstance(error, OSError) else None
        raise refusals.not_opened(path, why or "no such name") from error
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        os.close(handle)
        raise refusals.not_opened(path, "not a file")
    with open(handle, "rb") as file:  # noqa: PTH123 - a descriptor, made so as not to wait
        if found.st_size == 0:
            raise refusals.empty(path)
        if found.st_size > LARGEST_BYTES:
            raise refusals.too_large(path)
        yield file


@contextlib.contextmanager
def _decoding(path: Path, file: BinaryIO) -> Iterator[Source]:
    try:
        head = file.read(_HEAD_BYTES)
        file.seek(0)
    except OSError as error:
        raise refusals.not_opened(path, error.strerror or "no reason given") from error
    if _is_for_the_platform(head):
        with decoded_by_platform(path) as source:
            yield source
    else:
        late_mp3 = path.suffix.lower() == ".mp3" and bool(_MP3_FRAME.search(head))
        with decoded_by_soundfile(path, file, late_mp3=late_mp3) as stream:
            yield stream


def _is_for_the_platform(head: bytes) -> bool:
    """Recognise an MP4 container, and AAC frames without one."""
    is_adts = len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0
    return head[4:8] == b"ftyp" or is_adts
