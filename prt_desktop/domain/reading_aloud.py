"""A lesson read aloud: when each page is heard, and which sentence is spoken at a time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from prt_desktop.domain.spoken_text import sentences, spoken_page
from prt_desktop.domain.timeline import Span, Timeline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Recording
    from prt_desktop.domain.lesson import Lesson, Page

REST_MS = 1_200
"""The quiet after a page, on the wall clock: time to look up before the page turns."""

SHORT_CLIP_ID = "short"


def page_clip_id(page: int) -> str:
    """Name the clip of a page, counted from 0."""
    return f"{page + 1:02}"


def clip_texts(lesson: Lesson) -> dict[str, str]:
    """Map every clip of a lesson to the text it speaks: the short version, then the pages."""
    texts = {SHORT_CLIP_ID: lesson.short} if lesson.short else {}
    for number, page in enumerate(lesson.pages):
        texts[page_clip_id(number)] = f"{page.heading}\n{page.markdown}"
    return texts


def spoken_sentences(page: Page) -> tuple[str, ...]:
    """Give what is said on a page, its heading first, sentence by sentence."""
    return sentences(spoken_page(page.heading, page.markdown))


def heading_count(page: Page) -> int:
    """Say how many of the spoken sentences are the heading."""
    return len(sentences(spoken_page(page.heading, "")))


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence that is spoken from `start_ms` on, on the wall clock.

    `page` is the number of its part of the reading, `sentence` its place among what is said
    there, both from 0.
    """

    page: int
    sentence: int
    start_ms: int


@dataclass(frozen=True, slots=True)
class ReadingAloud:
    """One reading: a span for each part, with a rest after it, and the marks in their order."""

    timeline: Timeline
    marks: tuple[Mark, ...]

    def start_of(self, page: int) -> int:
        """Give where a page begins, in ms on the wall clock."""
        return self.timeline.spans[page].start_ms

    def page_at(self, position_ms: int) -> int:
        """Give the page that is read at a position (ms), or that has just been."""
        return self.timeline.index_at(position_ms)

    def mark_at(self, position_ms: int) -> Mark | None:
        """Give the sentence spoken at a position (ms), or the last one that was.

        The first sentence of a page counts from the page's beginning on. None where the clip of
        the page does not tell the times of its sentences.
        """
        page = self.page_at(position_ms)
        ours = [mark for mark in self.marks if mark.page == page]
        begun = bisect_right(ours, position_ms, key=_start)
        return ours[max(0, begun - 1)] if ours else None


def can_read(lesson: Lesson, recording: Recording) -> bool:
    """Say whether every page can be heard as it stands now."""
    wanted = (page_clip_id(number) for number in range(len(lesson.pages)))
    return all(clip_id in recording.clips for clip_id in wanted)


def can_read_short(recording: Recording) -> bool:
    """Say whether the short version can be heard as it stands now."""
    return SHORT_CLIP_ID in recording.clips


def lesson_aloud(lesson: Lesson, recording: Recording, rate: float) -> ReadingAloud:
    """Read all pages; `rate` speeds or slows the speech, not the rests."""
    clip_ids = [page_clip_id(number) for number in range(len(lesson.pages))]
    return _reading(lesson.id, clip_ids, recording, rate)


def short_aloud(lesson: Lesson, recording: Recording, rate: float) -> ReadingAloud:
    """Read the short version."""
    return _reading(lesson.id, [SHORT_CLIP_ID], recording, rate)


def _reading(
    lesson_id: str, clip_ids: Sequence[str], recording: Recording, rate: float
) -> ReadingAloud:
    spans: list[Span] = []
    at_ms = 0
    for clip_id in clip_ids:
        end_ms = at_ms + round(recording.lengths_ms[clip_id] / rate)
        spans.append(Span(clip_id, clip_id, "", "", at_ms, end_ms, end_ms + REST_MS))
        at_ms = end_ms + REST_MS
    timeline = Timeline(lesson_id, tuple(spans), at_ms, rate)
    return ReadingAloud(timeline, tuple(_marks(timeline, recording)))


def _marks(timeline: Timeline, recording: Recording) -> list[Mark]:
    """Place the sentences where the track has them: a clip begins at a whole ms of it."""
    marks = []
    for page, span in enumerate(timeline.spans):
        clip = recording.clips.get(span.clip_id)
        begin_ms = timeline.to_media_ms(span.start_ms)
        for number, (start_ms, _end_ms) in enumerate(clip.sentences_ms if clip else ()):
            wall_ms = timeline.to_wall_ms(begin_ms + start_ms)
            marks.append(Mark(page, number, wall_ms))
    return marks


def _start(mark: Mark) -> int:
    return mark.start_ms
