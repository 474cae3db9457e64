"""Keeps what is being written on a tool's page, so that a crash loses nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from prt_desktop.domain.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.domain.diary import Draft
    from prt_desktop.domain.exercise import Tool
    from prt_desktop.storage.journal import Journal

DRAFT_EVERY_MS = 2_000


class DraftKeeper(QObject):
    """Writes a tool's draft at most every two seconds, and when the page is left.

    Signals: `failed` with a sentence, once until a save works again.
    """

    failed = Signal(str)

    def __init__(
        self, journal: Journal, tool: Tool, make: Callable[[], Draft], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._tool = tool
        self._make = make
        self._told = False
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_EVERY_MS)
        self._timer.timeout.connect(self.keep)

    def found(self) -> Draft | None:
        """Give the draft that was kept, if there is one."""
        return self._journal.drafts.get(self._tool)

    @Slot()
    def touch(self) -> None:
        """Know that something changed."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Write the draft now, or forget it when nothing is written."""
        self._timer.stop()
        draft = self._make()
        try:
            if draft.is_empty:
                self._journal.drafts.drop(self._tool)
            else:
                self._journal.drafts.keep(draft, self._tool)
            self._told = False
        except StorageError as error:
            if not self._told:
                self._told = True
                self.failed.emit(str(error))

    def keep_if_touched(self) -> None:
        """Write what changed since the last time."""
        if self._timer.isActive():
            self.keep()

    def drop(self) -> None:
        """Forget the draft; raises StorageError."""
        self._timer.stop()
        self._journal.drafts.drop(self._tool)
