"""All that a journal keeps, as one value: what exports are made of and what they give back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import Entry, Template
from prt_desktop.domain.evidence_sheet import Belief, EvidencePoint
from prt_desktop.domain.fit import FitReply
from prt_desktop.domain.ladder import Rung
from prt_desktop.domain.safety import SafetyRecord
from prt_desktop.domain.safety_plan import SafetyPlan
from prt_desktop.domain.story import Goal, LifeEvent, Story
from prt_desktop.domain.whole_plan import WholePlan

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class WholeDiary:
    """All that is kept, each sort oldest first; there is one story at most."""

    entries: tuple[Entry, ...] = ()
    points: tuple[EvidencePoint, ...] = ()
    beliefs: tuple[Belief, ...] = ()
    rungs: tuple[Rung, ...] = ()
    templates: tuple[Template, ...] = ()
    own_sentences: tuple[str, ...] = ()
    safety: SafetyRecord = field(default_factory=SafetyRecord)
    fit_replies: tuple[FitReply, ...] = ()
    stories: tuple[Story, ...] = ()
    goals: tuple[Goal, ...] = ()
    life_events: tuple[LifeEvent, ...] = ()
    plan: WholePlan = field(default_factory=WholePlan)
    safety_plans: tuple[SafetyPlan, ...] = ()

    def within(self, first: date | None, last: date | None) -> WholeDiary:
        """Keep what was written from `first` to `last`, both included, by each one's own date.

        Templates, safety sentences and the safety plan stay.
        """

        def falls(at: datetime) -> bool:
            return (first is None or at.date() >= first) and (last is None or at.date() <= last)

        safety = SafetyRecord(
            tuple(one for one in self.safety.answers if falls(one.answered_at)),
            tuple(one for one in self.safety.new_symptoms if falls(one.answered_at)),
            tuple(one for one in self.safety.checks if falls(one.recorded_at)),
            tuple(one for one in self.safety.mini_checks if falls(one.answered_at)),
            tuple(one for one in self.safety.fit_page_answers if falls(one.answered_at)),
        )
        return WholeDiary(
            tuple(entry for entry in self.entries if falls(entry.created_at)),
            tuple(point for point in self.points if falls(point.added_at)),
            tuple(belief for belief in self.beliefs if falls(belief.rated_at)),
            tuple(rung for rung in self.rungs if falls(rung.added_at)),
            self.templates,
            self.own_sentences,
            safety,
            tuple(reply for reply in self.fit_replies if falls(reply.since)),
            tuple(story for story in self.stories if falls(story.told_at)),
            tuple(goal for goal in self.goals if falls(goal.added_at)),
            tuple(event for event in self.life_events if falls(event.added_at)),
            self.plan.within(falls),
            self.safety_plans,
        )
