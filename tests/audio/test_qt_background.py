"""The background's fades: how loud the loop is, from moment to moment."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from prt_desktop.audio.qt_background import QtBackground, linear
from tests.audio.player_contract import write_track

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

FADE_MS = 300
FULL = linear(80)

pytestmark = pytest.mark.qt_log_ignore(
    "No audio device detected",
    "QSoundEffect: playback of this format is not supported",
    "Could not open media",
)


class Stage:
    """A background with a loop, and an eye on its gain."""

    def __init__(self, qtbot: QtBot, loop: Path) -> None:
        self._qtbot = qtbot
        self._owner = QObject()
        self.loop = loop
        self.background = QtBackground(self._owner)
        self.background.set_volume(80)
        self.background.set_loop(loop)

    def gains_until(self, holds: Callable[[], bool]) -> list[float]:
        """Note the gain each few ms until something holds."""
        gains: list[float] = []

        def look() -> bool:
            gains.append(self.background.gain)
            return holds()

        self._qtbot.waitUntil(look, timeout=8_000)
        return gains

    def is_full(self) -> bool:
        return self.background.gain == pytest.approx(FULL)

    def is_gone(self) -> bool:
        return self.background.gain == pytest.approx(0.0)


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(qtbot, write_track(tmp_path / "loop.wav", 300))
    yield stage
    stage.background.sound(on=False)
    stage.background.set_loop(None)


def test_without_a_fade_the_loop_is_there_at_once(stage: Stage) -> None:
    stage.background.sound(on=True)

    assert stage.is_full()


def test_with_a_fade_it_comes_in_slowly(stage: Stage) -> None:
    stage.background.set_fade(FADE_MS)

    stage.background.sound(on=True)
    begun = stage.background.gain
    gains = stage.gains_until(stage.is_full)

    assert begun == pytest.approx(0.0)
    assert gains == sorted(gains)
    assert any(0.1 * FULL < gain < 0.9 * FULL for gain in gains)


def test_a_fade_out_ends_in_silence_and_stays_there(stage: Stage) -> None:
    stage.background.sound(on=True)

    stage.background.fade(FADE_MS, out=True)
    gains = stage.gains_until(stage.is_gone)
    stage.background.set_volume(100)

    assert gains == sorted(gains, reverse=True)
    assert any(0.1 * FULL < gain < 0.9 * FULL for gain in gains)
    assert stage.is_gone()


def test_a_fade_out_in_the_middle_of_coming_in_never_jumps(stage: Stage) -> None:
    stage.background.set_fade(10 * FADE_MS)
    stage.background.sound(on=True)
    stage.gains_until(lambda: stage.background.gain > 0.05 * FULL)
    reached = stage.background.gain

    stage.background.fade(FADE_MS, out=True)
    gains = stage.gains_until(stage.is_gone)

    assert max(gains) <= reached + 1e-6
    assert all(before >= after for before, after in pairwise(gains))


def test_what_was_faded_out_comes_back_when_it_is_faded_in(stage: Stage) -> None:
    stage.background.sound(on=True)
    stage.background.fade(FADE_MS, out=True)
    stage.gains_until(stage.is_gone)

    stage.background.fade(FADE_MS, out=False)
    gains = stage.gains_until(stage.is_full)

    assert gains == sorted(gains)


def test_a_louder_volume_in_a_fade_moves_with_it(stage: Stage) -> None:
    stage.background.sound(on=True)
    stage.background.fade(2 * FADE_MS, out=True)
    stage.gains_until(lambda: stage.background.gain < 0.7 * FULL)

    stage.background.set_volume(100)
    louder = stage.background.gain

    assert louder < 0.8
    stage.gains_until(stage.is_gone)


def test_a_device_lost_in_a_fade_is_quiet_and_comes_in_again(stage: Stage) -> None:
    stage.background.set_fade(FADE_MS)
    stage.background.sound(on=True)
    stage.background.fade(10 * FADE_MS, out=True)

    stage.background.sound(on=False)
    quiet = stage.background.gain
    stage.background.sound(on=True)
    gains = stage.gains_until(stage.is_full)

    assert quiet == pytest.approx(0.0)
    assert gains[0] < 0.5 * FULL
    assert gains == sorted(gains)


def test_another_loop_in_the_middle_comes_in_slowly_too(stage: Stage) -> None:
    stage.background.set_fade(FADE_MS)
    stage.background.sound(on=True)
    stage.gains_until(stage.is_full)

    stage.background.set_loop(stage.loop)
    begun = stage.background.gain
    stage.gains_until(stage.is_full)

    assert begun < 0.1 * FULL


def test_a_fade_before_anything_sounds_is_forgotten_when_it_does(stage: Stage) -> None:
    stage.background.fade(FADE_MS, out=True)

    stage.background.sound(on=True)

    assert stage.is_full()
