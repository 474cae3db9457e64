"""The fit worksheet: three honest groups; what collides with a red flag does not count early."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain import fit
from prt_desktop.domain.fit import FitGroup, FitReply, Reply, Wait, answered, in_group, placed
from prt_desktop.domain.safety import FitPageId, PageId, SafetyRecord
from tests.builders import (
    NOON,
    TODAY,
    a_check,
    a_fit_item,
    a_fit_page_answer,
    a_new_symptom,
    a_safety_record,
    an_answer,
    both_pages,
)

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.domain.fit import FitItem, Placed

DAY = timedelta(days=1)
ASKED = tuple(a_fit_page_answer(page, answered_at=NOON - DAY) for page in FitPageId)
CLEAR = SafetyRecord(both_pages(NOON - DAY), fit_page_answers=ASKED)
CHECKED = dataclasses.replace(CLEAR, checks=(a_check(TODAY, NOON + timedelta(hours=1)),))
LATER = NOON + timedelta(hours=2)
PLAIN = a_fit_item()
MAYBE = a_fit_item("maybe", group=FitGroup.UNSURE)
RECENT = a_fit_item("recent", group=FitGroup.ASK_CLINICIAN)


def trap(wait: Wait) -> FitItem:
    return a_fit_item("trap", waits_for=wait, collides_with=("fever",))


def place(
    item: FitItem, reply: Reply, safety: SafetyRecord = CLEAR, now: datetime = LATER
) -> Placed:
    """Answer one item at noon and see where it stands at `now`."""
    [found] = placed([item], [FitReply(item.id, reply, NOON)], safety, now)
    return found


@pytest.mark.parametrize(
    ("item", "reply", "group"),
    [
        (PLAIN, Reply.YES, FitGroup.TOWARD),
        (PLAIN, Reply.NOT_SURE, FitGroup.UNSURE),
        (PLAIN, Reply.NO, FitGroup.UNSURE),
        (MAYBE, Reply.YES, FitGroup.UNSURE),
        (MAYBE, Reply.NOT_SURE, FitGroup.UNSURE),
        (MAYBE, Reply.NO, None),
        (RECENT, Reply.YES, FitGroup.ASK_CLINICIAN),
        (RECENT, Reply.NOT_SURE, FitGroup.ASK_CLINICIAN),
        (RECENT, Reply.NO, None),
    ],
)
def test_each_answer_has_its_group(item: FitItem, reply: Reply, group: FitGroup | None) -> None:
    assert place(item, reply).group is group


@pytest.mark.parametrize("wait", Wait)
@pytest.mark.parametrize("reply", [Reply.YES, Reply.NOT_SURE])
def test_a_trap_is_a_question_for_the_clinician_at_first(wait: Wait, reply: Reply) -> None:
    found = place(trap(wait), reply)

    assert (found.group, found.waits) == (FitGroup.ASK_CLINICIAN, wait)


@pytest.mark.parametrize("wait", Wait)
def test_a_no_to_a_trap_says_nothing(wait: Wait) -> None:
    found = place(trap(wait), Reply.NO)

    assert (found.group, found.waits) == (None, None)


@pytest.mark.parametrize("wait", Wait)
def test_a_check_after_the_answer_lets_a_trap_count(wait: Wait) -> None:
    found = place(trap(wait), Reply.YES, CHECKED)

    assert (found.group, found.waits) == (FitGroup.TOWARD, None)


@pytest.mark.parametrize(
    "missing", [{"answers": (an_answer(PageId.EMERGENCY),)}, {"fit_page_answers": ASKED[:1]}]
)
def test_night_pain_counts_only_with_every_page_answered_too(missing: dict[str, Any]) -> None:
    half = dataclasses.replace(CHECKED, **missing)

    assert place(trap(Wait.CLEAR_AND_CHECK), Reply.YES, half).group is FitGroup.ASK_CLINICIAN
    assert place(trap(Wait.CHECK), Reply.YES, half).group is FitGroup.TOWARD


def test_what_spread_counts_after_two_weeks() -> None:
    spread = trap(Wait.TWO_WEEKS)
    almost = NOON + fit.TWO_WEEKS - timedelta(seconds=1)

    assert place(spread, Reply.YES, now=almost).group is FitGroup.ASK_CLINICIAN
    assert place(spread, Reply.YES, now=NOON + fit.TWO_WEEKS).group is FitGroup.TOWARD


def test_two_weeks_do_not_help_while_something_is_new_or_open() -> None:
    spread, much_later = trap(Wait.TWO_WEEKS), NOON + 3 * fit.TWO_WEEKS
    flagged = SafetyRecord((*both_pages(), an_answer(PageId.SAME_DAY, "fever")))
    something_new = dataclasses.replace(CLEAR, new_symptoms=(a_new_symptom(NOON + DAY),))

    assert place(spread, Reply.YES, flagged, much_later).group is FitGroup.ASK_CLINICIAN
    assert place(spread, Reply.YES, something_new, much_later).group is FitGroup.ASK_CLINICIAN


def test_a_check_from_before_it_spread_says_nothing_about_it() -> None:
    before = dataclasses.replace(CLEAR, checks=(a_check(TODAY - 2 * DAY, NOON - 2 * DAY),))

    assert place(trap(Wait.TWO_WEEKS), Reply.YES, before).group is FitGroup.ASK_CLINICIAN
    assert place(trap(Wait.CHECK), Reply.YES, before).group is FitGroup.TOWARD


@pytest.mark.parametrize("wait", Wait)
def test_an_open_flag_takes_the_count_back(wait: Wait) -> None:
    flagged = dataclasses.replace(
        CHECKED, answers=(*CLEAR.answers, an_answer(PageId.SAME_DAY, "fever", answered_at=LATER))
    )

    assert place(trap(wait), Reply.YES, flagged).group is FitGroup.ASK_CLINICIAN


def test_the_same_answer_again_keeps_its_first_time() -> None:
    first = answered(None, "spreads", Reply.YES, NOON)

    again = answered(first, "spreads", Reply.YES, NOON + DAY)
    changed = answered(first, "spreads", Reply.NO, NOON + DAY)

    assert again == first
    assert changed == FitReply("spreads", Reply.NO, NOON + DAY)


def test_what_was_not_answered_and_what_is_not_asked_any_more_stand_nowhere() -> None:
    gone = FitReply("gone", Reply.YES, NOON)

    assert placed([PLAIN], [gone], CLEAR, NOON) == ()


def test_one_yes_gives_no_verdict() -> None:
    """No value of the module sums anything up: the answers are all that there is."""
    found = place(PLAIN, Reply.YES)
    names = {name.lower() for name in dir(fit)} | set(dir(found))

    assert [name for name in names for word in ("score", "verdict", "fits") if word in name] == []
    assert not any(isinstance(value, int) for value in dataclasses.astuple(found))


@given(
    st.sampled_from(Wait),
    st.sampled_from([Reply.YES, Reply.NOT_SURE]),
    st.integers(0, 60),
    st.booleans(),
)
def test_without_a_check_only_what_spread_ever_counts(
    wait: Wait, reply: Reply, days: int, pages: bool
) -> None:
    safety = CLEAR if pages else SafetyRecord()

    found = place(trap(wait), reply, safety, NOON + days * DAY)

    counts = found.group is not FitGroup.ASK_CLINICIAN
    assert counts == (wait is Wait.TWO_WEEKS and pages and days >= 14)


def test_groups_keep_the_order_of_the_items() -> None:
    items = [a_fit_item("b"), a_fit_item("a")]
    answers = [FitReply("a", Reply.YES, NOON), FitReply("b", Reply.YES, NOON)]

    found = placed(items, answers, a_safety_record(), NOON)

    assert [one.item.id for one in in_group(found, FitGroup.TOWARD)] == ["b", "a"]
    assert in_group(found, FitGroup.UNSURE) == ()
