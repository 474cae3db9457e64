"""What every recorder must do, whatever it hears: one class, run against each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
import soundfile

from prt_desktop.audio.recorder import RecorderState
from tests.audio.hearing import RecorderNotes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.audio.recorder import Recorder

NEAR_MS = 250  # how far a real recorder may be from where it says it is


class Room(Protocol):
    """A recorder, and a way to let its time pass."""

    @property
    def recorder(self) -> Recorder:
        """The recorder in this room."""

    def until(self, holds: Callable[[], bool]) -> None:
        """Let time pass until something holds; fail if it never does."""

    def let_pass(self, ms: int) -> None:
        """Let some time pass."""


def length_ms(path: Path) -> float:
    """Give the length of what was recorded."""
    info = soundfile.info(path)
    return float(info.frames * 1000 / info.samplerate)


class RecorderContract:
    """The contract; a subclass gives the `room` fixture."""

    @pytest.fixture
    def notes(self, room: Room) -> RecorderNotes:
        notes = RecorderNotes()
        room.recorder.listen(notes)
        return notes

    def record(self, room: Room, folder: Path, ms: int = 600) -> None:
        """Record for a while."""
        room.recorder.start(folder)
        room.until(lambda: room.recorder.elapsed_ms >= ms)

    def test_nothing_is_recorded_before_the_start(
        self, room: Room, notes: RecorderNotes, tmp_path: Path
    ) -> None:
        room.let_pass(300)

        assert room.recorder.state is RecorderState.RESTING
        assert (room.recorder.elapsed_ms, room.recorder.level) == (0, 0.0)
        assert (notes.told, list(tmp_path.iterdir())) == ([], [])

    def test_it_says_who_is_told(self, room: Room, notes: RecorderNotes) -> None:
        before = room.recorder.listener

        room.recorder.listen(None)

        assert before is notes
        assert room.recorder.listener is None

    def test_what_was_recorded_lies_there_whole(
        self, room: Room, notes: RecorderNotes, tmp_path: Path
    ) -> None:
        self.record(room, tmp_path)
        meanwhile, level = room.recorder.state, room.recorder.level

        room.recorder.stop()
        room.until(lambda: bool(notes.told))

        assert meanwhile is RecorderState.RECORDING
        assert 0.0 <= level <= 1.0
        assert room.recorder.state is RecorderState.RESTING
        assert notes.told == ["recorded"]
        assert list(tmp_path.iterdir()) == notes.paths
        assert length_ms(notes.paths[0]) == pytest.approx(room.recorder.elapsed_ms, abs=NEAR_MS)

    def test_nothing_is_taken_in_during_a_pause(
        self, room: Room, notes: RecorderNotes, tmp_path: Path
    ) -> None:
        self.record(room, tmp_path)

        room.recorder.pause()
        room.let_pass(200)
        before = room.recorder.elapsed_ms
        room.let_pass(1_500)
        paused, after, level = room.recorder.state, room.recorder.elapsed_ms, room.recorder.level
        room.recorder.go_on()
        room.until(lambda: room.recorder.elapsed_ms >= after + 400)
        room.recorder.stop()
        room.until(lambda: bool(notes.told))

        assert paused is RecorderState.PAUSED
        assert after - before <= 50
        assert level == 0.0
        assert notes.told == ["recorded"]
        assert length_ms(notes.paths[0]) == pytest.approx(room.recorder.elapsed_ms, abs=NEAR_MS)
        assert length_ms(notes.paths[0]) < 600 + 400 + 1_500

    def test_stopping_in_a_pause_keeps_what_was_before(
        self, room: Room, notes: RecorderNotes, tmp_path: Path
    ) -> None:
        self.record(room, tmp_path)
        room.recorder.pause()

        room.recorder.stop()
        room.until(lambda: bool(notes.told))

        assert notes.told == ["recorded"]
        assert length_ms(notes.paths[0]) >= 600 - NEAR_MS

    def test_what_does_not_fit_the_moment_does_nothing(
        self, room: Room, notes: RecorderNotes, tmp_path: Path
    ) -> None:
        for out_of_place in (room.recorder.pause, room.recorder.go_on, room.recorder.stop):
            out_of_place()
        self.record(room, tmp_path)
        room.recorder.go_on()
        room.recorder.start(tmp_path / "elsewhere")
        room.recorder.stop()
        room.until(lambda: bool(notes.told))
        room.let_pass(200)

        assert notes.told == ["recorded"]
        assert list(tmp_path.iterdir()) == notes.paths

    def test_a_second_recording_is_another_file(
        self, room: Room, notes: RecorderNotes, tmp_path: Path
    ) -> None:
        self.record(room, tmp_path)
        room.recorder.stop()
        room.until(lambda: len(notes.told) == 1)

        self.record(room, tmp_path, 400)
        room.recorder.stop()
        room.until(lambda: len(notes.told) == 2)

        assert notes.told == ["recorded", "recorded"]
        assert set(tmp_path.iterdir()) == set(notes.paths)
        assert len(set(notes.paths)) == 2

    def test_without_a_listener_it_ends_all_the_same(self, room: Room, tmp_path: Path) -> None:
        room.recorder.listen(None)
        self.record(room, tmp_path)

        room.recorder.stop()
        room.until(lambda: room.recorder.state is RecorderState.RESTING)

        assert len(list(tmp_path.iterdir())) == 1
