"""The recorder that hears keeps the contract, where `PULSE_SERVER` leads to a microphone.

Run by test_recording.py in a process of its own: Qt looks for its sound server once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.audio.qt_recorder import QtRecorder
from tests.audio.recorder_contract import RecorderContract, Room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

PATIENCE_MS = 15_000

# A thread of Qt's own at times begins to listen a second time, in vain: nothing comes of it.
pytestmark = pytest.mark.qt_log_ignore("called while already started", extend=True)


class QtRoom:
    """A recorder of Qt, whose time passes in Qt's own loop."""

    def __init__(self, qtbot: QtBot) -> None:
        self.recorder = QtRecorder()
        self._qtbot = qtbot

    def until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE_MS)

    def let_pass(self, ms: int) -> None:
        self._qtbot.wait(ms)


class TestQtRecorder(RecorderContract):
    @pytest.fixture
    def room(self, qtbot: QtBot) -> Iterator[Room]:
        room = QtRoom(qtbot)
        yield room
        room.recorder.listen(None)
        room.recorder.stop()
        room.recorder.deleteLater()
