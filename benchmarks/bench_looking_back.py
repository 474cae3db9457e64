"""Looking back over 11,000 rated days: the chart's first paint, and what goes together, in ms."""

from __future__ import annotations

import os
import random
import sys
import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.pairs import Figure, alternate, report
from prt_desktop.domain.days import Day
from prt_desktop.domain.trends import Span
from prt_desktop.paths import assets
from prt_desktop.ui.diary.looking_back.trend_view import TrendView
from prt_desktop.ui.theme import Theme
from prt_desktop.ui.widgets.choice_row import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QPaintEvent

POINTS = 11_000
TEN_YEARS_DAYS = 3_652
TAGS = 20
PAIRS = 11
SIZE = (700, 640)
LIMIT_MS = 100.0
LIMIT_RATIO = 4.0


class Polyline(QWidget):
    """The floor: all points as one line of a pixel, without smooth edges, and nothing else."""

    def __init__(self, days: list[Day]) -> None:
        super().__init__()
        wide = SIZE[0] / len(days)
        self._points = [QPointF(at * wide, day.ratings["fear"]) for at, day in enumerate(days)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        QPainter(self).drawPolyline(self._points)


def main() -> int:
    """Print the figures."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["bench", "-style", "fusion"])
    theme = Theme(application, assets())
    theme.apply("light", 100, reduce_motion=True)
    return report(_figures(theme))


def _figures(theme: Theme) -> Iterator[Figure]:
    today = datetime.now(UTC).date()
    days = _days(POINTS)

    def ours() -> QWidget:
        view = TrendView(theme)
        view.findChildren(ChoiceRow)[0].set_value(Span.ALL)
        view.show_days(days, today)
        return view

    measured, floor = alternate(
        lambda: _painted_ms(ours), lambda: _painted_ms(lambda: Polyline(days)), PAIRS
    )
    yield Figure(f"chart of {POINTS:,} points, first paint", measured, limit=LIMIT_MS)
    yield Figure("the same, against one plain polyline", measured, floor, limit=LIMIT_RATIO)
    yield from _patterns(_days(TEN_YEARS_DAYS))


def _painted_ms(build: Callable[[], QWidget]) -> float:
    begun_s = time.perf_counter()
    widget = build()
    widget.resize(*SIZE)
    widget.grab()
    spent_ms = (time.perf_counter() - begun_s) * 1000
    widget.deleteLater()
    QTest.qWait(0)
    return spent_ms


def _patterns(days: list[Day]) -> Iterator[Figure]:
    begun_s = time.perf_counter()
    from prt_desktop.analysis.patterns import find_patterns  # noqa: PLC0415 - its cost is measured

    yield Figure("loading the statistics", [(time.perf_counter() - begun_s) * 1000])
    begun_s = time.perf_counter()
    found = find_patterns(days)
    spent_ms = (time.perf_counter() - begun_s) * 1000
    yield Figure(f"{len(found)} pairs over ten years, in the thread", [spent_ms])


def _days(count: int) -> list[Day]:
    chance = random.Random(7)
    today = datetime.now(UTC).date()
    return [
        Day(
            today - timedelta(days=back),
            {rating: float(chance.randint(0, 10)) for rating in ("fear", "confidence", "pain")},
            frozenset(f"tag {tag}" for tag in range(TAGS) if chance.random() < 0.05 + 0.02 * tag),
        )
        for back in reversed(range(count))
    ]


if __name__ == "__main__":
    sys.exit(main())
