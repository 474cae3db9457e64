"""The silent twin keeps the contract of a recorder by a clock alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.audio.recorder import (
    LONGEST_MS,
    LONGEST_REACHED,
    MICROPHONE_LOST,
    NO_MICROPHONE,
    NOTHING_RECORDED,
    RecorderState,
)
from prt_desktop.audio.silent_recorder import SilentRecorder
from tests.audio.hearing import RecorderNotes
from tests.audio.recorder_contract import RecorderContract, Room, length_ms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TICK_MS = 40


class SilentRoom:
    """A silent recorder on a clock that moves when asked."""

    def __init__(self, trouble: str = "") -> None:
        self.now_ms = 0
        self.notes = RecorderNotes()
        self.recorder = SilentRecorder(lambda: self.now_ms, trouble)
        self.recorder.listen(self.notes)

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(1_000):
            if holds():
                return
            self.let_pass(TICK_MS)
        pytest.fail("it never came to hold")

    def let_pass(self, ms: int) -> None:
        self.now_ms += ms
        self.recorder.tick()


class TestSilentRecorder(RecorderContract):
    @pytest.fixture
    def room(self) -> Room:
        return SilentRoom()


def test_the_silence_is_as_long_as_the_clock_says(tmp_path: Path) -> None:
    room = SilentRoom()
    room.recorder.start(tmp_path)
    room.let_pass(1_250)

    room.recorder.stop()

    assert length_ms(room.notes.paths[0]) == 1_250


def test_a_trouble_is_told_at_every_start(tmp_path: Path) -> None:
    room = SilentRoom(NO_MICROPHONE)

    for _ in range(2):
        room.recorder.start(tmp_path)

    assert room.notes.failures == [NO_MICROPHONE, NO_MICROPHONE]
    assert room.recorder.state is RecorderState.RESTING


def test_what_was_said_before_the_microphone_went_is_kept(tmp_path: Path) -> None:
    room = SilentRoom()
    room.recorder.start(tmp_path)
    room.let_pass(2_000)

    room.recorder.lose_microphone()

    assert room.notes.told == ["recorded", "failed"]
    assert room.notes.failures == [MICROPHONE_LOST]
    assert length_ms(room.notes.paths[0]) == 2_000


def test_a_recording_of_nothing_is_told_and_leaves_no_file(tmp_path: Path) -> None:
    room = SilentRoom()
    room.recorder.start(tmp_path)

    room.recorder.stop()

    assert room.notes.failures == [NOTHING_RECORDED]
    assert list(tmp_path.iterdir()) == []


def test_a_recording_ends_by_itself_after_half_an_hour(tmp_path: Path) -> None:
    room = SilentRoom()
    room.recorder.start(tmp_path)

    room.let_pass(LONGEST_MS)

    assert room.notes.told == ["recorded", "failed"]
    assert room.notes.failures == [LONGEST_REACHED]
