"""The sentence marked while a lesson is read aloud is the one that is heard."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from prt_desktop.content.library import Library

if TYPE_CHECKING:
    from prt_desktop.domain.exercise import Clip

ASSETS = Path(__file__).parents[2] / "assets"
WITHIN_MS = 100
HOP_MS = 5
AUDIBLE = 10 ** (-45 / 20)
IN_EACH_RUN = 12


def clips() -> list[Clip]:
    """Give every clip of every lesson, in an order of its own that is always the same."""
    library = Library(ASSETS)
    voices = [voice.id for voice in library.voices if voice.reads_lessons]
    found = [
        clip
        for lesson in library.lessons
        for voice in voices
        for clip in library.lesson_recording(lesson, voice).clips.values()
    ]
    Random(4).shuffle(found)
    return found


def late_by_ms(clip: Clip) -> list[int]:
    """Say how much later than its time each sentence of a clip is heard first."""
    sound, rate = soundfile.read(clip.path)
    hop = rate * HOP_MS // 1000
    whole = len(sound) // hop * hop
    loud = np.sqrt((sound[:whole].reshape(-1, hop) ** 2).mean(axis=1)) > AUDIBLE
    heard_ms = np.flatnonzero(loud) * HOP_MS
    late = []
    for (_start, before), (start, _end) in pairwise([(0, 0), *clip.sentences_ms]):
        first = heard_ms[heard_ms >= (before + start) // 2][0]
        late.append(int(first) - start)
    return late


def far(clip: Clip) -> list[int]:
    return [ms for ms in late_by_ms(clip) if abs(ms) > WITHIN_MS]


def test_marks_of_some_clips_lie_at_their_words() -> None:
    some = clips()[:IN_EACH_RUN]

    told = {f"{clip.path.parents[1].name}/{clip.id}": far(clip) for clip in some}

    assert len(told) == IN_EACH_RUN
    assert all(clip.sentences_ms for clip in some)
    assert {name: ms for name, ms in told.items() if ms} == {}


@pytest.mark.soak
def test_marks_of_all_clips_lie_at_their_words() -> None:
    told = {f"{clip.path.parents[1].name}/{clip.id}": far(clip) for clip in clips()}

    print(f"{len(told)} clips")  # noqa: T201
    assert {name: ms for name, ms in told.items() if ms} == {}
