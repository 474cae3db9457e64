"""The first day opens where it was left, and never twice."""

from __future__ import annotations

import pytest

from prt_desktop.domain.first_day import Screen, screen_due, screen_kept
from prt_desktop.domain.safety import PageId, SafetyRecord
from tests.builders import NOON, a_check, a_new_symptom, an_answer, an_entry, both_pages

NOTHING = SafetyRecord()


def test_the_first_day_begins_where_nothing_was_ever_written() -> None:
    assert screen_due("", (), NOTHING) is Screen.WELCOME


@pytest.mark.parametrize("safety", [SafetyRecord(both_pages()), SafetyRecord(checks=(a_check(),))])
def test_somebody_who_was_here_before_is_not_welcomed_anew(safety: SafetyRecord) -> None:
    assert screen_due("", (), safety) is None
    assert screen_due("", (an_entry(),), NOTHING) is None


@pytest.mark.parametrize("screen", [Screen.DATA, Screen.SAFETY])
def test_it_goes_on_where_it_was_left(screen: Screen) -> None:
    assert screen_due(screen.value, (an_entry(),), NOTHING) is screen


def test_one_page_answered_is_not_the_end() -> None:
    half = SafetyRecord((an_answer(PageId.EMERGENCY),))

    assert screen_due("safety", (), half) is Screen.SAFETY


def test_answered_pages_end_it_even_when_they_are_to_be_asked_again() -> None:
    again = SafetyRecord(both_pages(), (a_new_symptom(NOON),))

    assert again.unanswered_pages() != ()
    assert screen_due("safety", (), again) is None


def test_what_was_skipped_is_over() -> None:
    assert screen_due("done", (), NOTHING) is None


def test_a_name_nobody_knows_counts_as_not_begun() -> None:
    assert screen_kept("chapter-five") is None
    assert screen_due("chapter-five", (), NOTHING) is Screen.WELCOME


def test_the_screens_follow_each_other() -> None:
    assert [screen.following for screen in Screen] == [
        Screen.DATA,
        Screen.SAFETY,
        Screen.DONE,
        Screen.DONE,
    ]
