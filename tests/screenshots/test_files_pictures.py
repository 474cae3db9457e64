"""The pages for sound files in both themes, two widths, and at 200 %."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import Part
from prt_desktop.domain.own_audio import OwnPiece
from prt_desktop.phone_pack import LeftOut, Pack
from prt_desktop.ui.widgets.pane import Place
from tests.builders import write_clip
from tests.screenshots.test_window_pictures import WAYS
from tests.ui.files.conftest import Desk
from tests.ui.files.practices import write_spoken_practices
from tests.ui.reading import tab_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.setting import Setting

pytestmark = [pytest.mark.shots, pytest.mark.qt_log_ignore("propagateSizeHints")]
STICK = Path("/media/sam/STICK")


def a_chosen_file(desk: Desk) -> None:
    file = desk.setting.folder / "An evening by the sea.mp3"
    file.write_bytes(b"sound")
    desk.setting.dialogs.answer = file
    desk.go(Place.OWN_AUDIO)
    desk.press("Choose a file")


def two_recordings(desk: Desk) -> None:
    for title in ("An evening by the sea", "What my physiotherapist says about stairs"):
        desk.setting.practices().own.add(title, Part.ATTEND, two_pieces)
        desk.setting.clock.go_on(timedelta(minutes=1))
    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)
    desk.press("Rename: An evening by the sea")


def adding(desk: Desk) -> None:
    desk.setting.stand_in.hold()
    a_chosen_file(desk)
    desk.press("Add this recording")
    desk.wait_for("3 of 7 minutes")


def a_bad_file(desk: Desk) -> None:
    desk.setting.stand_in.error = SoundError(
        "An evening by the sea.mp3 is silent from its beginning to its end. Nothing was added. "
        "Choose another file."
    )
    a_chosen_file(desk)
    desk.press("Add this recording")
    desk.wait_for("This file was not added")


def a_list_with_a_recording(desk: Desk) -> None:
    desk.setting.practices().own.add("An evening by the sea", Part.ATTEND, two_pieces)
    desk.window.journal_changed()
    desk.go(Place.PRACTISE)
    tab_to("Practices for your phone")


def saved(desk: Desk) -> None:
    desk.setting.dialogs.answer = STICK / "Looking 3 min.mp3"
    desk.go(Place.SAVE_SESSION, "looking")
    desk.wait_for("Saved, with captions beside it")


def packing(desk: Desk) -> None:
    desk.go(Place.PHONE_PACK)


def packed(desk: Desk) -> None:
    names = ("01 Kind words", "02 Looking")
    why = "A movement for real waits for a clinician's check."
    desk.setting.stand_in.pack_made = Pack(names, (LeftOut("A movement for real", why),))
    desk.setting.dialogs.answer = STICK
    desk.go(Place.PHONE_PACK)
    desk.press("Choose a folder or a stick")
    desk.wait_for("Two practices are ready")


def two_pieces(folder: Path) -> tuple[OwnPiece, ...]:
    for name in ("part-001", "part-002"):
        write_clip(folder / f"{name}.ogg", 40_000)
    return (OwnPiece(40_000, 4_000), OwnPiece(40_000, 0))


SCENES = [
    a_chosen_file,
    two_recordings,
    adding,
    a_bad_file,
    a_list_with_a_recording,
    saved,
    packing,
    packed,
]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize(("colors", "percent", "size"), WAYS)
def test_pages_for_files_look_as_they_did(
    scene: Callable[[Desk], None],
    colors: str,
    percent: int,
    size: tuple[int, int],
    desk_at: Callable[[str, int, tuple[int, int]], Desk],
    take_picture: Callable[[str, QWidget], None],
) -> None:
    desk = desk_at(colors, percent, size)

    scene(desk)

    name = scene.__name__.replace("_", "-")
    take_picture(f"files-{name}-{colors}-{percent}-{size[0]}", desk.window)


@pytest.fixture
def desk_at(
    setting_at: Callable[[str, int, Callable[[Path], Path]], Setting], qtbot: QtBot
) -> Iterator[Callable[[str, int, tuple[int, int]], Desk]]:
    """Give a function that shows a window of a given size."""
    desks: list[Desk] = []

    def show(colors: str, percent: int, size: tuple[int, int]) -> Desk:
        desks.append(Desk(setting_at(colors, percent, write_spoken_practices), qtbot))
        desks[-1].show()
        desks[-1].window.resize(*size)
        return desks[-1]

    yield show

    for desk in desks:
        desk.leave()
