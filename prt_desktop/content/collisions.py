"""What an asset says it collides with must be asked somewhere, and its row must be there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from prt_desktop.content.faults import Fault
from prt_desktop.content.tables import line_of, read_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path


class Colliding(Protocol):
    """Something that overlaps safety questions and leans on a row of the evidence."""

    @property
    def id(self) -> str:
        """Its name in its file."""

    @property
    def collides_with(self) -> tuple[str, ...]:
        """The ids of the safety questions that it overlaps."""

    @property
    def row(self) -> int | None:
        """Its row of the evidence, if it has one."""


def link_faults(
    path: Path, those: Iterable[Colliding], questions: Collection[str], rows: Collection[int]
) -> list[Fault]:
    """Find the safety questions and the rows of evidence that are named and nobody knows."""
    text = read_text(path)
    faults: list[Fault] = []
    for one in those:
        line = line_of(text, f'id = "{one.id}"')
        faults += [
            Fault(path, line_of(text, f'"{name}"', line), f"no safety question is called {name}")
            for name in one.collides_with
            if name not in questions
        ]
        if one.row is not None and one.row not in rows:
            at = line_of(text, f"row = {one.row}", line)
            faults.append(Fault(path, at, f"evidence.toml has no row {one.row}"))
    return faults
