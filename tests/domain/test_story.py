"""A person's story, goals, and the line of life and pain."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.domain.story import GoalState, Story, StoryPart, in_order, levels, marks, wanted
from tests.builders import NOON, a_goal, a_story, an_event

TODAY = date(2026, 11, 26)


def test_a_story_gives_what_was_told_in_the_order_of_its_questions() -> None:
    story = a_story(began="In spring.", going_on="  ", wanted="To dance.")

    assert story.parts == {StoryPart.BEGAN: "In spring.", StoryPart.WANTED: "To dance."}
    assert not story.is_empty
    assert Story(NOON, tried=" \n").is_empty


@pytest.mark.parametrize(("year", "month"), [(1899, None), (2201, None), (2020, 0), (2020, 13)])
def test_an_event_has_a_time_that_calendars_have(year: int, month: int | None) -> None:
    with pytest.raises(ValueError, match="must be from"):
        an_event(year, month=month)


def test_an_event_says_when_it_was() -> None:
    assert an_event(2019).when == "2019"
    assert an_event(2019, month=3).when == "March 2019"


def test_events_stand_in_the_order_of_their_times() -> None:
    june, may = an_event(2020, month=6), an_event(2020, month=5)
    early, year = an_event(2011), an_event(2020)
    twin = an_event(2011, added_at=NOON + timedelta(hours=1))

    assert in_order([june, twin, year, may, early]) == (early, twin, may, june, year)


def test_the_line_runs_from_the_first_year_until_today() -> None:
    first, last = an_event(2026, month=1), an_event(2026, month=11)

    begin, end = marks([last, first], TODAY)

    assert (begin.event, end.event) == (first, last)
    assert begin.at == pytest.approx(0.5 / 12 / (330 / 366))
    assert 0.9 < end.at <= 1


@given(st.lists(st.tuples(st.integers(1900, 2026), st.none() | st.integers(1, 12)), max_size=12))
def test_every_event_has_a_place_on_the_line(times: list[tuple[int, int | None]]) -> None:
    events = [an_event(year, month=month) for year, month in times]

    found = marks(events, TODAY)

    assert [mark.event for mark in found] == list(in_order(events))
    assert all(0 <= mark.at <= 1 for mark in found)
    assert [mark.at for mark in found] == sorted(mark.at for mark in found)


def test_no_events_give_no_line() -> None:
    assert marks([], TODAY) == ()


def test_places_that_are_near_stand_above_each_other() -> None:
    assert levels([0.1, 0.12, 0.14, 0.3], 0.05) == (0, 1, 2, 0)
    assert levels([0.1, 0.5], 0.05) == (0, 0)
    assert levels([], 0.05) == ()


def test_goals_that_rest_or_are_back_are_not_wanted_now() -> None:
    walk = a_goal("Walk")
    rest, back = a_goal(state=GoalState.RESTS), a_goal(state=GoalState.BACK)

    assert wanted([rest, walk, back]) == (walk,)


def test_a_form_in_which_only_blanks_stand_is_empty() -> None:
    assert FormDraft({"began": " \n"}).is_empty
    assert not FormDraft({"began": "In May"}).is_empty
    assert FormDraft({"began": "In May"}).text("tried") == ""
