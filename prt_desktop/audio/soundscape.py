"""Background loops: decoded once, sample-exact, to the cache folder."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import SoundError

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.domain.soundscape import Soundscape


def decoded_loop(soundscape: Soundscape, cache: Path) -> Path:
    """Give the WAV of a loop, decoding it the first time and after it changed.

    Raises SoundError when the loop cannot be decoded or the cache cannot be written.
    """
    import soundfile  # noqa: PLC0415 - heavy, and needed only when a background is chosen

    unfinished = cache / f"{soundscape.id}.{os.urandom(4).hex()}.part"
    try:
        stamp = soundscape.path.stat().st_mtime_ns
        target = cache / f"{soundscape.id}-{stamp:x}.wav"
        if not target.exists():
            cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            samples, rate = soundfile.read(soundscape.path, dtype="int16")
            soundfile.write(unfinished, samples, rate, format="WAV", subtype="PCM_16")
            unfinished.replace(target)
    except (soundfile.LibsndfileError, OSError) as error:
        raise SoundError(
            f"The background {soundscape.name} cannot be played. The voice plays without it."
        ) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return target
