"""A background under a voice, window by window: looped, faded at both ends, as loud as wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from prt_desktop.audio.clips import SAMPLE_RATE
from prt_desktop.audio.levels import volume_gain
from prt_desktop.audio.segments import segment
from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.soundscape import Soundscape

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray


MIXED_RATE = 48_000
FADE_MS = 4_000
LONGEST_FADE_MS = 20_000
_FRAMES_PER_MS = MIXED_RATE // 1000
_FAINTEST = 1e-6  # -120 dB, where a fade begins and ends


@dataclass(frozen=True, slots=True)
class Background:
    """A loop, its loudness as heard from 0 to 100, and how long it takes to come and to go."""

    soundscape: Soundscape
    volume: int = 100
    fade_ms: int = FADE_MS

    def __post_init__(self) -> None:
        """Refuse what is outside the ranges that the window offers."""
        if not 0 <= self.volume <= 100:
            raise ValueError("the volume of a background goes from 0 to 100")
        if not 0 <= self.fade_ms <= LONGEST_FADE_MS:
            raise ValueError("a background fades in 0 to 20 seconds")


def mixed(
    blocks: Iterator[NDArray[np.int16]], background: Background, length_ms: int
) -> Iterator[NDArray[Any]]:
    """Give stereo windows at 48 kHz of a mono voice at 24 kHz with its background."""
    import numpy  # noqa: PLC0415 - heavy, needed only here

    loop = _read_loop(background.soundscape)
    written, total = 0, length_ms * _FRAMES_PER_MS
    for voice in _resampled(blocks, total):
        bed = _looped(loop, written, len(voice))
        gain = _gain(background, written, len(voice), length_ms)
        if gain is not None:
            bed = numpy.floor(bed * gain).astype(numpy.int16)
        window = segment(numpy.stack([voice, voice], 1), MIXED_RATE)
        window = window.overlay(segment(bed, MIXED_RATE))
        yield numpy.frombuffer(window.raw_data, numpy.int16).reshape(-1, 2)
        written += len(voice)


def _resampled(blocks: Iterator[NDArray[np.int16]], total: int) -> Iterator[NDArray[np.int16]]:
    """Give the voice at 48 kHz in windows of whole milliseconds, `total` frames in all."""
    import numpy  # noqa: PLC0415 - heavy, needed only here
    import soxr  # noqa: PLC0415 - pydub's own resampling leaves images of the voice

    stream = soxr.ResampleStream(SAMPLE_RATE, MIXED_RATE, 1, dtype="int16")
    left = numpy.zeros(0, numpy.int16)
    taken = written = 0
    for mono in blocks:
        taken += len(mono) * MIXED_RATE // SAMPLE_RATE
        is_last = taken >= total
        voice = numpy.concatenate([left, stream.resample_chunk(mono, last=is_last)])
        if is_last:
            rest = total - written
            yield numpy.pad(voice, (0, max(0, rest - len(voice))))[:rest]
            return
        # pydub counts in whole milliseconds and would round anything else.
        whole = len(voice) // _FRAMES_PER_MS * _FRAMES_PER_MS
        left = voice[whole:]
        written += whole
        yield voice[:whole]


def _looped(loop: NDArray[np.int16], start: int, count: int) -> NDArray[np.int16]:
    """Give `count` frames of a loop that goes round, from a frame counted from its beginning."""
    import numpy  # noqa: PLC0415 - heavy, needed only here

    first = start % len(loop)
    pieces = [loop[first : first + count]]
    rest = count - len(pieces[0])
    while rest > 0:
        pieces.append(loop[:rest])
        rest -= len(pieces[-1])
    return pieces[0] if len(pieces) == 1 else numpy.concatenate(pieces)


def _gain(
    background: Background, start: int, count: int, length_ms: int
) -> NDArray[np.float64] | None:
    """Give the gain of each frame of a window as a column, or None where it is 1 throughout."""
    import numpy  # noqa: PLC0415 - heavy, needed only here

    loudness = volume_gain(background.volume)
    fade_ms = min(background.fade_ms, length_ms)
    first_ms, end_ms = start // _FRAMES_PER_MS, -(-(start + count) // _FRAMES_PER_MS)
    if fade_ms <= first_ms and end_ms <= length_ms - fade_ms and loudness == 1:
        return None
    at_ms = numpy.arange(first_ms, end_ms)
    steps = numpy.full(len(at_ms), loudness)
    if fade_ms:
        slope = (1 - _FAINTEST) / fade_ms
        left_ms = at_ms - (length_ms - fade_ms)
        steps *= numpy.where(at_ms < fade_ms, _FAINTEST + slope * at_ms, 1.0)
        steps *= numpy.where(left_ms >= 0, 1 - slope * left_ms, 1.0)
    return numpy.repeat(steps, _FRAMES_PER_MS)[:count, None]


def _read_loop(soundscape: Soundscape) -> NDArray[np.int16]:
    import soundfile  # noqa: PLC0415 - heavy, needed only here

    try:
        loop, rate = soundfile.read(soundscape.path, dtype="int16", always_2d=True)
    except (soundfile.LibsndfileError, OSError) as error:
        raise SoundError(f"The background {soundscape.name} cannot be decoded.") from error
    if rate != MIXED_RATE or loop.shape[1] != 2 or len(loop) == 0:
        raise SoundError(f"The background {soundscape.name} is not stereo at 48 kHz.")
    samples: NDArray[np.int16] = loop
    return samples
