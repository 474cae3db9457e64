"""Presses play once, in a process of its own, and prints when: `press.py HOW FOLDER LENGTH_MS`.

HOW is `session` (prepared as the exercise page does) or `bare` (a QMediaPlayer that is given
its source at the press).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

from benchmarks.scores import score
from prt_desktop.audio.qt_player import QtPlayer
from prt_desktop.audio.sound import Sound

if TYPE_CHECKING:
    from prt_desktop.audio.session import Session

SETTLES_MS = 800
HEARD_WITHIN_MS = 800


class Bare:
    """A QMediaPlayer with its output, and nothing else made ready."""

    def __init__(self, folder: Path, length_ms: int) -> None:
        self._source = QUrl.fromLocalFile(str(folder / f"{length_ms}.wav"))
        self._output = QAudioOutput()
        self._player = QMediaPlayer()
        self._player.setAudioOutput(self._output)

    def play(self) -> None:
        """Give it the source, and play."""
        self._player.setSource(self._source)
        self._player.play()

    def close(self) -> None:
        """Stop."""
        self._player.stop()


def main() -> int:
    """Make ready, press after a while, and let it sound for a moment."""
    how, folder, length_ms = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    application = QGuiApplication([])
    playable = Bare(folder, length_ms) if how == "bare" else _session(folder, length_ms)

    def press() -> None:
        pressed_s = time.monotonic()
        playable.play()
        print(pressed_s, flush=True)

    QTimer.singleShot(SETTLES_MS, press)
    QTimer.singleShot(SETTLES_MS + HEARD_WITHIN_MS, application.quit)
    code = application.exec()
    playable.close()
    return code


def _session(folder: Path, length_ms: int) -> Session:
    timeline, recording = score(folder, length_ms)
    sound = Sound(folder / "cache", QtPlayer)
    sound.warm()
    return sound.prepare(timeline, recording)


if __name__ == "__main__":
    sys.exit(main())
