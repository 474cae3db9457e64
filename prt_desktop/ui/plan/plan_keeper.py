"""Writes what a person says of the plan, each with its undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prt_desktop.domain.four_weeks import PlanChoice, plan_choice
from prt_desktop.ui.shelf_keeper import ShelfKeeper

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import QObject

    from prt_desktop.domain.four_weeks import ChoiceKind
    from prt_desktop.storage.journal import Journal


class PlanKeeper(ShelfKeeper[PlanChoice]):
    """Keeps choices and takes them back. Signals: those of every keeper."""

    def __init__(self, journal: Journal, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(journal.plan_choices, parent)
        self._clock = clock

    def say(self, kind: ChoiceKind, about: str, told: str, other: str = "") -> bool:
        """Keep a choice and tell of it, with an undo; False where it cannot be saved."""
        return self.keep(plan_choice(kind, about, self._clock(), other), told)

    def take_back(self, choice_id: str, told: str) -> bool:
        """Take a choice back and tell of it, with an undo; False where it cannot be saved."""
        found = self.found(choice_id)
        return found is not None and self.remove(found, told)
