"""A background sound that loops without a seam."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Soundscape:
    """One background: its id, the name shown, and its compressed loop on disk."""

    id: str
    name: str
    description: str
    path: Path
