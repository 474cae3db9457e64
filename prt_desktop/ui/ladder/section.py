"""The movements section: the ladder, its rungs, and a try of one of them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.ladder import START_FEARS, Rung, climbs
from prt_desktop.ui.form_drafts import FormDrafts
from prt_desktop.ui.ladder.ladder_keeper import LadderKeeper
from prt_desktop.ui.ladder.ladder_page import LadderPage
from prt_desktop.ui.ladder.rung_form import RungForm
from prt_desktop.ui.ladder.rung_page import RungPage
from prt_desktop.ui.ladder.stop_card import rules_for
from prt_desktop.ui.ladder.trying import Trying
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Notice, Place
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.exercise import Exercise, Movement
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

GUIDED, IMAGINED = "movement-for-real", "movement-imagined"
"""The practices that a rung can be tried with; the first one's movements are offered as rungs."""


class MovementsSection(SectionPane):
    """Leads between the ladder, one rung, its form and a try; movement work waits for a check.

    A movement that was left half-written is the one whose form opens next.
    """

    def __init__(
        self, theme: Theme, journal: Journal, library: Library, clock: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._library = library
        self._clock = clock
        self._rung_id = ""
        self._rung_page: RungPage | None = None
        self._keeper = LadderKeeper(journal, self)
        self._drafts = FormDrafts(journal, Form.RUNG, self)
        self._ladder = LadderPage(theme)
        self._stack = PageStack(self._ladder)
        self._trying = Trying(theme, journal, library, clock, self._stack)
        self.stand_on(self._stack)
        self._connect()

    def open(self, target: str) -> None:
        """Come to the front; with the id of a rung, open it."""
        if target:
            self._open_rung(target)

    def put_down(self) -> None:
        """Keep what is half-written as a draft, before the diary is locked."""
        self._drafts.keep()

    @Slot()
    def refresh(self) -> None:
        """Show the ladder, and a rung that is open, as they are now."""
        now = self._clock()
        self._ladder.show_ladder(self._journal, self._keeper.waiting, now)
        ladder = climbs(self._journal.rungs.all(), self._journal.entries())
        climb = next((one for one in ladder if one.rung.id == self._rung_id), None)
        if self._rung_page is not None and climb is not None:
            closed = self._journal.safety().closed(Gate.CHECKED, now)
            self._rung_page.show_climb(climb, ladder, closed, now)

    @Slot(str)
    def _open_rung(self, rung_id: str) -> None:
        ladder = climbs(self._journal.rungs.all(), self._journal.entries())
        climb = next((one for one in ladder if one.rung.id == rung_id), None)
        if climb is None:
            return
        rung = climb.rung
        page = RungPage(self._theme, climb, rules_for(self._movements(), rung.movement_id))
        page.asked.connect(partial(self._save, replace(rung, needs_clinician=False)))
        page.edit_wanted.connect(partial(self._show_form, rung))
        page.guided_wanted.connect(partial(self._practise, rung, GUIDED))
        page.imagined_wanted.connect(partial(self._practise, rung, IMAGINED))
        page.left.connect(self._come_back)
        page.lower_wanted.connect(self._open_rung)
        page.place_requested.connect(self.place_requested)
        page.removed.connect(partial(self._remove, rung))
        page.rest_wanted.connect(partial(self._rest, rung))
        page.try_wanted.connect(partial(self._try, rung))
        self._drafts.leave()
        self._stack.clear()
        self._rung_id, self._rung_page = rung_id, page
        self.refresh()
        self._stack.lay(page)
        page.take_focus()

    @Slot()
    def _add(self) -> None:
        self._show_form(None)

    def _show_form(self, wanted: Rung | None) -> None:
        """Show a rung to be changed, or a new one; what was begun goes before it."""
        begun = self._drafts.begun()
        before = wanted
        if begun is not None:
            rungs = self._journal.rungs.all()
            before = next((one for one in rungs if one.id == begun.value_id), None)
        rung = before or Rung(new_entry_id(), self._clock(), "", START_FEARS[0])
        form = RungForm(self._theme, self._movements(), rung, is_new=before is None)
        form.left.connect(
            self._come_back if wanted is None else partial(self._open_rung, wanted.id)
        )
        form.saved.connect(self._save)
        self._drafts.follow(form, begun)
        self._stack.lay(form)
        form.take_focus()

    @Slot(object)
    def _save(self, rung: Rung) -> None:
        if self._keeper.save(rung):
            self._drafts.let_go()
            self._open_rung(rung.id)

    def _rest(self, rung: Rung) -> None:
        if self._keeper.rest(rung):
            self._come_back()

    def _remove(self, rung: Rung) -> None:
        if self._keeper.remove(rung):
            self._come_back()

    def _practise(self, rung: Rung, exercise_id: str) -> None:
        """Hand the rung to a practice: its page before finds the draft, asks, and goes on."""
        if self._keeper.prepare(rung, exercise_id):
            self.place_requested.emit(Place.PRACTISE, exercise_id)

    def _try(self, rung: Rung) -> None:
        exercise = self._guided()
        if exercise is None:
            words = self.tr(
                "The practice of movements cannot be read, and a try waits for it. What you wrote "
                "is safe. Installing the program again brings it back."
            )
            self.notice_requested.emit(Notice(words, lasting=True))
        elif self._keeper.prepare(rung, exercise.id):
            self._trying.begin(exercise)

    @Slot()
    def _compare(self) -> None:
        waiting = self._keeper.waiting
        if waiting is not None:
            self._rung_id = waiting.rung_id or ""
            self._trying.compare(waiting)

    @Slot()
    def _take_try(self) -> None:
        self.journal_changed.emit()
        self.refresh()
        self._go_back()
        self.notice_requested.emit(Notice(self.tr("Saved in your diary.")))

    @Slot()
    def _go_back(self) -> None:
        """Go back to the rung that a try belongs to, or to the ladder."""
        rung_id = self._rung_id
        known = any(rung.id == rung_id for rung in self._journal.rungs.all())
        if known:
            self._open_rung(rung_id)
        else:
            self._come_back()

    @Slot()
    def _come_back(self) -> None:
        self._drafts.leave()
        rung_id, self._rung_id, self._rung_page = self._rung_id, "", None
        self._stack.clear()
        self.refresh()
        self._ladder.take_focus(rung_id)

    def _connect(self) -> None:
        keeper, ladder, trying = self._keeper, self._ladder, self._trying
        keeper.changed.connect(self.journal_changed)
        keeper.changed.connect(self.refresh)
        keeper.notice_requested.connect(self.notice_requested)
        self._drafts.brought_back.connect(self._add)
        self._drafts.put_away.connect(self._come_back)
        ladder.compare_wanted.connect(self._compare)
        ladder.place_requested.connect(self.place_requested)
        ladder.put_away_wanted.connect(keeper.put_away)
        ladder.rung_opened.connect(self._open_rung)
        ladder.rung_wanted.connect(self._add)
        trying.answered.connect(self.journal_changed)
        trying.answered.connect(self.refresh)
        trying.kept.connect(self._take_try)
        trying.left.connect(self._go_back)
        trying.notice_requested.connect(self.notice_requested)
        trying.place_requested.connect(self.place_requested)

    def _guided(self) -> Exercise | None:
        return next((one for one in self._library.exercises if one.id == GUIDED), None)

    def _movements(self) -> tuple[Movement, ...]:
        guided = self._guided()
        return guided.movements if guided is not None else ()
