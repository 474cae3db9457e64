"""During a practice: the diary first, keys alone, closed eyes, lost sound, and a soft way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from prt_desktop.audio.player import PlayerState
from prt_desktop.domain.diary import Reflection
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.practise.breathing_shape import BreathingShape
from prt_desktop.ui.safety.crisis_card import CrisisCard
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.slider import Slider
from tests.ui.reading import button, focused, named, press, spoken_name, tab_stops, tab_to, words_on

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from prt_desktop.domain.diary import Entry
    from tests.ui.practise.conftest import Room
    from tests.ui.setting import Setting

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_entry_is_on_disk_before_anything_sounds(room: Room) -> None:
    room.begin()

    assert room.on_disk_at_play == [1]
    assert [(one.planned_ms, one.heard_ms) for one in room.practices()] == [(180_000, 0)]


def test_whole_practice_by_keys_alone(room: Room, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Return)
    tab_to("Start three minutes")
    press(Qt.Key.Key_Space)
    tab_to("No, nothing new")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(room.is_on)
    assert focused() is room.stage
    room.listen_to_the_end()
    tab_to("Curious")
    press(Qt.Key.Key_Space)
    tab_to("Back to your day")

    press(Qt.Key.Key_Space)

    (practice,) = room.practices()
    assert (practice.finished, practice.reflection) == (True, Reflection.CURIOUS)
    assert practice.heard_ms == pytest.approx(180_000, abs=1_000)
    assert room.window.place is Place.TODAY


def test_space_pauses_and_goes_on(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_Space)
    paused = room.player.state

    press(Qt.Key.Key_Space)

    assert (paused, room.player.state) == (PlayerState.PAUSED, PlayerState.PLAYING)


def test_press_anywhere_pauses_for_closed_eyes(room: Room) -> None:
    room.begin()

    QTest.mouseClick(room.stage, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))

    assert room.player.state is PlayerState.PAUSED
    assert "Paused. Press anywhere to go on." in words_on(room.stage)


def test_arrows_go_by_fifteen_seconds(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)

    press(Qt.Key.Key_Left)

    assert room.player.position_ms == 15_000


def test_shift_and_arrows_go_by_sentences(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_Right, SHIFT)
    second = room.stage.caption.text

    press(Qt.Key.Key_Left, SHIFT)

    assert second == "You are here."
    assert room.stage.caption.text == "Welcome."


def test_captions_are_hidden_by_a_key_and_that_is_remembered(room: Room, setting: Setting) -> None:
    room.begin()

    press(Qt.Key.Key_C)
    hidden = not room.stage.captions_shown
    press(Qt.Key.Key_Escape)
    button(room.window, "Back to your day").click()

    assert hidden
    assert not setting.settings.read().captions


def test_screen_reader_is_not_told_of_captions_while_the_voice_speaks(room: Room) -> None:
    room.begin()
    told = [room.stage.caption.accessibleDescription()]

    for _ in range(2):
        press(Qt.Key.Key_Space)
        told.append(room.stage.caption.accessibleDescription())

    assert told == ["", "Welcome.", ""]
    assert room.stage.caption.accessibleName() == "Caption"


def test_escape_leaves_softly_and_keeps_what_was_heard(room: Room) -> None:
    room.begin()
    room.listen(40_000)

    press(Qt.Key.Key_Escape)

    (practice,) = room.practices()
    assert (practice.heard_ms, practice.finished) == (40_000, False)
    assert "Stepping away is part of it" in words_on(room.window)


def test_question_afterwards_may_be_left_out(room: Room) -> None:
    room.begin()
    room.listen_to_the_end()

    button(room.window, "Write a line").click()

    assert room.practices()[0].reflection is None
    assert room.window.place is Place.DIARY


def test_answer_can_be_changed(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_Escape)

    button(room.window, "Curious").click()
    button(room.window, "Fighting it").click()

    assert room.practices()[0].reflection is Reflection.FIGHTING


def test_pause_keeps_what_was_heard_so_far(room: Room) -> None:
    room.begin()
    room.listen(20_000)

    press(Qt.Key.Key_Space)

    assert room.practices()[0].heard_ms == 20_000


def test_crisis_help_is_one_key_away_and_quiets_the_voice(room: Room) -> None:
    room.begin()
    room.listen(5_000)

    press(Qt.Key.Key_F1)

    assert room.window.findChildren(CrisisCard)[0].isVisible()
    assert room.player.state is PlayerState.PAUSED
    assert room.practices()[0].heard_ms == 5_000


def test_controls_fade_and_come_back_at_any_key(room: Room, qtbot: QtBot) -> None:
    room.begin()
    qtbot.waitUntil(lambda: not room.stage.controls_shown, timeout=8_000)

    press(Qt.Key.Key_Shift)

    assert room.stage.controls_shown


def test_first_press_on_faded_controls_pauses(room: Room, qtbot: QtBot) -> None:
    room.begin()
    skip = button(room.stage, "Forward 15 seconds (Right)")
    qtbot.waitUntil(lambda: not room.stage.controls_shown, timeout=8_000)
    at = skip.mapTo(room.stage, skip.rect().center())

    QTest.mouseClick(room.stage.window().windowHandle(), Qt.MouseButton.LeftButton, pos=at)

    assert room.player.state is PlayerState.PAUSED
    assert room.player.position_ms == 0


def test_slider_keeps_the_arrows_for_itself(room: Room) -> None:
    room.begin()
    tab_to("Loudness of the voice")

    press(Qt.Key.Key_Left)

    assert room.player.volumes[-1] == 75
    assert room.player.position_ms == 0
    assert named(room.stage, Slider, "Loudness of the voice").value() == 75


def test_lost_sound_is_said_softly_and_brings_the_captions(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_C)

    room.has_sound = False
    room.player.lose_sound()

    assert "The sound is gone for now. The captions go on." in words_on(room.stage)
    assert room.stage.captions_shown


def test_session_without_a_device_says_so_and_shows_captions(
    setting: Setting, enter: Callable[..., Room]
) -> None:
    room = enter(setting, has_sound=False)

    room.begin()

    assert "No sound device was found" in words_on(room.stage)
    assert room.stage.captions_shown


def test_missing_clip_brings_its_caption(room: Room, assets: Path) -> None:
    (assets / "audio" / "looking" / "heart" / "open.ogg").unlink()
    room.begin()

    press(Qt.Key.Key_C)

    assert room.stage.captions_shown
    assert room.stage.caption.text == "Welcome."


def test_full_disk_does_not_keep_anybody_from_practising(
    room: Room, setting: Setting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: Entry) -> None:
        raise StorageError("The disk is full. Nothing was lost.")

    room.answer_nothing_new()
    room.window.go(Place.PRACTISE, "looking")
    monkeypatch.setattr(setting.journal, "add", refuse)
    room.start()
    monkeypatch.undo()
    room.listen(10_000)
    press(Qt.Key.Key_Escape)

    assert "The disk is full" in words_on(room.window)
    assert room.practices()[0].heard_ms == 10_000


def test_shape_rests_under_reduced_motion_and_while_paused(room: Room, setting: Setting) -> None:
    room.begin()
    shape = room.stage.findChildren(BreathingShape)[0]
    reduced = shape.moving

    setting.theme.apply("light", 100, reduce_motion=False)
    moving = shape.moving
    press(Qt.Key.Key_Space)

    assert (reduced, moving, shape.moving) == (False, True, False)


def test_shape_costs_nothing_while_hidden(room: Room, setting: Setting) -> None:
    setting.theme.apply("light", 100, reduce_motion=False)
    room.begin()
    shape = room.stage.findChildren(BreathingShape)[0]

    button(room.stage, "Crisis help").click()

    assert not shape.moving


def test_every_control_of_the_stage_has_a_name(room: Room) -> None:
    room.begin()

    names = [spoken_name(one) for one in tab_stops(room.stage)]

    assert len(names) == 10
    assert all(names)


def test_stage_is_a_button_that_a_screen_reader_presses(room: Room) -> None:
    room.begin()
    interface = QAccessible.queryAccessibleInterface(room.stage)
    role, name = interface.role(), interface.text(QAccessible.Text.Name)

    room.stage.click()

    assert (role, name) == (QAccessible.Role.Button, room.stage.accessibleName())
    assert name
    assert room.player.state is PlayerState.PAUSED


def test_screen_reader_finds_how_much_is_over(room: Room) -> None:
    room.begin()
    line = room.stage.progress
    line.set_length(7 * 60_000)

    line.tell(2 * 60_000 + 1)

    interface = QAccessible.queryAccessibleInterface(line)
    value = interface.valueInterface()
    assert interface.role() is QAccessible.Role.ProgressBar
    assert (value.currentValue(), value.maximumValue()) == (2, 7)
    assert line.accessibleDescription() == "two minutes of seven minutes over"


def test_second_practice_has_an_entry_of_its_own(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_Escape)
    room.window.go(Place.PRACTISE, "looking")

    room.start()

    assert len(room.practices()) == 2
