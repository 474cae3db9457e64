"""News of the journal's file: another process has saved into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from pathlib import Path

_QUIET_MS = 60


class JournalWatch(QObject):
    """Watches a journal's folder; a whole save replaces the file, so the folder tells of it.

    Signals: `changed` a moment after the last of several changes.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher([str(folder)], self)
        self._quiet = QTimer(self, interval=_QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self.changed)
        self._watcher.directoryChanged.connect(self._on_directory_changed)

    @Slot(str)
    def _on_directory_changed(self, _folder: str) -> None:
        self._quiet.start()
