"""A composed session written to a file, block by block: WAV, FLAC, Ogg Vorbis or MP3."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING, Any

from prt_desktop.audio.clips import SAMPLE_RATE, cut, read_clip
from prt_desktop.audio.segments import segment
from prt_desktop.domain.errors import SoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from prt_desktop.domain.exercise import Recording
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.domain.timeline import Timeline

BLOCK_MS = 10_000
BACKGROUND_FADE_MS = 4_000
_FORMATS = {
    ".wav": ("WAV", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".ogg": ("OGG", "VORBIS"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
}
_MIXED_RATE = 48_000
_FRAMES_PER_MS = _MIXED_RATE // 1000


def render(
    timeline: Timeline,
    recording: Recording,
    out: Path,
    soundscape: Soundscape | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write the session to `out`; its suffix chooses the format.

    The voice alone is mono at 24 kHz, sample for sample as the clips are; with a background it
    is stereo at 48 kHz. `progress` is told (ms done, ms in all). The file appears whole or not
    at all. Raises SoundError.
    """
    if out.suffix.lower() not in _FORMATS:
        raise SoundError(f"{out.name}: choose a name that ends in .wav, .flac, .ogg or .mp3.")
    rate = SAMPLE_RATE if soundscape is None else _MIXED_RATE
    blocks = _session_blocks(timeline, recording, soundscape)
    unfinished = out.with_name(f".{out.name}.{os.urandom(4).hex()}.part")
    try:
        for done in _written(unfinished, out.suffix.lower(), blocks, rate):
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


def voice_blocks(timeline: Timeline, recording: Recording) -> Iterator[NDArray[np.int16]]:
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
                pending.append((first, cut(read_clip(clip.path), end - first)))
        pending = [clip for clip in pending if _lay(block, start, *clip)]
        yield block


def _lay(block: NDArray[np.int16], start: int, clip_start: int, clip: NDArray[np.int16]) -> bool:
    """Copy the part of a clip that falls into a block; say whether more of it is to come."""
    first, last = max(start, clip_start), min(start + len(block), clip_start + len(clip))
    if first < last:
        block[first - start : last - start] = clip[first - clip_start : last - clip_start]
    return clip_start + len(clip) > start + len(block)


def _session_blocks(
    timeline: Timeline, recording: Recording, soundscape: Soundscape | None
) -> Iterator[NDArray[Any]]:
    voice = voice_blocks(timeline, recording)
    return voice if soundscape is None else _mixed(voice, soundscape, timeline.length_ms)


def _mixed(
    blocks: Iterator[NDArray[np.int16]], soundscape: Soundscape, length_ms: int
) -> Iterator[NDArray[Any]]:
    """Lay a looping background under the voice, one window at a time, faded at both ends."""
    import numpy  # noqa: PLC0415 - heavy, needed only here
    import soxr  # noqa: PLC0415 - pydub's own resampling leaves images of the voice

    loop = _read_loop(soundscape)
    stream = soxr.ResampleStream(SAMPLE_RATE, _MIXED_RATE, 1, dtype="int16")
    taken, written, total = 0, 0, length_ms * _FRAMES_PER_MS
    left = numpy.zeros(0, numpy.int16)
    for mono in blocks:
        taken += 2 * len(mono)
        last = taken >= total
        voice = numpy.concatenate([left, stream.resample_chunk(mono, last=last)])
        # pydub counts in whole milliseconds and would round anything else.
        whole = len(voice) // _FRAMES_PER_MS * _FRAMES_PER_MS
        if last:
            voice = numpy.pad(voice, (0, max(0, total - written - len(voice))))[: total - written]
        else:
            voice, left = voice[:whole], voice[whole:]
        bed = segment(loop[(written + numpy.arange(len(voice))) % len(loop)], _MIXED_RATE)
        fade_ms = min(BACKGROUND_FADE_MS, len(bed))
        bed = bed.fade_in(fade_ms) if written == 0 else bed
        bed = bed.fade_out(fade_ms) if last else bed
        window = segment(numpy.stack([voice, voice], 1), _MIXED_RATE).overlay(bed)
        yield numpy.frombuffer(window.raw_data, numpy.int16).reshape(-1, 2)
        written += len(voice)


def _read_loop(soundscape: Soundscape) -> NDArray[np.int16]:
    import soundfile  # noqa: PLC0415 - heavy, needed only here

    try:
        loop, rate = soundfile.read(soundscape.path, dtype="int16", always_2d=True)
    except (soundfile.LibsndfileError, OSError) as error:
        raise SoundError(f"The background {soundscape.name} cannot be decoded.") from error
    if rate != _MIXED_RATE or loop.shape[1] != 2 or len(loop) == 0:
        raise SoundError(f"The background {soundscape.name} is not stereo at 48 kHz.")
    samples: NDArray[np.int16] = loop
    return samples


def _written(path: Path, suffix: str, blocks: Iterator[NDArray[Any]], rate: int) -> Iterator[int]:
    """Write blocks to a file and give the number of frames written after each."""
    import soundfile  # noqa: PLC0415 - heavy, needed only while writing

    kind, subtype = _FORMATS[suffix]
    channels = 1 if rate == SAMPLE_RATE else 2
    done = 0
    try:
        with soundfile.SoundFile(path, "w", rate, channels, subtype, format=kind) as file:
            for block in blocks:
                # By seconds: libsndfile can crash on one long Vorbis write.
                for start in range(0, len(block), rate):
                    file.write(block[start : start + rate])
                done += len(block)
                yield done
    except soundfile.LibsndfileError as error:
        raise OSError(str(error)) from error
