"""Estimates how people would rate the sound of speech, with Microsoft's DNSMOS models."""

from __future__ import annotations

import importlib
import importlib.resources
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from listening.measures import resampled
from prt_desktop.audio.levels import amplitude

if TYPE_CHECKING:
    from prt_desktop.audio.levels import Samples

RATE = 16_000
SCORED_LUFS = -24.0
"""The models mind loudness: the same speech scores 0.05 less at -19 LUFS than as the voice model
speaks it (-23 to -25), which is how it was scored when it was chosen."""

WINDOW = 144_160
"""Samples the models judge at once: 9.01 s."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Estimated opinion of a sound, 1 to 5: DNSMOS overall and P.808."""

    overall: float
    p808: float


class Scorer:
    """Holds the models, each on one thread, since several processes work side by side."""

    def __init__(self) -> None:
        dnsmos = importlib.import_module("speechmos.dnsmos")
        runtime = importlib.import_module("onnxruntime")
        folder = importlib.resources.files("speechmos") / "dnsmos_models"
        files = [str(folder / name) for name in ("sig_bak_ovr.onnx", "model_v8.onnx")]
        settings = runtime.SessionOptions()
        settings.intra_op_num_threads = settings.inter_op_num_threads = 1
        self._judge: Any = dnsmos.DNSMOS(*files)
        self._judge.onnx_sess, self._judge.p808_onnx_sess = (
            runtime.InferenceSession(file, settings) for file in files
        )

    def score(self, samples: Samples, rate: int, lufs: float) -> Scores:
        """Judge one channel, so loud as `lufs` says, and give the mean over its windows."""
        quieter = samples * np.float32(amplitude(SCORED_LUFS - lufs))
        probe = np.clip(resampled(quieter, rate, RATE), -1.0, 1.0)
        judged = [self._judge(window, RATE, is_personalized_MOS=False) for window in windows(probe)]
        return Scores(
            float(np.mean([one["ovrl_mos"] for one in judged])),
            float(np.mean([one["p808_mos"] for one in judged])),
        )


def windows(probe: Samples) -> list[Samples]:
    """Cut a sound into windows side by side; a shorter one is repeated until it fills one.

    The models' own way is a window each second, which costs nine times as much.
    """
    if len(probe) <= WINDOW:
        times = -(-WINDOW // max(1, len(probe)))
        return [np.tile(probe, times)[:WINDOW]]
    count = max(1, round(len(probe) / WINDOW))
    room = len(probe) - WINDOW
    starts = np.linspace(0, room, count) if count > 1 else np.array([room / 2])
    return [probe[start : start + WINDOW] for start in starts.astype(int)]
