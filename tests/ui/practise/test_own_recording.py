"""A recording of one's own as a practice: how it turns and comes back, what is asked after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from prt_desktop.domain.exercise import Part
from prt_desktop.domain.own_audio import OwnPiece
from prt_desktop.ui.widgets.pane import Place
from tests.builders import write_clip
from tests.ui.reading import button, press, words_on

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.practise.conftest import Room

CLIP_MS = 20_000


def begin_a_recording(room: Room) -> None:
    """Keep a recording of one piece, and start it."""

    def make(folder: Path) -> tuple[OwnPiece, ...]:
        write_clip(folder / "part-001.ogg", CLIP_MS)
        return (OwnPiece(CLIP_MS, 0),)

    walk = room.setting.practices().own.add("A walk", Part.ATTEND, make)
    room.window.journal_changed()
    room.answer_nothing_new()
    room.window.go(Place.PRACTISE, walk.id)
    button(room.window, "Start half a minute").click()


def test_recording_is_not_called_easy_for_it_has_no_fewer_words(room: Room) -> None:
    begin_a_recording(room)

    with room.qtbot.waitSignal(room.pane.performance.ended):
        room.listen(30_000)

    assert "That was the practice" in words_on(room.window)
    assert "It felt easy" not in words_on(room.window)


def test_recording_goes_on_after_lighter_and_fine(turning_room: Room) -> None:
    room = turning_room
    begin_a_recording(room)
    room.listen(10_000)
    press(Qt.Key.Key_L)
    room.listen(10_000)

    press(Qt.Key.Key_F)
    room.listen(2_000)
    shown = room.stage.caption.text
    room.listen(17_000)
    goes_on = room.is_on()
    with room.qtbot.waitSignal(room.pane.performance.ended):
        room.listen(3_000)

    assert (shown, goes_on) == ("A walk", True)
    assert [one.finished for one in room.practices()] == [True]
