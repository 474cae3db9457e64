"""Speaks a clip in several ways, sentence by sentence, and puts the best together."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from narration.recipe import Take, fingerprint
from prt_desktop.audio.levels import Samples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from narration.clip import Narrator
    from narration.recipe import Delivery

WAYS: dict[str, tuple[Take, ...]] = {
    "af_heart": (Take(450, 0.87), Take(0, 0.75), Take(130, 0.82), Take(80, 0.78), Take(0, 0.82)),
    "am_michael+am_echo": (
        Take(450, 0.89),
        Take(300, 0.89),
        Take(0, 0.82),
        Take(380, 0.88),
        Take(130, 0.86),
    ),
}
"""Of each style vector, the most promising first; each about as slow as the voice's own way, which
is the second: a sentence that it spoke best keeps it beside others that were spoken anew."""

NEAR = 0.2
"""A take that alone scores so much less than the best of its sentence is not tried in a clip."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One sentence as it was spoken, and what a listener would think of it, 1 to 5."""

    samples: Samples
    score: float


class Remembering:
    """A narrator that speaks nothing twice: what was spoken is kept in a folder, with its score.

    What the recipe no longer makes that way is spoken anew. A folder serves several processes.
    """

    def __init__(self, narrator: Narrator, score: Callable[[Samples], float], folder: Path) -> None:
        self._narrator, self._score, self._folder = narrator, score, folder

    def phonemes(self, sentence: str) -> str:
        """Return the sounds of a sentence, marks included."""
        return self._narrator.phonemes(sentence)

    def speak(self, phonemes: str, delivery: Delivery) -> Samples:
        """Return the sound of one sentence."""
        return self.spoken(phonemes, delivery).samples

    def spoken(self, phonemes: str, delivery: Delivery) -> Spoken:
        """Return the sound of one sentence and its score; one that came out silent has 0."""
        take = Take(delivery.calm_phonemes, delivery.speed)
        path = self._folder / f"{fingerprint(delivery, (phonemes,), (take,))}.npz"
        if path.exists():
            with np.load(path) as kept:
                return Spoken(kept["samples"], float(kept["score"]))
        samples = self._narrator.speak(phonemes, delivery)
        spoken = Spoken(samples, self._score(samples) if samples.size else 0.0)
        self._folder.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{os.getpid()}.part")
        with part.open("wb") as file:
            np.savez(file, samples=spoken.samples, score=spoken.score)
        part.replace(path)
        return spoken


def best_takes(
    narrator: Remembering,
    phonemes: Sequence[str],
    delivery: Delivery,
    enough: float,
    ways: int,
    judge: Callable[[tuple[Take, ...]], float],
) -> tuple[Take, ...]:
    """Speak every sentence in so many ways, one after the other, and give the best take of each.

    A sentence that reaches `enough` is not spoken again. What is best for a sentence alone need
    not be so beside the others: from there on one take after the other is exchanged as long as
    `judge` gives the whole clip a higher score. Empty for a style that has no other way.
    """
    spoken: list[list[tuple[float, Take]]] = [[] for _ in phonemes]
    for take in WAYS.get(delivery.style, ())[:ways]:
        for of_sentence, sounds in zip(spoken, phonemes, strict=True):
            if not of_sentence or max(map(_score, of_sentence)) < enough:
                of_sentence.append((narrator.spoken(sounds, delivery.of(take)).score, take))
    if not all(spoken):
        return ()
    best = tuple(max(of_sentence, key=_score)[1] for of_sentence in spoken)
    near = [
        [take for score, take in of_sentence if score > max(map(_score, of_sentence)) - NEAR]
        for of_sentence in spoken
    ]
    return _climbed(best, near, judge)


def _climbed(
    best: tuple[Take, ...],
    takes: Sequence[Sequence[Take]],
    judge: Callable[[tuple[Take, ...]], float],
) -> tuple[Take, ...]:
    """Exchange one take after the other while the clip gains by it."""
    if all(len(of_sentence) == 1 for of_sentence in takes):
        return best
    score, since = judge(best), 0
    at = 0
    while since < len(best):
        before = score
        for take in takes[at]:
            other = (*best[:at], take, *best[at + 1 :])
            if other != best and (judged := judge(other)) > score:
                best, score = other, judged
        since = 0 if score > before else since + 1
        at = (at + 1) % len(best)
    return best


def _score(spoken: tuple[float, Take]) -> float:
    return spoken[0]
