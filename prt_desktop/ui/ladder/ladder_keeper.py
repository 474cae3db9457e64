"""Writes the ladder into the journal; each change can be undone, each failure is told."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from prt_desktop.domain.diary import Draft, EntryKind, MovementTrial
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.keeper import Keeper
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from prt_desktop.domain.ladder import Rung
    from prt_desktop.storage.journal import Journal


class LadderKeeper(Keeper):
    """Keeps rungs, and the one prediction that waits to be compared.

    That prediction is the draft which a practice of movements keeps too, so that a try goes on
    wherever it was begun. Signals: those of every keeper.
    """

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal

    @property
    def waiting(self) -> MovementTrial | None:
        """Give the prediction that waits to be compared, if there is one with a movement."""
        draft = self._journal.drafts.get(Tool.PREDICTION)
        found = draft.details if draft is not None and not draft.is_empty else None
        return found if isinstance(found, MovementTrial) and found.movement else None

    def save(self, rung: Rung) -> bool:
        """Save a rung, new or changed; say whether it is saved."""
        return self.write(partial(self._journal.rungs.keep, rung))

    def rest(self, rung: Rung) -> bool:
        """Let a rung rest, or take it up again."""
        return self.save(replace(rung, rests=not rung.rests))

    def remove(self, rung: Rung) -> bool:
        """Take a rung off the ladder; what was tried of it stays in the diary."""
        told = self.tr("Removed. What you tried of it stays in your diary.")
        rungs = self._journal.rungs
        return self.write_with_undo(partial(rungs.remove, rung.id), told, partial(rungs.keep, rung))

    def prepare(self, rung: Rung, exercise_id: str) -> bool:
        """Begin the draft of a try of this rung, unless one of it was begun; say whether it is."""
        waiting = self.waiting
        if waiting is not None and waiting.rung_id != rung.id:
            words = self.tr(
                "You have written down what you expect of: %s. Tell first what happened, or put "
                "it away."
            )
            self.notice_requested.emit(Notice(words % waiting.movement))
            return False
        said = waiting.prediction if waiting is not None else ""
        trial = MovementTrial(exercise_id, rung.name, rung.movement_id, said, rung_id=rung.id)
        draft = Draft("", EntryKind.MOVEMENT, details=trial)
        return self.write(partial(self._journal.drafts.keep, draft, Tool.PREDICTION))

    def put_away(self) -> None:
        """Let the waiting prediction go, with undo."""
        draft = self._journal.drafts.get(Tool.PREDICTION)
        drop = partial(self._journal.drafts.drop, Tool.PREDICTION)
        if draft is not None:
            back = partial(self._journal.drafts.keep, draft, Tool.PREDICTION)
            self.write_with_undo(drop, self.tr("Put away."), back)
