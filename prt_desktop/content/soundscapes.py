"""`assets/audio/soundscapes/soundscapes.toml`, as soundscapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.content.faults import FaultyAssetError
from prt_desktop.content.tables import read_source, shaped_all, used_twice
from prt_desktop.domain.soundscape import Soundscape

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class SoundscapeTable:
    """One `[[soundscape]]`; `lufs` is its loudness as measured when it was made."""

    id: str
    name: str
    description: str
    file: str
    lufs: float


def read_soundscapes(path: Path) -> tuple[Soundscape, ...]:
    """Read the list of soundscapes; raises FaultyAssetError with all that is wrong."""
    source = read_source(path)
    tables, faults = shaped_all(
        source, source.tables.get("soundscape", []), SoundscapeTable, "soundscape"
    )
    faults += [
        source.fault(f"the file {one.file} is missing", "soundscape", index)
        for index, one in tables.items()
        if not (path.parent / one.file).is_file()
    ]
    faults += used_twice(source, {index: one.id for index, one in tables.items()}, "soundscape")
    if faults:
        raise FaultyAssetError(faults)
    return tuple(
        Soundscape(one.id, one.name, one.description, path.parent / one.file)
        for one in tables.values()
    )
