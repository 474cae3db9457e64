"""The way through a bad day: its order, and that nothing is looked into before a day has passed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from prt_desktop.domain.bad_day import (
    Reply,
    Stage,
    Way,
    settled,
    to_look_back_on,
    under_way,
    was_lately,
)
from tests.builders import NOON, a_bad_day

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def walked(way: Way, *replies: Reply) -> list[Stage]:
    """Give the stages from the beginning on, one for each reply."""
    stages = [Stage.QUESTIONS]
    for reply in replies:
        stages.append(way.after(stages[-1], reply))
    return stages


@pytest.mark.parametrize(
    ("reply", "practised"),
    [
        (Reply.YES, Stage.FULL),
        (Reply.ONLY_JUST, Stage.SHORT),
        (Reply.NO, Stage.SOOTHING),
    ],
)
def test_the_way_goes_in_its_fixed_order(reply: Reply, practised: Stage) -> None:
    way = Way(has_message=True, may_track=True)

    stages = walked(way, Reply.NONE, Reply.ON, reply, Reply.ON, Reply.ON)

    assert stages == [
        Stage.QUESTIONS,
        Stage.MESSAGE,
        Stage.WORKABILITY,
        practised,
        Stage.NEXT_THING,
        Stage.END,
    ]


def test_a_tick_leads_to_its_action_and_never_to_tracking() -> None:
    way = Way(has_message=True, may_track=True)

    stages = walked(way, Reply.TICKED, Reply.ON, Reply.ON)

    assert stages == [Stage.QUESTIONS, Stage.ACTION, Stage.NEXT_THING, Stage.END]


def test_without_a_message_the_way_goes_straight_on() -> None:
    way = Way(has_message=False, may_track=True)

    assert walked(way, Reply.NONE)[-1] is Stage.WORKABILITY


@pytest.mark.parametrize("has_message", [True, False])
def test_where_tracking_may_not_open_nobody_is_asked_about_it(has_message: bool) -> None:
    way = Way(has_message=has_message, may_track=False)
    replies = (Reply.NONE, Reply.ON) if has_message else (Reply.NONE,)

    assert walked(way, *replies)[-1] is Stage.SOOTHING


@pytest.mark.parametrize("reply", list(Reply))
def test_every_reply_leads_on_to_the_end(reply: Reply) -> None:
    way = Way(has_message=True, may_track=True)

    assert walked(way, *[reply] * 6)[-1] is Stage.END


@pytest.mark.parametrize(
    ("gone", "asked"),
    [(23 * HOUR, False), (24 * HOUR, True), (7 * DAY, True), (9 * DAY, False), (400 * DAY, False)],
)
def test_what_else_went_on_is_asked_a_day_later_and_not_for_ever(
    gone: timedelta, asked: bool
) -> None:
    day = a_bad_day(NOON - gone, went_on=True)

    assert (to_look_back_on([day], NOON) == day) is asked


def test_a_day_that_is_settled_is_asked_about_no_more() -> None:
    day = settled(a_bad_day(NOON - 2 * DAY))

    assert to_look_back_on([day], NOON) is None
    assert under_way([day], NOON) is None


def test_a_bad_day_is_under_way_until_midnight() -> None:
    day = a_bad_day(NOON)

    assert under_way([day], NOON + 11 * HOUR) == day
    assert under_way([day], NOON + 13 * HOUR) is None


def test_the_newest_of_several_is_the_one_under_way() -> None:
    days = [a_bad_day(NOON - HOUR), a_bad_day(NOON), a_bad_day(NOON - 2 * HOUR)]

    assert under_way(days, NOON + HOUR) == days[1]


@pytest.mark.parametrize(("days", "lately"), [(0, True), (1, True), (2, False), (-1, False)])
def test_a_bad_day_is_remembered_until_the_end_of_the_next(days: int, lately: bool) -> None:
    assert was_lately([a_bad_day(NOON - days * DAY)], NOON) is lately
