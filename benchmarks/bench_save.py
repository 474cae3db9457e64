"""One saved entry in a journal of 11,000, against encoding and flushing the same bytes."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.pairs import Figure, alternate, report
from prt_desktop.domain.diary import Entry, EntryKind, new_entry_id
from prt_desktop.domain.sample import PER_DAY, sample_entries
from prt_desktop.storage.journal import Journal

ENTRIES = 11_000
PAIRS = 25
LIMIT = 3.0


def main() -> int:
    """Print the figures, in plain and in the vault."""
    with tempfile.TemporaryDirectory(prefix="prt-bench-", dir=Path.cwd()) as name:
        folder = Path(name)
        journal = Journal(folder / "data", _now)
        journal.add_all(sample_entries(_now(), ENTRIES // PER_DAY + 1)[:ENTRIES])
        tables = msgspec.json.decode(journal.path.read_bytes())
        plain = _figure("one entry", journal, tables)
        journal.turn_vault_on("a passphrase")
        return report([plain, _figure("one entry in the vault", journal, tables)])


def _figure(what: str, journal: Journal, tables: dict[str, Any]) -> Figure:
    ours_ms, floor_ms = alternate(
        partial(_saved_ms, journal), partial(_flushed_ms, tables, journal.folder.parent), PAIRS
    )
    return Figure(f"{what} at {ENTRIES:,} entries", ours_ms, floor_ms, LIMIT)


def _saved_ms(journal: Journal) -> float:
    entry = Entry(new_entry_id(), _now(), EntryKind.NOTE, "A quiet day with tea in the garden.")
    begun_s = time.perf_counter()
    journal.add(entry)
    return (time.perf_counter() - begun_s) * 1000


def _flushed_ms(tables: dict[str, Any], folder: Path) -> float:
    path = folder / f"floor-{os.urandom(4).hex()}.json"
    begun_s = time.perf_counter()
    with path.open("wb") as file:
        file.write(msgspec.json.encode(tables))
        file.flush()
        os.fsync(file.fileno())
    passed_s = time.perf_counter() - begun_s
    path.unlink()
    return passed_s * 1000


def _now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
