"""A track that is poured while it plays: a WAV of silence into which clips are written."""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass
from io import FileIO
from typing import TYPE_CHECKING

from prt_desktop.audio.clips import SAMPLE_RATE, read_piece
from prt_desktop.domain.errors import SoundError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from prt_desktop.domain.exercise import Recording
    from prt_desktop.domain.timeline import Sounding, Timeline

SAMPLE_BYTES = 2
HEADER_BYTES = 44
POURED_AHEAD_MS = 10_000  # the demuxer reads about five seconds ahead of the play head
_LONGEST_PIECE = POURED_AHEAD_MS * SAMPLE_RATE // 1000


@dataclass(frozen=True, slots=True)
class _Piece:
    """The samples from `first` to `last` of a clip cut to `room`, which stand at `start`."""

    clip_id: str
    room: int
    start: int
    first: int
    last: int

    @property
    def end(self) -> int:
        return self.start + self.last - self.first


class Track:
    """The voice of one session on disk: mono, 16 bit, exactly as long as its timeline.

    The file is made at once, whatever its length, as silence that takes no room. `pour_from`
    writes the ten seconds that are heard next; `pour_rest` writes everything else and may run
    in a thread of its own. What is longer than ten seconds is poured in pieces.
    """

    def __init__(self, path: Path, timeline: Timeline, recording: Recording) -> None:
        """Make the silent file; raises SoundError when it cannot be written."""
        self.path = path
        self.length_ms = timeline.to_media_ms(timeline.length_ms)
        self._timeline = timeline
        self._pieces = [piece for one in timeline.soundings for piece in self._cut_up(one)]
        self._recording = recording
        self._lock = threading.Lock()
        self._poured: set[int] = set()
        self._cancelled = False
        self.missing: set[str] = set()
        samples = self.length_ms * SAMPLE_RATE // 1000
        try:
            self._file = _silent_file(path, samples)
        except OSError as error:
            raise SoundError(
                f"The sound could not be prepared in {path.parent} ({error.strerror}). "
                "Free some space, then start again."
            ) from error

    def pour_from(self, wall_ms: int) -> None:
        """Write what is heard in the ten seconds from a wall-clock position on."""
        until = self._place(wall_ms + POURED_AHEAD_MS)
        heard = range(self._first_after(wall_ms), len(self._pieces))
        self._pour([k for k in heard if self._pieces[k].start < until])

    def pour_rest(self, wall_ms: int = 0) -> None:
        """Write all that is not there yet, beginning with what comes after a position."""
        first = self._first_after(wall_ms)
        self._pour([*range(first, len(self._pieces)), *range(first)])

    def cancel(self) -> None:
        """Stop pouring; what is being played can be played on."""
        self._cancelled = True

    def close(self) -> None:
        """Stop pouring and remove the file."""
        self.cancel()
        with self._lock:
            self._file.close()
            with contextlib.suppress(OSError):  # Windows, while the player still holds it
                self.path.unlink(missing_ok=True)

    def _pour(self, indexes: Iterable[int]) -> None:
        for index in indexes:
            with self._lock:
                if self._cancelled:
                    return
                if index not in self._poured:
                    self._pour_one(self._pieces[index])
                    self._poured.add(index)

    def _place(self, wall_ms: int) -> int:
        return self._timeline.to_media_ms(wall_ms) * SAMPLE_RATE // 1000

    def _cut_up(self, sounding: Sounding) -> Iterator[_Piece]:
        begin, end = self._place(sounding.start_ms), self._place(sounding.end_ms)
        for start in range(begin, max(begin + 1, end), _LONGEST_PIECE):
            stop = min(end, start + _LONGEST_PIECE)
            yield _Piece(sounding.clip_id, end - begin, start, start - begin, stop - begin)

    def _first_after(self, wall_ms: int) -> int:
        """Give the first piece that is still heard at a position, or begins after it."""
        place = self._place(wall_ms)
        ends = (k for k, one in enumerate(self._pieces) if one.end > place)
        return next(ends, len(self._pieces))

    def _pour_one(self, piece: _Piece) -> None:
        clip = self._recording.clips.get(piece.clip_id)
        if clip is None:
            self.missing.add(piece.clip_id)
            return
        try:
            self._write(piece.start, read_piece(clip.path, piece.room, piece.first, piece.last))
        except (SoundError, OSError):  # broken, or the disk is full: its caption is shown
            self.missing.add(piece.clip_id)

    def _write(self, start: int, samples: NDArray[np.int16]) -> None:
        self._file.seek(HEADER_BYTES + start * SAMPLE_BYTES)
        self._file.write(samples.tobytes())


def _silent_file(path: Path, samples: int) -> FileIO:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    file = FileIO(handle, "r+")
    try:
        file.write(wav_header(samples))
        file.truncate(HEADER_BYTES + samples * SAMPLE_BYTES)
    except OSError:
        file.close()
        path.unlink(missing_ok=True)
        raise
    return file


def wav_header(samples: int, channels: int = 1, rate: int = SAMPLE_RATE) -> bytes:
    """Give the 44 bytes before `samples` frames of 16-bit PCM."""
    frame = channels * SAMPLE_BYTES
    size = samples * frame
    return b"".join(
        (
            b"RIFF",
            (36 + size).to_bytes(4, "little"),
            b"WAVEfmt ",
            (16).to_bytes(4, "little"),
            (1).to_bytes(2, "little"),
            channels.to_bytes(2, "little"),
            rate.to_bytes(4, "little"),
            (rate * frame).to_bytes(4, "little"),
            frame.to_bytes(2, "little"),
            (8 * SAMPLE_BYTES).to_bytes(2, "little"),
            b"data",
            size.to_bytes(4, "little"),
        )
    )
