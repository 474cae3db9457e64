"""A timeline as WebVTT captions: one caption a cue, shown while it is spoken."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prt_desktop.domain.timeline import Timeline


def webvtt(timeline: Timeline) -> str:
    """Give the captions of a session as the text of a `.vtt` file."""
    cues = [
        f"{span.cue_id}\n{_clock(span.start_ms)} --> {_clock(span.speech_end_ms)}\n"
        f"{escape(' '.join(span.text.split()), quote=False)}\n"
        for span in timeline.spans
    ]
    return "\n".join(["WEBVTT\n", *cues])


def _clock(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{ms:03}"
