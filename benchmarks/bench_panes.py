"""Switching from one pane to another in the real window, painted, in ms."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from benchmarks.pairs import Figure, report
from prt_desktop.app import Workshop
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.domain.sample import PER_DAY, sample_entries
from prt_desktop.paths import assets, places
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.ui.main_window import MainWindow

PLACES = (Place.TODAY, Place.LEARN, Place.PRACTISE, Place.DIARY, Place.SETTINGS)
ROUNDS = 5
LIMIT_MS = 33.0
BUILT_WITHIN_MS = 30_000
FOUR_WEEKS, TEN_YEARS = 28 * PER_DAY, 11_000


def main() -> int:
    """Print the figures for a journal of four weeks and one of ten years."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["bench"])
    return report(_figures(application))


def _figures(application: QApplication) -> Iterator[Figure]:
    now = partial(datetime.now, UTC)
    for count in (FOUR_WEEKS, TEN_YEARS):
        with tempfile.TemporaryDirectory(prefix="prt-bench-") as folder:
            workshop = Workshop(application, places(Path(folder)), assets(), now)
            workshop.make_player = partial(SilentPlayer, lambda: 0)
            workshop.journal.add_all(sample_entries(now(), count // PER_DAY + 1)[:count])
            window = workshop.window
            ready = QSignalSpy(window.ready)
            window.show()
            if not ready.wait(BUILT_WITHIN_MS):
                raise TimeoutError("the panes were not built")
            yield from _switches(window, f"{count:,} entries")
            window.close()


def _switches(window: MainWindow, words: str) -> Iterator[Figure]:
    """Go from every place to every other; the first time that a pane is shown counts too."""
    switches = [pair for pair in product(PLACES, PLACES) if pair[0] is not pair[1]]
    spent_ms: dict[Place, list[float]] = {place: [] for place in PLACES}
    for _ in range(ROUNDS):
        for start, end in switches:
            _go(window, start)
            spent_ms[end].append(_go(window, end))
    for place, values in spent_ms.items():
        yield Figure(f"switch to {place.value}, {words}", values, limit=LIMIT_MS)


def _go(window: MainWindow, place: Place) -> float:
    begun_s = time.perf_counter()
    window.go(place)
    QCoreApplication.sendPostedEvents()
    window.grab()
    return (time.perf_counter() - begun_s) * 1000


if __name__ == "__main__":
    sys.exit(main())
