"""Starts a window and prints when it was first painted: `first_paint.py BARE|APP STARTED_S ...`.

STARTED_S is `time.monotonic()` of the parent just before it started this process. Both kinds are
watched alike: by a filter on the first main window that is shown, and on nothing else. For the
app the remaining words are those of its command line.

Prints ms since the start, one a line: painted; for the app also when Today stands painted with the
line to write in, when it is filled and painted, and when every pane is built.
"""

from __future__ import annotations

import builtins
import os
import runpy
import sys
import time
from typing import TYPE_CHECKING

PLAIN_IMPORT = builtins.__import__

from PySide6.QtCore import QEvent, QObject, QTimer, Slot  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH, HEIGHT = 1120, 760


class Watch(QObject):
    """Sees the first paint of the first main window that is shown, and ends the process."""

    def __init__(self, started_s: float, *, is_app: bool) -> None:
        super().__init__()
        self._started_s = started_s
        self._is_app = is_app
        self._window: QMainWindow | None = None

    def begin(self) -> None:
        """Look out for a window that is shown."""
        show: Callable[[QMainWindow], None] = QMainWindow.show

        def show_and_watch(window: QMainWindow) -> None:
            if self._window is None:
                self._window = window
                window.installEventFilter(self)
            show(window)

        setattr(QMainWindow, "show", show_and_watch)  # noqa: B010 - mypy knows no assignment

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the time once the paint that begins now is done, children and all."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._take_paint)
        return False

    @Slot()
    def _take_paint(self) -> None:
        self._take_time()
        if not self._is_app:
            _end()
        # What the window does after its first paint was asked for before this.
        QTimer.singleShot(0, self, self._take_line)

    @Slot()
    def _take_line(self) -> None:
        self._take_repaint()
        # Signals of the app's window alone.
        getattr(self._window, "filled").connect(self._take_repaint)  # noqa: B009
        getattr(self._window, "ready").connect(self._take_ready)  # noqa: B009

    @Slot()
    def _take_repaint(self) -> None:
        assert self._window is not None
        self._window.repaint()
        self._take_time()

    @Slot()
    def _take_ready(self) -> None:
        self._take_time()
        _end()

    def _take_time(self) -> None:
        print((time.monotonic() - self._started_s) * 1000, flush=True)


def main() -> None:
    """Start what is asked for; the process ends as soon as all is printed."""
    kind, started_s = sys.argv[1], float(sys.argv[2])
    watch = Watch(started_s, is_app=kind == "APP")
    watch.begin()
    if kind == "APP":
        builtins.__import__ = PLAIN_IMPORT  # as the program finds it, which imports Qt by itself
        sys.argv = ["prt_desktop", *sys.argv[3:]]
        runpy.run_module("prt_desktop", run_name="__main__", alter_sys=True)
    else:
        application = QApplication([])
        window = QMainWindow()
        window.setCentralWidget(QLabel("A bare window"))
        window.resize(WIDTH, HEIGHT)
        window.show()
        application.exec()


def _end() -> None:
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
