"""What the sound benchmarks play: real and made-up timelines with clips that sound at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from prt_desktop.audio.mixing import Background
from prt_desktop.content.library import Library
from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.soundscape import Soundscape
from prt_desktop.domain.timeline import Pace, Timeline, length_range, timeline
from prt_desktop.paths import assets
from tests.sound.material import spoken, talking

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise, Recording

EXERCISE = "somatic-tracking"
PACE = Pace(Guidance.FULL, checked=True)
HOUR_MS = 3_600_000
HOUR_CUES = 250
CLIP_MS = 3_000
TWENTY_MS = 1_200_000
TWO_HOURS_MS = 6 * TWENTY_MS
_RAIN = assets() / "audio" / "soundscapes" / "gentle-rain.flac"
BACKGROUND = Background(Soundscape("gentle-rain", "Gentle rain", "", _RAIN))


def lengths_ms() -> tuple[int, int, int]:
    """Give the shortest and the longest somatic tracking, and an hour."""
    exercise = somatic_tracking()
    return (*length_range(exercise, dict.fromkeys(exercise.clip_texts(), CLIP_MS), PACE), HOUR_MS)


def score(folder: Path, length_ms: int) -> tuple[Timeline, Recording]:
    """Lay somatic tracking, or for an hour a made-up exercise, over so many ms."""
    made_up = length_ms == HOUR_MS
    exercise = talking(HOUR_CUES, (1_000, 30_000)) if made_up else somatic_tracking()
    recording = spoken(folder / ("hour" if made_up else EXERCISE), exercise, CLIP_MS)
    return timeline(exercise, recording.lengths_ms, length_ms, PACE), recording


def long_score(length_ms: int, rate: float = 1.0) -> tuple[Timeline, Recording]:
    """Lay somatic tracking as it was spoken over 20 minutes, and again until it is long enough."""
    exercise = somatic_tracking()
    recording = Library(assets()).recording(exercise, "heart")
    pace = replace(PACE, silence=3.0, rate=rate)
    once = timeline(exercise, recording.lengths_ms, TWENTY_MS, pace)
    spans = [
        replace(
            span,
            start_ms=again_ms + span.start_ms,
            speech_end_ms=again_ms + span.speech_end_ms,
            end_ms=again_ms + span.end_ms,
        )
        for again_ms in range(0, length_ms, TWENTY_MS)
        for span in once.spans
    ]
    return replace(once, spans=tuple(spans), length_ms=length_ms), recording


def somatic_tracking() -> Exercise:
    """Read the real exercise."""
    return next(one for one in Library(assets()).exercises if one.id == EXERCISE)
