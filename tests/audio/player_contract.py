"""What every player must do, whatever makes its sound: one class, run against each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.track import wav_header
from tests.audio.hearing import PlayerNotes
from tests.builders import SAMPLE_RATE, a_tone

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.audio.player import Player

LENGTH_MS = 1_200
OTHER_MS = 2_000
NEAR_MS = 150  # how far a real player may be from where the clock says


class Stage(Protocol):
    """A player, and a way to let its time pass."""

    @property
    def player(self) -> Player:
        """The player on this stage."""

    def until(self, holds: Callable[[], bool]) -> None:
        """Let time pass until something holds; fail if it never does."""

    def let_pass(self, ms: int) -> None:
        """Let some time pass."""


def write_track(path: Path, length_ms: int = LENGTH_MS) -> Path:
    """Write a WAV as a track is: mono, 24 kHz, 16 bit."""
    tone = a_tone(length_ms)
    path.write_bytes(wav_header(len(tone), rate=SAMPLE_RATE) + tone.tobytes())
    return path


class PlayerContract:
    """The contract; a subclass gives the `stage` fixture."""

    @pytest.fixture
    def track(self, tmp_path: Path) -> Path:
        return write_track(tmp_path / "track.wav")

    @pytest.fixture
    def notes(self, stage: Stage, track: Path) -> PlayerNotes:
        """Load the track, and note what is told from then on."""
        stage.player.load(track, LENGTH_MS)
        notes = PlayerNotes()
        stage.player.listen(notes)
        return notes

    def test_a_new_player_is_stopped_at_the_beginning(self, stage: Stage) -> None:
        assert stage.player.state is PlayerState.STOPPED
        assert stage.player.position_ms == 0

    def test_a_loaded_track_waits_at_its_beginning(self, stage: Stage, notes: PlayerNotes) -> None:
        assert stage.player.state is PlayerState.STOPPED
        assert stage.player.position_ms == 0
        assert notes.ends == 0

    def test_a_short_sound_beside_the_voice_moves_nothing(
        self, stage: Stage, notes: PlayerNotes, track: Path
    ) -> None:
        stage.player.play_beside(track)

        assert stage.player.state is PlayerState.STOPPED
        assert (stage.player.position_ms, notes.states) == (0, [])

    def test_playing_moves_the_head_and_never_back(self, stage: Stage, notes: PlayerNotes) -> None:
        stage.player.play()
        stage.until(lambda: len(notes.positions) >= 4)

        assert stage.player.state is PlayerState.PLAYING
        assert notes.states == [PlayerState.PLAYING]
        assert notes.positions == sorted(notes.positions)
        assert all(0 <= position <= LENGTH_MS for position in notes.positions)

    def test_a_paused_head_stands_and_goes_on_from_there(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 300)

        stage.player.pause()
        stage.let_pass(100)  # a real player ends what it has begun
        stands_at = stage.player.position_ms
        stage.let_pass(200)

        assert stage.player.state is PlayerState.PAUSED
        assert stage.player.position_ms == stands_at
        stage.player.play()
        stage.until(lambda: stage.player.position_ms > stands_at)
        assert notes.states == [PlayerState.PLAYING, PlayerState.PAUSED, PlayerState.PLAYING]
        assert notes.ends == 0

    def test_a_place_chosen_before_playing_is_where_it_begins(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.seek(700)
        waits_at = stage.player.position_ms
        stage.player.play()
        stage.until(lambda: notes.ends == 1)

        assert waits_at == 700
        assert min(notes.positions) >= 700 - NEAR_MS

    def test_a_place_chosen_while_playing_is_where_it_goes_on(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 600)

        stage.player.seek(100)
        stage.until(lambda: notes.positions[-1] < 500)

        assert stage.player.state is PlayerState.PLAYING
        assert stage.player.position_ms >= 100

    def test_a_place_chosen_while_paused_is_where_it_goes_on(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)
        stage.player.pause()

        stage.player.seek(900)
        stage.until(lambda: stage.player.position_ms >= 900)

        assert stage.player.state is PlayerState.PAUSED
        assert notes.positions[-1] == stage.player.position_ms

    def test_a_place_before_the_beginning_is_drawn_in(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 500)
        stage.player.pause()

        stage.player.seek(-5_000)
        stage.until(lambda: stage.player.position_ms <= 50)

        assert min(notes.positions) >= 0

    def test_a_place_past_the_end_is_drawn_in_and_ends_the_track(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.play()
        stage.until(lambda: bool(notes.positions))

        stage.player.seek(999_999)
        stage.until(lambda: notes.ends == 1)

        assert max(notes.positions) <= LENGTH_MS

    def test_the_end_is_told_once_and_stops(self, stage: Stage, notes: PlayerNotes) -> None:
        stage.player.play()
        stage.until(lambda: notes.ends > 0)
        stage.let_pass(200)

        assert notes.ends == 1
        assert stage.player.state is PlayerState.STOPPED
        assert notes.states == [PlayerState.PLAYING, PlayerState.STOPPED]
        assert max(notes.positions) >= LENGTH_MS - NEAR_MS

    def test_stopping_is_not_an_end(self, stage: Stage, notes: PlayerNotes) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.stop()
        told = len(notes.positions)
        stage.let_pass(200)

        assert stage.player.state is PlayerState.STOPPED
        assert stage.player.position_ms == 0
        assert notes.ends == 0
        assert notes.states[-1] is PlayerState.STOPPED
        assert len(notes.positions) <= told + 1

    def test_without_a_track_there_is_nothing_to_play(self, stage: Stage) -> None:
        stage.player.play()
        stage.let_pass(100)

        assert stage.player.state is PlayerState.STOPPED
        stage.player.stop()

    def test_after_stopping_another_track_can_be_played(
        self, stage: Stage, notes: PlayerNotes, tmp_path: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)
        stage.player.stop()

        stage.player.load(write_track(tmp_path / "other.wav", 600), 600)
        stage.player.play()
        stage.until(lambda: notes.ends == 1)

        assert stage.player.state is PlayerState.STOPPED

    @pytest.mark.parametrize("rate", [0.8, 1.1])
    def test_another_rate_plays_to_the_end_too(
        self, stage: Stage, notes: PlayerNotes, rate: float
    ) -> None:
        stage.player.set_rate(rate)
        stage.player.play()
        stage.until(lambda: notes.ends == 1)

        assert notes.positions == sorted(notes.positions)

    def test_a_rate_chosen_while_playing_moves_no_head(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 300)
        before = stage.player.position_ms

        stage.player.set_rate(0.8)

        assert abs(stage.player.position_ms - before) <= NEAR_MS
        assert notes.ends == 0

    def test_only_the_newest_listener_is_told(self, stage: Stage, notes: PlayerNotes) -> None:
        newest = PlayerNotes()
        stage.player.listen(newest)

        stage.player.play()
        stage.until(lambda: len(newest.positions) >= 2)

        assert notes.positions == []
        assert notes.states == []

    def test_without_a_listener_it_plays_all_the_same(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.listen(None)

        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        assert notes.states == []

    def test_volumes_and_backgrounds_can_be_chosen_at_any_time(
        self, stage: Stage, notes: PlayerNotes, tmp_path: Path
    ) -> None:
        loop = write_track(tmp_path / "loop.wav", 300)
        for percent in (0, 40, 100):
            stage.player.set_volume(percent)
            stage.player.set_background_volume(percent)
        stage.player.set_background(loop)
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)
        stage.player.set_background_volume(10)
        stage.player.set_background(None)
        stage.player.set_background(None)

        assert stage.player.state is PlayerState.PLAYING
        assert notes.ends == 0

    @pytest.fixture
    def other(self, tmp_path: Path) -> Path:
        return write_track(tmp_path / "other.wav", OTHER_MS)

    def test_going_over_while_playing_plays_on_in_the_other_track(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.go_over(other, OTHER_MS, 1_500)
        stands_at = stage.player.position_ms
        stage.until(lambda: notes.ends == 1)

        assert stands_at == 1_500
        assert notes.states == [PlayerState.PLAYING, PlayerState.STOPPED]
        assert max(notes.positions) >= OTHER_MS - NEAR_MS
        assert not [one for one in notes.positions if LENGTH_MS + NEAR_MS < one < 1_500 - NEAR_MS]

    def test_going_over_while_paused_rests_at_the_place_in_the_other_track(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)
        stage.player.pause()

        stage.player.go_over(other, OTHER_MS, 1_500)
        stage.let_pass(400)
        rests_at = stage.player.position_ms
        resting = list(notes.states)
        stage.player.play()
        stage.until(lambda: notes.ends == 1)

        assert abs(rests_at - 1_500) <= 1
        assert resting == [PlayerState.PLAYING, PlayerState.PAUSED]
        assert notes.states[2:] == [PlayerState.PLAYING, PlayerState.STOPPED]

    def test_going_over_while_stopped_waits_at_the_place_in_the_other_track(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.go_over(other, OTHER_MS, 1_500)
        stage.let_pass(400)
        waits_at = stage.player.position_ms
        waiting = list(notes.states)
        stage.player.play()
        stage.until(lambda: notes.ends == 1)

        assert waits_at == 1_500
        assert waiting == []
        assert min(notes.positions) >= 1_500 - NEAR_MS

    def test_going_over_twice_at_once_ends_in_the_newest_track(
        self, stage: Stage, notes: PlayerNotes, other: Path, tmp_path: Path
    ) -> None:
        newest = write_track(tmp_path / "newest.wav", 3_000)
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.go_over(other, OTHER_MS, 1_500)
        stage.player.go_over(newest, 3_000, 2_500)
        stage.until(lambda: notes.ends == 1)

        assert notes.states == [PlayerState.PLAYING, PlayerState.STOPPED]
        assert max(notes.positions) >= 3_000 - NEAR_MS

    def test_going_over_while_the_track_is_loading_plays_the_other(
        self, stage: Stage, track: Path, other: Path
    ) -> None:
        notes = PlayerNotes()
        stage.player.listen(notes)
        stage.player.load(track, LENGTH_MS)
        stage.player.play()

        stage.player.go_over(other, OTHER_MS, 1_500)
        stage.until(lambda: notes.ends == 1)

        assert notes.states == [PlayerState.PLAYING, PlayerState.STOPPED]
        assert max(notes.positions) >= OTHER_MS - NEAR_MS

    def test_a_pause_while_the_track_is_loading_rests(self, stage: Stage, track: Path) -> None:
        notes = PlayerNotes()
        stage.player.listen(notes)
        stage.player.load(track, LENGTH_MS)

        stage.player.play()
        stage.player.pause()
        stage.let_pass(400)

        assert stage.player.state is PlayerState.PAUSED
        assert stage.player.position_ms <= NEAR_MS

    def test_a_place_chosen_while_going_over_is_in_the_other_track(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.go_over(other, OTHER_MS, 400)
        stage.player.seek(1_700)
        chosen = stage.player.position_ms
        stage.until(lambda: notes.ends == 1)

        assert chosen == 1_700
        assert not [one for one in notes.positions if LENGTH_MS < one < 1_700 - NEAR_MS]

    def test_a_pause_while_going_over_rests_in_the_other_track(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.go_over(other, OTHER_MS, 1_500)
        stage.player.pause()
        stage.let_pass(400)

        assert stage.player.state is PlayerState.PAUSED
        assert abs(stage.player.position_ms - 1_500) <= 1
        assert notes.states == [PlayerState.PLAYING, PlayerState.PAUSED]

    def test_a_stop_while_going_over_is_told_and_final(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.go_over(other, OTHER_MS, 1_500)
        stage.player.stop()
        stage.let_pass(400)

        assert stage.player.state is PlayerState.STOPPED
        assert notes.states == [PlayerState.PLAYING, PlayerState.STOPPED]
        assert notes.ends == 0

    def test_going_over_past_the_end_ends_the_other_track(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.go_over(other, OTHER_MS, 99_999)
        stage.until(lambda: notes.ends == 1)

        assert max(notes.positions) <= OTHER_MS

    def test_the_end_of_a_track_that_is_left_is_no_end(
        self, stage: Stage, notes: PlayerNotes, other: Path
    ) -> None:
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)

        stage.player.seek(LENGTH_MS - 60)
        stage.player.go_over(other, OTHER_MS, 1_500)
        stage.until(lambda: notes.ends == 1)
        stage.let_pass(200)

        assert notes.ends == 1
        assert max(notes.positions) >= OTHER_MS - NEAR_MS

    def test_pausing_what_does_not_play_changes_nothing(
        self, stage: Stage, notes: PlayerNotes
    ) -> None:
        stage.player.pause()
        stage.let_pass(100)

        assert stage.player.state is PlayerState.STOPPED
        assert notes.states == []

    def test_backgrounds_can_fade_at_any_time(
        self, stage: Stage, notes: PlayerNotes, tmp_path: Path
    ) -> None:
        stage.player.set_background_fade(200)
        stage.player.fade_background(100, out=True)
        stage.player.set_background(write_track(tmp_path / "loop.wav", 300))
        stage.player.play()
        stage.until(lambda: stage.player.position_ms >= 200)
        stage.player.fade_background(300, out=True)
        stage.player.fade_background(0, out=False)
        stage.player.set_background(None)

        assert stage.player.state is PlayerState.PLAYING
        assert notes.ends == 0

    def test_whether_it_can_be_heard_is_known(self, stage: Stage) -> None:
        assert stage.player.has_sound in {True, False}
