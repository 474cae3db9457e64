"""`assets/diary/evidence-points.toml`: points to begin an evidence sheet with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content.faults import FaultyAssetError
from prt_desktop.content.tables import read_source, shaped_all, used_twice
from prt_desktop.domain.evidence_sheet import LONGEST_SENTENCE, StarterPoint

if TYPE_CHECKING:
    from pathlib import Path


def read_starter_points(path: Path) -> tuple[StarterPoint, ...]:
    """Read the bank in its order; raises FaultyAssetError with all that is wrong."""
    source = read_source(path)
    points, faults = shaped_all(source, source.tables.get("point", []), StarterPoint, "point")
    faults += used_twice(source, {index: one.id for index, one in points.items()}, "point")
    faults += [
        source.fault(f"`text` must be 1 to {LONGEST_SENTENCE} long", "point", index, "text")
        for index, one in points.items()
        if not 0 < len(one.text.strip()) <= LONGEST_SENTENCE
    ]
    faults += [
        source.fault("`source` says nothing", "point", index, "source")
        for index, one in points.items()
        if not one.source.strip()
    ]
    if faults or not points:
        raise FaultyAssetError(faults or [source.fault("at least one `[[point]]` is expected")])
    return tuple(points.values())
