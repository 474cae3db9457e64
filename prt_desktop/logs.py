"""What goes wrong unexpectedly: the trace into an owner-only log, one sentence to the person.

The log holds no word that a person wrote: traces name places in the code, and Qt's warnings
are its own.
"""

from __future__ import annotations

import logging
import os
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from prt_desktop.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtCore import QMessageLogContext

LARGEST_BYTES = 512_000
_LOG = logging.getLogger("prt_desktop")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Logs:
    """The log file of one folder, and the hooks that write into it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "prt-desktop.log"

    def start(self, tell: Callable[[str], None]) -> None:
        """Begin to log Qt's messages and unexpected errors; `tell` shows one sentence."""
        handler = _OwnerOnlyHandler(self.path)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)
        _LOG.setLevel(logging.INFO)
        _LOG.propagate = False
        _LOG.info("PRT Desktop %s started on Python %s", VERSION, sys.version.split()[0])
        qInstallMessageHandler(_take_qt_message)
        sys.excepthook = _Hook(tell)


class _OwnerOnlyHandler(logging.Handler):
    """Appends to a file of mode 0600 and starts it anew when it has grown large."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """Write one record; a log that cannot be written must not stop anything."""
        try:
            if self._path.exists() and self._path.stat().st_size > LARGEST_BYTES:
                self._path.replace(self._path.with_suffix(".old.log"))
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            handle = os.open(self._path, flags, 0o600)
            with open(handle, "a", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
                file.write(self.format(record) + "\n")
        except OSError:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Stay quiet: there is nowhere left to say it."""


class _Hook:
    """What Python calls with an error that nobody caught."""

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell

    def __call__(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log where it happened, without the error's own words, and tell the person."""
        places = "".join(traceback.format_tb(trace))
        _LOG.error("%s at %s\n%s", kind.__name__, datetime.now(UTC).isoformat(), places)
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        self._tell(
            "Something went wrong that we did not foresee. What you saved is safe. "
            "You can go on; if it happens again, close and open the program."
        )


def _take_qt_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    _LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
