"""Diaries made up by chance, as awkward as real ones, with an effect that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from prt_desktop.domain.days import Day
from prt_desktop.domain.patterns import LOOKED_AT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Flags = NDArray[np.bool_]

LENGTHS_DAYS = (70, 90, 120, 180, 270, 365, 540, 730)
RESEMBLANCES = (0.3, 0.5, 0.8)
MOST_ENTRIES = 4
SPREAD_POINTS = 1.5


@dataclass(frozen=True, slots=True)
class Making:
    """How a diary is made.

    `resemblance` is the correlation of a day with the next (None: one of three); `effect` is how
    many points the first tag, "tag 0", adds to fear; with `more_when_afraid` more is written on
    days of much fear, whatever the tags.
    """

    length_days: int | None = None
    resemblance: float | None = None
    effect: float = 0.0
    more_when_afraid: bool = True


def a_diary(seed: int, making: Making) -> list[Day]:
    """Make a diary of up to eight tags and three ratings that have nothing to do with each other.

    Ratings resemble the day before, follow the week, and drift; tags come in spells, by the
    entry, by the weekday, or more and more; days are missing singly and in stretches.
    """
    chance = np.random.default_rng(seed)
    length = making.length_days or int(chance.choice(LENGTHS_DAYS))
    resemblance = making.resemblance or float(chance.choice(RESEMBLANCES))
    weekdays = (np.arange(length) + int(chance.integers(7))) % 7
    ratings = [_rating(chance, weekdays, resemblance) for _ in range(int(chance.integers(1, 4)))]
    drive = (
        ratings[0] if making.more_when_afraid else 5 + SPREAD_POINTS * chance.normal(size=length)
    )
    more = chance.random((MOST_ENTRIES - 1, length)) < 0.6 / (1 + np.exp(6 - drive))
    entries = 1 + more.sum(axis=0)
    tags = [_tag(chance, weekdays, entries) for _ in range(int(chance.integers(1, 9)))]
    ratings[0] = ratings[0] + making.effect * tags[0]
    return _days(chance, ratings, tags, entries)


def _rating(chance: np.random.Generator, weekdays: NDArray[np.int_], resemblance: float) -> Floats:
    length = len(weekdays)
    news = chance.normal(size=length) * np.sqrt(1 - resemblance**2)
    state, states = float(chance.normal()), np.empty(length)
    for day in range(length):
        state = resemblance * state + news[day]
        states[day] = state
    week = chance.uniform(0, 1.2) * np.cos(2 * np.pi * (weekdays - int(chance.integers(7))) / 7)
    time, drift = np.arange(length) / length, chance.random()
    slow = np.zeros(length)
    if drift < 0.4:
        slow = chance.uniform(-2, 2) * (time - 0.5)
    elif drift < 0.6:
        years = np.arange(length) / 365
        slow = chance.uniform(0, 1) * np.sin(2 * np.pi * (years + chance.random()))
    result: Floats = 5 + SPREAD_POINTS * states + week + slow
    return result


def _tag(
    chance: np.random.Generator, weekdays: NDArray[np.int_], entries: NDArray[np.int_]
) -> Flags:
    length, kind = len(weekdays), int(chance.integers(4))
    if kind == 0:
        return _spells(chance, length)
    if kind == 1:
        told = chance.random((MOST_ENTRIES, length)) < chance.uniform(0.05, 0.4)
        told &= np.arange(MOST_ENTRIES)[:, None] < entries
        once: Flags = np.logical_or.reduce(told)
        return once
    if kind == 2:
        likely = chance.permutation([0.85, 0.7, 0.1, 0.05, 0.05, 0.1, 0.1])[weekdays]
    else:
        ramp = (np.arange(length) / length - chance.random()) * chance.choice([-3, 3])
        likely = np.clip(ramp + 0.3, 0.02, 0.8)
    return np.asarray(chance.random(length) < likely)


def _spells(chance: np.random.Generator, length: int) -> Flags:
    lasts_days, share = chance.uniform(1.5, 8), chance.uniform(0.15, 0.5)
    rests_days = lasts_days * (1 - share) / share
    there, days = chance.random() < share, np.empty(length, dtype=bool)
    for day, turn in enumerate(chance.random(length)):
        days[day] = there
        there = turn > 1 / lasts_days if there else turn < 1 / rests_days
    return days


def _days(
    chance: np.random.Generator, ratings: list[Floats], tags: list[Flags], entries: NDArray[np.int_]
) -> list[Day]:
    length = len(entries)
    written = chance.random(length) > chance.uniform(0, 0.5)
    if chance.random() < 0.4:
        pause = int(chance.integers(length))
        written[pause : pause + int(chance.integers(3, length // 6))] = False
    noted = [np.clip(np.round(one + chance.normal(0, 0.3, length)), 0, 10) for one in ratings]
    given = [np.ones(length, dtype=bool), *(chance.random(length) < 0.9 for _ in ratings[1:])]
    return [
        Day(
            date(2024, 1, 1) + timedelta(days=int(day)),
            {
                name: float(values[day])
                for name, values, there in zip(LOOKED_AT, noted, given, strict=False)
                if there[day]
            },
            frozenset(f"tag {number}" for number, tag in enumerate(tags) if tag[day]),
            int(entries[day]),
        )
        for day in np.flatnonzero(written)
    ]
