"""What was put away, until it is brought back, whatever is being written by then."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from prt_desktop.domain.diary import Draft
    from prt_desktop.domain.exercise import Tool
    from prt_desktop.domain.form_draft import Form, FormDraft
    from prt_desktop.storage.journal import Journal


class PutAway(QObject):
    """Brings back as the draft what was put away; a page that is open shows it, or the next one.

    `of` is whose draft it is, None for the diary's.

    Signals: `draft_wanted` for a page that is open to keep its draft at once; `brought_back`
    with what is the draft now; `notice_requested` with a Notice.
    """

    draft_wanted = Signal()
    brought_back = Signal(object)
    notice_requested = Signal(Notice)

    def __init__(
        self, journal: Journal, of: Tool | Form | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._of = of

    def offer(self, draft: Draft | FormDraft, told: str) -> Notice:
        """Make the notice that tells what was put away, and brings it back."""
        return Notice(told, self.tr("Undo"), partial(self._bring_back, draft))

    def _bring_back(self, draft: Draft | FormDraft) -> None:
        """Let it be the draft; one that was begun meanwhile can be had back the same way."""
        self.draft_wanted.emit()
        begun = self._journal.drafts.get(self._of)
        try:
            self._journal.drafts.keep(draft, self._of)
        except StorageError as error:
            again = partial(self._bring_back, draft)
            notice = Notice(str(error), self.tr("Try again"), again, lasting=True)
            self.notice_requested.emit(notice)
            return
        self.brought_back.emit(draft)
        if begun is not None and not begun.is_empty:
            told = self.tr("It is back. What you began meanwhile is put away.")
            self.notice_requested.emit(self.offer(begun, told))
