"""Every number that decides how a clip sounds, and the fingerprint that names it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

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

    After a short sentence comes the shorter pause, after a long one the longer.
    """

    style: str
    speed: float
    pause_ms: tuple[int, int]


def fingerprint(delivery: Delivery, phonemes: tuple[str, ...]) -> str:
    """Name what a clip will sound like: the same fingerprint means the clip can stay."""
    parts = {
        "version": RECIPE_VERSION,
        "delivery": asdict(delivery),
        "phonemes": phonemes,
        "carrier": [CARRIER, SHORT_SENTENCE, LONGEST_CHUNK],
        "shape": [shaping.EDGE_MS, shaping.FADE_MS, shaping.FLOOR_DB, shaping.RANGE_DB],
        "ends": [shaping.CLEAR_DB, shaping.SOFT_END_MS],
        "quiet": shaping.QUIET_DB,
        "gaps": shaping.CLAUSE_GAPS_MS,
        "level": [TARGET_LUFS, CEILING_DBTP],
        "file": [sound.SAMPLE_RATE, VORBIS_QUALITY],
    }
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]
