"""Comparing two lines of days with themselves shifted: what chance does where days are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from prt_desktop.analysis.calendar import Flags, Floats, Likeness, Line

_LONGEST_LAG_DAYS = 21
_LEAST_OVERLAP = 0.25
_LEAST_SPREAD = 0.5
_TINY = 1e-9


class Overlap:
    """On how many days, and pairs of days, two lines are both known, for each shift."""

    def __init__(self, one: Flags, other: Flags) -> None:
        self.one, self.other = one, other
        self.lags = min(_LONGEST_LAG_DAYS, len(one) // 4) + 1
        shared, self._of_one, self._of_other = _circular(
            _flags(one, one, other), _flags(other, one, other)
        ).round()
        self.usable: Flags = shared >= max(1.0, _LEAST_OVERLAP * shared[0])
        self.pairs: Floats = _circular(_lagged(one, self.lags), _lagged(other, self.lags)).T

    def of_one(self, sums: Floats) -> Floats:
        """Make sums over days of the first line, and days before, means for each lag."""
        return _means(sums, self._of_one, self.lags)

    def of_other(self, sums: Floats) -> Floats:
        """Make sums over days of the second line, and days before, means for each lag."""
        return _means(sums, self._of_other, self.lags)


class Shifts:
    """A rating's line against a tag's, as they stand and shifted round by every number of days.

    What is compared is a sum of products, over days on which both are known, of what is left of
    them between days alike. It is measured in its own expected spread, since shifted lines
    share fewer days than lines that miss the same ones.
    """

    def __init__(self, rating: Line, tag: Line, likeness: Likeness, overlap: Overlap) -> None:
        both, known = overlap.one, overlap.other
        rated = likeness.left_over(rating.values, both)
        here = likeness.left_over(tag.values, both)
        tagged = likeness.left_over(tag.values, known)
        self.usable = overlap.usable
        sums = _circular(
            np.stack([rated, here, rated, rated, here, here, tagged]),
            np.stack([tagged, tagged, rated, here, rated, here, tagged]),
        )
        self._rating_with, self._tag_with = sums[:2]
        self._along = overlap.of_one(sums[2])
        self._across = overlap.of_one(sums[3] + sums[4])
        self._aside = overlap.of_one(sums[5])
        taper = 1.0 - np.arange(overlap.lags) / overlap.lags
        taper[1:] *= 2.0  # a lag stands for both of its directions
        self._weights = overlap.pairs * (taper * overlap.of_other(sums[6]))
        whole = tag.values[both] - tag.values[both].mean()
        self.share_left = float(here @ here / (whole @ whole))

    @property
    def difference(self) -> float:
        """Give how much higher the rating is with the tag, between days alike."""
        return float(self._rating_with[0] / self._tag_with[0])

    def scores(self, supposed: Floats) -> Floats:
        """Give the size of the likeness, a row a shift (0 first), a column a supposed difference.

        What is left after the supposed difference is measured; the mean square of a column is 1.
        Where a shift leaves too few days the score is 0.
        """
        product = self._rating_with[:, None] - np.outer(self._tag_with, supposed)
        along = self._along[:, None] - np.outer(self._across, supposed)
        along += np.outer(self._aside, supposed**2)
        # Not by `@`: BLAS would split this small product over all cores, and wait for each, at
        # ten times the cost where anything else is at work.
        spread = np.einsum("kl,ls->ks", self._weights, along)
        spread = np.maximum(spread, _LEAST_SPREAD * np.outer(self._weights[:, 0], along[0]))
        usable = self.usable[:, None] & (spread > _TINY)
        squares = np.where(usable, product**2 / np.where(usable, spread, 1.0), 0.0)
        means = squares.sum(axis=0) / np.maximum(1, usable.sum(axis=0))
        result: Floats = np.sqrt(squares / np.where(means > _TINY, means, 1.0))
        return result


def _circular(one: Floats, other: Floats) -> Floats:
    """Give the sum of products of `one` with `other` shifted round by each number of days."""
    product = np.fft.rfft(one) * np.conj(np.fft.rfft(other))
    return np.fft.irfft(product, one.shape[-1])


def _means(sums: Floats, counts: Floats, lags: int) -> Floats:
    result: Floats = sums[:lags] / np.maximum(counts[:lags], 1.0)
    return result


def _flags(*lines: Flags) -> Floats:
    return np.stack(lines).astype(float)


def _lagged(known: Flags, lags: int) -> Floats:
    """Give a row a lag: whether a day and the one so many days before are both known."""
    return _flags(*(known & np.roll(known, lag) for lag in range(lags)))
