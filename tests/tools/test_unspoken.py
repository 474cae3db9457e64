"""Scripts without a voice are read like shipped ones, so that only the speaking is left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.content.exercises import read_exercise
from prt_desktop.domain.timeline import Pace, length_range, timeline
from prt_desktop.paths import assets

if TYPE_CHECKING:
    from prt_desktop.domain.exercise import Exercise

WAITING = Path(__file__).resolve().parents[2] / "tools" / "unspoken"
SCRIPTS = sorted(file.parent for file in WAITING.glob("*/exercise.toml"))
MS_PER_WORD = 480  # as a calm voice speaks

each_script = pytest.mark.parametrize("folder", SCRIPTS, ids=lambda folder: folder.name)


def guessed_lengths_ms(exercise: Exercise) -> dict[str, int]:
    texts = exercise.clip_texts()
    return {name: MS_PER_WORD * len(text.split()) for name, text in texts.items()}


@each_script
def test_a_waiting_script_has_no_fault_and_a_place_that_is_free(folder: Path) -> None:
    exercise = read_exercise(folder)

    assert exercise.id == folder.name
    assert not (assets() / "audio" / folder.name).exists()


@each_script
def test_a_waiting_script_can_be_as_long_as_it_says(folder: Path) -> None:
    exercise = read_exercise(folder)
    lengths_ms = guessed_lengths_ms(exercise)
    shortest_ms, longest_ms = length_range(exercise, lengths_ms, Pace())

    for step in range(21):
        wanted_ms = shortest_ms + (longest_ms - shortest_ms) * step // 20
        plan = timeline(exercise, lengths_ms, wanted_ms, Pace())
        assert plan.spans[-1].end_ms == plan.length_ms == wanted_ms
    assert shortest_ms <= exercise.default_minutes * 60_000 <= longest_ms
