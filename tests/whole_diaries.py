"""A diary with one of everything, and made-up entries for hypothesis."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from prt_desktop.domain.circumstances import BodyArea, Circumstances, Ratings, tidy_tags
from prt_desktop.domain.diary import (
    Details,
    Entry,
    EntryKind,
    LessonDetails,
    LessonNote,
    Measure,
    MovementTrial,
    NextTime,
    PracticeDetails,
    Reflection,
    ThoughtRecord,
    VoiceMemo,
)
from prt_desktop.domain.four_weeks import ChoiceKind, plan_choice
from prt_desktop.domain.safety import SafetyRecord
from prt_desktop.domain.sample import sample_entries
from prt_desktop.domain.sample_sheet import sample_beliefs, sample_points, sample_rungs
from prt_desktop.domain.story import GoalAbout
from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.domain.whole_plan import WholePlan
from tests.builders import (
    NOON,
    a_bad_day,
    a_belief,
    a_check,
    a_fit_page_answer,
    a_fit_reply,
    a_goal,
    a_lesson_note,
    a_measure,
    a_memo,
    a_message,
    a_mini_check,
    a_movement,
    a_new_symptom,
    a_point,
    a_practice,
    a_read_lesson,
    a_review,
    a_rung,
    a_safety_plan,
    a_setback_plan,
    a_story,
    a_template,
    a_thought,
    an_entry,
    an_event,
    both_pages,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

TOLD = Circumstances(
    Ratings(3, 4, 5, 6, 7, 2),
    (BodyArea.LOWER_BACK, BodyArea.LEFT_HIP),
    ("poor sleep", "sums; and\\ signs", "=1+1"),
)
KNOWN_SCORES = 6 + 6 + 1 + 1
"""How many numbers `a_whole_diary` keeps: ratings, a measure, a belief, a rung."""


def a_whole_diary() -> WholeDiary:
    """Build a diary with one of everything that can be kept."""
    entries = (
        an_entry("=SUM(1;2), \"quoted\"\r\nand 'so' on", circumstances=TOLD),
        a_practice(),
        a_read_lesson(),
        a_thought(),
        a_movement(),
        an_entry("Unsent.", kind=EntryKind.WRITING),
        a_lesson_note(),
        a_measure(),
        a_memo(),
    )
    safety = SafetyRecord(
        both_pages(),
        (a_new_symptom(),),
        (a_check(areas=(BodyArea.LOWER_BACK,)),),
        (a_mini_check("accident", areas=(BodyArea.HEAD,)),),
        (a_fit_page_answer(),),
    )
    return WholeDiary(
        entries,
        (a_point(ask_clinician=True),),
        (a_belief(),),
        (a_rung(),),
        (a_template(),),
        ("I can go slowly.",),
        safety,
        (a_fit_reply(),),
        (a_story(),),
        (a_goal(about=GoalAbout.SITTING),),
        (an_event(month=3),),
        WholePlan(
            (plan_choice(ChoiceKind.LEFT_OUT, "alarm-rest", NOON),),
            (a_bad_day(),),
            (a_message(),),
            (a_setback_plan(),),
            (a_review(),),
        ),
        (a_safety_plan(),),
    )


def a_month() -> WholeDiary:
    """Build four weeks of made-up entries with evidence, ladder and a check."""
    return WholeDiary(
        sample_entries(NOON, 28),
        sample_points(NOON, 28),
        sample_beliefs(NOON, 28),
        sample_rungs(NOON, 28),
        safety=SafetyRecord(both_pages(), (), (a_check(),)),
    )


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["=1+1", "'=1", "+49", "-", "@x", "\t=1", "\r\n", "a;b", 'a,"b"', "\\", "\ufeffx", ""]
)
ids = st.text("0123456789abcdef", min_size=32, max_size=32)
numbers = st.none() | st.integers(0, 10)
times = st.datetimes(
    datetime(1901, 1, 1),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2190, 1, 1),  # noqa: DTZ001
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=5, minutes=30))]),
)


def _details() -> Mapping[EntryKind, st.SearchStrategy[Details]]:
    whole = st.integers(0, 10**9)
    some_ids = st.none() | texts.filter(bool)
    return {
        EntryKind.PRACTICE: st.builds(
            PracticeDetails,
            texts,
            whole,
            whole,
            st.booleans(),
            st.none() | st.sampled_from(Reflection),
        ),
        EntryKind.LESSON: st.builds(LessonDetails, texts),
        EntryKind.LESSON_NOTE: st.builds(LessonNote, texts, whole, texts),
        EntryKind.THOUGHT: st.builds(ThoughtRecord, texts, texts, texts),
        EntryKind.MOVEMENT: st.builds(
            MovementTrial,
            texts,
            texts,
            some_ids,
            texts,
            texts,
            texts,
            texts,
            st.none() | st.sampled_from(NextTime),
            some_ids,
        ),
        EntryKind.MEASURE: st.builds(Measure, *[numbers] * 6),
        EntryKind.MEMO: st.builds(VoiceMemo, ids, whole),
    }


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Make an entry of any kind with anything beside it."""
    kind = draw(st.sampled_from(EntryKind))
    details: Any = draw(_details().get(kind, st.none()))
    told = Circumstances(
        Ratings(**{one.name: draw(numbers) for one in fields(Ratings)}),
        tuple(draw(st.lists(st.sampled_from(BodyArea), max_size=3, unique=True))),
        tidy_tags(draw(st.lists(texts, max_size=3))),
    )
    entry = Entry(draw(ids), draw(times), kind, draw(texts), details, circumstances=told)
    return replace(entry, edited_at=draw(st.none() | times))
