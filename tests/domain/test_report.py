"""A report: what is in it, what can be left out, what leaves with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from prt_desktop.domain.circumstances import BodyArea, Circumstances, Rating, Ratings
from prt_desktop.domain.diary import EntryKind, Measure
from prt_desktop.domain.measures import Item
from prt_desktop.domain.report import (
    Believed,
    Flags,
    FlagState,
    Measured,
    Part,
    Period,
    Practised,
    Report,
    Weeks,
    last_four_weeks,
    offered_ids,
    report_of,
    whole_period,
)
from prt_desktop.domain.report_data import data_of
from prt_desktop.domain.report_summary import summary_of
from prt_desktop.domain.safety import FitPageId, PageId, SafetyRecord
from prt_desktop.domain.scores import scores_of
from prt_desktop.domain.whole_diary import WholeDiary
from tests.builders import (
    NOON,
    TODAY,
    a_belief,
    a_check,
    a_fit_page_answer,
    a_measure,
    a_mini_check,
    a_movement,
    a_point,
    a_practice,
    a_safety_record,
    an_answer,
    an_entry,
    both_pages,
)
from tests.whole_diaries import a_month

WEEKS = last_four_weeks(TODAY)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def report(diary: WholeDiary, period: Period = WEEKS) -> Report:
    return report_of(diary, period, TODAY)


def fear(value: int, at: datetime = NOON) -> WholeDiary:
    told = Circumstances(Ratings(fear=value))
    return WholeDiary((an_entry(created_at=at, circumstances=told),))


def test_an_empty_diary_has_nothing_to_tell_but_that_no_question_was_answered() -> None:
    [item] = report(WholeDiary()).items

    assert item.content == Flags(FlagState.UNANSWERED)


def test_the_last_four_weeks_are_28_days_and_end_today() -> None:
    assert (WEEKS.last - WEEKS.first).days == 27
    assert WEEKS.last == TODAY


def test_all_of_it_begins_with_the_first_thing_kept() -> None:
    diary = WholeDiary(
        (an_entry(created_at=NOON - 3 * DAY),), points=(a_point(added_at=NOON - 9 * DAY),)
    )

    assert whole_period(diary, TODAY) == Period(TODAY - timedelta(days=9), TODAY)


def test_no_two_items_have_the_same_name() -> None:
    names = [item.id for item in report(a_month()).items]

    assert len(set(names)) == len(names)


def test_parts_stand_in_their_order() -> None:
    parts = list(Part)

    places = [parts.index(item.part) for item in report(a_month()).items]

    assert places == sorted(places)


# measures


def test_two_measures_of_the_period_tell_the_change_in_points_and_percent() -> None:
    first = replace(a_measure(pain=5), created_at=NOON - 20 * DAY)
    diary = WholeDiary((first, a_measure(pain=4)))

    told = {one.item: one for one in report(diary).contents(Measured)}

    change = told[Item.PAIN].change
    assert change is not None
    assert change.points == -1
    assert change.percent == pytest.approx(-20)
    assert told[Item.PAIN].before_on == (NOON - 20 * DAY).date()


def test_one_measure_of_the_period_is_compared_with_the_one_before() -> None:
    earlier = replace(a_measure(pain=8), created_at=NOON - 40 * DAY)
    diary = WholeDiary((earlier, a_measure(pain=4)))

    told = report(diary).contents(Measured)

    assert told[0].change is not None
    assert told[0].change.points == -4


def test_a_first_measure_stands_without_a_change() -> None:
    told = report(WholeDiary((a_measure(),))).contents(Measured)

    assert [one.change for one in told] == [None] * 7


# weeks


def test_entries_of_a_day_count_as_one_day_of_their_week() -> None:
    told = [Circumstances(Ratings(fear=value)) for value in (0, 2, 7)]
    entries = tuple(
        an_entry(created_at=NOON - back * DAY, circumstances=one)
        for one, back in zip(told, (0, 0, -1), strict=True)
    )
    period = Period(TODAY, TODAY + 6 * DAY)

    [weeks] = report(WholeDiary(entries), period).contents(Weeks)

    assert [(week.mean, week.days) for week in weeks.weeks] == [(4.0, 2)]


def test_a_week_without_a_number_stays_empty() -> None:
    [weeks] = report(fear(3)).contents(Weeks)

    assert [week.mean for week in weeks.weeks] == [None, None, None, None, 3.0]


def test_only_fear_and_confidence_stand_in_it_unasked() -> None:
    told = Circumstances(Ratings(1, 2, 3, 4, 5, 6))
    one = report(WholeDiary((an_entry(circumstances=told),)))

    shown = {weeks.rating for weeks in one.with_only(set(Part), offered_ids(one)).contents(Weeks)}

    assert shown == {Rating.FEAR, Rating.CONFIDENCE}


# safety


def test_a_tick_that_no_check_has_closed_is_told_with_its_day() -> None:
    diary = WholeDiary(safety=SafetyRecord((an_answer(PageId.EMERGENCY, "chest"),)))

    [item] = report(diary).items

    assert item.content == Flags(FlagState.OPEN, TODAY)


def test_a_pause_that_no_check_has_lifted_is_told_with_its_newest_day() -> None:
    asked = tuple(
        a_mini_check("accident", areas=(area,), answered_at=NOON - back * DAY)
        for area, back in ((BodyArea.LEFT_KNEE, 3), (BodyArea.NECK, 2), (BodyArea.BELLY, 1))
    )
    seen = a_check(TODAY, areas=(BodyArea.BELLY,))
    record = a_safety_record(mini_checks=asked, checks=(seen,))

    items = report(WholeDiary(safety=record)).items

    assert [item.content for item in items] == [
        Flags(FlagState.PAUSED, TODAY - 2 * DAY),
        seen,
    ]


@pytest.mark.parametrize("page", list(FitPageId))
def test_what_asks_for_a_clinician_before_the_worksheet_is_told_with_its_newest_day(
    page: FitPageId,
) -> None:
    ticked = tuple(
        a_fit_page_answer(page, "arthritis", answered_at=NOON - back * DAY) for back in (2, 1)
    )
    record = a_safety_record(fit_page_answers=ticked)

    [item] = report(WholeDiary(safety=record)).items

    assert item.content == Flags(FlagState.ASKS_FOR_CLINICIAN, TODAY - DAY)


def test_all_that_is_open_is_told_beside_each_other() -> None:
    record = SafetyRecord(
        answers=(an_answer(PageId.EMERGENCY, "chest"),),
        mini_checks=(a_mini_check("accident"),),
        fit_page_answers=(a_fit_page_answer(FitPageId.ASK_A_DOCTOR, "swollen-calf"),),
    )

    items = report(WholeDiary(safety=record)).items

    assert [item.content for item in items] == [
        Flags(state, TODAY)
        for state in (FlagState.OPEN, FlagState.PAUSED, FlagState.ASKS_FOR_CLINICIAN)
    ]


def test_a_pause_does_not_hide_that_the_pages_wait_for_an_answer() -> None:
    record = a_safety_record(mini_checks=(a_mini_check("accident", answered_at=NOON + HOUR),))

    items = report(WholeDiary(safety=record)).items

    assert [item.content for item in items] == [
        Flags(FlagState.UNANSWERED),
        Flags(FlagState.PAUSED, TODAY),
    ]


def test_nothing_is_open_once_a_check_has_followed_all_of_it() -> None:
    record = a_safety_record(
        mini_checks=(a_mini_check("accident", answered_at=NOON - HOUR),),
        fit_page_answers=(a_fit_page_answer(FitPageId.BOOK_A_CHECK, "arthritis"),),
        checks=(a_check(),),
    )

    flags, _check = report(WholeDiary(safety=record)).items

    assert flags.content == Flags(FlagState.NOTHING_OPEN)


def test_the_newest_check_stands_in_it_and_older_ones_are_offered() -> None:
    older = a_check(date(2026, 5, 1))
    diary = WholeDiary(safety=SafetyRecord(both_pages(), (), (older, a_check())))

    flags, newest, old = report(diary).items

    assert flags.content == Flags(FlagState.NOTHING_OPEN)
    assert (newest.content, newest.offered) == (a_check(), False)
    assert (old.content, old.offered) == (older, True)


# evidence, practices, notes


def test_belief_is_told_first_and_last() -> None:
    diary = WholeDiary(beliefs=(a_belief(30, rated_at=NOON - 9 * DAY), a_belief(50)))

    [item] = report(diary).of(Part.EVIDENCE)

    assert item.content == Believed(*diary.beliefs)


def test_points_of_before_are_offered_unless_the_clinician_is_to_be_asked() -> None:
    then = NOON - 90 * DAY
    points = (a_point(added_at=then), a_point(added_at=then, ask_clinician=True), a_point())

    items = report(WholeDiary(points=points)).of(Part.EVIDENCE)

    assert [item.offered for item in items] == [True, False, False]


def test_practices_are_counted_by_exercise_and_in_minutes() -> None:
    diary = WholeDiary((a_practice(), a_practice(), a_practice("kind")))

    told = [item.content for item in report(diary).of(Part.PRACTICES)]

    assert told == [Practised("looking", 2, 14), Practised("kind", 1, 7)]


def test_notes_are_left_out_until_they_are_chosen() -> None:
    one = report(WholeDiary((an_entry(), an_entry(kind=EntryKind.SURPRISE))))

    assert offered_ids(one) == {item.id for item in one.of(Part.NOTES)}


# leaving out


def test_what_is_left_out_is_nowhere_in_the_summary_either() -> None:
    one = report(a_month())
    asked = summary_of(one).questions[0].id

    cut = one.with_only(set(Part), {asked, "measure:pain", "flags"})

    names = {item.id for item in cut.items}
    told = summary_of(cut)
    assert not names & {asked, "measure:pain", "flags"}
    assert asked not in {item.id for item in told.questions}
    assert "measure:pain" not in {item.id for item in told.measured}
    assert "flags" not in {item.id for item in told.safety}


def test_a_part_that_was_not_chosen_is_not_there() -> None:
    cut = report(a_month()).with_only({Part.PRACTICES}, set())

    assert {item.part for item in cut.items} == {Part.PRACTICES}
    assert not cut.has_summary


def test_the_summary_counts_what_is_left() -> None:
    diary = WholeDiary((a_practice(), a_movement(), an_entry(kind=EntryKind.SURPRISE)))

    told = summary_of(report(diary))

    assert (told.movements, told.surprises, told.practices, told.minutes) == (1, 1, 1, 7)


# what leaves as data


def test_no_word_leaves_that_is_not_on_the_paper() -> None:
    told = Circumstances(Ratings(fear=3, sleep=4), tags=("private",))
    diary = WholeDiary((an_entry("Private.", circumstances=told),))
    one = report(diary)

    [entry] = data_of(one.with_only(set(Part), offered_ids(one)), diary).entries

    assert (entry.text, entry.circumstances) == ("", Circumstances(Ratings(fear=3)))


def test_an_answer_that_is_left_out_does_not_leave() -> None:
    diary = WholeDiary((a_measure(),))

    cut = report(diary).with_only(set(Part), {"measure:pain"})

    [entry] = data_of(cut, diary).entries
    assert isinstance(entry.details, Measure)
    assert entry.details.pain is None
    assert entry.details.fear is not None


def test_everything_chosen_leaves_with_all_its_numbers() -> None:
    diary = a_month()

    data = data_of(report(diary).with_only(set(Part), set()), diary)

    within = diary.within(WEEKS.first, WEEKS.last)
    assert {one.id for one in scores_of(data)} >= {one.id for one in scores_of(within)}
    assert {one.text for one in data.entries} == {one.text for one in within.entries}


def test_nothing_chosen_leaves_nothing() -> None:
    diary = a_month()

    assert data_of(report(diary).with_only(set(), set()), diary) == WholeDiary()
