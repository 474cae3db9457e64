"""The answers to "anything new?" that are given on the way to a practice."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.safety import NewSymptomAnswer

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.journal import Journal

_WAITS = timedelta(minutes=2)


class SymptomLog(QObject):
    """Knows whether the question of the day is still to be asked, and writes what was answered.

    A full disk keeps nobody from being soothed: it is told. Signals: `kept` after a save,
    `failed` with a sentence.
    """

    kept = Signal()
    failed = Signal(str)

    def __init__(
        self, journal: Journal, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._waits_since: datetime | None = None

    def asks_before(self, exercise: Exercise) -> bool:
        """Say whether the question of the day comes before this exercise.

        What is always open asks nothing, and the three questions take its place.
        """
        if exercise.gate is Gate.OPEN or exercise.three_questions:
            return False
        return self._journal.safety().asks_for_new_symptom(self._clock())

    def wait(self) -> None:
        """Remember that a practice waits for the answer."""
        self._waits_since = self._clock()

    def forget(self) -> None:
        """Let no practice wait any more."""
        self._waits_since = None

    def may_go_on(self) -> bool:
        """Say, once, whether "no" was answered just now while a practice waited."""
        since, self._waits_since = self._waits_since, None
        if since is None or self._clock() - since > _WAITS:
            return False
        answers = [one for one in self._journal.safety().new_symptoms if one.answered_at >= since]
        return bool(answers) and not any(one.something_new for one in answers)

    def keep(self, something_new: bool) -> None:
        """Write that something is new, or that nothing is."""
        try:
            self._journal.add_answer(NewSymptomAnswer(something_new, self._clock()))
        except StorageError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit()
