"""The fit worksheet: answers in three honest groups, to be talked over with a clinician.

safety.md 4.3. There is no score, no label and no verdict, and nothing is counted: one yes is not
enough, and neither are ten. An item that collides with a red flag counts as nothing until its
condition is met; until then a yes is a question for the clinician.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Gate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from prt_desktop.domain.safety import Check, SafetyRecord

TWO_WEEKS = timedelta(weeks=2)


class FitGroup(StrEnum):
    """Where an answer stands on the worksheet."""

    TOWARD = "toward"
    UNSURE = "unsure"
    ASK_CLINICIAN = "ask_clinician"


class Wait(StrEnum):
    """What an item that collides with a red flag waits for (the table of safety.md 4.3).

    CLEAR_AND_CHECK: every safety page answered, nothing of them open, and a clinician's check.
    CHECK: a clinician's check. TWO_WEEKS: two weeks since it was noted, or a check after that.
    """

    CLEAR_AND_CHECK = "clear_and_check"
    CHECK = "check"
    TWO_WEEKS = "two_weeks"


class Reply(StrEnum):
    """How an item was answered."""

    YES = "yes"
    NOT_SURE = "not_sure"
    NO = "no"


@dataclass(frozen=True, slots=True)
class FitItem:
    """One statement; `group` is where a yes stands, `source` says where the idea comes from.

    `collides_with` are the ids of the safety questions that it overlaps, and `waits_for` what
    must hold before a yes counts: both or neither. `row` is its row of the evidence, if any.
    """

    id: str
    text: str
    source: str
    group: FitGroup
    waits_for: Wait | None = None
    collides_with: tuple[str, ...] = ()
    row: int | None = None


@dataclass(frozen=True, slots=True)
class FitReply:
    """The answer to the item of that id; `since` is when it was first answered like this."""

    id: str
    reply: Reply
    since: datetime


@dataclass(frozen=True, slots=True)
class Placed:
    """An answered item in its group; `waits` says what it still waits for.

    `group` is None for a no that neither points anywhere nor leaves a doubt.
    """

    item: FitItem
    reply: Reply
    group: FitGroup | None
    waits: Wait | None = None


def answered(before: FitReply | None, item_id: str, reply: Reply, now: datetime) -> FitReply:
    """Give the answer as it is to be kept; the same answer again keeps its first time."""
    if before is not None and before.reply is reply:
        return before
    return FitReply(item_id, reply, now)


def placed(
    items: Sequence[FitItem], answers: Iterable[FitReply], safety: SafetyRecord, now: datetime
) -> tuple[Placed, ...]:
    """Put every answered item into its group, in the order of the items."""
    known = {answer.id: answer for answer in answers}
    return tuple(_placed(item, known[item.id], safety, now) for item in items if item.id in known)


def in_group(all_placed: Iterable[Placed], group: FitGroup | None) -> tuple[Placed, ...]:
    """Give those of one group; None for those of no group."""
    return tuple(one for one in all_placed if one.group is group)


def still_waits(
    item: FitItem, answer: FitReply, safety: SafetyRecord, now: datetime
) -> Wait | None:
    """Say what an item waits for before its answer may count; None when it need not wait."""
    if item.waits_for is None:
        return None
    check = safety.valid_check(now)
    met = {
        Wait.CLEAR_AND_CHECK: safety.before_fit(now).counts_gated,
        Wait.CHECK: check is not None,
        Wait.TWO_WEEKS: _is_old(answer, safety, now) or _saw(check, answer),
    }
    return None if met[item.waits_for] else item.waits_for


def _saw(check: Check | None, answer: FitReply) -> bool:
    """Say whether a check came after what was answered."""
    return check is not None and check.follows(answer.since)


def _is_old(answer: FitReply, safety: SafetyRecord, now: datetime) -> bool:
    """Say whether two weeks have passed, and nothing else is new or open."""
    return now - answer.since >= TWO_WEEKS and safety.closed(Gate.NO_OPEN_FLAG, now) is None


def _placed(item: FitItem, answer: FitReply, safety: SafetyRecord, now: datetime) -> Placed:
    reply = answer.reply
    if reply is Reply.NO:
        doubt = item.group is FitGroup.TOWARD and item.waits_for is None
        return Placed(item, reply, FitGroup.UNSURE if doubt else None)
    waits = still_waits(item, answer, safety, now)
    if waits is not None or item.group is FitGroup.ASK_CLINICIAN:
        return Placed(item, reply, FitGroup.ASK_CLINICIAN, waits)
    group = item.group if reply is Reply.YES else FitGroup.UNSURE
    return Placed(item, reply, group)
