"""What a person chooses for a session, as it is kept in the settings."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.domain.timeline import length_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Exercise, Recording, Voice
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.domain.timeline import Pace
    from prt_desktop.storage.settings import Settings

SILENCES = (0.5, 1.0, 1.5, 2.0, 3.0)
_MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Choices:
    """One session as wished: `background` is the id of a soundscape or "", volumes 0 to 100."""

    minutes: int
    silence: float
    voice: str
    background: str
    background_volume: int
    voice_volume: int
    captions: bool

    def kept_in(self, settings: Settings, exercise_id: str) -> Settings:
        """Give the settings with these choices in them."""
        return replace(
            settings,
            minutes={**settings.minutes, exercise_id: float(self.minutes)},
            silence=self.silence,
            voice=self.voice,
            background=self.background,
            background_volume=self.background_volume,
            voice_volume=self.voice_volume,
            captions=self.captions,
        )


def remembered(
    settings: Settings,
    exercise: Exercise,
    voices: Sequence[Voice],
    soundscapes: Sequence[Soundscape],
) -> Choices:
    """Give the choices of last time, with what is no longer there left out."""
    minutes = settings.minutes.get(exercise.id, exercise.default_minutes)
    voice_ids = [voice.id for voice in voices]
    known = settings.voice in voice_ids
    background = settings.background if settings.background in _ids(soundscapes) else ""
    return Choices(
        minutes=max(1, round(minutes)),
        silence=min(SILENCES, key=lambda silence: abs(silence - settings.silence)),
        voice=settings.voice if known else next(iter(voice_ids), settings.voice),
        background=background,
        background_volume=_percent(settings.background_volume),
        voice_volume=_percent(settings.voice_volume),
        captions=settings.captions,
    )


@dataclass(frozen=True, slots=True)
class Lengths:
    """What an exercise's cues and pauses can fill, in whole minutes and to the millisecond."""

    shortest_ms: int
    longest_ms: int

    @property
    def fewest(self) -> int:
        """The fewest whole minutes; 1 when not even one fits."""
        return min(self.most, max(1, math.ceil(self.shortest_ms / _MINUTE_MS)))

    @property
    def most(self) -> int:
        """The most whole minutes; 1 when not even one fits."""
        return max(1, self.longest_ms // _MINUTE_MS)

    def fitting_ms(self, minutes: int) -> int:
        """Give the length nearest to so many minutes."""
        return min(self.longest_ms, max(self.shortest_ms, minutes * _MINUTE_MS))


def lengths(exercise: Exercise, recording: Recording, pace: Pace) -> Lengths:
    """Give what an exercise can fill in one voice."""
    return Lengths(*length_range(exercise, recording.lengths_ms, pace))


def _ids(soundscapes: Sequence[Soundscape]) -> list[str]:
    return [soundscape.id for soundscape in soundscapes]


def _percent(value: int) -> int:
    return min(100, max(0, value))
