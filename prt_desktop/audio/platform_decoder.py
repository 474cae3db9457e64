"""M4A and AAC, decoded by the platform in a process of its own.

So a file that makes a decoder crash or hang takes nothing with it, and neither a window nor an
event loop is needed here.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from prt_desktop.audio import refusals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.audio.levels import Samples

COMMAND = "decode"  # a command of our own, which `--help` does not list
_HOME = Path(__file__).resolve().parents[2]
_HEAD_BYTES = 1_000
_FRAMES_IN_BLOCK = 65_536
_MOST_CHANNELS = 64
_SCALES = {"uint8": 128, "int16": 2**15, "int32": 2**31, "float32": 1}


@contextlib.contextmanager
def decoded_by_platform(path: Path) -> Iterator[PlatformSource]:
    """Begin to decode a file; raises AudioFileError."""
    frozen = getattr(sys, "frozen", False)
    program = [sys.executable] if frozen else [sys.executable, "-m", "prt_desktop"]
    process = subprocess.Popen(
        [*program, COMMAND, str(path.resolve())],
        cwd=_HOME,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield PlatformSource(path, process)
    finally:
        process.kill()
        process.communicate()


class PlatformSource:
    """The sound that the other process writes: a line of JSON, then plain samples."""

    def __init__(self, path: Path, process: subprocess.Popen[bytes]) -> None:
        self._path = path
        self._process = process
        if process.stdout is None:
            raise refusals.damaged(path)
        self._pipe: IO[bytes] = process.stdout
        head = _head(self._pipe.readline(_HEAD_BYTES))
        if head is None:
            raise refusals.damaged(path)
        self.rate: int = head["rate"]
        self.length_ms: int = max(0, head["length_ms"])
        self._channels: int = head["channels"]
        self._kind: str = head["kind"]

    def blocks(self) -> Iterator[Samples]:
        """Give the mean of the channels; raises AudioFileError when the decoder gives up."""
        import numpy  # noqa: PLC0415 - heavy, needed only here

        frame = self._channels * numpy.dtype(self._kind).itemsize
        while content := self._pipe.read(_FRAMES_IN_BLOCK * frame):
            whole = content[: len(content) // frame * frame]
            values = numpy.frombuffer(whole, self._kind).astype(numpy.float32)
            middle = 128 if self._kind == "uint8" else 0
            values = (values - middle) / numpy.float32(_SCALES[self._kind])
            yield values.reshape(-1, self._channels).mean(axis=1, dtype=numpy.float32)
        if self._process.wait() != 0:
            raise refusals.damaged(self._path)


def _head(line: bytes) -> dict[str, Any] | None:
    """Read the line before the samples; None when the decoder found no sound."""
    try:
        head: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    fits = head["kind"] in _SCALES and 1 <= head["channels"] <= _MOST_CHANNELS
    return head if fits else None
