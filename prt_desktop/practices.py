"""Everything a person can practise with: the library's exercises and recordings of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.own_audio import OWN_FORM
from prt_desktop.storage.memory import remove_folders_of_the_dead
from prt_desktop.storage.own_audio import OwnAudio

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.content.library import Library
    from prt_desktop.domain.exercise import Exercise, Recording
    from prt_desktop.storage.seal import Seal


def is_own(exercise: Exercise) -> bool:
    """Say whether an exercise is a recording that the person brought along."""
    return exercise.form == OWN_FORM


class Practices:
    """Merges what came with the program and what the person added; neither is cached here."""

    def __init__(self, library: Library, own: OwnAudio) -> None:
        self.library = library
        self.own = own

    def exercises(self) -> tuple[Exercise, ...]:
        """Give every exercise, the person's own recordings last, the first added first."""
        return (*self.library.exercises, *self.own.exercises())

    def exercise(self, exercise_id: str) -> Exercise | None:
        """Find an exercise; None when there is none of this id any more."""
        return next((one for one in self.exercises() if one.id == exercise_id), None)

    def recording(self, exercise: Exercise, voice: str) -> Recording:
        """Find the clips of an exercise; a recording of one's own has its own voice alone.

        Raises ContentError and StorageError for a recording of one's own that went away.
        """
        if is_own(exercise):
            return self.own.recording(exercise.id)
        return self.library.recording(exercise, voice)


def open_practices(
    library: Library,
    data: Path,
    now: Callable[[], datetime],
    newest_seal: Callable[[], Seal] | None = None,
) -> Practices:
    """Give the practices of a data folder, once what an earlier start left over is gone.

    That is what a kill left of an import, and the recordings that were removed.
    """
    remove_folders_of_the_dead()
    own = OwnAudio(data, now, newest_seal)
    own.remove_leftovers()
    own.empty_bin()
    return Practices(library, own)
