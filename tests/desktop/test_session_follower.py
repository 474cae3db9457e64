"""A followed session is shown, keeps the machine awake while it plays, and does what is wished."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.audio.session import Session
from prt_desktop.audio.silent import SilentPlayer
from prt_desktop.audio.track import Track
from prt_desktop.desktop.media_controls import NowPlaying, Playback
from prt_desktop.desktop.offers import DesktopOffers, offers_of_this_desktop
from prt_desktop.desktop.session_follower import SessionFollower
from prt_desktop.desktop.silent_controls import SilentControls
from prt_desktop.desktop.silent_inhibitor import SilentInhibitor
from prt_desktop.domain.exercise import Pause
from prt_desktop.domain.timeline import Pace, timeline
from tests.audio.hearing import SessionNotes
from tests.builders import a_cue, a_recording, an_exercise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from prt_desktop.audio.player import PlayerState

CHECKOUT = Path(__file__).resolve().parents[2]
LENGTH_MS = 60_000
STEP_MS = 100
EXERCISE = an_exercise(*(a_cue(f"cue-{n}", pause=Pause(500, 30_000, 1.0)) for n in range(4)))

LIGHT_START = """
import sys
from PySide6.QtCore import QCoreApplication, QObject
from prt_desktop.desktop import session_follower, offers
heavy = {"jeepney", "socket", "ctypes"} & set(sys.modules)
app = QCoreApplication([])
parent = QObject()
offers.offers_of_this_desktop(parent)
print(sorted(heavy), "jeepney" in sys.modules)
"""


class Room(SessionNotes):
    """A session of four cues, fifteen seconds each, followed as a pane would let it be."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.now_ms = 0
        self.controls = SilentControls()
        self.inhibitor = SilentInhibitor()
        self.made = 0
        self.follower = SessionFollower(self.make_offers, now_ms=lambda: self.now_ms)
        self.player = SilentPlayer(lambda: self.now_ms)
        recording = a_recording(folder, EXERCISE, 1_000)
        plan = timeline(EXERCISE, recording.lengths_ms, LENGTH_MS, Pace())
        self.session = Session(plan, Track(folder / "track.wav", plan, recording), self.player)
        self.session.listen(self)

    def make_offers(self) -> DesktopOffers:
        self.made += 1
        return DesktopOffers(self.controls, self.inhibitor)

    def position_changed(self, position_ms: int) -> None:
        self.follower.position_changed(position_ms)

    def state_changed(self, state: PlayerState) -> None:
        self.follower.state_changed(state)

    def let_pass(self, ms: int) -> None:
        """Let time pass in the steps in which a real player tells its position."""
        for _ in range(ms // STEP_MS):
            self.now_ms += STEP_MS
            self.player.tick()


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[Room]:
    assert qapp
    room = Room(tmp_path)
    yield room
    room.session.close()


@pytest.fixture
def playing(room: Room) -> Room:
    """Begin the session as a practice does, and follow it."""
    room.session.play()
    room.follower.follow(room.session, NowPlaying(LENGTH_MS, volume=80))
    return room


def test_what_the_desktop_offers_is_made_when_the_first_session_is_followed(room: Room) -> None:
    made_before = room.made

    for _ in range(2):
        room.follower.follow(room.session, NowPlaying(LENGTH_MS))
        room.follower.leave()

    assert (made_before, room.made) == (0, 1)


def test_a_followed_session_is_shown_and_keeps_the_machine_awake(playing: Room) -> None:
    playing.let_pass(4_000)

    assert playing.controls.playing == NowPlaying(LENGTH_MS, "Guided practice", 80)
    assert playing.controls.playback is Playback.PLAYING
    assert playing.controls.position_ms == 4_000
    assert playing.controls.jumps == []
    assert playing.inhibitor.reason == "Guided practice"


def test_a_session_under_a_lock_is_neither_shown_nor_played_from_outside(playing: Room) -> None:
    playing.session.pause()

    playing.follower.set_hidden(hidden=True)
    hidden = playing.controls.playing
    playing.follower.play_requested()
    state = str(playing.session.state)
    playing.follower.set_hidden(hidden=False)

    assert hidden is None
    assert state == "paused"
    assert playing.controls.playing == NowPlaying(LENGTH_MS, "Guided practice", 80)
    assert playing.controls.playback is Playback.PAUSED


def test_what_changed_of_a_session_is_shown_again_after_a_lock(playing: Room) -> None:
    playing.follower.length_changed(30_000)
    playing.follower.set_hidden(hidden=True)
    playing.follower.volume_changed(40)

    playing.follower.set_hidden(hidden=False)

    assert playing.controls.playing == NowPlaying(30_000, volume=40)


def test_a_paused_session_lets_the_machine_suspend(playing: Room) -> None:
    playing.session.pause()
    paused = (playing.controls.playback, playing.inhibitor.reason)

    playing.session.play()

    assert paused == (Playback.PAUSED, None)
    assert playing.controls.playback is Playback.PLAYING
    assert playing.inhibitor.reason is not None


def test_a_session_heard_to_its_end_lets_the_machine_suspend(playing: Room) -> None:
    playing.let_pass(LENGTH_MS + 1_000)

    assert playing.controls.playback is Playback.STOPPED
    assert playing.inhibitor.reason is None


def test_a_left_session_is_hidden_and_asked_nothing_any_more(playing: Room) -> None:
    playing.let_pass(1_000)
    playing.follower.leave()

    for wish in ("play", "pause", "toggle", "next", "previous"):
        getattr(playing.follower, f"{wish}_requested")()
    playing.follower.seek_requested(5_000)
    playing.follower.position_requested(5_000)
    playing.let_pass(1_000)

    assert playing.controls.playing is None
    assert playing.inhibitor.reason is None
    assert playing.session.position_ms == 2_000


def test_a_jump_is_told_at_once(playing: Room) -> None:
    playing.let_pass(1_000)

    playing.session.skip(15_000)
    playing.let_pass(1_000)
    playing.session.seek_to(500)

    assert playing.controls.jumps == [16_000, 500]


def test_a_jump_in_a_pause_is_told_and_the_pause_itself_is_none(playing: Room) -> None:
    playing.let_pass(1_000)
    playing.session.pause()
    playing.now_ms += 60_000

    playing.session.play()
    playing.let_pass(1_000)
    playing.session.pause()
    playing.session.seek_to(30_000)

    assert playing.controls.jumps == [30_000]


def test_another_end_is_shown(playing: Room) -> None:
    playing.follower.length_changed(None)

    assert playing.controls.playing == NowPlaying(None, "Guided practice", 80)


def test_another_loudness_is_shown(playing: Room) -> None:
    playing.follower.volume_changed(45)

    assert playing.controls.volume == 45


def test_keys_pause_and_play(playing: Room) -> None:
    listener = playing.controls.listener
    assert listener is not None

    states = []
    for press in (
        listener.pause_requested,
        listener.play_requested,
        listener.toggle_requested,
        listener.toggle_requested,
    ):
        press()
        states.append(playing.session.state)

    assert states == ["paused", "playing", "paused", "playing"]


def test_keys_go_from_cue_to_cue_and_to_a_place(playing: Room) -> None:
    listener = playing.controls.listener
    assert listener is not None

    places = []
    listener.next_requested()
    places.append(playing.session.position_ms)
    listener.previous_requested()
    places.append(playing.session.position_ms)
    listener.seek_requested(7_000)
    places.append(playing.session.position_ms)
    listener.seek_requested(-2_000)
    places.append(playing.session.position_ms)
    listener.position_requested(41_000)
    places.append(playing.session.position_ms)

    assert places == [15_000, 0, 7_000, 5_000, 41_000]


def signals_of(follower: SessionFollower) -> dict[str, SignalInstance]:
    """Give the signals by the wish that they pass on."""
    return {"stop": follower.stop_wanted, "raise": follower.front_wanted}


@pytest.mark.parametrize("wish", ["stop", "raise"])
def test_what_is_not_the_sessions_own_business_is_passed_on(
    playing: Room, qtbot: QtBot, wish: str
) -> None:
    signal = signals_of(playing.follower)[wish]

    with qtbot.waitSignal(signal):
        getattr(playing.controls.listener, f"{wish}_requested")()

    assert playing.session.state == "playing"


def test_a_wish_for_another_loudness_is_passed_on(playing: Room, qtbot: QtBot) -> None:
    listener = playing.controls.listener
    assert listener is not None

    with qtbot.waitSignal(playing.follower.volume_wanted) as wanted:
        listener.volume_requested(30)

    assert wanted.args == [30]


def test_the_bus_is_loaded_when_something_is_offered_and_not_before() -> None:
    command = [sys.executable, "-c", LIGHT_START]

    ended = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=True)

    assert ended.stdout.split() == ["[]", str(sys.platform == "linux")]


def test_this_desktop_offers_what_it_has_without_any_trouble(room: Room) -> None:
    room.follower = SessionFollower(lambda: offers_of_this_desktop(room.follower))

    room.session.play()
    room.follower.follow(room.session, NowPlaying(LENGTH_MS))
    room.session.pause()
    room.follower.leave()

    assert room.session.state == "paused"
