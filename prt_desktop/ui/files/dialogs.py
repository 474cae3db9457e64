"""The system's own dialogs for sound files and folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from prt_desktop.ui.files.outlets import Outlets
from prt_desktop.ui.widgets.file_dialogs import FileDialogs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.files.outlets import Engine

_SUFFIXES = ("mp3", "ogg", "flac", "wav")
_READABLE = ("wav", "flac", "ogg", "oga", "opus", "mp3", "m4a", "aac")


class NativeDialogs(FileDialogs):
    """Asks in the system's dialogs, at first in the person's music, then where they were."""

    first = QStandardPaths.StandardLocation.MusicLocation

    def new_sound(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new sound file of this name is to go; the kind chosen gives its ending."""
        dialog = self.dialog(over, _tr("Save as a sound file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(_kinds())
        endings = _Endings(dialog)
        endings.follow(dialog.selectedNameFilter())
        dialog.filterSelected.connect(endings.follow)
        dialog.selectFile(f"{name}.{_SUFFIXES[0]}")
        return self.answer(dialog)

    def sound(self, over: QWidget) -> Path | None:
        """Ask for a sound file that is there."""
        kinds = _tr("Sound files (%s)") % " ".join(f"*.{one} *.{one.upper()}" for one in _READABLE)
        return self.file_there(over, _tr("Choose a recording"), (kinds, _tr("All files (*)")))

    def folder(self, over: QWidget) -> Path | None:
        """Ask for a folder or a stick."""
        dialog = self.dialog(over, _tr("Choose a folder or a stick"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self.answer(dialog)


def native_outlets(engine: Engine, open_folder: Callable[[Path], bool]) -> Outlets:
    """Give the pages for sound files the system's own dialogs."""
    return Outlets(engine, NativeDialogs(), open_folder)


def open_folder(folder: Path) -> bool:
    """Show a folder in the system's file manager; False if no program does."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class _Endings(QObject):
    """Lets the ending of a new file follow the kind that is chosen in its dialog."""

    def __init__(self, dialog: QFileDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog

    @Slot(str)
    def follow(self, kind: str) -> None:
        """Take the ending of this kind for names without one."""
        self._dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))


def _kinds() -> list[str]:
    return [
        _tr("MP3, for every phone and player (*.mp3)"),
        _tr("Ogg Vorbis (*.ogg)"),
        _tr("FLAC, nothing lost (*.flac)"),
        _tr("WAV, large (*.wav)"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)
