"""A program that plays one session: commands on stdin, what happens as JSON lines on stdout.

    python -m tests.sound.actor '{"folder": ..., "cues": 5, "length_ms": 20000, ...}'

It stands in a process of its own, so that a test sees an abort, and blocks no test's thread.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from prt_desktop.audio.qt_player import QtPlayer
from prt_desktop.audio.sound import Sound
from prt_desktop.audio.turning import Turning
from prt_desktop.domain.exercise import Spoken, Turn
from tests.sound.material import PACE, laid_out, soundscape, spoken, talking, turns

if TYPE_CHECKING:
    from prt_desktop.audio.player import PlayerState
    from prt_desktop.audio.session import Session


class Part(msgspec.Struct):
    """What the actor plays: `cues` clips of `clip_ms` in `folder`, over `length_ms`."""

    folder: str
    cues: int
    length_ms: int
    clip_ms: int = 3_000
    pause_ms: tuple[int, int] = (500, 1_500)
    background_percent: int = 0


def tell(what: str, **more: str | float) -> None:
    """Write one event with the time of `time.monotonic`."""
    line = json.dumps({"at_s": time.monotonic(), "what": what, **more})
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Teller:
    """Tells what a session does."""

    def position_changed(self, position_ms: int) -> None:
        """Tell where the session stands."""
        tell("position", ms=position_ms)

    def cue_changed(self, index: int) -> None:
        """Tell which caption is shown."""
        tell("cue", index=index)

    def state_changed(self, state: PlayerState) -> None:
        """Tell that playing, pause or stop began."""
        tell(state.value)

    def plan_changed(self) -> None:
        """Tell that the session goes on by another plan."""
        tell("plan_changed")

    def finished(self) -> None:
        """Tell that the end was reached."""
        tell("finished")

    def sound_lost(self) -> None:
        """Tell that nothing can be heard."""
        tell("sound_lost")

    def sound_back(self) -> None:
        """Tell that sound can be heard again."""
        tell("sound_back")


class Actor(QObject):
    """Does what stdin says: play, pause, seek MS, lighter, too_much, fine, block MS EVERY, quit."""

    def __init__(self, application: QGuiApplication, session: Session, turning: Turning) -> None:
        super().__init__()
        self._application = application
        self._session = session
        self._turning = turning
        self._block_s = 0.0
        self._blocking = QTimer(self)
        self._blocking.timeout.connect(self._block)
        self._stdin = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._stdin.activated.connect(self._obey)

    @Slot()
    def _obey(self) -> None:
        for line in os.read(sys.stdin.fileno(), 4_096).decode().splitlines() or ["quit"]:
            word, *numbers = line.split()
            self._do(word, [int(number) for number in numbers])
            tell("done", word=word)

    def _do(self, word: str, numbers: list[int]) -> None:
        if word == "seek":
            self._session.seek_to(numbers[0])
        elif word == "block":
            self._block_s = numbers[0] / 1000
            self._blocking.start(numbers[1])
        elif word == "quit":
            self._session.close()
            self._application.quit()
        elif word in set(Turn):
            self._turning.turn_to(Turn(word))
        else:
            plain = {"play": self._session.play, "pause": self._session.pause}
            plain.get(word, self._turning.fine)()

    @Slot()
    def _block(self) -> None:
        time.sleep(self._block_s)


def main() -> int:
    """Warm up and prepare as the exercise page does, then wait for commands."""
    part = msgspec.json.decode(sys.argv[1], type=Part)
    folder = Path(part.folder)
    application = QGuiApplication([])
    sound = Sound(folder / "cache", QtPlayer)
    sound.warm()
    exercise = talking(part.cues, part.pause_ms)
    recording = spoken(folder / "clips", exercise, part.clip_ms)
    session = sound.prepare(laid_out(exercise, recording, part.length_ms), recording)
    if part.background_percent:
        sound.set_background(soundscape(folder), part.background_percent)
    session.listen(Teller())
    scripts = turns(folder / "turns", part.clip_ms)
    turning = Turning(sound, session, Spoken(exercise, recording), scripts, PACE)
    actor = Actor(application, session, turning)
    tell("ready", has_sound=session.has_sound)
    code = application.exec()
    actor.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
