"""A person's sound file made an exercise of their own: decoded by audio, kept by storage."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prt_desktop.audio.importing import Watch, import_sound
from prt_desktop.domain.exercise import Exercise, Part

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.storage.own_audio import OwnAudio


def import_file(
    own: OwnAudio,
    source: Path,
    title: str = "",
    *,
    cut: bool = False,
    watch: Watch | None = None,
) -> Exercise:
    """Keep a sound file as an exercise, whole or not at all; without a title under its name.

    `cut` makes a cue of each stretch between silences of two seconds and more, so that its
    length can be chosen. It takes a while, so call it outside the window's
    thread. Raises AudioFileError, ImportStoppedError, SoundError,
    ContentError and StorageError.
    """
    make = partial(import_sound, source, watch=watch or Watch(), cut=cut)
    return own.add(title or source.stem, Part.ATTEND, make)
