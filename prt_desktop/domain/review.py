"""The weekly ten minutes after the four weeks, and how guidance thins out; no scores anywhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from prt_desktop.domain.local_day import local_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WEEK = timedelta(days=7)
REVIEWS_A_WEEK_APART = 4
LAST_SUGGESTION_AFTER = 8
"""After so many reviews nothing is suggested any more between them."""


@dataclass(frozen=True, slots=True)
class Review:
    """A look back in own words: the week, what surprised, what was wisely left, what comes next."""

    id: str
    made_at: datetime
    week: str = ""
    surprised: str = ""
    left_out: str = ""
    next_step: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Give what was written, in the order in which it is asked for."""
        return (self.week, self.surprised, self.left_out, self.next_step)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written in it."""
        return not any(text.strip() for text in self.texts)

    def with_texts(self, texts: Sequence[str]) -> Review:
        """Give the same review with these texts, which stand in the order of `texts`."""
        week, surprised, left_out, next_step = texts
        return replace(self, week=week, surprised=surprised, left_out=left_out, next_step=next_step)


def newest_first(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Give the reviews, the newest first."""
    return tuple(sorted(reviews, key=_made, reverse=True))


def offered_on(reviews: Sequence[Review], finished_on: date | None, now: datetime) -> date | None:
    """Give the first day on which a review is offered; None while the four weeks go on.

    A week after the last step of the plan, then a week after each review; after the fourth the
    weeks between grow by one with every four.
    """
    if not reviews:
        return None if finished_on is None else finished_on + WEEK
    last = local_day(newest_first(reviews)[0].made_at, now)
    return last + WEEK * (1 + len(reviews) // REVIEWS_A_WEEK_APART)


def practice_every(reviews: Sequence[Review]) -> timedelta | None:
    """Say how many days lie between two suggested practices: one more after every review.

    None from the eighth review on: by then nobody is nudged any more.
    """
    if len(reviews) >= LAST_SUGGESTION_AFTER:
        return None
    return timedelta(days=2 + len(reviews))


def _made(review: Review) -> datetime:
    return review.made_at
