"""Thoughts that were put away, until they are brought back, whatever page is there by then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.diary import Draft, EntryKind, ThoughtRecord
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from prt_desktop.storage.journal import Journal


class PutAwayThoughts(QObject):
    """Brings a thought back as the draft, which a page that is open shows and the next one finds.

    Signals: `draft_wanted` for a page that is open to keep its draft at once; `brought_back`
    with the ThoughtRecord that is the draft now; `notice_requested` with a Notice.
    """

    draft_wanted = Signal()
    brought_back = Signal(object)
    notice_requested = Signal(Notice)

    def __init__(self, journal: Journal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal

    def offer(self, record: ThoughtRecord, told: str) -> Notice:
        """Make the notice that tells what was put away, and brings it back."""
        return Notice(told, self.tr("Undo"), partial(self._bring_back, record))

    def _bring_back(self, record: ThoughtRecord) -> None:
        """Let it be the draft; one that was begun meanwhile can be had back the same way."""
        self.draft_wanted.emit()
        begun = self._journal.drafts.get(Tool.THOUGHT_RECORD)
        draft = Draft("", EntryKind.THOUGHT, details=record)
        try:
            self._journal.drafts.keep(draft, Tool.THOUGHT_RECORD)
        except StorageError as error:
            again = partial(self._bring_back, record)
            notice = Notice(str(error), self.tr("Try again"), again, lasting=True)
            self.notice_requested.emit(notice)
            return
        self.brought_back.emit(record)
        if begun is not None and isinstance(begun.details, ThoughtRecord):
            told = self.tr("It is back. What you began meanwhile is put away.")
            self.notice_requested.emit(self.offer(begun.details, told))
