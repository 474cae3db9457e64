"""The voice model as a narrator: Kokoro-82M on the processor."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Protocol

import numpy as np

from narration.model_files import float_model, style_vectors, vocabulary
from narration.phonemes import Phonemiser
from narration.recipe import CARRIER, LONGEST_CHUNK, SHORT_SENTENCE
from narration.shaping import Utterance, breathed, cut_from_context, trimmed

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from narration.recipe import Delivery
    from prt_desktop.audio.levels import Samples

FRAME_SAMPLES = 600
"""Samples in one frame of the model's duration predictor."""

_CLAUSE_END = re.compile(r"[,;:—.!?…]\s")
_WORD_END = re.compile(r"\s")


def chunks(phonemes: str, longest: int = LONGEST_CHUNK) -> list[str]:
    """Cut a very long sentence at the clause, or else the word, nearest the middle."""
    if len(phonemes) <= longest:
        return [phonemes]
    cuts = [match.end() for match in _CLAUSE_END.finditer(phonemes)]
    cuts = cuts or [match.end() for match in _WORD_END.finditer(phonemes)]
    if not cuts:
        return [phonemes[:longest], *chunks(phonemes[longest:], longest)]
    cut = min(cuts, key=lambda at: abs(at - len(phonemes) / 2))
    halves = phonemes[:cut].strip(), phonemes[cut:].strip()
    return [chunk for half in halves for chunk in chunks(half, longest)]


class _Session(Protocol):
    """What is used of onnxruntime's InferenceSession."""

    def run(
        self, outputs: None, inputs: Mapping[str, npt.NDArray[np.generic]]
    ) -> tuple[Samples, npt.NDArray[np.float32]]:
        """Run the model: the sound, and the frames of each token."""


class Kokoro:
    """Speaks one sentence at a time; keeps the model and the style vectors it has used.

    `threads` is how many threads the model may use; 0 means one for each core.
    """

    def __init__(self, pronunciations: Mapping[str, str], threads: int = 0) -> None:
        self._threads = threads
        self._vocabulary = vocabulary()
        self._phonemiser = Phonemiser(pronunciations, frozenset(self._vocabulary))
        self._styles: dict[str, npt.NDArray[np.float32]] = {}
        self._session: _Session | None = None
        self._carrier = self._phonemiser.phonemes(CARRIER)

    def phonemes(self, sentence: str) -> str:
        """Return the sounds of a sentence, marks included."""
        return self._phonemiser.phonemes(sentence)

    def speak(self, phonemes: str, delivery: Delivery) -> Samples:
        """Return the sound of one sentence with 80 ms of quiet at both ends."""
        utter = self._in_context if len(phonemes) < SHORT_SENTENCE else self._utter
        spoken = [utter(chunk, delivery) for chunk in chunks(phonemes)]
        return np.concatenate([trimmed(breathed(utterance)) for utterance in spoken])

    def _in_context(self, phonemes: str, delivery: Delivery) -> Utterance:
        """Speak a very short sentence between two others, for alone it gets stray vowels.

        Alone, "soft" is heard as "softy" and "rest" as "arrest".
        """
        whole = self._utter(f"{self._carrier} {phonemes} {self._carrier}", delivery)
        return cut_from_context(whole, self._carrier, phonemes)

    def _utter(self, phonemes: str, delivery: Delivery) -> Utterance:
        row = max(len(phonemes), delivery.calm_phonemes) - 1
        tokens = [0, *(self._vocabulary[sound] for sound in phonemes), 0]
        samples, frames = self._model().run(
            None,
            {
                "tokens": np.array([tokens], np.int64),
                "style": self._style(delivery.style)[row][None],
                "speed": np.array([delivery.speed], np.float32),
            },
        )
        starts = np.cumsum(frames.ravel().astype(np.int64)) * FRAME_SAMPLES
        return Utterance(np.asarray(samples, np.float32).ravel(), phonemes, starts)

    def _style(self, name: str) -> npt.NDArray[np.float32]:
        if name not in self._styles:
            self._styles[name] = style_vectors(name)
        return self._styles[name]

    def _model(self) -> _Session:
        if self._session is None:
            runtime = importlib.import_module("onnxruntime")
            runtime.disable_telemetry_events()  # on by default in some builds
            options = runtime.SessionOptions()
            options.intra_op_num_threads = self._threads
            session: _Session = runtime.InferenceSession(
                str(float_model()), options, providers=["CPUExecutionProvider"]
            )
            self._session = session
        return self._session
