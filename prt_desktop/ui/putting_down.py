"""Before a window is covered for good: everything half-written is kept, and the panes go."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from prt_desktop.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.main_window import MainWindow

_AGAIN_MS = 50


class PuttingDown(QObject):
    """Waits until no dialog is in the middle of something and no key is being made.

    Signals: `done` when every pane kept what it had and went.
    """

    done = Signal()

    def __init__(self, window: MainWindow, journal: Callable[[], Journal]) -> None:
        super().__init__(window)
        self._window = window
        self._journal = journal
        self._wanted = False

    def begin(self) -> None:
        """Put everything down as soon as that is possible, perhaps at once."""
        self._wanted = True
        self._try()

    def stop(self) -> None:
        """Leave everything as it is, if it is still waiting."""
        self._wanted = False

    @Slot()
    def _try(self) -> None:
        if not self._wanted:
            return
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None:
            over.close()
        rooms = self._window.rooms
        if over is not None or QThread.currentThread().loopLevel() > 1 or rooms.is_turning_a_key:
            QTimer.singleShot(_AGAIN_MS, self, self._try)
            return
        from prt_desktop.ui.left_words import keep_left_words  # noqa: PLC0415

        self._wanted = False
        with contextlib.suppress(StorageError):  # locked by another process, or a full disk
            keep_left_words(rooms, self._journal())
        rooms.empty()
        self.done.emit()
