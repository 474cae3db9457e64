"""Writes the answers of the fit worksheet into the journal; clearing them can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from prt_desktop.domain.fit import answered
from prt_desktop.ui.keeper import Keeper

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QObject

    from prt_desktop.domain.fit import FitReply, Reply
    from prt_desktop.domain.safety import FitPageAnswer
    from prt_desktop.storage.journal import Journal


class FitKeeper(Keeper):
    """Keeps answers. Signals: those of every keeper."""

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
        self.write(partial(self._journal.fit_replies.keep, kept))

    def answer_page(self, answer: FitPageAnswer) -> bool:
        """Keep the answer to a page that stands before the worksheet; say whether it is kept."""
        return self.write(partial(self._journal.add_answer, answer))

    def clear(self) -> None:
        """Take all answers away."""
        replies = self._journal.fit_replies
        back = partial(replies.keep_all, replies.all())
        self.write_with_undo(replies.clear, self.tr("Answers removed."), back)
