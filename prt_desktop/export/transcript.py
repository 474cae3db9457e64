"""The words of a session, to be read: what it is for, then all that is said."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from prt_desktop.export.page import Section, section

if TYPE_CHECKING:
    from prt_desktop.domain.exercise import Exercise, Movement
    from prt_desktop.domain.timeline import Span, Timeline


def transcript(
    exercise: Exercise, timeline: Timeline, movement: Movement | None = None
) -> tuple[Section, ...]:
    """Give what the page before a practice says, and then the words, block by block."""
    moved = section("", "")
    if movement is not None:
        moved = section(f"The movement: {movement.name}", movement.smallest, *movement.stop)
    said = [
        section("" if number else "The words", *(_line(span) for span in spans))
        for number, (_, spans) in enumerate(groupby(timeline.spans, _block))
    ]
    return (
        section("", _length(timeline), exercise.posture),
        section("What it is for", exercise.purpose),
        section("When to choose something else", exercise.choose_else),
        *([moved] if moved.paragraphs else []),
        *said,
    )


def _block(span: Span) -> str:
    return span.block


def _line(span: Span) -> str:
    minutes, seconds = divmod(span.start_ms // 1000, 60)
    words = " ".join(filter(None, (span.text, span.own_sentence)))
    return f"{minutes}:{seconds:02}  {' '.join(words.split())}"


def _length(timeline: Timeline) -> str:
    minutes = round(timeline.length_ms / 60_000, 1)
    return f"{minutes:g} minute{'' if minutes == 1 else 's'}"
