"""Every number that a person kept, whatever it lies in, in one list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.circumstances import HIGHEST, BodyArea
from prt_desktop.domain.diary import Measure
from prt_desktop.domain.evidence_sheet import SUREST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.whole_diary import WholeDiary


class Source(StrEnum):
    """What a number was kept in."""

    RATING = "rating"
    MEASURE = "measure"
    BELIEF = "belief"
    RUNG = "rung"


@dataclass(frozen=True, slots=True)
class Score:
    """One number from 0 to `highest`, when it was given, and the id of what it lies in.

    `item` is the name of the rating or of the measure's question, or "" for a belief and a
    rung; `about` is the feared movement, and `areas` are the parts of the body told beside it.
    """

    source: Source
    kept_in: str
    item: str
    at: datetime
    value: int
    highest: int = HIGHEST
    about: str = ""
    areas: tuple[BodyArea, ...] = ()

    @property
    def id(self) -> str:
        """Give a name that no other score of the diary has."""
        return f"{self.source}:{self.kept_in}:{self.item}"


def scores_of(diary: WholeDiary) -> tuple[Score, ...]:
    """Give every score of a diary: those of entries, then beliefs, then feared movements."""
    return (
        *(score for entry in diary.entries for score in _entry_scores(entry)),
        *(
            Score(Source.BELIEF, belief.id, "", belief.rated_at, belief.sure, SUREST)
            for belief in diary.beliefs
        ),
        *(
            Score(Source.RUNG, rung.id, "", rung.added_at, rung.fear, about=rung.name)
            for rung in diary.rungs
        ),
    )


def _entry_scores(entry: Entry) -> Iterator[Score]:
    areas = entry.circumstances.areas
    for rating, value in entry.circumstances.ratings.given().items():
        yield Score(Source.RATING, entry.id, rating.value, entry.created_at, value, areas=areas)
    if isinstance(entry.details, Measure):
        for item, value in entry.details.given().items():
            yield Score(Source.MEASURE, entry.id, item, entry.created_at, value)
