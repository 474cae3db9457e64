"""A composed session written to a file, block by block: WAV, FLAC, Ogg Vorbis or MP3."""

from __future__ import annotations

import contextlib
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from prt_desktop.audio.clips import SAMPLE_RATE, clip_length, cut, read_clip, read_piece
from prt_desktop.audio.encoding import ENDINGS, sound_file
from prt_desktop.audio.mixing import MIXED_RATE, mixed
from prt_desktop.audio.stretching import stretched, stretched_blocks
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.timeline import BELL_CLIP_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from prt_desktop.audio.mixing import Background
    from prt_desktop.domain.exercise import Clip, Recording
    from prt_desktop.domain.timeline import Timeline

BLOCK_MS = 10_000
_BLOCK = BLOCK_MS * SAMPLE_RATE // 1000
_REMEMBERED = 32  # stretched clips: some 10 MB
_SHORT_MS = 30_000


def render(
    timeline: Timeline,
    recording: Recording,
    out: Path,
    background: Background | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Write the session to `out`, whose ending chooses the format; say whether it is there.

    The voice alone is mono at 24 kHz, at rate 1 sample for sample as the clips are; with a
    background it is stereo at 48 kHz. `progress` is told (ms done, ms in all), and `cancelled`
    is asked after each ten seconds. The file appears whole or not at all. Raises SoundError.
    """
    if out.suffix.lower() not in ENDINGS:
        raise SoundError(f"{out.name}: choose a name that ends in .wav, .flac, .ogg or .mp3.")
    rate, channels = (SAMPLE_RATE, 1) if background is None else (MIXED_RATE, 2)
    unfinished = out.with_name(f".{out.name}.{os.urandom(4).hex()}.part")
    done = 0
    try:
        with sound_file(unfinished, out.suffix.lower(), rate, channels) as write:
            for block in _session_blocks(timeline, recording, background):
                if cancelled and cancelled():
                    return False
                write(block)
                done += len(block)
                if progress:
                    progress(done * 1000 // rate, timeline.length_ms)
        unfinished.replace(out)
    except OSError as error:
        why = str(error).rstrip(".")
        message = f"{out} could not be written ({why}). Free some space or choose another folder."
        raise SoundError(message) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return True


def voice_blocks(timeline: Timeline, recording: Recording) -> Iterator[NDArray[np.int16]]:
    """Give the voice of a session as int16 blocks of ten seconds; the last takes the rest."""
    import numpy  # noqa: PLC0415 - heavy, needed only here

    read = _as_recorded if timeline.rate == 1 else _AtRate(timeline.rate)
    total = timeline.length_ms * SAMPLE_RATE // 1000
    places = [
        (one.start_ms * SAMPLE_RATE // 1000, one.end_ms * SAMPLE_RATE // 1000, clip)
        for one in timeline.soundings
        if (clip := recording.clips.get(one.clip_id)) is not None
    ]
    count = max(1, total // _BLOCK)
    for start in range(0, count * _BLOCK, _BLOCK):
        stop = total if start == (count - 1) * _BLOCK else start + _BLOCK
        block = numpy.zeros(stop - start, numpy.int16)
        for begin, end, clip in places:
            first, last = max(start, begin), min(stop, end)
            if first < last:
                piece = read(clip, end - begin, first - begin, last - begin)
                block[first - start :][: len(piece)] = piece
        yield block


def _as_recorded(clip: Clip, room: int, start: int, stop: int) -> NDArray[np.int16]:
    """Read a piece of a clip as it lies on disk."""
    return read_piece(clip.path, room, start, stop)


class _AtRate:
    """Reads clips as they are spoken at a rate, a piece at a time and in order.

    A few short ones are remembered, for sessions repeat them; of a long one no more is held than
    is being read. The bell rings as it was made.
    """

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._short = lru_cache(maxsize=_REMEMBERED)(self._stretched)
        self._flow: _Flow | None = None

    def __call__(self, clip: Clip, room: int, start: int, stop: int) -> NDArray[np.int16]:
        """Give the samples from `start` to `stop` of a clip that is cut to `room`."""
        if clip.id == BELL_CLIP_ID:
            return _as_recorded(clip, room, start, stop)
        if clip.length_ms <= _SHORT_MS:
            return cut(self._short(clip.path), room)[start:stop]
        if self._flow is None or self._flow.path != clip.path or start < self._flow.at:
            self._flow = _Flow(clip.path, self._rate)
        self._flow.go_on_to(start)
        return cut(self._flow.take(min(stop, room) - start), room, start, self._flow.length)

    def _stretched(self, path: Path) -> NDArray[np.int16]:
        return stretched(read_clip(path), self._rate)


class _Flow:
    """One long clip at a rate, read on from `at`."""

    def __init__(self, path: Path, rate: float) -> None:
        import numpy  # noqa: PLC0415 - heavy, needed only here

        recorded = clip_length(path)
        places = range(0, recorded, _BLOCK)
        blocks = (read_piece(path, recorded, place, place + _BLOCK) for place in places)
        self.path = path
        self.length = round(recorded / rate)
        self.at = 0
        self._blocks = stretched_blocks(blocks, recorded, rate)
        self._ready: NDArray[np.int16] = numpy.zeros(0, numpy.int16)

    def go_on_to(self, place: int) -> None:
        """Leave out what comes before a place; behind the end there is nothing to leave out."""
        while self.at < place and len(self.take(min(_BLOCK, place - self.at))):
            continue

    def take(self, count: int) -> NDArray[np.int16]:
        """Give the next samples; at the end fewer."""
        import numpy  # noqa: PLC0415 - heavy, needed only here

        pieces = [self._ready]
        ready = len(self._ready)
        while ready < count and (block := next(self._blocks, None)) is not None:
            pieces.append(block)
            ready += len(block)
        whole = numpy.concatenate(pieces)
        self._ready = whole[count:]
        self.at += min(count, ready)
        return whole[:count]


def _session_blocks(
    timeline: Timeline, recording: Recording, background: Background | None
) -> Iterator[NDArray[Any]]:
    voice = voice_blocks(timeline, recording)
    return voice if background is None else mixed(voice, background, timeline.length_ms)
