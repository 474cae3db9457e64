"""One playing of an exercise, on a clock that moves when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prt_desktop.audio.player import PlayerState
from prt_desktop.audio.session import SKIP_MS, Session
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.track import Track
from prt_desktop.domain.exercise import Pause
from prt_desktop.domain.timeline import Pace, timeline
from tests.audio.hearing import SessionNotes
from tests.builders import a_cue, a_recording, an_exercise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from prt_desktop.domain.exercise import Recording

LENGTH_MS = 60_000
STEP_MS = 50
EXERCISE = an_exercise(*(a_cue(f"cue-{n}", pause=Pause(500, 30_000, 1.0)) for n in range(4)))


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    return a_recording(tmp_path_factory.mktemp("clips"), EXERCISE, 1_000)


class Stage:
    """A session of four cues, fifteen seconds each, and the clock it runs on."""

    def __init__(self, folder: Path, recording: Recording, rate: float = 1.0) -> None:
        self.now_ms = 0
        self.player = SilentPlayer(lambda: self.now_ms)
        session = timeline(EXERCISE, recording.lengths_ms, LENGTH_MS, Pace(rate=rate))
        self.track = Track(folder / "track.wav", session, recording)
        self.session = Session(session, self.track, self.player)
        self.notes = SessionNotes()
        self.session.listen(self.notes)

    def let_pass(self, ms: int) -> None:
        """Let time pass in the steps in which a real player tells its position."""
        until_ms = self.now_ms + ms
        while self.now_ms < until_ms:
            self.now_ms = min(until_ms, self.now_ms + STEP_MS)
            self.player.tick()


@pytest.fixture
def stage(tmp_path: Path, recording: Recording) -> Iterator[Stage]:
    stage = Stage(tmp_path, recording)
    yield stage
    stage.session.close()


def test_a_prepared_session_waits_at_its_beginning(stage: Stage) -> None:
    assert stage.session.state is PlayerState.STOPPED
    assert (stage.session.position_ms, stage.session.index, stage.session.heard_ms) == (0, 0, 0)
    assert stage.session.span.cue_id == "cue-0"
    assert not stage.session.is_finished


def test_playing_goes_from_cue_to_cue_to_the_end(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(LENGTH_MS + 1_000)

    assert stage.notes.cues == [1, 2, 3]
    assert stage.notes.ends == 1
    assert stage.notes.positions[-1] == LENGTH_MS
    assert stage.notes.positions == sorted(stage.notes.positions)
    assert stage.session.is_finished
    assert stage.session.heard_ms == LENGTH_MS


def test_what_is_heard_first_is_on_disk_before_the_player_plays(stage: Stage) -> None:
    stage.session.play()

    assert any(stage.track.path.read_bytes()[44:4_844])


def test_a_pause_stands_still_and_is_not_heard(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(3_000)

    stage.session.pause()
    stage.let_pass(60_000)

    assert stage.session.state is PlayerState.PAUSED
    assert stage.session.position_ms == 3_000
    assert stage.session.heard_ms == 3_000


def test_after_a_pause_it_goes_on_to_the_end(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(3_000)
    stage.session.toggle()
    stage.let_pass(5_000)

    stage.session.toggle()
    stage.let_pass(LENGTH_MS)

    assert stage.notes.states == [
        PlayerState.PLAYING,
        PlayerState.PAUSED,
        PlayerState.PLAYING,
        PlayerState.STOPPED,
    ]
    assert stage.session.heard_ms == LENGTH_MS


def test_a_place_jumped_over_is_not_heard(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(2_000)

    stage.session.seek_to(40_000)
    stage.let_pass(LENGTH_MS)

    assert stage.session.is_finished
    assert stage.session.heard_ms == 22_000


def test_a_place_heard_twice_counts_twice(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(2_000)

    stage.session.seek_to(0)
    stage.let_pass(2_000)

    assert stage.session.heard_ms == 4_000


def test_seeking_without_playing_moves_the_cue_and_hears_nothing(stage: Stage) -> None:
    stage.session.seek_to(31_000)

    assert stage.session.position_ms == 31_000
    assert stage.session.span.cue_id == "cue-2"
    assert stage.notes.cues == [2]
    assert stage.session.heard_ms == 0


@pytest.mark.parametrize(("wanted", "at"), [(-5_000, 0), (999_999_999, LENGTH_MS - 1)])
def test_places_outside_are_drawn_in(stage: Stage, wanted: int, at: int) -> None:
    stage.session.seek_to(wanted)

    assert stage.session.position_ms == at


def test_skipping_past_the_end_finishes_when_played(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(55_000)

    stage.session.skip(SKIP_MS)
    stage.let_pass(100)

    assert stage.notes.ends == 1


def test_skipping_back_at_the_beginning_stays_there(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(1_000)

    stage.session.skip(-SKIP_MS)

    assert stage.session.position_ms == 0


def test_next_and_previous_go_from_cue_to_cue(stage: Stage) -> None:
    for _ in range(3):
        stage.session.next_cue()
    last = stage.session.position_ms
    stage.session.next_cue()
    stays = stage.session.position_ms
    stage.session.previous_cue()

    assert last == stays == stage.session.timeline.spans[3].start_ms
    assert stage.session.span.cue_id == "cue-2"
    assert stage.session.position_ms == stage.session.timeline.spans[2].start_ms


def test_previous_goes_to_the_beginning_of_a_cue_that_is_well_under_way(stage: Stage) -> None:
    stage.session.seek_to(stage.session.timeline.spans[1].start_ms + 5_000)

    stage.session.previous_cue()

    assert stage.session.position_ms == stage.session.timeline.spans[1].start_ms


def test_previous_at_the_first_cue_goes_to_the_beginning(stage: Stage) -> None:
    stage.session.seek_to(500)

    stage.session.previous_cue()

    assert stage.session.position_ms == 0


def test_lost_sound_is_passed_on_and_the_session_goes_on(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(1_000)

    stage.session.sound_lost()
    stage.let_pass(1_000)
    stage.session.sound_back()
    stage.let_pass(LENGTH_MS)

    assert stage.notes.sound == ["lost", "back"]
    assert stage.session.is_finished
    assert stage.session.heard_ms == LENGTH_MS


def test_a_finished_session_stays_finished(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(LENGTH_MS + 1_000)

    stage.session.play()
    stage.session.seek_to(0)
    stage.session.skip(-SKIP_MS)
    stage.session.ended()
    stage.let_pass(5_000)

    assert stage.notes.ends == 1
    assert stage.session.position_ms == LENGTH_MS
    assert stage.session.heard_ms == LENGTH_MS


def test_a_missing_clip_and_a_broken_one_are_captions_only(
    tmp_path: Path, recording: Recording
) -> None:
    broken = tmp_path / "broken.ogg"
    broken.write_bytes(b"not sound")
    clip = recording.clips["cue-2"]
    clips = {**recording.clips, "cue-2": type(clip)("cue-2", broken, clip.length_ms)}
    del clips["cue-1"]
    stage = Stage(tmp_path, type(recording)("heart", clips, recording.lengths_ms))

    stage.session.play()
    stage.let_pass(LENGTH_MS + 1_000)

    assert stage.notes.cues == [1, 2, 3]
    assert stage.session.is_finished
    stage.session.close()
    assert stage.session.missing == {"cue-1", "cue-2"}


def test_closing_tells_nobody_and_removes_the_track(stage: Stage) -> None:
    stage.session.play()
    stage.let_pass(1_000)
    told = len(stage.notes.states)

    stage.session.close()
    stage.let_pass(1_000)

    assert not stage.track.path.exists()
    assert stage.player.state is PlayerState.STOPPED
    assert len(stage.notes.states) == told


def test_a_closed_session_leaves_the_player_to_others(stage: Stage, tmp_path: Path) -> None:
    stage.session.close()
    stage.player.load(tmp_path / "another.wav", LENGTH_MS)

    stage.session.play()
    stage.session.seek_to(30_000)

    assert stage.player.state is PlayerState.STOPPED
    assert stage.player.position_ms == 0


def test_closing_without_having_played_removes_the_track(stage: Stage) -> None:
    stage.session.close()

    assert not stage.track.path.exists()


@pytest.mark.parametrize("rate", [0.8, 0.9, 1.0, 1.1])
def test_at_any_rate_every_cue_is_reached_by_jumping_on(
    tmp_path: Path, recording: Recording, rate: float
) -> None:
    stage = Stage(tmp_path, recording, rate)
    stage.session.play()

    reached = []
    for _ in range(3):
        stage.session.next_cue()
        stage.let_pass(STEP_MS)
        reached.append(stage.session.span.cue_id)

    assert reached == ["cue-1", "cue-2", "cue-3"]
    stage.session.close()


@pytest.mark.parametrize("rate", [0.8, 0.9, 1.1])
def test_at_another_rate_the_session_lasts_as_long_on_the_wall(
    tmp_path: Path, recording: Recording, rate: float
) -> None:
    stage = Stage(tmp_path, recording, rate)

    stage.session.play()
    stage.let_pass(LENGTH_MS - 500)
    nearly = stage.session.is_finished
    stage.let_pass(1_000)

    assert nearly is False
    assert stage.session.is_finished
    assert abs(stage.session.heard_ms - LENGTH_MS) <= 1
    stage.session.close()


ACTIONS = st.sampled_from(("play", "pause", "toggle", "next", "previous", "skip", "back", "far"))


@settings(max_examples=30)
@given(steps=st.lists(st.tuples(ACTIONS, st.integers(0, 9_000)), max_size=15))
def test_whatever_is_pressed_the_session_stays_whole(
    tmp_path_factory: pytest.TempPathFactory, recording: Recording, steps: list[tuple[str, int]]
) -> None:
    stage = Stage(tmp_path_factory.getbasetemp(), recording)
    session = stage.session
    press: dict[str, Callable[[], object]] = {
        "play": session.play,
        "pause": session.pause,
        "toggle": session.toggle,
        "next": session.next_cue,
        "previous": session.previous_cue,
        "skip": lambda: session.skip(SKIP_MS),
        "back": lambda: session.skip(-SKIP_MS),
        "far": lambda: session.seek_to(10**9),
    }
    passed_ms = 0

    for action, wait_ms in steps:
        press[action]()
        stage.let_pass(wait_ms)
        passed_ms += wait_ms
        assert 0 <= session.position_ms <= LENGTH_MS
        assert session.index == session.timeline.index_at(session.position_ms)
        assert session.heard_ms <= passed_ms + STEP_MS

    session.close()
    assert stage.notes.ends == int(session.is_finished)
    assert not stage.track.path.exists()
