"""Where a practice was left, told by what was said there, so that any plan can go on from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class LeftAt:
    """A place in an exercise: so many ms after a cue began.

    Without a cue it was kept by an earlier version, in ms from the start of the session.
    """

    ms: int
    cue_id: str = ""

    def place_in(self, plan: Timeline, exercise: Exercise) -> int:
        """Find the place in a plan of the exercise, in ms from its start; 0 where there is none.

        A plan that leaves the cue out goes on with the next one that it has.
        """
        if not self.cue_id:
            return self.ms
        ids = [cue.id for cue in exercise.cues]
        onward = ids[ids.index(self.cue_id) :] if self.cue_id in ids else []
        span = next((one for one in plan.spans if one.cue_id in onward), None)
        if span is None:
            return 0
        into_ms = self.ms if span.cue_id == self.cue_id else 0
        return min(span.start_ms + into_ms, span.end_ms - 1)


def left_at(plan: Timeline, position_ms: int) -> LeftAt:
    """Tell a position in a plan by the cue that is spoken there, or whose silence it is."""
    span = plan.spans[plan.index_at(position_ms)]
    return LeftAt(position_ms - span.start_ms, span.cue_id)
