"""A diary as one value, and its numbers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from prt_desktop.domain.scores import scores_of
from prt_desktop.domain.whole_diary import WholeDiary
from tests.builders import (
    NOON,
    a_belief,
    a_fit_reply,
    a_goal,
    a_measure,
    a_point,
    a_rung,
    a_story,
    a_template,
    an_entry,
    an_event,
)

DAYS = tuple(an_entry(f"day {n}", created_at=NOON + timedelta(days=n)) for n in range(3))


@pytest.mark.parametrize(
    ("first", "last", "texts"),
    [
        (None, None, ["day 0", "day 1", "day 2"]),
        (date(2026, 11, 24), None, ["day 1", "day 2"]),
        (None, date(2026, 11, 24), ["day 0", "day 1"]),
        (date(2026, 11, 24), date(2026, 11, 24), ["day 1"]),
        (date(2026, 11, 25), date(2026, 11, 24), []),
    ],
)
def test_a_span_of_days_includes_both_ends(
    first: date | None, last: date | None, texts: list[str]
) -> None:
    assert [entry.text for entry in WholeDiary(DAYS).within(first, last).entries] == texts


def test_what_has_no_date_stays_in_any_span() -> None:
    diary = WholeDiary(
        points=(a_point(),),
        beliefs=(a_belief(),),
        rungs=(a_rung(),),
        templates=(a_template(),),
        own_sentences=("Slowly.",),
        fit_replies=(a_fit_reply(),),
        stories=(a_story(),),
        goals=(a_goal(),),
        life_events=(an_event(),),
    )

    later = diary.within(date(2027, 1, 1), None)

    dated = (later.points, later.beliefs, later.rungs, later.fit_replies, later.stories)
    assert (*dated, later.goals, later.life_events) == ((),) * 7
    assert (later.templates, later.own_sentences) == (diary.templates, ("Slowly.",))


def test_no_two_scores_have_the_same_name() -> None:
    diary = WholeDiary((a_measure(), a_measure()), beliefs=(a_belief(),), rungs=(a_rung(),))

    names = [score.id for score in scores_of(diary)]

    assert len(set(names)) == len(names) == 14
