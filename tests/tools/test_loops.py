"""The soundscapes as `make listen` judges them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from listening.loops import LoopMeasures, loop_faults, seam_step

GOOD = LoopMeasures(60.0, -30.0, -15.0, -70.0, 1.2)
RATE = 48_000


def test_a_good_loop_has_no_fault() -> None:
    assert list(loop_faults(GOOD)) == []


@pytest.mark.parametrize(
    ("measures", "fault"),
    [
        (replace(GOOD, length_s=30.0), "lasts only 30 s"),
        (replace(GOOD, lufs=-27.0), "loudness -27.0 LUFS"),
        (replace(GOOD, peak_db=-2.0), "true peak -2.0 dBTP"),
        (replace(GOOD, step_ratio=9.0), "a step 9.0 times the usual at the seam"),
    ],
)
def test_each_broken_limit_of_a_loop_is_told(measures: LoopMeasures, fault: str) -> None:
    assert list(loop_faults(measures)) == [fault]


def test_whole_turns_close_without_a_step_of_their_own() -> None:
    circle = np.sin(2 * np.pi * 100 * np.arange(RATE) / RATE)

    step, ratio = seam_step(np.stack([circle, circle], axis=1).astype(np.float32), RATE)

    assert step < 0.02
    assert ratio < 2


def test_a_torn_loop_has_a_step_in_the_channel_where_it_is_torn() -> None:
    circle = np.sin(2 * np.pi * 100 * np.arange(RATE) / RATE)
    torn = circle.copy()
    torn[-1] = 0.8

    step, ratio = seam_step(np.stack([circle, torn], axis=1).astype(np.float32), RATE)

    assert step == pytest.approx(0.8, abs=0.01)
    assert ratio > 5
