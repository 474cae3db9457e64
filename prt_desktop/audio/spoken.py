"""What was recorded, made a memo: mono Ogg Vorbis at 24 kHz, as long and as loud as it was."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from prt_desktop.audio.clips import write_clip
from prt_desktop.audio.sources import at_clip_rate, opened
from prt_desktop.domain.errors import AudioFileError, SoundError
from prt_desktop.domain.exercise import CLIP_RATE_HZ

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from prt_desktop.audio.levels import Samples


@dataclass(frozen=True, slots=True)
class Spoken:
    """A memo that can be played, and its length in ms."""

    path: Path
    length_ms: int


def spoken_from(recorded: Path) -> Spoken:
    """Write a recording as a memo beside it and remove the recording; raises SoundError.

    What was recorded then stays where it is.
    """
    path = recorded.with_suffix(".ogg")
    try:
        with opened(recorded) as source:
            counted = _Counted(at_clip_rate(source))
            write_clip(path, counted)
    except (AudioFileError, OSError) as error:
        path.unlink(missing_ok=True)
        raise SoundError(
            "What you said was recorded, but it could not be made a memo: there may be too little "
            "memory. Everything in your diary is safe. Close other programs, then record it again."
        ) from error
    with contextlib.suppress(OSError):
        recorded.unlink()
    return Spoken(path, counted.samples * 1000 // CLIP_RATE_HZ)


class _Counted:
    """Blocks that are counted as they pass."""

    def __init__(self, blocks: Iterable[Samples]) -> None:
        self._blocks = blocks
        self.samples = 0

    def __iter__(self) -> Iterator[Samples]:
        for block in self._blocks:
            self.samples += len(block)
            yield block
