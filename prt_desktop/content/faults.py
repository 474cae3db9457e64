"""What is wrong in an asset: which file, which line, and what is expected there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import ContentError

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        """Give `file:line: what is wrong`."""
        return f"{self.path}:{self.line}: {self.message}"


class FaultyAssetError(ContentError):
    """An asset with faults; all of them, never just the first."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(str(fault) for fault in faults))
