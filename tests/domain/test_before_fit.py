"""What stands before the fit worksheet (safety.md 4.1 to 4.3)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from prt_desktop.domain.safety import Closed, FitPage, FitPageId, PageId, Question, SafetyRecord
from tests.builders import (
    NOON,
    TODAY,
    a_check,
    a_fit_page_answer,
    a_mini_check,
    a_new_symptom,
    a_safety_record,
    an_answer,
    both_pages,
)

DAY = timedelta(days=1)
LATER = NOON + 3 * DAY
BOOK, ASK, FIRST = FitPageId
NOTHING_TICKED = tuple(a_fit_page_answer(page) for page in FitPageId)
SIGNS = ("young", "night", "hip", "moving")


def asked(**changes: Any) -> SafetyRecord:
    """Build a record in which all five pages were answered with "none of these"."""
    return a_safety_record(**{"fit_page_answers": NOTHING_TICKED, **changes})


def back_page() -> FitPage:
    """Build a page that asks for a check by two signs that must be there and three of others."""
    ids = ("early", "long", *SIGNS)
    questions = tuple(Question(one, f"Is it {one}?", "A source") for one in ids)
    return FitPage(BOOK, "Back", "Tick.", "Book a check.", questions, ("early", "long"), 3)


def test_emergency_and_same_day_pages_come_before_the_pages_of_the_worksheet() -> None:
    before = SafetyRecord().before_fit(NOON)

    assert before.closed is Closed.PAGES_UNANSWERED
    assert not before.is_open


def test_pages_before_the_worksheet_are_asked_in_their_order() -> None:
    none, one = a_safety_record(), a_safety_record(fit_page_answers=(a_fit_page_answer(BOOK),))

    assert none.before_fit(NOON).page is BOOK
    assert one.before_fit(NOON).page is ASK
    assert not one.before_fit(NOON).is_open


def test_worksheet_opens_without_a_check_but_counts_nothing_that_collides() -> None:
    before = asked().before_fit(LATER)

    assert before.is_open
    assert not before.counts_gated


def test_what_collides_with_a_red_flag_counts_once_a_check_is_recorded() -> None:
    before = asked(checks=(a_check(),)).before_fit(LATER)

    assert before.is_open
    assert before.counts_gated


@pytest.mark.parametrize(("page", "is_open"), [(BOOK, False), (ASK, False), (FIRST, True)])
def test_a_tick_waits_for_a_check_dated_after_it(page: FitPageId, is_open: bool) -> None:
    ticked = a_fit_page_answer(page, "one", answered_at=NOON + DAY)
    answers = (*NOTHING_TICKED, ticked)

    waiting = asked(fit_page_answers=answers, checks=(a_check(),)).before_fit(LATER)
    checked = asked(fit_page_answers=answers, checks=(a_check(TODAY + 2 * DAY),)).before_fit(LATER)

    assert waiting.waits == (ticked,)
    assert waiting.is_open is is_open
    assert not waiting.counts_gated
    assert checked.waits == ()
    assert checked.is_open
    assert checked.counts_gated


def test_answering_again_does_not_take_a_tick_back() -> None:
    again = a_fit_page_answer(BOOK, answered_at=NOON + DAY)
    answers = (*NOTHING_TICKED, a_fit_page_answer(BOOK, "one"), again)

    assert len(asked(fit_page_answers=answers).before_fit(LATER).waits) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"new_symptoms": (a_new_symptom(NOON + DAY),), "answers": both_pages(NOON + 2 * DAY)},
        {
            "mini_checks": (a_mini_check("new", answered_at=NOON + DAY),),
            "answers": both_pages(NOON + 2 * DAY),
            "checks": (a_check(TODAY + 2 * DAY),),
        },
    ],
)
def test_something_new_asks_the_pages_of_the_worksheet_again(changes: dict[str, Any]) -> None:
    before = asked(**changes).before_fit(LATER)

    assert before.page is BOOK
    assert not before.counts_gated


def test_open_red_flag_and_pause_close_the_worksheet() -> None:
    flagged = asked(answers=(*both_pages(), an_answer(PageId.SAME_DAY, "fever")))
    paused = asked(mini_checks=(a_mini_check("new", answered_at=NOON - DAY),))

    assert flagged.before_fit(LATER).closed is Closed.OPEN_FLAG
    assert paused.before_fit(LATER).closed is Closed.AREA_PAUSED


@pytest.mark.parametrize(
    ("ticked", "asks"),
    [
        ((), False),
        (("early", "long"), False),
        (("early", "long", *SIGNS[:2]), False),
        (("early", "long", *SIGNS[:3]), True),
        (("early", "long", *SIGNS), True),
        (("early", *SIGNS), False),
        (SIGNS, False),
    ],
)
def test_signs_ask_for_a_check_only_together(ticked: tuple[str, ...], asks: bool) -> None:
    assert back_page().asks_for_check(ticked) is asks


def test_one_tick_is_enough_where_a_page_says_nothing_else() -> None:
    page = FitPage(ASK, "Ask", "Tick.", "Ask.", (Question("one", "One?", "A source"),))

    assert page.asks_for_check(("one",))
    assert not page.asks_for_check(())
