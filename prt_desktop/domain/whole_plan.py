"""All that a journal keeps of the plan, as one value, for exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.bad_day import BadDay
from prt_desktop.domain.four_weeks import PlanChoice
from prt_desktop.domain.good_day import Message, SetbackPlan
from prt_desktop.domain.review import Review

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class WholePlan:
    """What was said of the plan, bad days, messages, the plan for setbacks, and reviews."""

    choices: tuple[PlanChoice, ...] = ()
    bad_days: tuple[BadDay, ...] = ()
    messages: tuple[Message, ...] = ()
    setback_plans: tuple[SetbackPlan, ...] = ()
    reviews: tuple[Review, ...] = ()

    def within(self, falls: Callable[[datetime], bool]) -> WholePlan:
        """Keep what falls into a span by its own date; the plan for setbacks has none and stays."""
        return WholePlan(
            tuple(one for one in self.choices if falls(one.made_at)),
            tuple(one for one in self.bad_days if falls(one.begun_at)),
            tuple(one for one in self.messages if falls(one.made_at)),
            self.setback_plans,
            tuple(one for one in self.reviews if falls(one.made_at)),
        )
