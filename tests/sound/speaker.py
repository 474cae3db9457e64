"""A program that records one memo: commands on stdin, what happens as JSON lines on stdout.

    python -m tests.sound.speaker FOLDER

`record`, `pause`, `go_on` and `stop`; a `block` stops Python for half a second.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from prt_desktop.audio.qt_recorder import QtRecorder
from prt_desktop.audio.spoken import spoken_from
from tests.sound.actor import tell

_BLOCK_S = 0.5
_LEVEL_EVERY_MS = 100


class Speaker(QObject):
    """Does what stdin says and tells what came of it; what was recorded is made a memo."""

    def __init__(self, application: QGuiApplication, folder: Path) -> None:
        super().__init__()
        self._application = application
        self._folder = folder
        self._recorder = QtRecorder(self)
        self._recorder.listen(self)
        self._stdin = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._stdin.activated.connect(self._obey)
        self._timer = QTimer(self, interval=_LEVEL_EVERY_MS)
        self._timer.timeout.connect(self._tell_level)
        self._timer.start()

    def recorded(self, path: Path) -> None:
        """Tell where the memo lies."""
        spoken = spoken_from(path)
        tell("recorded", ms=spoken.length_ms, word=str(spoken.path))

    def failed(self, sentence: str) -> None:
        """Tell why."""
        tell("failed", word=sentence)

    @Slot()
    def _tell_level(self) -> None:
        tell("level", ms=self._recorder.elapsed_ms, index=round(100 * self._recorder.level))

    @Slot()
    def _obey(self) -> None:
        for word in os.read(sys.stdin.fileno(), 4_096).decode().split() or ["quit"]:
            self._do(word)
            tell("done", word=word)

    def _do(self, word: str) -> None:
        if word == "record":
            self._recorder.start(self._folder)
        elif word == "block":
            time.sleep(_BLOCK_S)
        elif word == "quit":
            self._recorder.listen(None)
            self._recorder.stop()
            self._application.quit()
        else:
            plain = {"pause": self._recorder.pause, "go_on": self._recorder.go_on}
            plain.get(word, self._recorder.stop)()


def main() -> int:
    """Wait for commands."""
    application = QGuiApplication([])
    speaker = Speaker(application, Path(sys.argv[1]))
    tell("ready")
    code = application.exec()
    speaker.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
