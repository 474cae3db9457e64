"""The diary entry of one practice, kept from before the first sound to the last answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.diary import Entry, EntryKind, PracticeDetails, new_entry_id
from prt_desktop.domain.errors import GoneError, StorageError

if TYPE_CHECKING:
    from datetime import datetime

    from prt_desktop.domain.diary import Reflection
    from prt_desktop.storage.journal import Journal


class PracticeLog(QObject):
    """Writes what was planned before play, and what was heard at each rest and at the end.

    The entry is on disk before anything sounds, because a sound library may abort the process.
    A full disk does not keep anybody from practising: it is told, and tried again later.
    Signals: `kept` after a save, `failed` with a sentence.
    """

    kept = Signal()
    failed = Signal(str)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._entry: Entry | None = None
        self._on_disk = False

    def begin(self, exercise_id: str, planned_ms: int, now: datetime) -> None:
        """Write that a practice begins."""
        details = PracticeDetails(exercise_id, planned_ms, heard_ms=0, finished=False)
        self._entry = Entry(new_entry_id(), now, EntryKind.PRACTICE, details=details)
        self._on_disk = False
        self._save()

    def heard(self, heard_ms: int, *, finished: bool) -> None:
        """Write how much was heard so far."""
        details = self._details()
        if details is not None:
            self._change(replace(details, heard_ms=heard_ms, finished=finished))

    def reflect(self, reflection: Reflection) -> None:
        """Write how the person was with it."""
        details = self._details()
        if details is not None:
            self._change(replace(details, reflection=reflection))

    def _details(self) -> PracticeDetails | None:
        details = self._entry.details if self._entry is not None else None
        return details if isinstance(details, PracticeDetails) else None

    def _change(self, details: PracticeDetails) -> None:
        if self._entry is not None and details != self._entry.details:
            self._entry = replace(self._entry, details=details)
            self._save()

    def _save(self) -> None:
        if self._entry is None:
            return
        try:
            if self._on_disk:
                self._journal.replace(self._entry)
            else:
                self._journal.add(self._entry)
                self._on_disk = True
        except GoneError:
            self._entry = None  # it stays removed
        except StorageError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit()
