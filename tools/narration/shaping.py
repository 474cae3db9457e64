"""What is done to one spoken sentence: cut out, let breathe, trim, fade."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from narration.sound import SAMPLE_RATE, sample_count, silence
from prt_desktop.audio.levels import Samples, amplitude

EDGE_MS = 80
"""Kept on both sides of a sentence: at less, soft endings are lost."""
FADE_MS = 12
FLOOR_DB = -66.0
"""The model's own silence lies below -100 dBFS; at -40 up to 231 ms of soft endings are lost."""
RANGE_DB = 50.0
"""What lies this far below a sentence's loudest 5 ms is the model's hiss, not a soft ending."""
CLEAR_DB = 40.0
SOFT_END_MS = 200
"""So long a word may die away below 40 dB; what comes later is breath, and would add to a pause."""
SOFT_START_MS = 120
"""So long before its first clear sound a sentence may begin; in the style of long sentences the
model draws breath for up to 300 ms, and a caption would stand there before its voice."""
BREATH_IN_MS = 60
QUIET_DB = -34.0
"""Under the loudest instant by this much, a gap between two words counts as quiet."""
CLAUSE_GAPS_MS = {",": 350, ":": 500, ";": 600, "—": 600, "…": 900}
"""Least gap at a mark; the model alone leaves 50 to 250 ms, which sounds hurried."""

_FRAME = SAMPLE_RATE // 200
_BREATH_FRAMES = 5


@dataclass(frozen=True, slots=True)
class Utterance:
    """Sound as the model gave it, and where each phoneme begins in it.

    `starts` has one more item than `phonemes`: the last is where the last phoneme ends.
    """

    samples: Samples
    phonemes: str
    starts: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Gap:
    """A quiet place: its middle, and how long it is already."""

    middle: int
    length: int


def quietest(samples: Samples, first: int, last: int) -> int:
    """Find the middle of the quietest 10 ms between two samples."""
    first = max(0, first)
    last = min(len(samples) - 2 * _FRAME, max(last, first + 2 * _FRAME))
    starts = range(first, max(last, first + 1), _FRAME)
    powers = [float(np.square(samples[start : start + 2 * _FRAME]).sum()) for start in starts]
    return first + _FRAME + _FRAME * int(np.argmin(powers))


def cut_from_context(whole: Utterance, before: str, inner: str) -> Utterance:
    """Cut the sentence `inner` out of one spoken between two others, where it is quietest."""
    begin = len(before) + 1
    end = begin + len(inner)
    near, far = sample_count(50), sample_count(10)
    low = quietest(
        whole.samples, int(whole.starts[begin - 2]) - near, int(whole.starts[begin]) + far
    )
    high = quietest(whole.samples, int(whole.starts[end - 1]) - 2 * far, int(whole.starts[end + 1]))
    return Utterance(whole.samples[low:high], inner, whole.starts[begin : end + 1] - low)


def _gap_near(quiet: npt.NDArray[np.bool_], levels: Samples, first: int, last: int) -> _Gap | None:
    """Find the quiet stretch round the quietest of some frames, or none if it ran through."""
    if last <= first:
        return None
    middle = first + int(np.argmin(levels[first:last]))
    if not quiet[middle]:
        return None
    loud = np.flatnonzero(~quiet)
    at = int(np.searchsorted(loud, middle))
    begin = int(loud[at - 1]) + 1 if at > 0 else 0
    end = int(loud[at]) if at < len(loud) else len(quiet)
    return _Gap(middle * _FRAME + _FRAME // 2, (end - begin) * _FRAME)


def _faded_out(samples: Samples, duration_ms: float) -> Samples:
    count = min(sample_count(duration_ms), len(samples))
    ramp = 0.5 + 0.5 * np.cos(np.pi * (np.arange(count) + 1) / max(1, count))
    result = samples.copy()
    result[len(result) - count :] *= ramp
    return np.asarray(result, np.float32)


def _faded_in(samples: Samples, duration_ms: float) -> Samples:
    return _faded_out(samples[::-1], duration_ms)[::-1]


def faded(samples: Samples, duration_ms: float = FADE_MS) -> Samples:
    """Let both ends rise from and fall to nothing, so that nothing clicks."""
    return _faded_in(_faded_out(samples, duration_ms), duration_ms).copy()


def breathed(utterance: Utterance) -> Samples:
    """Lengthen the gap at commas and the like, inside the quiet that the model left there."""
    samples = utterance.samples
    count = len(samples) // _FRAME
    frames = samples[: count * _FRAME].reshape(-1, _FRAME)
    levels = np.asarray(np.sqrt(np.square(frames).mean(axis=1)), np.float32)
    quiet = levels < levels.max(initial=0.0) * amplitude(QUIET_DB)
    parts: list[Samples] = []
    done = 0
    for at, mark in enumerate(utterance.phonemes[:-1]):
        if mark not in CLAUSE_GAPS_MS:
            continue
        ahead = utterance.starts[min(at + 2, len(utterance.starts) - 1)]
        first = max(int(utterance.starts[at] - sample_count(100)) // _FRAME, done // _FRAME + 1)
        last = min(int(ahead + sample_count(20)) // _FRAME, count - 1)
        gap = _gap_near(quiet, levels, first, last)
        missing = sample_count(CLAUSE_GAPS_MS[mark]) - (gap.length if gap else 0)
        if gap and missing > sample_count(20):
            parts += [samples[done : gap.middle], np.zeros(missing, np.float32)]
            done = gap.middle
    parts.append(samples[done:])
    return _joined(parts)


def _joined(parts: list[Samples]) -> Samples:
    """Put sound, silence, sound, ... behind one another with 4 ms ramps at each splice."""
    ramped = list(parts)
    for at in range(0, len(parts) - 1, 2):
        ramped[at] = _faded_out(ramped[at], 4)
        ramped[at + 2] = _faded_in(ramped[at + 2], 4)
    return np.concatenate(ramped)


def trimmed(samples: Samples) -> Samples:
    """Leave 80 ms before the first and after the last sound, faded at both ends.

    What counts is the power of each 5 ms, since single samples of the model's faint hiss after a
    word rise above any floor that spares soft endings; and of each 25 ms where breath, which may
    crackle, is told from a word. Breath that is cut short comes in softly, out of silence.
    """
    count = -(-len(samples) // _FRAME)
    padded = np.pad(samples, (0, count * _FRAME - len(samples)))
    powers = np.square(padded.reshape(count, _FRAME)).mean(axis=1)
    loudest = float(powers.max(initial=0.0))
    loud = np.flatnonzero(powers > max(_power(FLOOR_DB), loudest * _power(-RANGE_DB)))
    if not loud.size:
        return samples[:0]
    smooth = np.convolve(powers, np.full(_BREATH_FRAMES, 1 / _BREATH_FRAMES), "same")
    clear = np.flatnonzero(np.minimum(powers, smooth) > loudest * _power(-CLEAR_DB))
    first = max(int(loud[0]), int(clear[0]) - sample_count(SOFT_START_MS) // _FRAME)
    last = min(int(loud[-1]), int(clear[-1]) + sample_count(SOFT_END_MS) // _FRAME)
    if first > loud[0]:
        padded[: first * _FRAME] = 0.0
        padded[first * _FRAME :] = _faded_in(padded[first * _FRAME :], BREATH_IN_MS)
    around = np.concatenate([silence(EDGE_MS), padded, silence(EDGE_MS)])
    end = (last + 1) * _FRAME + 2 * sample_count(EDGE_MS)
    return faded(around[first * _FRAME : end])


def _power(db: float) -> float:
    return amplitude(db) ** 2
