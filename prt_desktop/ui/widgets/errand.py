"""Something that takes a while, done in a thread while the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.domain.errors import ImportStoppedError, PrtError

if TYPE_CHECKING:
    from prt_desktop.sound_files import Cancelled, Progress

Task = Callable[["Progress", "Cancelled"], object]
"""Does the work: tells its progress, asks whether it is cancelled, gives None when it was."""

_LOOK_MS = 50


class Errand(QObject):
    """Runs one task at a time.

    The thread knows no Qt: this object looks at it twenty times a second, and only while it
    works. Signals: `progressed` with how much is done of how much, `done` with what the task
    gave, `cancelled`, and `failed` with a sentence.
    """

    progressed = Signal(int, int)
    done = Signal(object)
    cancelled = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancel = threading.Event()
        self._work: Future[object] | None = None
        self._reached = self._told = (0, 0)
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)

    @property
    def running(self) -> bool:
        """Say whether a task is at work."""
        return self._work is not None

    def start(self, task: Task) -> None:
        """Begin; raises RuntimeError while another task is at work."""
        if self.running:
            raise RuntimeError("one errand at a time")
        self._cancel.clear()
        self._reached = self._told = (0, 0)
        executor = ThreadPoolExecutor(1, thread_name_prefix="errand")
        self._work = executor.submit(task, self._take_progress, self._cancel.is_set)
        executor.shutdown(wait=False)
        self._timer.start()

    @Slot()
    def cancel(self) -> None:
        """Ask the task to end; it tells when it has."""
        self._cancel.set()

    @Slot()
    def shut(self) -> None:
        """Cancel, wait until nothing is at work, and tell nobody; for when the window closes."""
        self._timer.stop()
        self._cancel.set()
        if self._work is not None:
            self._work.exception()
            self._work = None

    @Slot()
    def _look(self) -> None:
        if self._work is None:
            return
        if self._reached != self._told:
            self._told = self._reached
            self.progressed.emit(*self._told)
        if self._work.done():
            self._timer.stop()
            work, self._work = self._work, None
            self._tell(work)

    def _tell(self, work: Future[object]) -> None:
        error = work.exception()
        if isinstance(error, ImportStoppedError):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(str(error) if isinstance(error, PrtError) else self._unforeseen())
            if not isinstance(error, PrtError):
                raise error
        elif work.result() is None:
            self.cancelled.emit()
        else:
            self.done.emit(work.result())

    def _take_progress(self, done: int, whole: int) -> None:
        self._reached = (done, whole)

    def _unforeseen(self) -> str:
        return self.tr(
            "Something went wrong that we did not foresee. Nothing half done was kept, and what "
            "you saved before is safe. Try it once more."
        )
