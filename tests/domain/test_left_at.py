"""Where a practice was left, and where that is in another plan of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.exercise import Guidance, Pause
from prt_desktop.domain.left_at import LeftAt, left_at
from prt_desktop.domain.timeline import Frame, Pace, Timeline, timeline
from tests.builders import a_cue, an_exercise, an_optional_cue, lengths_of

PAUSE = Pause(1_000, 90_000, 1.0)
EXERCISE = an_exercise(
    a_cue("open", pause=PAUSE),
    an_optional_cue("first", 2, pause=PAUSE),
    an_optional_cue("second", 1, pause=PAUSE),
    a_cue("close", pause=PAUSE),
)


def planned(length_ms: int, pace: Pace | None = None, frame: Frame | None = None) -> Timeline:
    """Plan the exercise."""
    lengths_ms = lengths_of(EXERCISE)
    return timeline(EXERCISE, lengths_ms, length_ms, pace or Pace(), frame or Frame())


@given(st.integers(0, 60_000))
def test_place_in_the_same_plan_is_the_same(position_ms: int) -> None:
    plan = planned(60_000)

    assert left_at(plan, position_ms).place_in(plan, EXERCISE) == min(position_ms, 59_999)


@pytest.mark.parametrize(
    "plan",
    [
        planned(30_000),
        planned(120_000, frame=Frame(30_000, bell=True)),
        planned(60_000, Pace(rate=0.8)),
    ],
)
def test_place_in_another_plan_is_in_the_same_cue(plan: Timeline) -> None:
    before = planned(60_000)
    second = next(span for span in before.spans if span.cue_id == "second")

    for position_ms in (second.start_ms, second.end_ms - 1):
        place_ms = left_at(before, position_ms).place_in(plan, EXERCISE)
        assert plan.spans[plan.index_at(place_ms)].cue_id == "second"


def test_plan_that_leaves_the_cue_out_goes_on_with_the_next() -> None:
    plan = planned(60_000, Pace(Guidance.SILENT))

    place_ms = LeftAt(1_500, "first").place_in(plan, EXERCISE)

    assert place_ms == plan.spans[-1].start_ms
    assert plan.spans[-1].cue_id == "close"


def test_cue_that_the_exercise_no_longer_has_is_no_place() -> None:
    assert LeftAt(1_500, "gone").place_in(planned(60_000), EXERCISE) == 0


def test_place_of_an_earlier_version_counts_from_the_start() -> None:
    assert LeftAt(25_000).place_in(planned(60_000), EXERCISE) == 25_000
