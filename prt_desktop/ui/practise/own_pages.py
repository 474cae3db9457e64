"""The pages of one's own writing around a practice, and what was predicted before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from prt_desktop.domain.diary import MovementTrial
from prt_desktop.domain.exercise import Tool
from prt_desktop.domain.safety_messages import MessageArea, messages_for
from prt_desktop.ui.practise.beside import beside
from prt_desktop.ui.practise.prediction_step import PredictionStop
from prt_desktop.ui.practise.prelude import PreludeStop, Step
from prt_desktop.ui.practise.tools.comparison import ComparisonPage
from prt_desktop.ui.practise.tools.own_sentences import OwnSentencesPage
from prt_desktop.ui.practise.tools.thought_record import ThoughtRecordPage
from prt_desktop.ui.put_away import PutAway
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.audio.session import Session
    from prt_desktop.content.library import Library
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.practise.beside import Beside
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.practise.tools.page import ToolPage
    from prt_desktop.ui.theme import Theme


class OwnPages(QStackedWidget):
    """Makes a page when it is opened, and lets it go when it is left.

    Signals: `opened` with itself when a page is to be shown, `closed` when it is left or its
    words were kept, `kept` after the journal was written; `predicted` with the id of the movement
    that is tried, "" for one's own; `notice_requested` with a Notice; `place_requested` with a
    Place.
    """

    opened = Signal(QWidget)
    closed = Signal()
    kept = Signal()
    predicted = Signal(str)
    notice_requested = Signal(Notice)
    place_requested = Signal(Place)

    def __init__(
        self, theme: Theme, journal: Journal, library: Library, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._library = library
        self._clock = clock
        self._trial: MovementTrial | None = None
        self._put_away = PutAway(journal, Tool.THOUGHT_RECORD, self)
        self._put_away.notice_requested.connect(self.notice_requested)

    @property
    def has_trial(self) -> bool:
        """Say whether a movement was predicted and not compared yet."""
        return self._trial is not None

    def prediction_step(self) -> Step:
        """Give the step of the prelude that asks for a movement and a prediction."""
        return Step("prediction", _is_predicted, self._prediction)

    def beside(self, offer: Offer, session: Session) -> Beside:
        """Make what is written on the stage while this session plays."""
        exercise, put_away = offer.exercise, self._put_away
        return beside(self._theme, self._journal, self._clock, exercise, session, put_away)

    @Slot(Tool)
    def open(self, tool: Tool) -> None:
        """Open the page of a tool; of a movement, the one on which its draft is compared."""
        if tool is Tool.OWN_SENTENCES:
            self._open_sentences()
        elif tool is Tool.THOUGHT_RECORD:
            self._open_thought()
        elif tool is Tool.PREDICTION:
            draft = self._journal.drafts.get(tool)
            found = draft.details if draft is not None else None
            if isinstance(found, MovementTrial):
                self._trial = found
            self.compare()

    def compare(self) -> None:
        """Ask what came of the movement that was predicted; without one nothing is asked."""
        trial, self._trial = self._trial, None
        if trial is None:
            self.closed.emit()
            return
        page = ComparisonPage(self._theme, self._journal, self._clock)
        page.kept.connect(self._keep)
        self._show(page)
        page.open(trial)

    def forget(self) -> None:
        """Forget what was predicted; its draft stays."""
        self._trial = None

    @Slot()
    def _keep(self) -> None:
        self.kept.emit()
        self._close()

    @Slot()
    def _close(self) -> None:
        self._clear()
        self.closed.emit()

    @Slot(object)
    def _take_trial(self, trial: MovementTrial) -> None:
        self._trial = trial
        self.predicted.emit(trial.movement_id or "")

    def _prediction(self, offer: Offer) -> PreludeStop:
        page = PredictionStop(self._theme, self._journal, offer.exercise)
        page.predicted.connect(self._take_trial)
        return page

    def _open_sentences(self) -> None:
        bank = messages_for(self._library.safety_messages, MessageArea.ANYWHERE)
        starters = [one.text for one in bank]
        page = OwnSentencesPage(self._theme, self._journal, starters, self._clock)
        page.kept.connect(self._keep)
        self._show(page)
        page.open()

    def _open_thought(self) -> None:
        page = ThoughtRecordPage(self._theme, self._journal, self._clock, self._put_away)
        page.kept.connect(self._keep)
        self._show(page)
        page.open()

    def _show(self, page: ToolPage) -> None:
        self._clear()
        page.left.connect(self._close)
        page.notice_requested.connect(self.notice_requested)
        page.place_requested.connect(self.place_requested)
        self.addWidget(page)
        self.setCurrentWidget(page)
        self.opened.emit(self)

    def _clear(self) -> None:
        while (old := self.currentWidget()) is not None:
            self.removeWidget(old)
            old.hide()
            old.deleteLater()


def _is_predicted(offer: Offer) -> bool:
    return offer.exercise.tool is Tool.PREDICTION
