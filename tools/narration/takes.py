"""Speaks a clip in several ways, sentence by sentence, and puts the best together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from narration.recipe import Take
from prt_desktop.audio.levels import Samples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from narration.clip import Narrator
    from narration.recipe import Delivery

WAYS: dict[str, tuple[Take, ...]] = {
    "af_heart": (Take(130, 0.82), Take(450, 0.87), Take(80, 0.78), Take(0, 0.82)),
    "am_michael": (Take(130, 0.86), Take(450, 0.89), Take(300, 0.89), Take(0, 0.87)),
}
"""Of each style vector, the most promising first; each about as slow as the voice's own way."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence, how it was spoken, and what a listener would think of it, 1 to 5."""

    take: Take
    samples: Samples
    score: float


class Remembering:
    """A narrator that speaks nothing twice."""

    def __init__(self, narrator: Narrator) -> None:
        self._narrator = narrator
        self._spoken: dict[tuple[str, Delivery], Samples] = {}

    def phonemes(self, sentence: str) -> str:
        """Return the sounds of a sentence, marks included."""
        return self._narrator.phonemes(sentence)

    def speak(self, phonemes: str, delivery: Delivery) -> Samples:
        """Return the sound of one sentence."""
        key = phonemes, delivery
        if key not in self._spoken:
            self._spoken[key] = self._narrator.speak(phonemes, delivery)
        return self._spoken[key]


def best_takes(
    narrator: Narrator,
    phonemes: Sequence[str],
    delivery: Delivery,
    score: Callable[[Samples], float],
    enough: float,
) -> tuple[Take, ...]:
    """Speak every sentence in one way after the other, and give the best take of each.

    A sentence that reaches `enough` is not spoken again. Empty for a style that has no other way.
    """
    best: list[Spoken | None] = [None] * len(phonemes)
    for take in WAYS.get(delivery.style, ()):
        for at, sounds in enumerate(phonemes):
            before = best[at]
            if before is not None and before.score >= enough:
                continue
            samples = narrator.speak(sounds, delivery.of(take))
            spoken = Spoken(take, samples, score(samples) if samples.size else 0.0)
            if before is None or spoken.score > before.score:
                best[at] = spoken
    return tuple(one.take for one in best if one is not None)
