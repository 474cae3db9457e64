"""Writes the answers of the fit worksheet into the journal; clearing them can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.fit import answered
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.fit import FitReply, Reply
    from prt_desktop.domain.safety import FitPageAnswer
    from prt_desktop.storage.journal import Journal


class FitKeeper(QObject):
    """Keeps answers.

    Signals: `changed` after a save; `notice_requested` with what is to be said.
    """

    changed = Signal()
    notice_requested = Signal(Notice)

    def __init__(self, journal: Journal, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock

    @property
    def replies(self) -> dict[str, FitReply]:
        """Give what was answered, by the ids of the statements."""
        return {one.id: one for one in self._journal.fit_replies.all()}

    def reply(self, item_id: str, reply: Reply) -> None:
        """Keep the answer to a statement."""
        kept = answered(self.replies.get(item_id), item_id, reply, self._clock())
        self._write(partial(self._journal.fit_replies.keep, kept))

    def answer_page(self, answer: FitPageAnswer) -> bool:
        """Keep the answer to a page that stands before the worksheet; say whether it is kept."""
        return self._write(partial(self._journal.add_answer, answer))

    def clear(self) -> None:
        """Take all answers away."""
        before = self._journal.fit_replies.all()
        if self._write(self._journal.fit_replies.clear):
            back = partial(self._put_back, before)
            self.notice_requested.emit(Notice(self.tr("Answers removed."), self.tr("Undo"), back))

    def _put_back(self, replies: tuple[FitReply, ...]) -> None:
        self._write(partial(self._journal.fit_replies.keep_all, replies))

    def _write(self, change: Callable[[], object]) -> bool:
        if not is_saved(change, self.notice_requested):
            return False
        self.changed.emit()
        return True
