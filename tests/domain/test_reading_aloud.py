"""A lesson read aloud: where its pages lie, and which sentence is spoken when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prt_desktop.domain.exercise import Clip, Recording
from prt_desktop.domain.lesson import Lesson, Page
from prt_desktop.domain.reading_aloud import (
    REST_MS,
    SHORT_CLIP_ID,
    Mark,
    ReadingAloud,
    can_read,
    can_read_short,
    clip_texts,
    heading_count,
    lesson_aloud,
    page_clip_id,
    short_aloud,
    spoken_sentences,
)
from tests.builders import a_lesson

NEAR_MS = 100


@dataclass(frozen=True)
class Case:
    """A lesson with the clips of its pages, and a rate to hear it at."""

    lesson: Lesson
    recording: Recording
    rate: float

    def reading(self) -> ReadingAloud:
        """Read it."""
        return lesson_aloud(self.lesson, self.recording, self.rate)

    def clip(self, page: int) -> Clip:
        """Give the clip of a page."""
        return self.recording.clips[page_clip_id(page)]


def recorded(sentences_ms: list[list[tuple[int, int]]]) -> tuple[Lesson, Recording]:
    """Make a lesson of as many pages, and its clips with a little quiet at their ends."""
    pages = tuple(Page(f"Page {n}", "Words.", n) for n in range(len(sentences_ms)))
    clips = {
        page_clip_id(n): Clip(page_clip_id(n), Path("clip.ogg"), spans[-1][1] + 60, tuple(spans))
        for n, spans in enumerate(sentences_ms)
    }
    lengths_ms = {clip_id: clip.length_ms for clip_id, clip in clips.items()}
    return a_lesson(pages=pages), Recording("heart", clips, lengths_ms)


@st.composite
def pages(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Make the times of one page's sentences."""
    at_ms = draw(st.integers(0, 90))
    spans = []
    for length_ms in draw(st.lists(st.integers(200, 9_000), min_size=1, max_size=12)):
        spans.append((at_ms, at_ms + length_ms))
        at_ms += length_ms + draw(st.integers(600, 850))
    return spans


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Make a lesson read at any rate."""
    rate = draw(st.sampled_from((0.8, 0.9, 1.0, 1.1)) | st.floats(0.8, 1.1))
    return Case(*recorded(draw(st.lists(pages(), min_size=1, max_size=8))), rate)


@given(cases())
def test_a_reading_lasts_as_long_as_its_pages_and_rests(case: Case) -> None:
    reading = case.reading()

    spoken_ms = sum(round(ms / case.rate) for ms in case.recording.lengths_ms.values())
    assert reading.timeline.length_ms == spoken_ms + REST_MS * len(case.lesson.pages)
    assert reading.timeline.spans[-1].end_ms == reading.timeline.length_ms


@given(cases())
def test_pages_follow_each_other_with_a_rest_after_each(case: Case) -> None:
    spans = case.reading().timeline.spans

    assert spans[0].start_ms == 0
    assert all(before.end_ms == after.start_ms for before, after in pairwise(spans))
    assert all(span.end_ms - span.speech_end_ms == REST_MS for span in spans)


@given(cases())
def test_marks_go_on_and_never_back(case: Case) -> None:
    marks = case.reading().marks

    places = [(mark.page, mark.sentence) for mark in marks]
    assert places == sorted(set(places))
    assert all(before.start_ms < after.start_ms for before, after in pairwise(marks))


@given(cases())
def test_a_mark_comes_when_its_sentence_is_heard(case: Case) -> None:
    reading = case.reading()

    for mark in reading.marks:
        into_page_ms = (mark.start_ms - reading.start_of(mark.page)) * case.rate
        spoken_at_ms = case.clip(mark.page).sentences_ms[mark.sentence][0]
        assert abs(into_page_ms - spoken_at_ms) <= NEAR_MS


@given(cases(), st.floats(0, 1))
def test_the_marked_sentence_has_begun_and_the_next_has_not(case: Case, fraction: float) -> None:
    reading = case.reading()
    position_ms = round(fraction * reading.timeline.length_ms)

    mark = reading.mark_at(position_ms)

    assert mark is not None
    page = reading.page_at(position_ms)
    begun = [one for one in reading.marks if one.page == page and one.start_ms <= position_ms]
    first = next(one for one in reading.marks if one.page == page)
    assert mark == (begun[-1] if begun else first)


def test_the_last_sentence_stays_marked_through_the_rest() -> None:
    lesson, recording = recorded([[(50, 950), (1_600, 2_600)], [(50, 1_050)]])
    reading = lesson_aloud(lesson, recording, 1.0)

    last = reading.mark_at(reading.start_of(1) - 1)
    first = reading.mark_at(reading.start_of(1))

    assert last == Mark(0, 1, 1_600)
    assert first == Mark(1, 0, reading.start_of(1) + 50)


def test_slower_speech_makes_the_rests_no_longer() -> None:
    lesson, recording = recorded([[(0, 7_940)], [(0, 7_940)]])

    reading = lesson_aloud(lesson, recording, 0.8)

    assert [span.end_ms - span.start_ms for span in reading.timeline.spans] == [11_200, 11_200]


def test_a_clip_without_times_marks_nothing() -> None:
    lesson, recording = recorded([[(0, 900)]])
    clip = replace(recording.clips["01"], sentences_ms=())
    reading = lesson_aloud(lesson, replace(recording, clips={"01": clip}), 1.0)

    assert reading.mark_at(500) is None


def test_a_lesson_is_read_when_no_page_is_missing() -> None:
    lesson, recording = recorded([[(0, 900)], [(0, 900)]])
    without = replace(recording, clips={"01": recording.clips["01"]})

    assert can_read(lesson, recording)
    assert not can_read(lesson, without)


def test_the_short_version_is_read_by_itself() -> None:
    clip = Clip(SHORT_CLIP_ID, Path("short.ogg"), 5_000, ((40, 2_000), (2_700, 4_960)))
    recording = Recording("heart", {SHORT_CLIP_ID: clip}, {SHORT_CLIP_ID: 5_000})

    reading = short_aloud(a_lesson(), recording, 1.0)

    assert can_read_short(recording)
    assert reading.timeline.length_ms == 5_000 + REST_MS
    assert [mark.start_ms for mark in reading.marks] == [40, 2_700]


def test_clips_are_named_by_their_page_and_speak_its_heading_too() -> None:
    lesson = a_lesson(pages=(Page("One idea", "Some words.", 10), Page("Two", "More.", 14)))

    assert clip_texts(lesson) == {
        "short": "In short.",
        "01": "One idea\nSome words.",
        "02": "Two\nMore.",
    }


@pytest.mark.parametrize(("heading", "count"), [("An alarm", 1), ("An alarm? A kind one.", 2)])
def test_the_heading_is_said_before_the_words_of_a_page(heading: str, count: int) -> None:
    page = Page(heading, "It rings [@ashar-2022].", 10)

    assert heading_count(page) == count
    assert spoken_sentences(page)[count:] == ("It rings.",)
