"""What leads out of the window and back: the engine of sound files, dialogs, folders."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.phone_pack import Pack
    from prt_desktop.rendering import Wish
    from prt_desktop.sound_files import Cancelled, Progress


class Engine(Protocol):
    """What writes and takes in sound files, as `SoundFiles` does; called in a thread."""

    def save(self, wish: Wish, out: Path, progress: Progress, cancelled: Cancelled) -> bool:
        """Write a session with its captions; False if cancelled."""

    def pack(
        self,
        wishes: Sequence[Wish],
        country: str,
        out: Path,
        progress: Progress,
        cancelled: Cancelled,
    ) -> Pack | None:
        """Write a folder for the phone; None if cancelled."""

    def bring(
        self, source: Path, title: str, progress: Progress, cancelled: Cancelled, *, cut: bool
    ) -> Exercise:
        """Keep a sound file as an exercise."""


class Dialogs(Protocol):
    """Asks for files and folders; None when the person would rather not."""

    def new_sound(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new sound file of this name is to go."""

    def sound(self, over: QWidget) -> Path | None:
        """Ask for a sound file that is there."""

    def folder(self, over: QWidget) -> Path | None:
        """Ask for a folder or a stick."""


class Outlets(NamedTuple):
    """What the pages for sound files are handed; `open_folder` says whether it worked."""

    engine: Engine
    dialogs: Dialogs
    open_folder: Callable[[Path], bool]
