"""A practice as the desktop shows it, and the keyboard's media keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from prt_desktop.audio.player import PlayerState
from prt_desktop.desktop.media_controls import NEUTRAL_TITLE, Playback
from prt_desktop.desktop.offers import DesktopOffers
from prt_desktop.desktop.session_follower import SessionFollower
from prt_desktop.desktop.silent_controls import SilentControls
from prt_desktop.desktop.silent_inhibitor import SilentInhibitor
from prt_desktop.domain.routing import OPEN_END_MS
from prt_desktop.ui.widgets.slider import Slider
from tests.ui.practise.turns import going_round
from tests.ui.reading import focused, named, press

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.practise.conftest import Room


@pytest.fixture
def outside(room: Room) -> DesktopOffers:
    """Give what the desktop shows of the practices of a room."""
    offers = DesktopOffers(SilentControls(), SilentInhibitor())
    room.pane.performance.be_followed(SessionFollower(lambda: offers, room.pane))
    return offers


def press_media(key: Qt.Key) -> None:
    """Press a key of which Qt's own tests do not know what it would type."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(focused(), event)


def controls(outside: DesktopOffers) -> SilentControls:
    assert isinstance(outside.controls, SilentControls)
    return outside.controls


def reason(outside: DesktopOffers) -> str | None:
    assert isinstance(outside.inhibitor, SilentInhibitor)
    return outside.inhibitor.reason


def test_practice_is_shown_by_a_neutral_name(room: Room, outside: DesktopOffers) -> None:
    room.begin()

    playing = controls(outside).playing

    assert playing is not None
    assert (playing.title, playing.length_ms) == (NEUTRAL_TITLE, 180_000)
    assert controls(outside).playback is Playback.PLAYING


def test_machine_is_kept_awake_while_it_sounds_alone(room: Room, outside: DesktopOffers) -> None:
    room.begin()
    playing = reason(outside)
    press(Qt.Key.Key_Space)
    paused = reason(outside)
    press(Qt.Key.Key_Space)
    room.listen_to_the_end()

    ended = reason(outside)

    assert (playing, paused, ended) == (NEUTRAL_TITLE, None, None)
    assert controls(outside).playing is None


def test_stop_from_outside_leaves_softly(room: Room, outside: DesktopOffers) -> None:
    room.begin()
    listener = controls(outside).listener
    assert listener is not None

    listener.stop_requested()

    assert not room.is_on()


def test_loudness_from_outside_moves_the_slider(room: Room, outside: DesktopOffers) -> None:
    room.begin()
    listener = controls(outside).listener
    assert listener is not None

    listener.volume_requested(30)

    assert named(room.stage, Slider, "Loudness of the voice").value() == 30
    assert (room.player.volumes[-1], controls(outside).volume) == (30, 30)


@pytest.mark.parametrize("key", [Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPause])
def test_media_keys_pause(room: Room, key: Qt.Key) -> None:
    room.begin()

    press_media(key)

    assert room.player.state is PlayerState.PAUSED


def test_media_key_goes_on(room: Room) -> None:
    room.begin()
    press_media(Qt.Key.Key_MediaPause)

    press_media(Qt.Key.Key_MediaPlay)

    assert room.player.state is PlayerState.PLAYING


def test_media_keys_go_by_sentences(room: Room) -> None:
    room.begin()
    press_media(Qt.Key.Key_MediaNext)
    second = room.stage.caption.text

    press_media(Qt.Key.Key_MediaPrevious)

    assert (second, room.stage.caption.text) == ("You are here.", "Welcome.")


def test_media_key_stops_softly(room: Room) -> None:
    room.begin()

    press_media(Qt.Key.Key_MediaStop)

    assert not room.is_on()


def test_practice_until_i_stop_has_no_length_outside_until_it_is_enough(
    turning_room: Room, assets: Path
) -> None:
    room, offers = turning_room, DesktopOffers(SilentControls(), SilentInhibitor())
    room.pane.performance.be_followed(SessionFollower(lambda: offers, room.pane))
    going_round(room, assets)
    room.perform(open_end=True)
    endless = controls(offers).playing
    room.listen(300_000)

    press(Qt.Key.Key_E)

    closing = controls(offers).playing
    assert endless is not None
    assert closing is not None
    assert endless.length_ms is None
    assert closing.length_ms is not None
    assert 0 < closing.length_ms < OPEN_END_MS
