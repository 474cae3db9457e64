"""What the sound benchmarks play: real and made-up timelines with clips that sound at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.content.library import Library
from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.timeline import Pace, length_range, timeline
from prt_desktop.paths import assets
from tests.sound.material import spoken, talking

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise, Recording
    from prt_desktop.domain.timeline import Timeline

EXERCISE = "somatic-tracking"
PACE = Pace(Guidance.FULL, checked=True)
HOUR_MS = 3_600_000
HOUR_CUES = 250
CLIP_MS = 3_000


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


def somatic_tracking() -> Exercise:
    """Read the real exercise."""
    return next(one for one in Library(assets()).exercises if one.id == EXERCISE)
