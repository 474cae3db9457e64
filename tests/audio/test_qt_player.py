"""The player that sounds keeps the same contract, in real time, with or without a device."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.qt_player import QtPlayer
from tests.audio.hearing import PlayerNotes
from tests.audio.player_contract import PlayerContract, Stage, write_track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

PATIENCE_MS = 8_000
CHECKOUT = Path(__file__).resolve().parents[2]

# What Qt says on a machine where nothing can be heard; the player plays on, which is tested here.
pytestmark = pytest.mark.qt_log_ignore(
    "No audio device detected",
    "QSoundEffect: playback of this format is not supported",
    "Could not open media",
)


class QtStage:
    """A Qt player, whose time passes in Qt's own loop."""

    def __init__(self, qtbot: QtBot) -> None:
        self.player = QtPlayer()
        self._qtbot = qtbot

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def let_pass(self, ms: int) -> None:
        self._qtbot.wait(ms)


@pytest.fixture
def qt_stage(qtbot: QtBot) -> Iterator[QtStage]:
    stage = QtStage(qtbot)
    yield stage
    stage.player.listen(None)
    stage.player.set_background(None)
    stage.player.stop()
    stage.player.deleteLater()


class TestQtPlayer(PlayerContract):
    @pytest.fixture
    def stage(self, qt_stage: QtStage) -> Stage:
        return qt_stage


def test_a_track_that_is_gone_ends_nothing_and_crashes_nothing(
    qt_stage: QtStage, tmp_path: Path
) -> None:
    notes = PlayerNotes()
    qt_stage.player.listen(notes)
    qt_stage.player.load(tmp_path / "nowhere.wav", 1_000)

    qt_stage.player.play()
    qt_stage.let_pass(200)

    assert qt_stage.player.state is PlayerState.STOPPED
    assert notes.ends == 0


MANY_SHORT_PLAYS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from prt_desktop.audio.qt_player import QtPlayer

app = QApplication([])
for _ in range(60):
    player = QtPlayer()
    player.load(Path(sys.argv[1]), 1_200)
    player.play()
    loop = QEventLoop()
    QTimer.singleShot(25, loop.quit)
    loop.exec()
    player.pause()
    player.seek(0)
    player.stop()
    player.deleteLater()
"""


def test_stopping_never_waits_for_a_thread_that_waits_for_us(tmp_path: Path) -> None:
    track = write_track(tmp_path / "track.wav")
    command = [sys.executable, "-c", MANY_SHORT_PLAYS, str(track)]

    run = subprocess.run(command, cwd=CHECKOUT, capture_output=True, timeout=40, check=False)

    assert run.returncode == 0
