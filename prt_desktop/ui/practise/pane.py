"""Practise: the list, the page before, the stage, and the question after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget

from prt_desktop.domain.errors import PrtError
from prt_desktop.ui.practise import words
from prt_desktop.ui.practise.after_page import AfterPage
from prt_desktop.ui.practise.before_page import BeforePage
from prt_desktop.ui.practise.choice_keeper import ChoiceKeeper
from prt_desktop.ui.practise.ending import Ending
from prt_desktop.ui.practise.exercise_list import ExerciseList
from prt_desktop.ui.practise.offers import Offers
from prt_desktop.ui.practise.own_pages import OwnPages
from prt_desktop.ui.practise.performance import Performance
from prt_desktop.ui.practise.prelude import Prelude
from prt_desktop.ui.practise.preparation import Preparation
from prt_desktop.ui.practise.steps import Steps
from prt_desktop.ui.practise.symptom_log import SymptomLog
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.pane import Notice, Pane, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QHideEvent, QShowEvent

    from prt_desktop.audio.sound import Sound
    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.practise.choices import Choices
    from prt_desktop.ui.practise.offers import Offer
    from prt_desktop.ui.theme import Theme

_LEADING_BACK = {Place.SAFETY_PAGES, Place.CHECK, Place.SAVE_SESSION}


class PractisePane(Pane):
    """Leads from the list through the page before and the prelude to the stage, and to the day.

    Before the first practice of a day it asks the window for Place.NEW_SYMPTOM; when the
    answer was "no", the practice that waited goes on. Signals: those of every pane.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        practices: Practices,
        settings: SettingsFile,
        sound: Sound,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._practices = practices
        library = practices.library
        self._clock = clock
        self._exercise: Exercise | None = None
        self._choices: Choices | None = None
        self._goes_on = False
        self._came_back = False
        self.offers = Offers(journal, practices, settings, clock)
        self._preparation = Preparation(sound, self)
        self._performance = Performance(theme, journal, library, settings, sound, self)
        self._keeper = ChoiceKeeper(settings, self)
        self._list = ExerciseList(theme)
        self.before = BeforePage(theme, library.voices, library.soundscapes)
        self._symptoms = SymptomLog(journal, clock, self)
        self._own = OwnPages(theme, journal, library, clock)
        steps = Steps(theme, library, self._symptoms).in_order()
        self._prelude = Prelude((*steps, self._own.prediction_step()))
        self._after = AfterPage(theme)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def performance(self) -> Performance:
        """Give what puts a practice on."""
        return self._performance

    @property
    def is_busy(self) -> bool:
        """Say whether a practice sounds: eyes are closed, and no key is to be waited for."""
        return self._performance.is_heard

    @property
    def stays(self) -> bool:
        """Say whether a practice is on: it rests, with what is written beside it."""
        return self._performance.stage is not None

    @Slot(str)
    def open(self, target: str) -> None:
        """Open the page before an exercise; without one go on where the person was.

        `target` is its id, and after a colon the step of the prelude that was just answered.
        """
        came_back, self._came_back = self._came_back, False
        exercise_id, _, answered = target.partition(":")
        exercise = self._practices.exercise(exercise_id)
        if exercise is None:
            if not came_back or self._stack.currentWidget() is self._after:
                self.close_exercise()
            return
        self._prelude.forget(but=answered)
        if self._exercise is None or exercise.id != self._exercise.id:
            self.offers.practise_for(())
        self._take_up(exercise)
        self.before.take_focus()
        if self._symptoms.may_go_on():
            # The window gives this pane the focus first; then the stage takes it.
            QTimer.singleShot(0, self, self._start)

    @Slot()
    def refresh(self) -> None:
        """Show what may open now."""
        faults = [one for one in self._practices.library.faults if one.path.name == "exercise.toml"]
        fault = ""
        if faults:
            where = f"{faults[0].path.parent.name}:{faults[0].line} {faults[0].message}"
            fault = self.tr("One practice could not be opened: %s") % where
        self._list.show_exercises(self.offers.listed(), fault)
        if self._exercise is not None:
            self._exercise = self._practices.exercise(self._exercise.id)
            if self._exercise is None:  # a recording of one's own that was removed
                self.close_exercise()
        self._show_offer()

    @Slot()
    def close_exercise(self) -> None:
        """Go back to the list."""
        self._exercise = None
        self.offers.practise_for(())
        self._symptoms.forget()
        self._prelude.forget()
        self._keeper.write()
        self._preparation.drop()
        self._stack.setCurrentWidget(self._list)
        if self.isVisible():
            self._list.take_focus()

    @Slot()
    def shut(self) -> None:
        """Leave the practice softly and let go of everything; for when the window closes."""
        self._performance.end()
        self._keeper.write()
        self._preparation.drop()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the session ready again, just after the paint."""
        super().showEvent(event)
        self._came_back = True
        self._show_offer()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the session that nobody is about to start."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._keeper.write()
            self._preparation.drop()

    @Slot()
    @Slot(bool)
    def _start(self, goes_on: bool | None = None) -> None:
        """Ask first what has to be asked, one page after another; then begin, or go on.

        Which of both is not asked anew after the questions.
        """
        if goes_on is not None:
            self._goes_on = goes_on
        exercise, choices = self._exercise, self._choices
        if exercise is None or choices is None:
            return
        offer = self.offers.offer(exercise, choices)
        if offer.closed is not None:
            self._come_back()
        elif offer.asks_person and self._symptoms.asks_before(exercise):
            self._symptoms.wait()
            self.place_requested.emit(Place.NEW_SYMPTOM, exercise.id)
        elif self._prelude.waits(offer):
            self._stack.setCurrentWidget(self._prelude)
            self._prelude.begin(offer)
        else:
            self._begin(offer)

    def _begin(self, offer: Offer) -> None:
        """Write the diary, play, and open the stage."""
        self._keeper.write()
        self._preparation.want(offer.wish)
        try:
            session = self._preparation.take(offer.resume_ms if self._goes_on else 0)
        except PrtError as error:
            self._come_back()
            self._fail(str(error))
            return
        self._exercise = None
        self._prelude.forget()
        beside = self._own.beside(offer, session)
        self._performance.begin(offer, session, self._clock(), beside)

    @Slot(str, bool)
    def _turn_to(self, exercise_id: str, begins: bool) -> None:
        """Open another exercise with what was answered so far, and perhaps begin it."""
        exercise = self._practices.exercise(exercise_id)
        if exercise is not None:
            self._take_up(exercise)
            self.before.take_focus_to_start()
            if begins:
                self._start(False)

    @Slot(object)
    def _take_choices(self, choices: Choices) -> None:
        if self._exercise is not None:
            self._choices = choices
            self._keeper.keep(choices, self._exercise.id)
            self._prepare()

    @Slot()
    def _prepare(self) -> None:
        """Make the session ready, show how long it is, and say what will be missing in it."""
        if self._exercise is None or self._choices is None:
            return
        offer = self.offers.offer(self._exercise, self._choices)
        if offer.closed is not None or not self.isVisible():
            self._preparation.drop()
            return
        self._preparation.set_volumes(self._choices.voice_volume, self._choices.background_volume)
        self._preparation.want(offer.wish)
        session = self._preparation.session
        silent = session is not None and not session.has_sound
        self.before.show_line(words.no_sound() if silent else offer.missing)
        self._choices = offer.choices
        self.before.show_lengths(offer)

    @Slot(Ending)
    def _show_after(self, ending: Ending) -> None:
        if ending.grounding:
            self._turn_to(ending.grounding, True)
            return
        self._after.show_after(ending)
        if self._own.has_trial and not ending.too_much:
            self._own.compare()
        else:
            self._come_back()

    @Slot(Place)
    def _lead_to(self, place: Place) -> None:
        """Ask the window for a place, with the exercise where that one leads back to it."""
        self._keeper.write()
        waits = place in _LEADING_BACK and self._exercise is not None
        target = self._exercise.id if waits and self._exercise is not None else ""
        self.place_requested.emit(place, "new" if place is Place.DIARY else target)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.notice_requested.emit(Notice(sentence, lasting=True))

    def _take_up(self, exercise: Exercise) -> None:
        self._own.forget()
        self._exercise = exercise
        self._choices = self.offers.remembered(exercise)
        self._stack.setCurrentWidget(self.before)
        self._show_offer()

    @Slot()
    def _come_back(self) -> None:
        """Go back to the page before, or to the one after when the practice is over."""
        if self._exercise is None:
            self._stack.setCurrentWidget(self._after)
            self._after.take_focus()
            return
        self._stack.setCurrentWidget(self.before)
        self._show_offer()
        self.before.take_focus()

    def _show_offer(self) -> None:
        if self._exercise is None or self._choices is None:
            return
        offer = self.offers.offer(self._exercise, self._choices)
        self._choices = offer.choices
        self.before.show_offer(offer)
        self._prepare()

    def _lay_out(self) -> None:
        for page in (self._list, self.before, self._prelude, self._own, self._after):
            self._stack.addWidget(page)
        fill(self, self._stack)

    def _connect(self) -> None:
        after, before, own, prelude = self._after, self.before, self._own, self._prelude
        performance, preparation = self._performance, self._preparation
        keeper, symptoms = self._keeper, self._symptoms
        after.easier_wanted.connect(performance.make_sparser)
        after.reflected.connect(performance.reflect)
        before.areas_chosen.connect(self.offers.practise_for)
        before.changed.connect(self._take_choices)
        before.left.connect(self.close_exercise)
        before.start_requested.connect(self._start)
        before.unfolded.connect(keeper.keep_unfolded)
        own.opened.connect(self._stack.setCurrentWidget)
        own.predicted.connect(before.take_movement)
        performance.changed.connect(keeper.keep)
        performance.ended.connect(self._show_after)
        performance.place_left.connect(keeper.keep_place)
        performance.stage_closed.connect(self.stage_left)
        performance.stage_opened.connect(self.stage_requested)
        preparation.prepared.connect(self._prepare)
        _join(self._come_back, own.closed, prelude.left)
        prelude.passed.connect(self._start)
        _join(self.open, self._list.chosen, after.practice_requested)
        _join(self.refresh, before.areas_chosen, symptoms.kept)
        _join(self._turn_to, self._list.hard_moment, prelude.exercise_requested)
        _join(own.open, after.tool_requested, before.tool_requested)
        _join(self.journal_changed, own.kept, performance.kept, symptoms.kept)
        said = [one.notice_requested for one in (own, performance, prelude)]
        _join(self.notice_requested, *said)
        leading = (after, before, self._list, own, performance, prelude)
        _join(self._lead_to, *(one.place_requested for one in leading))
        _join(self._fail, *(one.failed for one in (keeper, performance, preparation, symptoms)))


def _join(slot: Callable[..., object] | SignalInstance, *signals: SignalInstance) -> None:
    for signal in signals:
        signal.connect(slot)
