"""The system's dialogs, as Qt shows them where there is no system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from prt_desktop.ui.files.dialogs import NativeDialogs
from prt_desktop.ui.widgets.file_dialogs import standard_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    """Give a window to ask over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def answer(act: Callable[[QFileDialog], object], *, agree: bool = True) -> None:
    """Let a person do something in the dialog that opens next, and agree or leave."""

    def act_and_end() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        act(dialog)
        if agree:
            dialog.accept()
        else:
            dialog.reject()

    QTimer.singleShot(0, act_and_end)


def test_a_new_file_is_suggested_as_mp3_in_the_music(over: QWidget) -> None:
    (Path.home() / "Music").mkdir()
    seen: list[str] = []
    answer(lambda dialog: seen.extend(dialog.selectedFiles()))

    chosen = NativeDialogs().new_sound(over, "Looking 7 min")

    assert chosen == Path.home() / "Music" / "Looking 7 min.mp3"
    assert seen == [str(chosen)]


def test_a_name_without_ending_takes_that_of_the_kind(over: QWidget) -> None:
    def name_it(dialog: QFileDialog) -> None:
        kind = next(one for one in dialog.nameFilters() if "*.flac" in one)
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
        dialog.selectFile("walk")

    answer(name_it)

    chosen = NativeDialogs().new_sound(over, "Looking")

    assert chosen == Path.home() / "walk.flac"


def test_the_next_dialog_opens_where_the_last_one_was(over: QWidget, tmp_path: Path) -> None:
    (tmp_path / "sound.wav").write_bytes(b"sound")
    dialogs = NativeDialogs()
    answer(lambda dialog: dialog.selectFile(str(tmp_path / "sound.wav")))
    dialogs.sound(over)
    seen: list[str] = []
    answer(lambda dialog: seen.append(dialog.directory().absolutePath()))

    dialogs.folder(over)

    assert seen == [str(tmp_path)]


def test_a_dialog_that_is_left_gives_nothing(over: QWidget) -> None:
    answer(QFileDialog.directory, agree=False)

    assert NativeDialogs().folder(over) is None


def test_without_a_folder_of_music_it_is_the_home() -> None:
    music = QStandardPaths.StandardLocation.MusicLocation

    assert standard_folder(music) == Path.home()
