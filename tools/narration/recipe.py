"""Every number that decides how a clip sounds, and the fingerprint that names it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, replace

from narration import shaping, sound
from prt_desktop.audio.clips import VORBIS_QUALITY
from prt_desktop.audio.levels import CLIP_CEILING_DBTP, CLIP_LUFS

RECIPE_VERSION = 1
"""Raise it when the way of making a clip changes in what no number below tells."""

CARRIER = "Stay with this for a moment."
"""Spoken before and after a very short sentence, which alone would get stray vowels."""

SHORT_SENTENCE = 30
"""Phonemes; a shorter sentence is spoken between two carriers and cut out."""

LONGEST_CHUNK = 400
"""Phonemes; the model takes 510, but pauses shrink in long chunks."""

TARGET_LUFS = CLIP_LUFS
CEILING_DBTP = CLIP_CEILING_DBTP
LOUDNESS_TOLERANCE_LU = 0.5


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a voice speaks one kind of text: style vector, speed, pauses between sentences.

    After a short sentence comes the shorter pause, after a long one the longer. For
    `calm_phonemes` see `Take`.
    """

    style: str
    speed: float
    pause_ms: tuple[int, int]
    calm_phonemes: int = 0

    def of(self, take: Take) -> Delivery:
        """Say how one take is spoken."""
        return replace(self, speed=take.speed, calm_phonemes=take.calm_phonemes)


@dataclass(frozen=True, slots=True)
class Take:
    """Another way to speak one sentence: its speed, and whose style it is spoken in.

    The model has a style for each length of text. A sentence of fewer than `calm_phonemes` is
    spoken in the style of one that long, which is slower and often steadier; 0 leaves it its own.
    """

    calm_phonemes: int
    speed: float


def fingerprint(delivery: Delivery, phonemes: tuple[str, ...], takes: tuple[Take, ...] = ()) -> str:
    """Name what a clip will sound like: the same fingerprint means the clip can stay."""
    spoken: dict[str, object] = {
        "style": delivery.style,
        "speed": delivery.speed,
        "pause_ms": delivery.pause_ms,
    }
    if delivery.calm_phonemes:  # clips without are older than both numbers, and begin soon enough
        spoken["calm"] = [delivery.calm_phonemes, shaping.SOFT_START_MS]
    parts: dict[str, object] = {
        "version": RECIPE_VERSION,
        "delivery": spoken,
        "phonemes": phonemes,
        "carrier": [CARRIER, SHORT_SENTENCE, LONGEST_CHUNK],
        "shape": [shaping.EDGE_MS, shaping.FADE_MS, shaping.FLOOR_DB, shaping.RANGE_DB],
        "ends": [shaping.CLEAR_DB, shaping.SOFT_END_MS],
        "quiet": shaping.QUIET_DB,
        "gaps": shaping.CLAUSE_GAPS_MS,
        "level": [TARGET_LUFS, CEILING_DBTP],
        "file": [sound.SAMPLE_RATE, VORBIS_QUALITY],
    }
    if takes:
        parts["takes"] = [astuple(take) for take in takes]
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]
