"""Before a movement sounds: the prediction, as one of the pages of the prelude."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout

from prt_desktop.ui.practise.prelude import PreludeStop
from prt_desktop.ui.practise.tools.prediction import PredictionPage

if TYPE_CHECKING:
    from prt_desktop.domain.diary import MovementTrial
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class PredictionStop(PreludeStop):
    """Holds the page on which a movement is chosen and predicted.

    Signals: `predicted` with the MovementTrial, just before `passed`; and those of every stop.
    """

    predicted = Signal(object)

    def __init__(self, theme: Theme, journal: Journal, exercise: Exercise) -> None:
        super().__init__()
        self._page = PredictionPage(theme, journal, exercise, self)
        QStackedLayout(self).addWidget(self._page)
        self._page.left.connect(self.left)
        self._page.notice_requested.connect(self.notice_requested)
        self._page.place_requested.connect(self.place_requested)
        self._page.predicted.connect(self._pass)
        self._page.open()

    def take_focus(self) -> None:
        """Put the focus on what is still to be chosen or written."""
        self._page.take_focus()

    @Slot(object)
    def _pass(self, trial: MovementTrial) -> None:
        self.predicted.emit(trial)
        self.passed.emit()
