"""`assets/diary/evidence-points.toml`: points to begin an evidence sheet with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import line_of, read_source, read_text, shaped_all, used_twice
from prt_desktop.domain.evidence_sheet import LONGEST_SENTENCE, StarterPoint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
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


def link_faults(
    path: Path,
    points: Iterable[StarterPoint],
    questions: Collection[str],
    rows: Collection[int],
) -> list[Fault]:
    """Find the safety questions and the rows of evidence that a point names and nobody knows."""
    text = read_text(path)
    faults: list[Fault] = []
    for point in points:
        line = line_of(text, f'id = "{point.id}"')
        faults += [
            Fault(path, line_of(text, f'"{one}"', line), f"no safety question is called {one}")
            for one in point.collides_with
            if one not in questions
        ]
        if point.row is not None and point.row not in rows:
            at = line_of(text, f"row = {point.row}", line)
            faults.append(Fault(path, at, f"evidence.toml has no row {point.row}"))
    return faults
