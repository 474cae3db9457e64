"""Speech at another pace with its pitch kept: waveform similarity overlap-add (WSOLA)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.audio.clips import SAMPLE_RATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
_HOPS_IN_BLOCK = 250  # five seconds


def stretched(samples: NDArray[np.int16], rate: float) -> NDArray[np.int16]:
    """Give mono speech at `rate` times its pace, exactly `round(len / rate)` samples long."""
    import numpy  # noqa: PLC0415 - loaded with soundfile, needed only at another pace

    return numpy.concatenate([*stretched_blocks([samples], len(samples), rate)])


def stretched_blocks(
    blocks: Iterable[NDArray[np.int16]], length: int, rate: float
) -> Iterator[NDArray[np.int16]]:
    """Give speech of `length` samples at another pace as it is asked for, whatever its blocks.

    Frames follow each other as they were spoken, so that they are copied unchanged, until they
    stand too far from where the pace wants them; then they jump to the place nearby that looks
    most alike, which in speech is some whole periods of the voice away.
    """
    import numpy  # noqa: PLC0415 - see stretched

    wanted = round(length / rate)
    if wanted == length:
        yield from blocks
        return
    frames = wanted // _HOP + 3
    sound = _Sound(blocks, _FRONT + round(frames * _HOP * rate) + _FRONT + 2 * _FRAME)
    window = (0.5 - 0.5 * numpy.cos(numpy.arange(_FRAME) * (numpy.pi / _HOP))).astype(numpy.float32)
    hops: list[NDArray[np.int16]] = []
    fading = numpy.zeros(_HOP, numpy.float32)
    at, left = _FRONT - 2 * _HOP, wanted
    for number in range(frames):
        # Frame 0 stands half a frame before the beginning, so that nothing is faded in.
        ideal = _FRONT + round((number - 1) * _HOP * rate)
        at = sound.next_place(at + _HOP, ideal)
        frame = window * sound.frame(at)
        hop = numpy.rint(fading + frame[:_HOP]).clip(-32_768, 32_767).astype(numpy.int16)
        fading = frame[_HOP:]
        if number > 0:
            hops.append(hop[:left])
            left -= len(hops[-1])
        if len(hops) == _HOPS_IN_BLOCK or number == frames - 1:
            yield numpy.concatenate(hops)
            hops.clear()


class _Sound:
    """What is stretched, with silence before and behind; only what is near is held."""

    def __init__(self, blocks: Iterable[NDArray[np.int16]], length: int) -> None:
        import numpy  # noqa: PLC0415 - see stretched

        self._blocks = iter(blocks)
        self._length = length + -length % _COARSE
        self._first = 0
        self._held: NDArray[np.int16] = numpy.zeros(_FRONT, numpy.int16)
        self._coarse: NDArray[np.float32] = numpy.zeros(0, numpy.float32)

    def frame(self, at: int) -> NDArray[np.int16]:
        """Give the frame at a place that was just found."""
        return self._held[at - self._first :][:_FRAME]

    def next_place(self, natural: int, ideal: int) -> int:
        """Say where the frame stands that goes on best at `natural`, near where it should be."""
        self._hold(min(natural, ideal - _REACH) - _COARSE, max(natural, ideal + _REACH) + _FRAME)
        first = self._first
        return first + _next_place(self._held, self._coarse, natural - first, ideal - first)

    def _hold(self, first: int, last: int) -> None:
        """Take in what is needed up to `last`, and let go of what lies before `first`."""
        import numpy  # noqa: PLC0415 - see stretched

        last = min(self._length, last)
        if last <= self._first + len(self._coarse) * _COARSE:
            return
        first = max(self._first, first // _COARSE * _COARSE)
        pieces = [self._held[first - self._first :]]
        end = self._first + len(self._held)
        while end < last + _COARSE and end < self._length:
            block = next(self._blocks, None)
            pieces.append(numpy.zeros(self._length - end, numpy.int16) if block is None else block)
            end += len(pieces[-1])
        self._first, self._held = first, numpy.concatenate(pieces)
        whole = self._held[: len(self._held) // _COARSE * _COARSE]
        self._coarse = whole.reshape(-1, _COARSE).mean(axis=1, dtype=numpy.float32)


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
