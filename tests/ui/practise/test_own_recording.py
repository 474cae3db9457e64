"""A recording of one's own as a practice: its length in words, and what is asked after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.exercise import Part
from prt_desktop.domain.own_audio import OwnPiece
from prt_desktop.ui.widgets.pane import Place
from tests.builders import write_clip
from tests.ui.reading import button, words_on

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
