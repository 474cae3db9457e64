"""Alternating runs of ours and of its floor, and the row that a benchmark prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured in ms, pair by pair; `limit` bounds the median of the ratios.

    Without a floor the limit, if there is one, bounds the median in ms. What is not a time is
    given in another `unit`.
    """

    what: str
    ours_ms: Sequence[float]
    floor_ms: Sequence[float] = ()
    limit: float | None = None
    unit: str = "ms"

    @property
    def measured(self) -> Sequence[float]:
        """What the limit bounds: the ratios of the pairs, or the milliseconds themselves."""
        if not self.floor_ms:
            return self.ours_ms
        return [ours / floor for ours, floor in zip(self.ours_ms, self.floor_ms, strict=True)]

    @property
    def holds(self) -> bool:
        """Whether the limit is kept; so without one."""
        return self.limit is None or median(self.measured) <= self.limit

    @property
    def row(self) -> str:
        """One row of the table: medians, with the least and the most in brackets."""
        cells = [f"{self.what:<46}", f"ours {_spread(self.ours_ms, 1)} {self.unit}"]
        if self.floor_ms:
            cells += [
                f"floor {_spread(self.floor_ms, 1)} {self.unit}",
                f"ratio {_spread(self.measured, 2)}",
            ]
        if self.limit is not None:
            unit = "" if self.floor_ms else f" {self.unit}"
            cells.append(f"limit {self.limit:g}{unit}  {'holds' if self.holds else 'BROKEN'}")
        return "  ".join(cells)


def alternate(
    ours: Callable[[], float], floor: Callable[[], float], pairs: int
) -> tuple[list[float], list[float]]:
    """Measure both in turn so many times, after one turn that warms the caches."""
    ours(), floor()
    measured = [(ours(), floor()) for _ in range(pairs)]
    return [one for one, _ in measured], [other for _, other in measured]


def report(figures: Iterable[Figure]) -> int:
    """Print a row for each figure as soon as it is there; 1 when a limit is broken, else 0."""
    held = True
    for figure in figures:
        print(figure.row, flush=True)
        held &= figure.holds
    return 0 if held else 1


def _spread(values: Sequence[float], digits: int) -> str:
    least, middle, most = min(values), median(values), max(values)
    return f"{middle:7.{digits}f} ({least:.{digits}f}..{most:.{digits}f})"
