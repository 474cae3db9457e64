"""`assets/lessons/evidence.toml`: the evidence sheet, so that numbers can be held to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content.faults import Fault, FaultyAssetError
from prt_desktop.content.tables import line_of, read_source, read_text, shaped_all, used_twice
from prt_desktop.domain.evidence import Evidence, EvidenceRow, Point

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson


def read_evidence(path: Path) -> Evidence:
    """Read all rows and points; raises FaultyAssetError with all that is wrong."""
    source = read_source(path)
    rows, faults = shaped_all(source, source.tables.get("row", []), EvidenceRow, "row")
    points, wrong = shaped_all(source, source.tables.get("point", []), Point, "point")
    faults += wrong
    faults += used_twice(source, {index: str(one.id) for index, one in rows.items()}, "row")
    faults += used_twice(source, {index: one.id for index, one in points.items()}, "point")
    if faults or not rows:
        raise FaultyAssetError(faults or [source.fault("at least one `[[row]]` is expected")])
    return Evidence(
        {one.id: one for one in rows.values()}, {one.id: one for one in points.values()}
    )


def figure_faults(
    path: Path, references: Mapping[str, Reference], evidence: Evidence
) -> list[Fault]:
    """Hold every number on a card in `path` to its row of the evidence."""
    text = read_text(path)
    faults = []
    for key, reference in references.items():
        start = line_of(text, f'"{key}"')
        for name, figure in reference.card.figures.items():
            row = evidence.rows.get(figure.row)
            known = row.figures.get(f"{key}.{name}") if row is not None else None
            if known != figure.value:
                line = line_of(text, f'"{name}": {{', start)
                says = "nothing" if known is None else f"{known!r}"
                message = f"{key}.{name} is {figure.value!r}, row {figure.row} says {says}"
                faults.append(Fault(path, line, message))
    return faults


def point_faults(path: Path, lessons: Iterable[Lesson], evidence: Evidence) -> list[Fault]:
    """Find the points of the evidence in `path` that no lesson covers."""
    text = read_text(path)
    covered = {point for lesson in lessons for point in lesson.points}
    return [
        Fault(path, line_of(text, f'"{point}"'), f"no lesson covers {point}")
        for point in evidence.points
        if point not in covered
    ]
