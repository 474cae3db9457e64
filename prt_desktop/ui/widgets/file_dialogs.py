"""The system's own dialogs for files, each beginning where the person was last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class FileDialogs:
    """Asks in the system's dialogs, at first in a folder of the person's, then where they were."""

    first = QStandardPaths.StandardLocation.DocumentsLocation

    def __init__(self) -> None:
        self._last: Path | None = None

    def dialog(self, over: QWidget, title: str) -> QFileDialog:
        """Make a dialog over a window; `answer` shows it."""
        return QFileDialog(over.window(), title, str(self._last or standard_folder(self.first)))

    def new_file_of(self, over: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Ask where a new file is to go; the ending of `name` is that of names without one."""
        dialog = self.dialog(over, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([kind])
        dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
        dialog.selectFile(name)
        return self.answer(dialog)

    def file_there(self, over: QWidget, title: str, kinds: Sequence[str]) -> Path | None:
        """Ask for a file that is there."""
        dialog = self.dialog(over, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(list(kinds))
        return self.answer(dialog)

    def answer(self, dialog: QFileDialog) -> Path | None:
        """Show a dialog and give what was chosen; None when the person would rather not."""
        chosen = dialog.selectedFiles() if dialog.exec() else []
        folder = dialog.directory().absolutePath()
        dialog.deleteLater()
        if not chosen:
            return None
        self._last = Path(folder)
        return Path(chosen[0])


def standard_folder(where: QStandardPaths.StandardLocation) -> Path:
    """Give one of the person's folders, or their home where there is none of the sort."""
    folder = Path(QStandardPaths.writableLocation(where))
    return folder if folder.is_dir() else Path.home()
