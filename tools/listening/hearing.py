"""All that is found out about one clip by itself, and where that is kept."""

from __future__ import annotations

import functools
import hashlib
import json
import os
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from listening.measures import Measures, measure
from listening.recogniser import Recogniser
from listening.scores import Scorer, Scores
from narration.sound import read_sound

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.audio.levels import Samples

METHOD = 2
"""Raise it when something is measured in another way: then nothing that was kept counts."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What one file is and what was heard in it; `scores` are absent where nobody asked."""

    rate_hz: int
    measures: Measures
    heard: str
    scores: Scores | None


class HearingCache:
    """Keeps what was heard, one file a clip, named by the clip's content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, sha256: str, *, scored: bool) -> Hearing | None:
        """Give what is known of a clip, unless it was found out in another way or not scored."""
        try:
            table = json.loads(self._path(sha256).read_text("utf-8"))
            if table.pop("method") != METHOD:
                return None
            scores = Scores(**table["scores"]) if table["scores"] else None
            measures = Measures(**table["measures"])
            hearing = Hearing(**{**table, "measures": measures, "scores": scores})
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return None if scored and not hearing.scores else hearing

    def keep(self, sha256: str, hearing: Hearing) -> None:
        """Remember what was heard, whole or not at all."""
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".{sha256}.{os.getpid()}.part"
        part.write_text(json.dumps({"method": METHOD, **asdict(hearing)}), "utf-8")
        part.replace(self._path(sha256))

    def _path(self, sha256: str) -> Path:
        return self._folder / f"{sha256}.json"


def content_sha256(path: Path) -> str:
    """Name a file by its content."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def examine(path: Path, *, scored: bool, known: Hearing | None = None) -> Hearing:
    """Measure, transcribe and score one clip; raises SoundFileError.

    What is `known` of it already, but for the scores, is not found out again.
    """
    samples, rate = read_sound(path)
    if samples.ndim != 1:
        samples = samples[:, 0]
    if known is None:
        known = Hearing(rate, measure(samples, rate), _recogniser().hear(samples, rate), None)
    if not scored:
        return known
    return replace(known, scores=score_of(samples, rate, known.measures.lufs))


def score_of(samples: Samples, rate: int, lufs: float) -> Scores:
    """Score a sound that is no file yet."""
    return _scorer().score(samples, rate, lufs)


@functools.cache
def _recogniser() -> Recogniser:
    """Load the recogniser once in each process."""
    return Recogniser()


@functools.cache
def _scorer() -> Scorer:
    """Load the models once in each process."""
    return Scorer()
