"""What is asked on the way to a practice: "anything new?", and the three short questions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.safety import MiniCheckAnswer, Occasion

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.circumstances import BodyArea
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.journal import Journal

_WAITS = timedelta(minutes=2)


class SymptomLog(QObject):
    """Knows which questions are still to be asked, and writes how the three were answered.

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
        if exercise.gate is Gate.OPEN or self.occasion_of(exercise) is not None:
            return False
        return self._journal.safety().asks_for_new_symptom(self._clock())

    def occasion_of(self, exercise: Exercise) -> Occasion | None:
        """Say for what the three questions come before this exercise now, or None (safety.md 4.4).

        What is always open asks them in a flare alone; the others once a week at least.
        """
        if exercise.three_questions:
            is_open = exercise.gate is Gate.OPEN
            occasion = Occasion.FLARE if is_open else Occasion.MOVEMENT
        elif exercise.gate is Gate.OPEN:
            return None
        else:
            occasion = Occasion.WEEKLY
        asks = self._journal.safety().asks_mini_check(occasion, self._clock())
        return occasion if asks else None

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
        safety = self._journal.safety()
        answers = [one for one in safety.new_symptoms if one.answered_at >= since]
        return bool(answers) and not any(one.something_new for one in answers)

    def keep(
        self, occasion: Occasion, ticked: tuple[str, ...], areas: tuple[BodyArea, ...] = ()
    ) -> None:
        """Write how the three questions were answered, and where it is; none named is anywhere."""
        try:
            self._journal.add_answer(MiniCheckAnswer(ticked, areas, occasion, self._clock()))
        except StorageError as error:
            self.failed.emit(str(error))
        else:
            self.kept.emit()
