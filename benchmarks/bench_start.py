"""Process start to first painted window, against a bare PySide6 window with a label."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import screen
from benchmarks.pairs import Figure, alternate, report
from prt_desktop.domain.first_day import Screen
from prt_desktop.domain.sample import PER_DAY, sample_entries
from prt_desktop.storage.journal import Journal
from prt_desktop.storage.settings import Settings, SettingsFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PAIRS = 15
LIMIT = 1.4
USABLE_MS = 250.0
FOUR_WEEKS, TEN_YEARS = 28 * PER_DAY, 11_000
RUNNER = Path(__file__).with_name("first_paint.py")


def main() -> int:
    """Print the figures, without a screen and on one."""
    with tempfile.TemporaryDirectory(prefix="prt-bench-") as name:
        return report(_figures(Path(name)))


def _figures(folder: Path) -> Iterator[Figure]:
    journals = {count: _journal(folder, count) for count in (FOUR_WEEKS, TEN_YEARS)}
    with ExitStack() as open_things:
        surroundings = {"offscreen": {"QT_QPA_PLATFORM": "offscreen"}}
        if screen.is_installed():
            display = open_things.enter_context(screen.Screen()).display
            surroundings["xcb"] = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
        else:
            print(f"first paint on a screen: skipped, {screen.MISSING}")
        for name, environment in surroundings.items():
            for count, data in journals.items():
                yield from _start_figures(f"{name}, {count:,} entries", data, environment)


def _start_figures(words: str, data: Path, environment: Mapping[str, str]) -> Iterator[Figure]:
    rest: list[list[float]] = []

    def ours() -> float:
        painted_ms, line_ms, filled_ms, ready_ms = _started(
            environment, "APP", "--data-dir", str(data)
        )
        rest.append([line_ms - painted_ms, filled_ms - painted_ms, ready_ms])
        return painted_ms

    def floor() -> float:
        return _started(environment, "BARE")[0]

    ours_ms, floor_ms = alternate(ours, floor, PAIRS)
    yield Figure(f"first paint, {words}", ours_ms, floor_ms, LIMIT)
    line_ms, filled_ms, ready_ms = zip(*rest[1:], strict=True)
    yield Figure("  a line can be written, after the paint", line_ms, limit=USABLE_MS)
    yield Figure("  Today filled, after the paint", filled_ms)
    yield Figure("  every pane built", ready_ms)


def _started(environment: Mapping[str, str], *words: str) -> list[float]:
    kind, *more = words
    # As on a person's machine, where the second start finds everything compiled.
    usual = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    answer = subprocess.run(
        [sys.executable, RUNNER, kind, str(time.monotonic()), *more],
        env={**usual, **environment},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return [float(line) for line in answer.stdout.splitlines()]


def _journal(folder: Path, count: int) -> Path:
    data = folder / str(count)
    now = partial(datetime.now, UTC)
    Journal(data, now).add_all(sample_entries(now(), count // PER_DAY + 1)[:count])
    SettingsFile(data).write(Settings(first_day=Screen.DONE))
    return data


if __name__ == "__main__":
    sys.exit(main())
