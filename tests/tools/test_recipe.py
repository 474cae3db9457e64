"""The fingerprint that names what a clip sounds like, and the cutting of long sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narration import recipe
from narration.kokoro import chunks
from narration.phonemes import Phonemiser, PronunciationError
from narration.recipe import Delivery, Take, fingerprint
from tests.tools.speech import CALM

SOUNDS = ("wɛlkəm.", "sit.")
HASTY, SLOW = Take(0, 1.1), Take(130, 0.75)


def test_the_same_sounds_in_the_same_voice_have_the_same_fingerprint() -> None:
    assert fingerprint(CALM, SOUNDS) == fingerprint(Delivery("af_heart", 0.75, (900, 1200)), SOUNDS)


@pytest.mark.parametrize(
    ("delivery", "sounds"),
    [
        (Delivery("am_michael", 0.75, (900, 1200)), SOUNDS),
        (Delivery("af_heart", 0.8, (900, 1200)), SOUNDS),
        (Delivery("af_heart", 0.75, (900, 1000)), SOUNDS),
        (Delivery("af_heart", 0.75, (900, 1200), calm_phonemes=300), SOUNDS),
        (CALM, ("wɛlkəm.", "sit!")),
        (CALM, ("wɛlkəm. sit.",)),
    ],
)
def test_whatever_can_be_heard_changes_the_fingerprint(
    delivery: Delivery, sounds: tuple[str, ...]
) -> None:
    assert fingerprint(delivery, sounds) != fingerprint(CALM, SOUNDS)


def test_the_takes_of_a_clip_change_its_fingerprint() -> None:
    ways = [fingerprint(CALM, SOUNDS, takes) for takes in ((), (HASTY, SLOW), (SLOW, HASTY))]

    assert len(set(ways)) == 3


def test_a_clip_without_takes_keeps_the_fingerprint_it_had_before_there_were_any() -> None:
    assert fingerprint(CALM, SOUNDS) == "5effce78d93fadac73e7ce86ce18d721"


def test_a_new_version_of_the_recipe_changes_every_fingerprint(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = fingerprint(CALM, SOUNDS)

    monkeypatch.setattr(recipe, "RECIPE_VERSION", recipe.RECIPE_VERSION + 1)

    assert fingerprint(CALM, SOUNDS) != before


def test_a_long_sentence_is_cut_at_the_clause_nearest_its_middle() -> None:
    assert chunks("one, two three four, five six.", 20) == ["one, two three four,", "five six."]


def test_a_sentence_that_fits_is_left_whole() -> None:
    assert chunks("one two, three.", 20) == ["one two, three."]


@given(st.text("ab, ", max_size=200), st.integers(1, 40))
def test_every_chunk_fits_and_no_sound_is_lost(sounds: str, longest: int) -> None:
    pieces = chunks(sounds, longest)

    assert all(len(piece) <= longest for piece in pieces)
    assert "".join(pieces).replace(" ", "") == sounds.replace(" ", "")


def test_a_sound_that_the_model_lacks_is_refused_before_anything_is_loaded() -> None:
    with pytest.raises(PronunciationError, match="psoas: no such sounds: 7"):
        Phonemiser({"psoas": "s7"}, frozenset("s"))
