"""What leads out of the pages for privacy: dialogs, and the end of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

from prt_desktop.ui.widgets.file_dialogs import FileDialogs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.passphrase import Cost

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
    erase: Callable[[], None]
    cost: Cost | None = None


class NativeBackupDialogs(FileDialogs):
    """Asks in the system's dialogs, at first in the person's documents, then where they were."""

    def new_backup(self, over: QWidget, name: str) -> Path | None:
        """Ask where a new backup of this name is to go."""
        return self.new_file_of(over, _tr("Make a backup"), f"{name}.{SUFFIX}", _backups())

    def backup(self, over: QWidget) -> Path | None:
        """Ask for a backup that is there."""
        return self.file_there(over, _tr("Choose a backup"), (_backups(), _tr("All files (*)")))

    def journal(self, over: QWidget) -> Path | None:
        """Ask for another journal's file."""
        kinds = (_tr("Diaries (*.json)"), _tr("All files (*)"))
        return self.file_there(over, _tr("Choose another diary"), kinds)


def native_privacy(erase: Callable[[], None]) -> PrivacyOutlets:
    """Give the pages for privacy the system's own dialogs."""
    return PrivacyOutlets(NativeBackupDialogs(), erase)


def _backups() -> str:
    return _tr("Backups of PRT Desktop (*.%s)") % SUFFIX


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupDialogs", text)
