"""A composed session written to a file, block by block: WAV, FLAC, Ogg Vorbis or MP3."""

from __future__ import annotations

import contextlib
import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from prt_desktop.audio.clips import SAMPLE_RATE, cut, read_clip
from prt_desktop.audio.encoding import ENDINGS, sound_file
from prt_desktop.audio.mixing import MIXED_RATE, mixed
from prt_desktop.audio.stretching import stretched
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

    ReadClip = Callable[[Clip], NDArray[np.int16]]

BLOCK_MS = 10_000
_REMEMBERED = 32  # stretched clips: some 10 MB


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


def as_recorded(clip: Clip) -> NDArray[np.int16]:
    """Read a clip as it lies on disk."""
    return read_clip(clip.path)


def voice_blocks(
    timeline: Timeline, recording: Recording, read: ReadClip = as_recorded
) -> Iterator[NDArray[np.int16]]:
    """Give the voice of a session as int16 blocks of ten seconds; the last takes the rest."""
    import numpy  # noqa: PLC0415 - heavy, needed only here

    total = timeline.length_ms * SAMPLE_RATE // 1000
    step = BLOCK_MS * SAMPLE_RATE // 1000
    soundings = list(timeline.soundings)
    pending: list[tuple[int, NDArray[np.int16]]] = []
    count = max(1, total // step)
    for start in range(0, count * step, step):
        is_last = start == (count - 1) * step
        block = numpy.zeros(total - start if is_last else step, numpy.int16)
        while soundings and soundings[0].start_ms * SAMPLE_RATE // 1000 < start + len(block):
            one = soundings.pop(0)
            clip = recording.clips.get(one.clip_id)
            if clip is not None:
                first, end = (ms * SAMPLE_RATE // 1000 for ms in (one.start_ms, one.end_ms))
                pending.append((first, cut(read(clip), end - first)))
        pending = [clip for clip in pending if _lay(block, start, *clip)]
        yield block


def _lay(block: NDArray[np.int16], start: int, clip_start: int, clip: NDArray[np.int16]) -> bool:
    """Copy the part of a clip that falls into a block; say whether more of it is to come."""
    first, last = max(start, clip_start), min(start + len(block), clip_start + len(clip))
    if first < last:
        block[first - start : last - start] = clip[first - clip_start : last - clip_start]
    return clip_start + len(clip) > start + len(block)


def _session_blocks(
    timeline: Timeline, recording: Recording, background: Background | None
) -> Iterator[NDArray[Any]]:
    voice = voice_blocks(timeline, recording, _read_at(timeline.rate))
    return voice if background is None else mixed(voice, background, timeline.length_ms)


def _read_at(rate: float) -> ReadClip:
    """Read clips as they are spoken at a rate; a few are remembered, for sessions repeat them."""
    if rate == 1:
        return as_recorded

    @lru_cache(maxsize=_REMEMBERED)
    def read(clip: Clip) -> NDArray[np.int16]:
        samples = read_clip(clip.path)
        return samples if clip.id == BELL_CLIP_ID else stretched(samples, rate)

    return read
