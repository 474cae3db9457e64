"""Days to look back on: four weeks, ten years, and a tag that goes with fear."""

from __future__ import annotations

import math
import random
from datetime import timedelta
from typing import TYPE_CHECKING

from prt_desktop.domain.days import Day
from tests.ui.setting import NOON

if TYPE_CHECKING:
    from datetime import date

TODAY: date = NOON.date()
TEN_YEARS_DAYS = 3_652


def days_over(length_days: int) -> list[Day]:
    """Give days up to today, four of five written on; poor sleep goes with two points of fear."""
    chance = random.Random(19)
    return [
        _day(chance, TODAY - timedelta(days=back), back)
        for back in reversed(range(length_days))
        if chance.random() < 0.8
    ]


def _day(chance: random.Random, on: date, back: int) -> Day:
    tags = {tag for tag, often in TAGS.items() if chance.random() < often}
    fear = 4 + 1.5 * math.sin(back / 90) + 2 * ("poor sleep" in tags) + chance.gauss(0, 0.9)
    ratings = {"fear": float(_held(fear)), "confidence": float(_held(5 + chance.gauss(0, 1.5)))}
    return Day(on, ratings, frozenset(tags))


def _held(value: float) -> int:
    return min(10, max(0, round(value)))


TAGS = {"poor sleep": 0.3, "work call": 0.4, "visit": 0.08, "rain": 0.35}
