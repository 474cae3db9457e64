"""WAV, FLAC, Ogg and MP3, decoded by soundfile a few seconds at a time."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from prt_desktop.audio import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from prt_desktop.audio.levels import Samples

_VALUES_IN_BLOCK = 131_072  # over all channels
_NO_LENGTH = 2**62
_LOUDEST = 10_000.0  # 80 dB over full scale: a recording in float may go over, but not so far


class _Stream(Protocol):
    """What is used of soundfile's `SoundFile`, which comes without types."""

    samplerate: int
    channels: int
    frames: int

    def read(self, frames: int, dtype: str, *, always_2d: bool) -> NDArray[np.float32]:
        """Give the next frames, of shape (frames, channels)."""

    def close(self) -> None:
        """Let go of the file."""


@contextlib.contextmanager
def decoded_by_soundfile(
    path: Path, file: BinaryIO, *, late_mp3: bool = False
) -> Iterator[SoundfileSource]:
    """Open a file by its content; raises AudioFileError.

    `late_mp3` opens it by its name when that fails: an MP3 that begins with something else is
    only searched for its first frame when its name says that it is one.
    """
    import soundfile  # noqa: PLC0415 - 84 ms, needed only here

    stream_kind = _unseeking(soundfile.SoundFile)
    try:
        try:
            stream = stream_kind(_CalmFile(file))
        except soundfile.LibsndfileError:
            if not late_mp3:
                raise
            stream = stream_kind(str(path))
    except (soundfile.LibsndfileError, RuntimeError, OSError, ValueError) as error:
        raise refusals.damaged(path) from error
    with contextlib.closing(stream):
        yield SoundfileSource(path, stream, soundfile.LibsndfileError)


class SoundfileSource:
    """An open sound file, read from its beginning to its end."""

    def __init__(self, path: Path, stream: _Stream, error: type[Exception]) -> None:
        self._path = path
        self._stream = stream
        self._error = error

    @property
    def rate(self) -> int:
        """Samples a second."""
        return self._stream.samplerate

    @property
    def length_ms(self) -> int:
        """How long the file says it is; 0 when it does not say."""
        frames = self._stream.frames
        return frames * 1000 // max(1, self.rate) if 0 < frames < _NO_LENGTH else 0

    def blocks(self) -> Iterator[Samples]:
        """Give the mean of the channels; raises AudioFileError where the file is damaged."""
        import numpy  # noqa: PLC0415 - heavy, needed only here

        frames = max(1, _VALUES_IN_BLOCK // max(1, self._stream.channels))
        while True:
            try:
                block = self._stream.read(frames, dtype="float32", always_2d=True)
            except (self._error, RuntimeError, OSError) as error:
                raise refusals.damaged(self._path) from error
            if not len(block):
                return
            # What is no loudness is silence; left in, it would spoil all that is resampled with it.
            block[~(numpy.abs(block) <= _LOUDEST)] = 0.0
            yield numpy.mean(block, axis=1, dtype=numpy.float32)


class _CalmFile:
    """A file whose faults look like its end: libsndfile's calls must never raise."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def seek(self, offset: int, whence: int = 0) -> int:
        with contextlib.suppress(OSError, ValueError, OverflowError):
            self._file.seek(offset, whence)
        return self._file.tell()

    def tell(self) -> int:
        return self._file.tell()

    def read(self, count: int) -> bytes:
        with contextlib.suppress(OSError):
            return self._file.read(count)
        return b""


def _unseeking(kind: type) -> Callable[[_CalmFile | str], _Stream]:
    """Make soundfile read straight on.

    It would seek to where it stands after every block, which loses its place in an MP3 of
    varying bit rate.
    """
    unseeking = type("Unseeking", (kind,), {"seekable": lambda _self: False})
    return cast("Callable[[_CalmFile | str], _Stream]", unseeking)
