"""The diary reduced to days: what a chart draws and what patterns are looked for in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

_NONE: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Day:
    """One day on which something was written.

    `ratings` holds the mean of the day's numbers (0 to 10) by what was rated; a tag is there if
    any entry of the day has it; `entries` is how many there are.
    """

    on: date
    ratings: Mapping[str, float] = field(default_factory=lambda: _NONE)
    tags: frozenset[str] = frozenset()
    entries: int = 1
