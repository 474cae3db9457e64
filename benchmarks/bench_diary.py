"""The diary of ten years: searched as one types, scrolled, and gone through to its oldest day."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from benchmarks.pairs import Figure, alternate, report
from prt_desktop.app import Workshop
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.domain.diary_search import DiaryIndex, Wanted
from prt_desktop.domain.folding import fold
from prt_desktop.domain.sample import PER_DAY, sample_entries
from prt_desktop.paths import assets, places
from prt_desktop.ui.diary.circumstance_words import area_words
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.main_window import MainWindow

TEN_YEARS = 11_000
PAIRS = 15
KEY_LIMIT_MS = 50.0
FRAME_LIMIT_MS = 1000 / 60
FRAMES = 120
STEP_PX = 240
READY_WITHIN_MS = 60_000
STILL_AFTER_MS = 500
# A word that every tenth entry has, a tag, words of several places, one letter, and none.
TYPED = ("morning", "poor sl", "left hip rain", "s", "nowhere")


def main() -> int:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["bench"])
    return report(_figures(application))


def _figures(application: QApplication) -> Iterator[Figure]:
    now = partial(datetime.now, UTC)
    entries = sample_entries(now(), TEN_YEARS // PER_DAY + 1)[:TEN_YEARS]
    index = DiaryIndex(area_words())
    index.take(entries, {})
    for typed in TYPED:
        ours_ms, floor_ms = alternate(
            partial(_searched_ms, index, typed), partial(_found_ms, index.keys, typed), PAIRS
        )
        yield Figure(f"index, “{typed}”: ratio", ours_ms, floor_ms)
        yield Figure(f"index, “{typed}”: time", ours_ms, limit=KEY_LIMIT_MS)
    with tempfile.TemporaryDirectory(prefix="prt-bench-") as folder:
        workshop = Workshop(application, places(Path(folder)), assets(), now)
        workshop.make_player = partial(SilentPlayer, lambda: 0)
        workshop.journal.add_all(entries)
        window = workshop.window
        ready = QSignalSpy(window.ready)
        window.show()
        if not ready.wait(READY_WITHIN_MS):
            raise TimeoutError("the panes were not built")
        window.go(Place.DIARY)
        yield from _in_the_window(window)
        window.close()


def _in_the_window(window: MainWindow) -> Iterator[Figure]:
    pane = window.pane(Place.DIARY)
    field = pane.findChildren(SearchField)[0]
    view = pane.findChildren(TimelineView)[0]
    for typed in TYPED:
        spent_ms = [
            _timed(pane, partial(field.setText, typed[:length]))
            for length in range(1, len(typed) + 1)
        ]
        field.clear()
        yield Figure(f"a key of “{typed}”, painted", spent_ms, limit=KEY_LIMIT_MS)
    bar = view.verticalScrollBar()
    growing = QSignalSpy(bar.rangeChanged)
    while growing.wait(STILL_AFTER_MS):
        pass
    steps = [partial(bar.setValue, number * STEP_PX) for number in range(FRAMES)]
    frames_ms = [_timed(view.viewport(), step) for step in steps]
    yield Figure("a frame of scrolling, painted", frames_ms, limit=FRAME_LIMIT_MS)


def _timed(painted: QWidget, change: Callable[[], object]) -> float:
    """Make a change and paint what shows it; what idle time does is not waited for."""
    begun_s = time.perf_counter()
    change()
    QCoreApplication.sendPostedEvents()
    painted.grab()
    return (time.perf_counter() - begun_s) * 1000


def _searched_ms(index: DiaryIndex, typed: str) -> float:
    begun_s = time.perf_counter()
    index.search(Wanted(typed))
    return (time.perf_counter() - begun_s) * 1000


def _found_ms(keys: tuple[str, ...], typed: str) -> float:
    """Look for each word, folded, in every entry's words by `str.find` and no more."""
    begun_s = time.perf_counter()
    for word in fold(typed).split():
        for key in keys:
            key.find(word)
    return (time.perf_counter() - begun_s) * 1000


if __name__ == "__main__":
    sys.exit(main())
