"""Made-up messages, a plan for setbacks and weeks looked back on, to look at the program with."""

from __future__ import annotations

from datetime import datetime, timedelta

from prt_desktop.domain.good_day import Message, Sender, SetbackPlan
from prt_desktop.domain.review import Review

_MESSAGES = (
    (Sender.MYSELF, "", "You have been here before, and it passed. Put the kettle on.", True),
    (Sender.FRIEND, "Kim", "Call me, also late. You need not have a reason.", False),
)
_REVIEWS = (
    ("A full week with two good walks.", "The stairs, twice.", "The long drive.", "The pool."),
    ("Tired, but calmer.", "", "Cleaning all of the flat at once.", "Ten minutes a day."),
)


def sample_messages(now: datetime, days: int) -> tuple[Message, ...]:
    """Make messages for bad days, one of them the one."""
    begun = now - timedelta(days=max(1, days))
    return tuple(
        Message(f"{number:032x}", begun, sender, who, text, for_bad_days=first)
        for number, (sender, who, text, first) in enumerate(_MESSAGES)
    )


def sample_setback_plan(now: datetime) -> SetbackPlan:
    """Make a plan for setbacks, written a week ago."""
    steps = ("Slow down for a day.", "Hear my own message.", "A short walk, as short as I like.")
    return SetbackPlan(f"{0:032x}", now - timedelta(days=7), "Short nights.", steps, "Kim")


def sample_reviews(now: datetime) -> tuple[Review, ...]:
    """Make two weeks looked back on, the newest a week ago."""
    return tuple(
        Review(f"{number:032x}", now - timedelta(days=7 * (number + 1)), *texts)
        for number, texts in enumerate(_REVIEWS)
    )
