"""What a good day leaves for a bad one: messages, and a plan for setbacks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import VoiceMemo

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Sender(StrEnum):
    """Who a message is from."""

    MYSELF = "myself"
    CLINICIAN = "clinician"
    FRIEND = "friend"


@dataclass(frozen=True, slots=True)
class Message:
    """A message for a bad day: written, spoken, or both.

    `who` is a name of the person's own for somebody else. One message is the one for bad days.
    """

    id: str
    made_at: datetime
    sender: Sender = Sender.MYSELF
    who: str = ""
    text: str = ""
    memo: VoiceMemo | None = None
    for_bad_days: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written or spoken in it."""
        return not self.text.strip() and self.memo is None


def for_bad_days(messages: Sequence[Message]) -> Message | None:
    """Give the message chosen for bad days, else the newest one; None where there is none."""
    chosen = next((one for one in messages if one.for_bad_days), None)
    return chosen or max(messages, key=_made, default=None)


def choosing(messages: Iterable[Message], message_id: str) -> tuple[Message, ...]:
    """Give the messages that change when one is chosen for bad days, as they are then."""
    return tuple(
        replace(one, for_bad_days=one.id == message_id)
        for one in messages
        if one.for_bad_days != (one.id == message_id)
    )


@dataclass(frozen=True, slots=True)
class SetbackPlan:
    """What somebody means to do when it comes back: signs, the first three steps, whom to call.

    There is one, unless another diary was taken in: the one changed last counts then.
    """

    id: str
    changed_at: datetime
    early_signs: str = ""
    steps: tuple[str, str, str] = ("", "", "")
    whom_to_call: str = ""

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is written in it."""
        texts = (self.early_signs, *self.steps, self.whom_to_call)
        return not any(text.strip() for text in texts)


def setback_plan(plans: Iterable[SetbackPlan]) -> SetbackPlan | None:
    """Give the plan that counts, the one changed last; None where none is written."""
    return max((one for one in plans if not one.is_empty), key=_changed, default=None)


def _changed(plan: SetbackPlan) -> datetime:
    return plan.changed_at


def _made(message: Message) -> datetime:
    return message.made_at
