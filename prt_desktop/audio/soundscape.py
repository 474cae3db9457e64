"""Background loops and short sounds: decoded once, sample-exact, to the cache folder."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import SoundError

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.exercise import Clip
    from prt_desktop.domain.soundscape import Soundscape


def decoded_loop(soundscape: Soundscape, cache: Path) -> Path:
    """Give the WAV of a loop, decoding it the first time and after it changed.

    Raises SoundError when the loop cannot be decoded or the cache cannot be written.
    """
    wav = _decoded(soundscape.path, soundscape.id, cache)
    if wav is None:
        raise SoundError(
            f"The background {soundscape.name} cannot be played. The voice plays without it."
        )
    return wav


def decoded_sound(clip: Clip, cache: Path) -> Path | None:
    """Give the WAV of a short sound, or None where it cannot be made."""
    return _decoded(clip.path, clip.id, cache)


def _decoded(path: Path, name: str, cache: Path) -> Path | None:
    import soundfile  # noqa: PLC0415 - heavy, and needed only when there is something to decode

    unfinished = cache / f"{name}.{os.urandom(4).hex()}.part"
    try:
        target = cache / f"{name}-{path.stat().st_mtime_ns:x}.wav"
        if not target.exists():
            cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            samples, rate = soundfile.read(path, dtype="int16")
            soundfile.write(unfinished, samples, rate, format="WAV", subtype="PCM_16")
            unfinished.replace(target)
    except (soundfile.LibsndfileError, OSError):
        return None
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return target
