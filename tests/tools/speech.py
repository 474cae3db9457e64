"""A narrator without a model, and the folders and sounds that the tests of the tools use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from narration.recipe import Delivery
from narration.scripts import Line, Script, Voice
from narration.shaping import trimmed
from narration.sound import SAMPLE_RATE
from prt_desktop.domain.spoken_text import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.audio.levels import Samples

HEART = Voice("heart", "af_heart", 0.75, 0.95)
MICHAEL = Voice("michael", "am_michael", 0.8, None)
CALM = Delivery("af_heart", 0.75, (900, 1200))


class ToneNarrator:
    """Speaks every sentence as a soft tone, 40 ms a sound, and remembers what it spoke."""

    def __init__(self, pronunciations: Mapping[str, str] | None = None) -> None:
        self.spoken: list[str] = []
        self._pronunciations = dict(pronunciations or {})

    def phonemes(self, sentence: str) -> str:
        """Return the sentence itself, with listed words put in their place."""
        words = sentence.lower().split()
        return " ".join(self._pronunciations.get(word, word) for word in words)

    def speak(self, phonemes: str, delivery: Delivery) -> Samples:
        """Return a tone whose length follows the text and the speed."""
        self.spoken.append(f"{delivery.style}: {phonemes}")
        return trimmed(tone(0.04 * len(phonemes) / delivery.speed, 220.0, 0.2))


class SilentNarrator(ToneNarrator):
    """A narrator whose model fails and gives no sound."""

    def speak(self, phonemes: str, delivery: Delivery) -> Samples:
        """Return nothing."""
        return super().speak(phonemes, delivery)[:0]


def tone(seconds: float, frequency: float, peak: float, rate: int = SAMPLE_RATE) -> Samples:
    """Make a sine tone."""
    time = np.arange(round(seconds * rate)) / rate
    return np.asarray(peak * np.sin(2 * np.pi * frequency * time), np.float32)


def bursts(seconds: float, seed: int = 1) -> Samples:
    """Make noise that swells three times a second and has a few sharp peaks, like speech."""
    random = np.random.default_rng(seed)
    count = round(seconds * SAMPLE_RATE)
    swell = 0.5 - 0.5 * np.cos(2 * np.pi * 3 * np.arange(count) / SAMPLE_RATE)
    sound = 0.1 * random.standard_normal(count) * swell
    sound[random.integers(0, count, 5)] += 0.9
    return np.asarray(sound, np.float32)


def line(name: str, text: str) -> Line:
    """Make a line of a script."""
    return Line(name, text, sentences(text))


def script(*lines: Line) -> Script:
    """Make an exercise's script."""
    return Script("tracking", "exercise", "tracking", lines)
