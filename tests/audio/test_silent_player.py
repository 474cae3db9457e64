"""The silent twin keeps the contract of a player by a clock alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.silent import SilentPlayer
from tests.audio.hearing import PlayerNotes
from tests.audio.player_contract import LENGTH_MS, PlayerContract, Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TICK_MS = 40


class SilentStage:
    """A silent player on a clock that moves when asked."""

    def __init__(self) -> None:
        self.now_ms = 0
        self.player = SilentPlayer(lambda: self.now_ms)

    def until(self, holds: Callable[[], bool]) -> None:
        for _ in range(1_000):
            if holds():
                return
            self.let_pass(TICK_MS)
        pytest.fail("it never came to hold")

    def let_pass(self, ms: int) -> None:
        self.now_ms += ms
        self.player.tick()


class TestSilentPlayer(PlayerContract):
    @pytest.fixture
    def stage(self) -> Stage:
        return SilentStage()


@pytest.fixture
def stage(tmp_path: Path) -> SilentStage:
    stage = SilentStage()
    stage.player.load(tmp_path / "never-read.wav", LENGTH_MS)
    return stage


@pytest.mark.parametrize(("rate", "at_ms"), [(0.8, 800), (1.0, 1_000), (1.1, 1_100)])
def test_the_head_moves_exactly_by_the_clock_and_the_rate(
    stage: SilentStage, rate: float, at_ms: int
) -> None:
    stage.player.set_rate(rate)
    stage.player.play()

    stage.let_pass(1_000)

    assert stage.player.position_ms == at_ms


def test_a_rate_chosen_on_the_way_counts_from_there(stage: SilentStage) -> None:
    stage.player.play()
    stage.let_pass(500)

    stage.player.set_rate(0.8)
    stage.let_pass(500)

    assert stage.player.position_ms == 900


def test_it_can_never_be_heard(stage: SilentStage) -> None:
    assert stage.player.has_sound is False


def test_playing_twice_and_pausing_twice_change_nothing(stage: SilentStage) -> None:
    notes = PlayerNotes()
    stage.player.listen(notes)

    for _ in range(2):
        stage.player.play()
    for _ in range(2):
        stage.player.pause()

    assert notes.states == [PlayerState.PLAYING, PlayerState.PAUSED]
