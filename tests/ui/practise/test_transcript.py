"""All the words of a practice: read along, jump by key or press, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from prt_desktop.audio.player import PlayerState
from prt_desktop.ui.practise.transcript import TranscriptList
from tests.ui.practise.turns import LIGHTER
from tests.ui.reading import button, focused, named, press

if TYPE_CHECKING:
    from tests.ui.practise.conftest import Room

NAME = "All the words of this practice"
WORDS = ["Welcome.", "You are here.", "The end."]


def said(room: Room) -> list[str]:
    """Give what a screen reader finds in the transcript."""
    interface = QAccessible.queryAccessibleInterface(named(room.stage, TranscriptList, NAME))
    rows = [interface.child(row) for row in range(interface.childCount())]
    return [row.text(QAccessible.Text.Name) for row in rows]


def test_all_words_are_a_list_with_the_current_ones_marked(room: Room) -> None:
    room.begin()

    press(Qt.Key.Key_T)

    assert said(room) == ["Now: Welcome.", *WORDS[1:]]


def test_mark_goes_on_with_the_voice(room: Room) -> None:
    room.begin()
    button(room.stage, "Show the transcript (T)").click()

    press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)

    assert said(room) == ["Welcome.", "Now: You are here.", "The end."]


def test_enter_goes_to_a_sentence(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_T)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)

    press(Qt.Key.Key_Return)

    assert room.stage.caption.text == "The end."
    assert room.player.state is PlayerState.PLAYING


def test_keys_go_on_from_where_the_voice_turned(turning_room: Room) -> None:
    room = turning_room
    room.begin()
    room.listen(20_000)
    press(Qt.Key.Key_T)

    press(Qt.Key.Key_L)
    room.listen(3_000)
    left_at = room.stage.transcript.findChildren(TranscriptList)[0].currentIndex().data()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    assert left_at == "Welcome."
    assert room.stage.caption.text == LIGHTER


def test_press_goes_to_a_sentence(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_T)
    rows = named(room.stage, TranscriptList, NAME)
    middle = rows.visualRect(rows.model().index(1, 0)).center()

    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=middle)

    assert room.stage.caption.text == "You are here."
    assert room.player.state is PlayerState.PLAYING


def test_space_in_the_transcript_pauses(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_T)

    press(Qt.Key.Key_Space)

    assert isinstance(focused(), TranscriptList)
    assert room.player.state is PlayerState.PAUSED


def test_press_on_the_sheet_does_not_pause(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_T)

    QTest.mouseClick(room.stage.transcript, Qt.MouseButton.LeftButton)

    assert room.player.state is PlayerState.PLAYING


def test_escape_puts_the_transcript_away_and_then_leaves(room: Room) -> None:
    room.begin()
    press(Qt.Key.Key_T)

    press(Qt.Key.Key_Escape)
    stays = room.is_on()
    press(Qt.Key.Key_Escape)

    assert (stays, room.is_on()) == (True, False)


def test_transcript_stands_beside_the_words_where_there_is_room(room: Room) -> None:
    room.window.resize(1200, 800)
    room.begin()

    press(Qt.Key.Key_T)

    sheet = room.stage.transcript.geometry()
    assert not sheet.intersects(room.stage.caption.geometry())
    assert button(room.stage, "Close the transcript").isVisible()


def test_transcript_in_a_narrow_window_leaves_the_controls_free(room: Room) -> None:
    room.window.resize(800, 560)
    room.begin()

    press(Qt.Key.Key_T)

    sheet = room.stage.transcript.geometry()
    for words in ("Leave", "Pause (Space)", "Hide the transcript (T)", "Crisis help"):
        control = button(room.stage, words)
        assert not sheet.contains(control.mapTo(room.stage, control.rect().center()))


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("percent", [100, 200])
def test_transcript_is_read_before_what_lies_below_it(room: Room, percent: int) -> None:
    room.setting.theme.apply("light", percent, reduce_motion=True)
    room.window.resize(800, 600)
    room.begin()

    press(Qt.Key.Key_T)

    stage = QAccessible.queryAccessibleInterface(room.stage)
    found = [stage.child(at).object() for at in range(stage.childCount())]
    read = [one for one in found if isinstance(one, QWidget)]
    below = [button(room.stage, words) for words in ("Pause (Space)", "Crisis help")]
    sheet = room.stage.transcript
    for control in below:
        part = next(one for one in read if one is control or one.isAncestorOf(control))
        assert read.index(sheet) < read.index(part)
        assert not sheet.geometry().intersects(part.geometry())


def test_transcript_shows_the_words_that_a_turn_brings(turning_room: Room) -> None:
    turning_room.begin()
    press(Qt.Key.Key_T)

    press(Qt.Key.Key_L)
    turning_room.listen(3_000)

    assert said(turning_room) == ["Welcome.", f"Now: {LIGHTER}", "That is the end."]
