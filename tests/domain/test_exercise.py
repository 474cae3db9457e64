"""Cues, their twins without a check, and how guidance thins out."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given

from prt_desktop.domain.exercise import Clip, Guidance, Pause, Recording
from tests.builders import a_cue, an_exercise
from tests.domain.strategies import pauses

LEVELS = list(Guidance)


@pytest.mark.parametrize("sparsest", Guidance)
@pytest.mark.parametrize("level", Guidance)
def test_a_cue_is_spoken_down_to_its_sparsest_level(level: Guidance, sparsest: Guidance) -> None:
    assert level.speaks(sparsest) is (LEVELS.index(level) <= LEVELS.index(sparsest))


def test_full_guidance_speaks_everything_and_silent_only_its_own() -> None:
    assert all(Guidance.FULL.speaks(level) for level in Guidance)
    assert [level for level in Guidance if Guidance.SILENT.speaks(level)] == [Guidance.SILENT]


@pytest.mark.parametrize("cue_guidance", Guidance)
def test_each_sparser_level_speaks_no_more_than_the_one_before(cue_guidance: Guidance) -> None:
    spoken = [level.speaks(cue_guidance) for level in Guidance]

    assert all(before >= after for before, after in pairwise(spoken))


@given(pauses())
def test_the_usual_pause_lies_within_the_bounds(pause: Pause) -> None:
    assert pause.shortest_ms <= pause.usual_ms <= pause.longest_ms


def test_a_cue_without_neutral_words_says_the_same_with_and_without_a_check() -> None:
    cue = a_cue("look")

    assert cue.text_for(checked=True) == cue.text_for(checked=False) == cue.text
    assert cue.clip_id(checked=True) == cue.clip_id(checked=False) == "look"


def test_a_cue_with_neutral_words_says_them_until_a_check_is_recorded() -> None:
    cue = a_cue("calm", text="You are safe.", instead="You are here.")

    assert cue.text_for(checked=False) == "You are here."
    assert cue.clip_id(checked=False) == "calm.instead"
    assert cue.text_for(checked=True) == "You are safe."
    assert cue.clip_id(checked=True) == "calm"


def test_an_exercise_knows_every_clip_and_the_words_it_speaks() -> None:
    exercise = an_exercise(a_cue("open", text="Welcome."), a_cue("calm", instead="Here."))

    assert exercise.clip_texts() == {
        "open": "Welcome.",
        "calm": "These are the words of calm.",
        "calm.instead": "Here.",
    }


def test_every_clip_that_a_playing_needs_has_its_words() -> None:
    movements = {"sit": "Sit.", "walk": "Walk."}
    cues = (a_cue("open"), a_cue("calm", instead="Here."), a_cue("move", by_movement=movements))
    exercise = an_exercise(*cues, a_cue("close"))

    for checked, movement in product((True, False), (None, "sit", "walk")):
        spoken = [cue.clip_id(checked=checked, movement=movement) for cue in exercise.cues]
        texts = [cue.text_for(checked=checked, movement=movement) for cue in exercise.cues]
        assert [exercise.clip_texts()[clip_id] for clip_id in spoken] == texts


def test_a_recording_tells_which_clips_cannot_be_played() -> None:
    clip = Clip("open", Path("open.ogg"), 900)

    recording = Recording("heart", {"open": clip}, {"open": 900, "close": 1_200})

    assert recording.missing == ("close",)
