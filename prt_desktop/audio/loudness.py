"""Loudness after ITU-R BS.1770-4, true peak, and a limiter, with numpy alone.

`tools/listen.py` measures the finished clips with other people's code (pyloudnorm, scipy), so
that what is written here is checked by something that did not make it.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from prt_desktop.audio.levels import Samples, amplitude, decibels
from prt_desktop.domain.exercise import CLIP_RATE_HZ

SHORTEST_MEASURED_S = 3.0
"""A clip shorter than this is measured repeated: the gate needs a few 400 ms blocks."""

OVERSAMPLING = 4
LOOKAHEAD_MS = 4.0
LIMITER_MARGIN_DB = 0.1
LIMITER_ROUNDS = 4
"""Lowering one peak may leave a higher one between two samples: then it goes round again."""
SILENCE_LUFS = -120.0

Signal = npt.NDArray[np.float64]
_Biquad = tuple[tuple[float, float, float], tuple[float, float, float]]


def _shelf(rate: int) -> _Biquad:
    """Give the head's gain above 1.7 kHz, BS.1770-4 table 1 carried over to any rate."""
    k = math.tan(math.pi * 1681.974450955533 / rate)
    high = 10.0 ** (3.999843853973347 / 20.0)
    band = high**0.4996667741545416
    q = 0.7071752369554196
    top = (high + band * k / q + k * k, 2.0 * (k * k - high), high - band * k / q + k * k)
    return top, (1.0 + k / q + k * k, 2.0 * (k * k - 1.0), 1.0 - k / q + k * k)


def _highpass(rate: int) -> _Biquad:
    """Give the fall below 38 Hz, BS.1770-4 table 2 carried over to any rate."""
    k = math.tan(math.pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    low = 1.0 + k / q + k * k
    return (low, -2.0 * low, low), (low, 2.0 * (k * k - 1.0), 1.0 - k / q + k * k)


def k_response(size: int, rate: int) -> npt.NDArray[np.complex128]:
    """Give the K weighting at each bin of a real FFT of `size` samples."""
    turn = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    total = np.ones(turn.size, np.complex128)
    for top, bottom in (_shelf(rate), _highpass(rate)):
        total *= np.polyval(top[::-1], turn) / np.polyval(bottom[::-1], turn)
    return total


def k_weighted(signal: Signal, rate: int) -> Signal:
    """Weigh frames x channels as the ear would; the filter's tail is kept out of the start."""
    size = quick_size(len(signal) + rate)
    spectrum = np.fft.rfft(signal, size, axis=0) * k_response(size, rate)[:, None]
    return np.asarray(np.fft.irfft(spectrum, size, axis=0)[: len(signal)], np.float64)


def quick_size(least: int) -> int:
    """Give the next size whose only factors are 2, 3 and 5: a Fourier transform is quick there."""
    odds = (3**threes * 5**fives for threes in range(12) for fives in range(8))
    size: int = min(odd << max(0, (-(-least // odd) - 1).bit_length()) for odd in odds)
    return size


def repeated(samples: Samples, rate: int) -> Samples:
    """Repeat a short clip until it is long enough to measure."""
    least = round(SHORTEST_MEASURED_S * rate)
    times = max(1, -(-least // max(1, len(samples))))
    return np.concatenate([samples] * times) if times > 1 else samples


def loudness_lufs(samples: Samples, rate: int = CLIP_RATE_HZ) -> float:
    """Integrated, gated loudness of frames or frames x channels, short clips repeated."""
    frames = np.atleast_2d(repeated(samples, rate).astype(np.float64).T).T
    power = np.square(k_weighted(frames, rate)).sum(axis=1)
    block, hop = round(0.4 * rate), round(0.1 * rate)
    total = np.concatenate([[0.0], np.cumsum(power)])
    starts = np.arange(0, max(1, len(power) - block + 1), hop)
    means = (total[np.minimum(starts + block, len(power))] - total[starts]) / block
    return gated_lufs(np.asarray(means, np.float64))


def gated_lufs(means: Signal) -> float:
    """Integrate the weighted mean powers of 400 ms blocks, 100 ms apart, with both gates."""
    levels = -0.691 + 10.0 * np.log10(np.maximum(means, 1e-12))
    heard = levels > -70.0
    if not heard.any():
        return SILENCE_LUFS
    gate = -0.691 + 10.0 * math.log10(means[heard].mean()) - 10.0
    kept = means[heard & (levels > gate)]
    return float(-0.691 + 10.0 * math.log10(kept.mean()))


def oversampled(samples: Samples) -> Signal:
    """Band-limited samples at four times the rate, 4 values for each of one channel's samples."""
    margin = 64
    size = 2 * quick_size(-(-len(samples) // 2) + margin)
    padded = np.zeros(size)
    padded[margin : margin + len(samples)] = samples
    spectrum = np.zeros(size * OVERSAMPLING // 2 + 1, np.complex128)
    spectrum[: size // 2] = np.fft.rfft(padded)[: size // 2]
    fine = np.fft.irfft(spectrum, size * OVERSAMPLING) * OVERSAMPLING
    return fine[margin * OVERSAMPLING : (margin + len(samples)) * OVERSAMPLING]


def true_peak_db(samples: Samples) -> float:
    """Highest level between the samples too, of one channel, in dBTP."""
    return decibels(float(np.abs(oversampled(samples)).max(initial=0.0)))


def limited(samples: Samples, ceiling_db: float, heard: Samples | None = None) -> Samples:
    """Hold the true peak under a ceiling with a gain that moves smoothly, a little ahead.

    `heard` is what a codec made of the samples: then its peaks are the ones that are lowered.
    """
    result, judged = samples, samples if heard is None else heard
    for _ in range(LIMITER_ROUNDS):
        peaks = np.abs(oversampled(judged)).reshape(-1, OVERSAMPLING).max(axis=1)
        if decibels(float(peaks.max(initial=0.0))) <= ceiling_db:
            break
        gain = _smooth_gain(peaks, amplitude(ceiling_db - LIMITER_MARGIN_DB))
        result, judged = result * gain, judged * gain
    return result


def _smooth_gain(peaks: Signal, top: float) -> Samples:
    """Find the gain that brings each peak down to `top`, and spread it over its neighbours."""
    gain = np.minimum(1.0, top / np.maximum(peaks, 1e-9))
    reach = round(LOOKAHEAD_MS * CLIP_RATE_HZ / 1000)
    width = 2 * reach + 1
    padded = np.pad(gain, 2 * reach, constant_values=1.0)
    window = np.hanning(width + 2)[1:-1]
    smooth = np.convolve(_lowest_of(padded, width), window / window.sum(), "valid")
    return smooth.astype(np.float32)


def _lowest_of(values: Signal, width: int) -> Signal:
    """Give the lowest of each `width` neighbours, from the lowest of ever wider spans."""
    lowest, span = values, 1
    while span < width:
        step = min(span, width - span)
        lowest = np.minimum(lowest[:-step], lowest[step:])
        span += step
    return lowest


def levelled(samples: Samples, target_lufs: float, ceiling_db: float) -> Samples:
    """Bring a clip to a loudness with its true peak under a ceiling.

    It goes round twice, since the limiter takes a little loudness away.
    """
    result = samples
    for _ in range(2):
        gain = amplitude(target_lufs - loudness_lufs(result))
        result = limited(np.asarray(result * gain, np.float32), ceiling_db)
    return result
