"""What can go into a pack for the phone, and what has to wait."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from prt_desktop.domain.safety import Closed
from prt_desktop.ui.practise.offers import Offer
from prt_desktop.ui.practise.shelves import Shelf, on_shelves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prt_desktop.practices import Practices
    from prt_desktop.ui.practise.offers import Offers

PACK_NAME = "PRT practices"
"""The folder that a pack becomes, in the folder or on the stick that was chosen."""

_TICKED = (Shelf.LOOKING, Shelf.SOOTHING, Shelf.MINUTE)
_MOST_STEPS = 10  # where there are more, only the usual lengths are offered
_LENGTHS = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 30.0)
_KB_A_MINUTE = 480  # speech alone as MP3 of 64 kbit/s; twice that over a background


@dataclass(frozen=True, slots=True)
class Packable:
    """What may go along, as it would be played; what waits and why; what this voice lacks."""

    offers: tuple[Offer, ...]
    waiting: tuple[tuple[Closed, str], ...]
    unspoken: tuple[str, ...]


def packable(practices: Practices, offers: Offers, voice: str) -> Packable:
    """Sort all practices, in one voice and as on the shelves, by whether they may go along."""
    able: list[Offer] = []
    waiting: list[tuple[Closed, str]] = []
    unspoken: list[str] = []
    shelves = on_shelves(practices.exercises())
    for exercise in chain.from_iterable(shelves.values()):
        offer = offers.offer(exercise, replace(offers.remembered(exercise), voice=voice))
        if offer.closed is not None:
            waiting.append((offer.closed, exercise.title))
        elif offer.missing:
            unspoken.append(exercise.title)
        else:
            able.append(offer)
    return Packable(tuple(able), tuple(waiting), tuple(unspoken))


def usual_few(offers: Iterable[Offer]) -> frozenset[str]:
    """Choose a few to begin with: one that looks, one that soothes, one of a minute.

    None of them asks questions first, since nobody asks them on the phone.
    """
    asked_nothing = (one.exercise for one in offers if not one.exercise.three_questions)
    shelves = on_shelves(asked_nothing)
    return frozenset(shelves[shelf][0].id for shelf in _TICKED if shelf in shelves)


def minutes_offered(offer: Offer) -> tuple[float, ...]:
    """Give the lengths to choose from, the one of last time among them."""
    lengths = offer.lengths
    fewest, most, step = lengths.fewest, lengths.most, lengths.step
    steps = round((most - fewest) / step) + 1
    if steps <= _MOST_STEPS:
        offered = [fewest + place * step for place in range(steps)]
    else:
        offered = [one for one in _LENGTHS if fewest <= one <= most]
    return tuple(sorted({offer.choices.minutes, *offered}))


def megabytes(offers: Sequence[Offer], minutes: Sequence[float]) -> int:
    """Say about how many megabytes so many minutes of each take."""
    kilobytes = sum(
        one * _KB_A_MINUTE * (1 if offer.wish.soundscape is None else 2)
        for offer, one in zip(offers, minutes, strict=True)
    )
    return max(1, round(kilobytes / 1000))
