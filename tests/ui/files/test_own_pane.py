"""Recordings of one's own: adding one, and what can be done with those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from prt_desktop.domain.errors import SoundError
from prt_desktop.domain.exercise import Part
from prt_desktop.domain.own_audio import OwnPiece
from prt_desktop.paths import Places
from prt_desktop.sound_files import SoundFiles
from prt_desktop.ui.widgets.pane import Place
from tests.audio.own_sounds import a_guide, write_sound
from tests.builders import write_clip
from tests.ui.reading import button, focused, named, press, tab_to, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from prt_desktop.domain.exercise import Exercise
    from tests.ui.files.conftest import Desk
    from tests.ui.setting import Setting


def keep(setting: Setting, title: str) -> Exercise:
    """Keep a recording of two parts."""

    def make(folder: Path) -> tuple[OwnPiece, ...]:
        for name in ("part-001", "part-002"):
            write_clip(folder / f"{name}.ogg", 40_000)
        return (OwnPiece(40_000, 4_000), OwnPiece(40_000, 0))

    return setting.practices().own.add(title, Part.ATTEND, make)


def choose(desk: Desk, folder: Path, name: str = "walk.mp3") -> Path:
    """Choose a file on the page."""
    file = folder / name
    file.write_bytes(b"sound")
    desk.setting.dialogs.answer = file
    desk.go(Place.OWN_AUDIO)
    desk.press("Choose a file")
    return file


def test_the_list_of_practices_leads_to_adding_a_recording(desk: Desk) -> None:
    desk.go(Place.PRACTISE)

    desk.press("Add a recording of your own")

    assert desk.sees("Recordings of your own")
    assert focused().isVisible()


def test_a_chosen_file_waits_under_its_own_name(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path, "an evening walk.mp3")

    assert desk.sees("an evening walk.mp3")
    assert named(desk.window, QLineEdit, "Title").text() == "an evening walk"
    assert named(desk.window, QLineEdit, "Title").hasFocus()


def test_choosing_no_file_changes_nothing(desk: Desk) -> None:
    desk.go(Place.OWN_AUDIO)

    desk.press("Choose a file")

    assert desk.sees("Drop a sound file here, or choose one")


def test_a_file_is_added_with_its_title_and_cut_by_keyboard(desk: Desk, tmp_path: Path) -> None:
    file = choose(desk, tmp_path)

    write("A walk")
    tab_to("Cut it into parts at its silences")
    press(Qt.Key.Key_Space)
    tab_to("Add this recording")
    press(Qt.Key.Key_Return)
    desk.wait_for("“A walk” was added")

    assert desk.setting.stand_in.brought == [(file, "A walk", True)]
    assert focused() is button(desk.window, "Practise with it")


def test_enter_in_the_title_adds_the_file(desk: Desk, tmp_path: Path) -> None:
    file = choose(desk, tmp_path)

    press(Qt.Key.Key_Return)
    desk.wait_for("“walk” was added")

    assert desk.setting.stand_in.brought == [(file, "walk", False)]


def test_a_title_of_nothing_cannot_be_added(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path)

    write("   ")

    assert not button(desk.window, "Add this recording").isEnabled()


def test_progress_is_shown_while_a_file_is_added(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path)
    desk.setting.stand_in.hold()

    desk.press("Add this recording")
    desk.wait_for("3 of 7 minutes")

    assert desk.sees("Adding “walk”")
    assert focused() is button(desk.window, "Cancel")


def test_a_cancelled_file_is_not_added_and_can_be_tried_again(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path)
    desk.setting.stand_in.hold()
    desk.press("Add this recording")
    desk.wait_for("3 of 7 minutes")

    press(Qt.Key.Key_Space)
    desk.wait_for("Stopped. Nothing was added.")

    assert focused() is button(desk.window, "Add this recording")


def test_a_bad_file_is_told_in_its_sentence(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path)
    desk.setting.stand_in.error = SoundError("walk.mp3 is silent. Choose another file.")

    desk.press("Add this recording")
    desk.wait_for("walk.mp3 is silent. Choose another file.")

    assert desk.sees("This file was not added")
    assert focused() is button(desk.window, "Choose a file")


def test_an_error_elsewhere_is_told_in_the_bar(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path)
    desk.setting.stand_in.hold()
    desk.setting.stand_in.error = SoundError("walk.mp3 is silent.")
    desk.press("Add this recording")

    desk.go(Place.TODAY)
    desk.setting.stand_in.go_on()
    desk.wait_for("This file was not added. walk.mp3 is silent.")

    assert desk.window.place is Place.TODAY


def test_a_dropped_file_is_taken_as_if_chosen(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "walk.wav"
    file.write_bytes(b"sound")
    desk.go(Place.OWN_AUDIO)

    drop(desk, file)

    assert named(desk.window, QLineEdit, "Title").text() == "walk"


def test_two_files_or_a_folder_are_not_welcome(desk: Desk, tmp_path: Path) -> None:
    desk.go(Place.OWN_AUDIO)

    assert not drag(desk, tmp_path).isAccepted()
    assert not drag(desk, tmp_path / "a.wav", tmp_path / "b.wav").isAccepted()
    assert desk.sees("Drop a sound file here, or choose one")


def test_recordings_are_listed_with_length_and_parts(desk: Desk) -> None:
    keep(desk.setting, "A walk")

    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)

    assert desk.sees("A walk")
    assert desk.sees("in 2 parts")


def test_a_recording_is_practised_like_any_other(desk: Desk) -> None:
    keep(desk.setting, "A walk")
    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)

    desk.press("Practise: A walk")

    assert desk.window.place is Place.PRACTISE
    assert desk.sees("Start one and a half minutes")
    assert not desk.sees("Guidance")


def test_a_recording_stands_in_a_group_of_its_own(desk: Desk) -> None:
    desk.go(Place.PRACTISE)
    assert not desk.sees("Recordings of your own")

    keep(desk.setting, "A walk")
    desk.window.journal_changed()

    assert desk.sees("Recordings of your own")


def test_a_recording_is_renamed_in_place(desk: Desk) -> None:
    keep(desk.setting, "A walk")
    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)

    desk.press("Rename: A walk")
    write("By the sea")
    press(Qt.Key.Key_Return)

    assert [one.title for one in desk.setting.practices().own.exercises()] == ["By the sea"]
    assert focused() is button(desk.window, "Practise: By the sea")


def test_escape_leaves_the_title_as_it_was(desk: Desk) -> None:
    keep(desk.setting, "A walk")
    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)
    desk.press("Rename: A walk")

    write("By the sea")
    press(Qt.Key.Key_Escape)

    assert [one.title for one in desk.setting.practices().own.exercises()] == ["A walk"]
    assert focused() is button(desk.window, "Rename: A walk")


def test_a_removed_recording_comes_back_by_undo(desk: Desk) -> None:
    keep(desk.setting, "A walk")
    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)

    button(desk.window, "Remove: A walk").setFocus()
    press(Qt.Key.Key_Space)
    gone = desk.setting.practices().own.exercises()
    desk.press("Undo")

    assert gone == ()
    assert [one.title for one in desk.setting.practices().own.exercises()] == ["A walk"]
    assert desk.sees("A walk")


def test_the_focus_goes_to_the_recording_in_the_place_of_the_removed(desk: Desk) -> None:
    for title in ("A walk", "By the sea"):
        keep(desk.setting, title)
    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)

    removed, kept = desk.setting.practices().own.exercises()
    button(desk.window, f"Remove: {removed.title}").setFocus()
    press(Qt.Key.Key_Space)

    assert focused() is button(desk.window, f"Practise: {kept.title}")


def test_removing_what_is_open_in_practise_leads_back_to_its_list(desk: Desk) -> None:
    own = keep(desk.setting, "A walk")
    desk.window.journal_changed()
    desk.go(Place.PRACTISE, own.id)
    desk.go(Place.OWN_AUDIO)

    desk.press("Remove: A walk")
    desk.go(Place.PRACTISE)

    assert desk.sees("Kind words") or desk.sees("A few quiet minutes.")
    assert not desk.sees("A walk")


def test_a_recording_that_cannot_be_read_is_told(desk: Desk) -> None:
    own = keep(desk.setting, "A walk")
    record = desk.setting.folder / "own-audio" / own.id / "exercise.json"
    record.write_text("{", "utf-8")

    desk.window.journal_changed()
    desk.go(Place.OWN_AUDIO)

    assert desk.sees(f"{record} cannot be read. It was left exactly as it is.")


def test_a_window_that_closes_cancels_and_waits(desk: Desk, tmp_path: Path) -> None:
    choose(desk, tmp_path)
    desk.setting.stand_in.hold()
    desk.press("Add this recording")
    desk.wait_for("3 of 7 minutes")

    desk.window.pane(Place.OWN_AUDIO).shut()

    assert desk.setting.practices().own.exercises() == ()
    assert not desk.sees("Stopped.")


def test_the_real_engine_cuts_a_guide_at_its_silences(
    setting: Setting, sit_down: Callable[[Setting], Desk], tmp_path: Path
) -> None:
    where = Places(setting.folder, setting.folder / "cache")
    setting.real_engine = SoundFiles(setting.library.assets, where, setting.clock)
    setting.dialogs.answer = write_sound(tmp_path / "guide.wav", a_guide([3, 6, 4]))
    desk = sit_down(setting)
    desk.go(Place.OWN_AUDIO)
    desk.press("Choose a file")

    desk.press("Cut it into parts at its silences")
    desk.press("Add this recording")
    desk.qtbot.waitUntil(lambda: desk.sees("“guide” was added"), timeout=30_000)

    [added] = setting.practices().own.exercises()
    assert len(added.cues) == 3
    assert desk.sees("in 3 parts")


def drag(desk: Desk, *files: Path) -> QDragEnterEvent:
    """Hold files over the page."""
    event = QDragEnterEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        mime_of(*files),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.window.pane(Place.OWN_AUDIO), event)
    return event


_HELD: list[QMimeData] = []


def mime_of(*files: Path) -> QMimeData:
    """Give files as they are dragged; events do not hold on to them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    _HELD[:] = [mime]
    return mime


def drop(desk: Desk, file: Path) -> None:
    """Let a file go over the page."""
    assert drag(desk, file).isAccepted()
    assert desk.sees("Let go to take this file")
    event = QDropEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        _HELD[0],
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.window.pane(Place.OWN_AUDIO), event)
