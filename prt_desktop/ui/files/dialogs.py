"""The system's own dialogs for sound files and folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from prt_desktop.ui.files.outlets import Outlets

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.files.outlets import Engine

_SUFFIXES = ("mp3", "ogg", "flac", "wav")
_READABLE = ("wav", "flac", "ogg", "oga", "opus", "mp3", "m4a", "aac")


class NativeDialogs:
    """Asks in the system's dialogs, at first in the person's music, then where they were."""

    def __init__(self) -> None:
        self._last: Path | None = None

    def new_sound(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new sound file of this name is to go; the kind chosen gives its ending."""
        dialog = self._dialog(over, _tr("Save as a sound file"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(_kinds())
        endings = _Endings(dialog)
        endings.follow(dialog.selectedNameFilter())
        dialog.filterSelected.connect(endings.follow)
        dialog.selectFile(f"{name}.{_SUFFIXES[0]}")
        return self._answer(dialog)

    def sound(self, over: QWidget) -> Path | None:
        """Ask for a sound file that is there."""
        dialog = self._dialog(over, _tr("Choose a recording"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*.{one} *.{one.upper()}" for one in _READABLE)
        dialog.setNameFilters([_tr("Sound files (%s)") % patterns, _tr("All files (*)")])
        return self._answer(dialog)

    def folder(self, over: QWidget) -> Path | None:
        """Ask for a folder or a stick."""
        dialog = self._dialog(over, _tr("Choose a folder or a stick"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._answer(dialog)

    def _dialog(self, over: QWidget, title: str) -> QFileDialog:
        return QFileDialog(over.window(), title, str(self._last or music_folder()))

    def _answer(self, dialog: QFileDialog) -> Path | None:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        folder = dialog.directory().absolutePath()
        dialog.deleteLater()
        if not chosen:
            return None
        self._last = Path(folder)
        return Path(chosen[0])


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


def music_folder() -> Path:
    """Give the person's folder of music, or their home where there is none."""
    music = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation))
    return music if music.is_dir() else Path.home()


def _kinds() -> list[str]:
    return [
        _tr("MP3, for every phone and player (*.mp3)"),
        _tr("Ogg Vorbis (*.ogg)"),
        _tr("FLAC, nothing lost (*.flac)"),
        _tr("WAV, large (*.wav)"),
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Dialogs", text)
