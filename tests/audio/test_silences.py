"""Where a person's sound is cut."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.audio.loudness import loudness_lufs
from prt_desktop.audio.silences import LevelTracker
from tests.audio.own_sounds import a_guide, a_voice

if TYPE_CHECKING:
    from prt_desktop.audio.levels import Samples
    from prt_desktop.audio.silences import Stretch

RATE = 24_000


def stretches_of(sound: Samples, size: int = 48_000) -> tuple[Stretch, ...]:
    tracker = LevelTracker()
    for start in range(0, len(sound), size):
        tracker.add(sound[start : start + size])
    return tracker.stretches(loudness_lufs(sound), len(sound))


def test_every_long_silence_is_a_cut() -> None:
    found = stretches_of(a_guide([3, 8, 20]))

    silences_s = [one.silence / RATE for one in found]
    assert silences_s == pytest.approx([2.4, 7.4, 19.6], abs=0.1)
    assert [one.start / RATE for one in found] == pytest.approx([0, 6.8, 18.8], abs=0.1)


def test_a_breath_between_two_sentences_is_no_cut() -> None:
    found = stretches_of(a_guide([1.5, 1.5, 6]))

    assert len(found) == 1


def test_the_silence_before_the_first_word_is_dropped() -> None:
    sound = np.concatenate([np.zeros(5 * RATE, np.float32), a_guide([3, 3])])

    first, *_ = stretches_of(sound)

    assert first.start / RATE == pytest.approx(4.8, abs=0.1)


@pytest.mark.parametrize("hiss", [0.0, 0.0005, 0.01])
@pytest.mark.parametrize("gain", [0.02, 1.0])
def test_a_room_that_hisses_is_cut_as_a_quiet_one(hiss: float, gain: float) -> None:
    sound = np.concatenate([a_guide([4, 4]), a_voice(4)])
    noise = np.random.default_rng(2).normal(0, hiss, len(sound)) if hiss else 0

    found = stretches_of(np.asarray((sound + noise) * gain, np.float32))

    assert len(found) == 3


def test_a_sound_without_any_silence_is_one_stretch() -> None:
    sound = a_voice(20)

    (only,) = stretches_of(sound)

    assert only.start == 0
    assert len(sound) - only.stop - only.silence == 0


def test_a_cough_alone_stays_with_what_follows() -> None:
    quiet = np.zeros(4 * RATE, np.float32)
    sound = np.concatenate([a_voice(4), quiet, a_voice(0.2), quiet, a_voice(4), quiet])

    found = stretches_of(sound)

    assert [one.start / RATE for one in found] == pytest.approx([0, 7.8], abs=0.1)


def test_a_cough_at_the_end_stays_with_what_was_before() -> None:
    quiet = np.zeros(4 * RATE, np.float32)
    sound = np.concatenate([a_voice(4), quiet, a_voice(0.2), quiet])

    (only,) = stretches_of(sound)

    assert only.stop / RATE == pytest.approx(8.6, abs=0.1)


@settings(max_examples=40)
@given(
    pauses=st.lists(st.floats(0, 6), min_size=1, max_size=4),
    spoken=st.floats(0.1, 3),
    size=st.integers(300, 60_000),
)
def test_stretches_and_silences_fill_the_sound_in_order(
    pauses: list[float], spoken: float, size: int
) -> None:
    sound = a_guide(pauses, spoken)

    found = stretches_of(sound, size)

    assert all(0 <= one.start < one.stop and one.silence >= 0 for one in found)
    for one, following in pairwise(found):
        assert one.stop + one.silence == following.start
    assert found[-1].stop + found[-1].silence == len(sound)
