"""The list of finished clips beside an exercise or lesson, saved after each clip."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, astuple, dataclass, field
from pathlib import Path
from typing import Any

from narration.recipe import Take

FORMAT = 1
FILE_NAME = "manifest.json"


class ManifestError(Exception):
    """A manifest cannot be read, or was written by a newer tool."""


@dataclass(frozen=True, slots=True)
class ClipRecord:
    """What is known of one clip; `sentences` are the start and end of each, in ms.

    `takes` tells how each sentence is spoken, where that is not the voice's own way.
    """

    file: str
    text_sha256: str
    recipe: str
    length_ms: int
    lufs: float
    true_peak_db: float
    sentences: tuple[tuple[int, int], ...]
    takes: tuple[Take, ...] = ()


@dataclass(slots=True)
class Manifest:
    """Clips by voice and line name, kept in the order of the script when it is saved."""

    path: Path
    clips: dict[str, dict[str, ClipRecord]] = field(default_factory=dict)

    def find(self, voice: str, name: str) -> ClipRecord | None:
        """Return the record of a clip, if it has been made."""
        return self.clips.get(voice, {}).get(name)

    def save(self, order: tuple[str, ...]) -> None:
        """Write the file whole or not at all, one clip to a line so that changes read well."""
        rank = {name: at for at, name in enumerate(order)}
        voices = []
        for voice in sorted(self.clips):
            records = self.clips[voice]
            names = sorted(records, key=lambda name: (rank.get(name, len(rank)), name))
            lines = [f"   {json.dumps(name)}: {_line(records[name])}" for name in names]
            voices.append(f"  {json.dumps(voice)}: {{\n" + ",\n".join(lines) + "\n  }")
        body = f'{{\n "format": {FORMAT},\n "clips": {{\n' + ",\n".join(voices) + "\n }\n}\n"
        part = self.path.with_name(f".{self.path.name}.part")
        with part.open("w", encoding="utf-8") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.path)


def read_manifest(folder: Path) -> Manifest:
    """Read a folder's manifest, or begin an empty one; raises ManifestError."""
    path = folder / FILE_NAME
    if not path.exists():
        return Manifest(path)
    try:
        table = json.loads(path.read_text("utf-8"))
        if table["format"] != FORMAT:
            raise ManifestError(f"{path}: format {table['format']} is not known here")
        clips = {
            voice: {name: _record(record) for name, record in records.items()}
            for voice, records in table["clips"].items()
        }
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(f"{path}: cannot be read: {error!r}") from error
    return Manifest(path, clips)


def _record(table: dict[str, Any]) -> ClipRecord:
    spans = tuple((int(start), int(end)) for start, end in table["sentences"])
    takes = tuple(Take(int(calm), float(speed)) for calm, speed in table.get("takes", ()))
    return ClipRecord(**{**table, "sentences": spans, "takes": takes})


def _line(record: ClipRecord) -> str:
    table = asdict(record)
    takes = [astuple(take) for take in record.takes]
    table = (
        {**table, "takes": takes} if takes else {key: table[key] for key in table if key != "takes"}
    )
    return json.dumps(table, ensure_ascii=False)
