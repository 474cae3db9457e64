"""What the question pages show next."""

from __future__ import annotations

from datetime import timedelta

import pytest

from prt_desktop.domain.asking import Shown, Shows, leads_on, shown_after, shown_first
from prt_desktop.domain.safety import PageId, SafetyRecord
from tests.builders import NOON, TODAY, a_check, a_new_symptom, a_safety_record, an_answer

BOTH = frozenset(PageId)


def test_first_page_that_is_still_open_is_asked() -> None:
    half = SafetyRecord(answers=(an_answer(PageId.EMERGENCY),))

    assert shown_first(SafetyRecord(), BOTH) == Shown(Shows.QUESTIONS, PageId.EMERGENCY)
    assert shown_first(half, BOTH) == Shown(Shows.QUESTIONS, PageId.SAME_DAY)
    assert shown_first(a_safety_record(), BOTH) == Shown(Shows.END)


@pytest.mark.parametrize("page", PageId)
def test_a_tick_leads_to_its_action_before_anything_else(page: PageId) -> None:
    ticked = an_answer(page, "one")
    record = SafetyRecord(answers=(ticked,))

    assert shown_after(ticked, record, BOTH) == Shown(Shows.ACTION, page)


def test_none_of_these_leads_on_at_once() -> None:
    answer = an_answer(PageId.EMERGENCY)

    shown = shown_after(answer, SafetyRecord(answers=(answer,)), BOTH)

    assert shown == Shown(Shows.QUESTIONS, PageId.SAME_DAY)


@pytest.mark.parametrize("known", [(), (PageId.EMERGENCY,)])
def test_page_that_cannot_be_read_lets_nobody_through(known: tuple[PageId, ...]) -> None:
    assert shown_first(a_safety_record(), known) == Shown(Shows.UNREADABLE)


def test_end_of_the_pages_leads_to_the_practice_only_without_a_flag() -> None:
    flagged = a_safety_record(answers=(*a_safety_record().answers, an_answer(PageId.SAME_DAY, "x")))
    new = a_safety_record(new_symptoms=(a_new_symptom(NOON + timedelta(hours=1)),))
    checked = a_safety_record(answers=flagged.answers, checks=(a_check(TODAY),))

    assert leads_on(a_safety_record())
    assert leads_on(checked)
    assert not leads_on(flagged)
    assert not leads_on(new)
