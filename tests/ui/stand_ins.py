"""What stands in for the engine of sound files and for the system's dialogs."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from prt_desktop.domain.errors import ImportStoppedError
from prt_desktop.domain.exercise import Part
from prt_desktop.domain.own_audio import OwnPiece, OwnRecording, own_exercise
from prt_desktop.phone_pack import Pack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.rendering import Wish
    from prt_desktop.sound_files import Cancelled, Progress

WHOLE_MS, DONE_MS = 420_000, 180_000


class StandInEngine:
    """Writes nothing, remembers what was wished for, and ends when it may.

    `keep` is asked for the exercise of a new recording.
    """

    def __init__(self) -> None:
        self.error: Exception | None = None
        self.saved: list[tuple[Wish, Path]] = []
        self.packed: list[tuple[list[Wish], Path]] = []
        self.brought: list[tuple[Path, str, bool]] = []
        self.pack_made = Pack(("01 Looking",), ())
        self.keep: Callable[[str], Exercise] = a_recording_of
        self._may_end = threading.Event()
        self._may_end.set()

    def hold(self) -> None:
        """Let no work come to its end."""
        self._may_end.clear()

    def go_on(self) -> None:
        """Let all work come to its end."""
        self._may_end.set()

    def save(self, wish: Wish, out: Path, progress: Progress, cancelled: Cancelled) -> bool:
        """Remember the wish."""
        self.saved.append((wish, out))
        return self._work(progress, cancelled)

    def pack(
        self,
        wishes: Sequence[Wish],
        _country: str,
        out: Path,
        progress: Progress,
        cancelled: Cancelled,
    ) -> Pack | None:
        """Remember the wishes."""
        self.packed.append((list(wishes), out))
        return self.pack_made if self._work(progress, cancelled) else None

    def bring(
        self, source: Path, title: str, progress: Progress, cancelled: Cancelled, *, cut: bool
    ) -> Exercise:
        """Remember the file, and keep an exercise of that title."""
        self.brought.append((source, title, cut))
        if not self._work(progress, cancelled):
            raise ImportStoppedError
        return self.keep(title)

    def _work(self, progress: Progress, cancelled: Cancelled) -> bool:
        progress(DONE_MS, WHOLE_MS)
        while not self._may_end.wait(0.01) and not cancelled():
            pass
        if self.error is not None:
            raise self.error
        return not cancelled()


class StandInPapers:
    """Answers as it was told where a PDF goes and what prints, and remembers what was asked."""

    def __init__(self) -> None:
        self.path: Path | None = None
        self.to_print: QPrinter | None = None
        self.asked: list[str] = []

    def new_pdf(self, _over: QWidget, name: str) -> Path | None:
        """Give the path that was set."""
        self.asked.append(name)
        return self.path

    def printer(self, _over: QWidget, title: str) -> QPrinter | None:
        """Give the printer that was set."""
        self.asked.append(title)
        return self.to_print

    def new_file(self, _over: QWidget, name: str, _kind: str) -> Path | None:
        """Give the path that was set."""
        self.asked.append(name)
        return self.path

    def table(self, _over: QWidget) -> Path | None:
        """Give the path that was set."""
        return self.path


class StandInBackupDialogs:
    """Answers with `answer`, and remembers what name was suggested."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.suggested: list[str] = []

    def new_backup(self, _over: QWidget, name: str) -> Path | None:
        """Answer."""
        self.suggested.append(name)
        return self.answer

    def backup(self, _over: QWidget) -> Path | None:
        """Answer."""
        return self.answer

    def journal(self, _over: QWidget) -> Path | None:
        """Answer."""
        return self.answer


class StandInDialogs:
    """Answers with `answer`, and remembers what name was suggested."""

    def __init__(self) -> None:
        self.answer: Path | None = None
        self.suggested: list[str] = []

    def new_sound(self, _over: QWidget, name: str) -> Path | None:
        """Answer."""
        self.suggested.append(name)
        return self.answer

    def sound(self, _over: QWidget) -> Path | None:
        """Answer."""
        return self.answer

    def folder(self, _over: QWidget) -> Path | None:
        """Answer."""
        return self.answer


def a_recording_of(title: str) -> Exercise:
    """Make an exercise of one's own of twelve minutes in two parts."""
    pieces = (OwnPiece(300_000, 60_000), OwnPiece(300_000, 60_000))
    return own_exercise(OwnRecording("a" * 32, title, Part.ATTEND, pieces))
