"""What leads out of the pages for privacy: dialogs, paper, the end of the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.passphrase import Cost
    from prt_desktop.ui.learn.papers import Papers

SUFFIX = "prtbackup"


class BackupDialogs(Protocol):
    """Asks for files; None when the person would rather not."""

    def new_backup(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new backup of this name, without its ending, is to go."""

    def backup(self, over: QWidget) -> Path | None:
        """Ask for a backup that is there."""

    def journal(self, over: QWidget) -> Path | None:
        """Ask for another journal's file."""


class PrivacyOutlets(NamedTuple):
    """What the pages for privacy are handed.

    `erase` ends the program and erases everything; `cost` is what a guess at a passphrase costs,
    or None to measure it on this machine.
    """

    dialogs: BackupDialogs
    papers: Papers
    erase: Callable[[], None]
    cost: Cost | None = None


class NativeBackupDialogs:
    """Asks in the system's dialogs, at first in the person's documents, then where they were."""

    def __init__(self) -> None:
        self._last: Path | None = None

    def new_backup(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new backup of this name is to go."""
        dialog = self._dialog(over, _tr("Make a backup"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_backups()])
        dialog.setDefaultSuffix(SUFFIX)
        dialog.selectFile(f"{name}.{SUFFIX}")
        return self._answer(dialog)

    def backup(self, over: QWidget) -> Path | None:
        """Ask for a backup that is there."""
        dialog = self._dialog(over, _tr("Choose a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_backups(), _tr("All files (*)")])
        return self._answer(dialog)

    def journal(self, over: QWidget) -> Path | None:
        """Ask for another journal's file."""
        dialog = self._dialog(over, _tr("Choose another diary"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_tr("Diaries (journal*.json)"), _tr("All files (*)")])
        return self._answer(dialog)

    def _dialog(self, over: QWidget, title: str) -> QFileDialog:
        return QFileDialog(over.window(), title, str(self._last or _documents()))

    def _answer(self, dialog: QFileDialog) -> Path | None:
        chosen = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        if not chosen:
            return None
        self._last = Path(chosen[0]).parent
        return Path(chosen[0])


def native_privacy(erase: Callable[[], None]) -> PrivacyOutlets:
    """Give the pages for privacy the system's own dialogs."""
    from prt_desktop.ui.learn.papers import NativePapers  # noqa: PLC0415 - seldom needed

    return PrivacyOutlets(NativeBackupDialogs(), NativePapers(), erase)


def _documents() -> Path:
    where = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(where))
    return folder if folder.is_dir() else Path.home()


def _backups() -> str:
    return _tr("Backups of PRT Desktop (*.%s)") % SUFFIX


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupDialogs", text)
