"""Speech at another pace with its pitch kept: waveform similarity overlap-add (WSOLA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.audio.clips import SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Waveform = NDArray[np.int16] | NDArray[np.float32]

_HOP = SAMPLE_RATE // 50  # frames of 40 ms, each overlapping half of the one before
_FRAME = 2 * _HOP
_REACH = SAMPLE_RATE // 80  # how far a frame may stand from its place: the period of 80 Hz
_LEAST_JUMP = (
    SAMPLE_RATE // 333
)  # less than any voice's period: nearer matches would bend the pitch
_COARSE = 4
_FRONT = _FRAME + 2 * _REACH


def stretched(samples: NDArray[np.int16], rate: float) -> NDArray[np.int16]:
    """Give mono speech at `rate` times its pace, exactly `round(len / rate)` samples long.

    Frames follow each other as they were spoken, so that they are copied unchanged, until they
    stand too far from where the pace wants them; then they jump to the place nearby that looks
    most alike, which in speech is some whole periods of the voice away.
    """
    import numpy  # noqa: PLC0415 - loaded with soundfile, needed only at another pace

    wanted = round(len(samples) / rate)
    if wanted == len(samples):
        return samples
    frames = wanted // _HOP + 3
    back = round(frames * _HOP * rate) + _FRONT + 2 * _FRAME - len(samples)
    room = -(len(samples) + _FRONT + back) % _COARSE
    sound = numpy.pad(samples, (_FRONT, back + room))
    coarse = sound.reshape(-1, _COARSE).mean(axis=1, dtype=numpy.float32)
    window = (0.5 - 0.5 * numpy.cos(numpy.arange(_FRAME) * (numpy.pi / _HOP))).astype(numpy.float32)
    spoken = numpy.zeros(frames * _HOP, numpy.int16)
    fading = numpy.zeros(_HOP, numpy.float32)
    at = _FRONT - 2 * _HOP
    for number in range(frames):
        # Frame 0 stands half a frame before the beginning, so that nothing is faded in.
        ideal = _FRONT + round((number - 1) * _HOP * rate)
        at = _next_place(sound, coarse, at + _HOP, ideal)
        frame = window * sound[at : at + _FRAME]
        hop = numpy.rint(fading + frame[:_HOP]).clip(-32_768, 32_767)
        spoken[number * _HOP : (number + 1) * _HOP] = hop
        fading = frame[_HOP:]
    return spoken[_HOP : _HOP + wanted]


def _next_place(sound: Waveform, coarse: Waveform, natural: int, ideal: int) -> int:
    """Go on as spoken while that is near enough; else find what goes on most alike."""
    if abs(natural - ideal) <= _REACH:
        return natural
    if natural > ideal:
        first, last = ideal - _REACH, min(ideal + _REACH, natural - _LEAST_JUMP)
    else:
        first, last = max(ideal - _REACH, natural + _LEAST_JUMP), ideal + _REACH
    found = _COARSE * _most_alike(
        coarse, natural // _COARSE, first // _COARSE, last // _COARSE, _FRAME // _COARSE
    )
    near = (max(first, found - _COARSE), min(last, found + _COARSE))
    return _most_alike(sound, natural, *near, _FRAME)


def _most_alike(sound: Waveform, natural: int, first: int, last: int, length: int) -> int:
    """Give the place from `first` to `last` whose frame correlates best with the natural one."""
    import numpy  # noqa: PLC0415 - see stretched

    wanted = sound[natural : natural + length].astype(numpy.float32)
    searched = sound[first : last + length].astype(numpy.float32)
    alike = numpy.correlate(searched, wanted, "valid")
    sums = numpy.concatenate(([0.0], numpy.cumsum(searched.astype(numpy.float64) ** 2)))
    energy = numpy.maximum(sums[length:] - sums[:-length], 1.0)
    return first + int(numpy.argmax(alike / numpy.sqrt(energy)))
