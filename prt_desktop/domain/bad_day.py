"""The way through a bad day, in the order of techniques.md 3.9; never a score.

The three questions come first; a tick leads to the action it asks for, with soothing beside it.
Then a word from a good day, then whether one can look; then the smallest next normal thing.
"What else was going on?" is asked a day later at the earliest, once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.local_day import local_day

if TYPE_CHECKING:
    from collections.abc import Iterable

LOOK_BACK_AFTER = timedelta(hours=24)
LOOK_BACK_WITHIN = timedelta(days=8)
_LATELY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class BadDay:
    """One time that somebody took the way through a bad day; nothing of how bad it was.

    `went_on` says that a next normal thing was chosen, or none was wanted; `looked_back` that
    one line was written about it later, or that none was wanted.
    """

    id: str
    begun_at: datetime
    went_on: bool = False
    looked_back: bool = False


class Stage(StrEnum):
    """Where on the way somebody is."""

    QUESTIONS = "questions"
    ACTION = "action"
    MESSAGE = "message"
    WORKABILITY = "workability"
    FULL = "full"
    SHORT = "short"
    SOOTHING = "soothing"
    NEXT_THING = "next_thing"
    END = "end"


class Reply(StrEnum):
    """What somebody says on the way: ticked or not, yes, only just, no, or on to the next."""

    NONE = "none"
    TICKED = "ticked"
    YES = "yes"
    ONLY_JUST = "only_just"
    NO = "no"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Way:
    """What is known at the beginning: whether there is a message, and whether tracking may open."""

    has_message: bool
    may_track: bool

    def after(self, stage: Stage, reply: Reply) -> Stage:
        """Give what comes next; a reply that does not belong to the stage leads on."""
        if stage is Stage.QUESTIONS:
            return Stage.ACTION if reply is Reply.TICKED else self._after_questions()
        if stage is Stage.MESSAGE:
            return self._after_message()
        if stage is Stage.WORKABILITY:
            return _BY_WORKABILITY.get(reply, Stage.SOOTHING)
        if stage in _PRACTISING:
            return Stage.NEXT_THING
        return Stage.END

    def _after_questions(self) -> Stage:
        return Stage.MESSAGE if self.has_message else self._after_message()

    def _after_message(self) -> Stage:
        """Ask whether one can look only where looking may be practised at all."""
        return Stage.WORKABILITY if self.may_track else Stage.SOOTHING


_BY_WORKABILITY = {
    Reply.YES: Stage.FULL,
    Reply.ONLY_JUST: Stage.SHORT,
    Reply.NO: Stage.SOOTHING,
}
_PRACTISING = {Stage.ACTION, Stage.FULL, Stage.SHORT, Stage.SOOTHING}


def under_way(days: Iterable[BadDay], now: datetime) -> BadDay | None:
    """Give the newest bad day of today that nobody has gone on from yet."""
    today = [
        one
        for one in days
        if not one.went_on and one.begun_at <= now and local_day(one.begun_at, now) == now.date()
    ]
    return max(today, key=_begun, default=None)


def to_look_back_on(days: Iterable[BadDay], now: datetime) -> BadDay | None:
    """Give the newest bad day that one line may be written about: a day past, a week at most."""
    over = [
        one
        for one in days
        if not one.looked_back and LOOK_BACK_AFTER <= now - one.begun_at <= LOOK_BACK_WITHIN
    ]
    return max(over, key=_begun, default=None)


def was_lately(days: Iterable[BadDay], now: datetime) -> bool:
    """Say whether today or yesterday was a bad day."""
    return any(
        one.begun_at <= now and now.date() - local_day(one.begun_at, now) <= _LATELY for one in days
    )


def settled(day: BadDay) -> BadDay:
    """Give the day with nothing more to be asked about it."""
    return replace(day, went_on=True, looked_back=True)


def _begun(day: BadDay) -> datetime:
    return day.begun_at
