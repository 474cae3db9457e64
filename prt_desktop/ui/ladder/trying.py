"""A try on one's own: three questions, a prediction, the movement, what came of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.diary import MovementTrial
from prt_desktop.domain.safety import Occasion
from prt_desktop.ui.ladder.do_it_page import DoItPage
from prt_desktop.ui.ladder.stop_card import rules_for
from prt_desktop.ui.practise.shelves import soothing
from prt_desktop.ui.practise.symptom_log import SymptomLog
from prt_desktop.ui.practise.three_questions import (
    ActionFirstPage,
    ThreeQuestionsPage,
    UnreadableQuestionsPage,
)
from prt_desktop.ui.practise.tools.comparison import ComparisonPage
from prt_desktop.ui.practise.tools.prediction import PredictionPage
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.practise.prelude import PreludePage
    from prt_desktop.ui.practise.tools.page import ToolPage
    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.page_stack import PageStack


class Trying(QObject):
    """Lays one page after another over the ladder.

    The draft holds what was written, whatever is left in between. Signals: `kept` once the diary
    holds the try; `left` when a page was left; `answered` when the three questions were;
    `notice_requested`; `place_requested` with a Place and what to open there.
    """

    kept = Signal()
    left = Signal()
    answered = Signal()
    notice_requested = Signal(Notice)
    place_requested = Signal(Place, str)

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        clock: Callable[[], datetime],
        stack: PageStack,
    ) -> None:
        super().__init__(stack)
        self._theme = theme
        self._journal = journal
        self._library = library
        self._clock = clock
        self._stack = stack
        self._exercise: Exercise | None = None
        self._trial = MovementTrial("", "")
        self._log = SymptomLog(journal, clock, self)
        self._log.failed.connect(self._tell_failure)
        self._log.kept.connect(self.answered)

    def begin(self, exercise: Exercise) -> None:
        """Ask the three questions first (safety.md 4.4), every time."""
        self._exercise = exercise
        check = self._library.mini_check
        if check is None:
            self._lay_prelude(UnreadableQuestionsPage(self._theme))
            return

        def action() -> PreludePage:
            return ActionFirstPage(self._theme, check, exercise, soothing(self._library))

        keep = partial(self._log.keep, Occasion.MOVEMENT)
        self._lay_prelude(ThreeQuestionsPage(self._theme, check, keep, action))

    def compare(self, trial: MovementTrial) -> None:
        """Ask what came of a movement."""
        page = ComparisonPage(self._theme, self._journal, self._clock)
        page.kept.connect(self.kept)
        self._lay_tool(page)
        page.open(trial)

    @Slot()
    def _predict(self) -> None:
        if self._exercise is None:
            return
        words = self.tr("Go on to the movement")
        page = PredictionPage(self._theme, self._journal, self._exercise, go_on_words=words)
        page.predicted.connect(self._do_it)
        self._lay_tool(page)
        page.open()

    @Slot(object)
    def _do_it(self, trial: MovementTrial) -> None:
        self._trial = trial
        movements = self._exercise.movements if self._exercise is not None else ()
        known = (one.smallest for one in movements if one.id == trial.movement_id)
        rules = rules_for(movements, trial.movement_id)
        page = DoItPage(self._theme, trial, rules, next(known, ""))
        page.done.connect(self._compare)
        page.left.connect(self.left)
        self._stack.take_off()
        self._stack.lay(page)
        page.take_focus()

    @Slot()
    def _compare(self) -> None:
        self._stack.take_off()
        self.compare(self._trial)

    @Slot(object)
    def _turn(self, page: PreludePage) -> None:
        self._stack.take_off()
        self._lay_prelude(page)

    @Slot()
    def _pass(self) -> None:
        self._stack.take_off()
        self._predict()

    @Slot(str, bool)
    def _soothe(self, exercise_id: str, _begins: bool) -> None:
        self.place_requested.emit(Place.PRACTISE, exercise_id)

    @Slot(Place)
    def _ask_for(self, place: Place) -> None:
        self.place_requested.emit(place, "")

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        self.notice_requested.emit(Notice(sentence, lasting=True))

    def _lay_prelude(self, page: PreludePage) -> None:
        page.exercise_requested.connect(self._soothe)
        page.left.connect(self.left)
        page.notice_requested.connect(self.notice_requested)
        page.passed.connect(self._pass)
        page.place_requested.connect(self._ask_for)
        page.turned_to.connect(self._turn)
        self._stack.lay(page)
        page.take_focus()

    def _lay_tool(self, page: ToolPage) -> None:
        page.left.connect(self.left)
        page.notice_requested.connect(self.notice_requested)
        page.place_requested.connect(self._ask_for)
        self._stack.lay(page)
