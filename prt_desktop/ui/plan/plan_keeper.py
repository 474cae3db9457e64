"""Writes what a person says of the plan, each with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.four_weeks import ChoiceKind, plan_choice
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.four_weeks import PlanChoice
    from prt_desktop.storage.journal import Journal


class PlanKeeper(QObject):
    """Keeps choices and takes them back.

    Signals: `changed` after a save; `notice_requested` with a Notice.
    """

    changed = Signal()
    notice_requested = Signal(Notice)

    def __init__(self, journal: Journal, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock

    def say(self, kind: ChoiceKind, about: str, told: str, other: str = "") -> bool:
        """Keep a choice and tell of it, with an undo; False where it cannot be saved."""
        choice = plan_choice(kind, about, self._clock(), other)
        before = self._found(choice.id)
        if not is_saved(partial(self._journal.plan_choices.keep, choice), self.notice_requested):
            return False
        self.changed.emit()
        self._tell(told, choice.id, before)
        return True

    def take_back(self, choice_id: str, told: str) -> bool:
        """Take a choice back and tell of it, with an undo; False where it cannot be saved."""
        before = self._found(choice_id)
        if before is None or not self._remove(choice_id):
            return False
        self._tell(told, choice_id, before)
        return True

    def _tell(self, told: str, choice_id: str, before: PlanChoice | None) -> None:
        undo = partial(self._restore, choice_id, before)
        self.notice_requested.emit(Notice(told, self.tr("Undo"), undo))

    def _restore(self, choice_id: str, before: PlanChoice | None) -> None:
        if before is None:
            self._remove(choice_id)
        elif is_saved(partial(self._journal.plan_choices.keep, before), self.notice_requested):
            self.changed.emit()

    def _remove(self, choice_id: str) -> bool:
        if self._found(choice_id) is None:
            return False
        remove = partial(self._journal.plan_choices.remove, choice_id)
        saved = is_saved(remove, self.notice_requested)
        if saved:
            self.changed.emit()
        return saved

    def _found(self, choice_id: str) -> PlanChoice | None:
        kept = self._journal.plan_choices.all()
        return next((one for one in kept if one.id == choice_id), None)
