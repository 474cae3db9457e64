"""The safety plan for hard moments."""

from __future__ import annotations

from datetime import timedelta

import pytest

from prt_desktop.domain.safety_plan import LONGEST_PART, PlanPart, newest_first
from tests.builders import NOON, a_safety_plan

LATER = NOON + timedelta(days=1)


@pytest.mark.parametrize("part", PlanPart)
def test_a_part_is_written_and_the_others_stay(part: PlanPart) -> None:
    plan = a_safety_plan()

    changed = plan.with_part(part, "Other words.", LATER)

    assert changed.parts == {**plan.parts, part: "Other words."}
    assert (changed.id, changed.changed_at) == (plan.id, LATER)


def test_plan_without_words_is_empty() -> None:
    assert a_safety_plan(warning_signs=" \n", people="").is_empty
    assert not a_safety_plan().is_empty


def test_part_beyond_a_page_is_refused() -> None:
    longest = a_safety_plan(means="x" * LONGEST_PART)

    with pytest.raises(ValueError, match="means must be at most"):
        a_safety_plan(means="x" * (LONGEST_PART + 1))
    assert len(longest.means) == LONGEST_PART


def test_plan_changed_last_comes_first() -> None:
    old, new = a_safety_plan(), a_safety_plan(changed_at=LATER)

    assert newest_first((old, new)) == (new, old)
