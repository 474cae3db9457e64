"""What a person chooses for a session, as it is kept in the settings."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.timeline import length_range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Exercise, Recording, Voice
    from prt_desktop.domain.soundscape import Soundscape
    from prt_desktop.domain.timeline import Frame, Pace
    from prt_desktop.storage.settings import Settings

SILENCES = (0.5, 1.0, 1.5, 2.0, 3.0)
RATES = (0.8, 0.9, 1.0, 1.1)
FADES_S = (0, 4, 10, 20)
DELAYS_S = (0, 10, 30, 60)
BACKGROUND_CEILING = 70
"""The loudest background: it stays below the voice."""

_MINUTE_MS = 60_000
_SHORT_MS = 240_000  # exercises shorter than this are offered in half minutes


@dataclass(frozen=True, slots=True)
class Choices:
    """One session as wished: `background` is the id of a soundscape or "", volumes 0 to 100.

    `open_end` goes on until it is stopped, whatever the minutes; `movement` is the id of a
    movement or ""; `delay_s` and `fade_s` are seconds.
    """

    minutes: float
    open_end: bool
    guidance: Guidance
    silence: float
    rate: float
    bell: bool
    delay_s: int
    fade_s: int
    movement: str
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
            open_end={**settings.open_end, exercise_id: self.open_end},
            guidance={**settings.guidance, exercise_id: self.guidance.value},
            silence=self.silence,
            rate=self.rate,
            bell=self.bell,
            delay_s=self.delay_s,
            fade_s=self.fade_s,
            movement=self.movement,
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
    guidance = settings.guidance.get(exercise.id, "")
    movements = [movement.id for movement in exercise.movements]
    voice_ids = [voice.id for voice in voices]
    known = settings.voice in voice_ids
    background = settings.background if settings.background in _ids(soundscapes) else ""
    return Choices(
        minutes=settings.minutes.get(exercise.id, exercise.default_minutes),
        open_end=exercise.returns_to is not None and settings.open_end.get(exercise.id, False),
        guidance=Guidance(guidance) if guidance in set(Guidance) else Guidance.FULL,
        silence=_nearest(settings.silence, SILENCES),
        rate=_nearest(settings.rate, RATES),
        bell=settings.bell,
        delay_s=int(_nearest(settings.delay_s, DELAYS_S)),
        fade_s=int(_nearest(settings.fade_s, FADES_S)),
        movement=settings.movement if settings.movement in movements else "",
        voice=settings.voice if known else next(iter(voice_ids), settings.voice),
        background=background,
        background_volume=min(BACKGROUND_CEILING, _percent(settings.background_volume)),
        voice_volume=_percent(settings.voice_volume),
        captions=settings.captions,
    )


@dataclass(frozen=True, slots=True)
class Lengths:
    """What an exercise's cues and pauses can fill, in steps of minutes and to the millisecond."""

    shortest_ms: int
    longest_ms: int

    @property
    def step(self) -> float:
        """How much longer the next length is: a minute, or half of one for short exercises."""
        return 0.5 if self.longest_ms < _SHORT_MS else 1.0

    @property
    def fewest(self) -> float:
        """The fewest minutes in whole steps; one step when not even one fits."""
        steps = max(1, math.ceil(self.shortest_ms / _MINUTE_MS / self.step))
        return min(self.most, steps * self.step)

    @property
    def most(self) -> float:
        """The most minutes in whole steps; one step when not even one fits."""
        return max(1, math.floor(self.longest_ms / _MINUTE_MS / self.step)) * self.step

    def fitting(self, minutes: float) -> float:
        """Give the length nearest to so many minutes that can be chosen: some are half ones."""
        return min(self.most, max(self.fewest, round(2 * minutes) / 2))

    def fitting_ms(self, minutes: float) -> int:
        """Give the length nearest to so many minutes."""
        return min(self.longest_ms, max(self.shortest_ms, round(minutes * _MINUTE_MS)))


def lengths(exercise: Exercise, recording: Recording, pace: Pace, frame: Frame) -> Lengths:
    """Give what an exercise can fill in one voice."""
    return Lengths(*length_range(exercise, recording.lengths_ms, pace, frame))


def _nearest(value: float, offered: Sequence[float]) -> float:
    return min(offered, key=lambda one: abs(one - value))


def _ids(soundscapes: Sequence[Soundscape]) -> list[str]:
    return [soundscape.id for soundscape in soundscapes]


def _percent(value: int) -> int:
    return min(100, max(0, value))
