"""The way through a bad day: one page after another, in the order of `domain/bad_day.py`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.bad_day import (
    BadDay,
    Reply,
    Stage,
    Way,
    under_way,
)
from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.good_day import for_bad_days
from prt_desktop.domain.safety import Occasion
from prt_desktop.ui.bad_day.looking_back import LookingBack
from prt_desktop.ui.bad_day.pages import EndPage, LookBackPage, MessagePage, NextThingPage
from prt_desktop.ui.bad_day.stages import Known, Stages
from prt_desktop.ui.bad_day.words import LOOK_BACK
from prt_desktop.ui.practise.symptom_log import SymptomLog
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Notice, Pane, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.practise.prelude import PreludePage
    from prt_desktop.ui.theme import Theme

ASKED = ":workability"
"""What stands behind the id of a practice where this was answered just now."""


class BadDayPane(Pane):
    """Leads the way. Nothing of it is a score; that there was a bad day is all that is kept."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        clock: Callable[[], datetime],
        memos: MemoTools,
    ) -> None:
        super().__init__()
        self._journal = journal
        self._clock = clock
        self._stage = Stage.QUESTIONS
        self._page: PreludePage | None = None
        self._symptoms = SymptomLog(journal, clock, self)
        self._looking_back = LookingBack(theme, journal, clock, self)
        keep = partial(self._symptoms.keep, Occasion.FLARE)
        self._stages = Stages(theme, library, memos, self._know, keep, self._turn)
        self._stack = PageStack(QWidget())
        fill(self, self._stack)
        self._symptoms.failed.connect(self._fail)
        self._symptoms.kept.connect(self.journal_changed)
        self._looking_back.changed.connect(self.journal_changed)
        self._looking_back.ended.connect(self._end_looking_back)
        self._looking_back.notice_requested.connect(self.notice_requested)

    def open(self, target: str) -> None:
        """Begin, or go on where today's bad day was left; `LOOK_BACK` asks for the one line."""
        if target == LOOK_BACK:
            if not isinstance(self._page, LookBackPage):
                self._lay(self._looking_back.page())
        elif under_way(self._journal.bad_days.all(), self._clock()) is not None:
            self._show(Stage.NEXT_THING)
        else:
            self._begin()
        if self._page is not None:
            self._page.take_focus()

    def put_down(self) -> None:
        """Keep a half-written line; it is there again the next time."""
        self._looking_back.keep()

    @Slot()
    def shut(self) -> None:
        """Be quiet, let go of a message that was heard, and keep a half-written line."""
        super().shut()
        if isinstance(self._page, MessagePage):
            self._page.listen.shut()

    @Slot()
    def _begin(self) -> None:
        """Begin at the questions, unless they were answered a few minutes ago."""
        asks = self._journal.safety().asks_mini_check(Occasion.FLARE, self._clock())
        self._stage = Stage.QUESTIONS
        if asks:
            self._show(Stage.QUESTIONS)
        else:
            self._go_on(Reply.NONE)

    def _go_on(self, reply: Reply) -> None:
        self._lay(self._turn(reply))

    def _turn(self, reply: Reply) -> PreludePage:
        """Keep what the stage leaves behind, and give the page that follows it."""
        if self._stage is Stage.QUESTIONS:
            self._save(BadDay(new_entry_id(), self._clock()))
        if self._stage is Stage.NEXT_THING:
            self._end_under_way()
        known = self._know()
        may_track = known.closed is None and bool(self._stages.tracking())
        self._stage = Way(known.message is not None, may_track).after(self._stage, reply)
        return self._stages.page(self._stage)

    def _know(self) -> Known:
        closed = self._journal.safety().closed(Gate.NO_OPEN_FLAG, self._clock())
        return Known(for_bad_days(self._journal.messages.all()), closed)

    def _show(self, stage: Stage) -> None:
        self._stage = stage
        self._lay(self._stages.page(stage))

    @Slot(object)
    def _lay(self, page: PreludePage) -> None:
        self.shut()
        self._page = page
        page.exercise_requested.connect(self._practise)
        page.left.connect(self._leave)
        page.notice_requested.connect(self.notice_requested)
        if not isinstance(page, LookBackPage):
            page.passed.connect(self._pass)
        page.place_requested.connect(self._lead_to)
        page.turned_to.connect(self._lay)
        if isinstance(page, NextThingPage):
            page.again_wanted.connect(self._begin_anew)
        self._stack.clear()
        self._stack.lay(page)
        if self.isVisible():
            page.take_focus()

    @Slot()
    def _pass(self) -> None:
        """Take what the page in front was passed with."""
        if isinstance(self._page, EndPage):
            self._leave()
        else:
            replies = {Stage.QUESTIONS: Reply.NONE, Stage.WORKABILITY: Reply.YES}
            self._go_on(replies.get(self._stage, Reply.ON))

    @Slot()
    def _leave(self) -> None:
        self.place_requested.emit(Place.TODAY, "")

    @Slot(Place)
    def _lead_to(self, place: Place) -> None:
        self.place_requested.emit(place, "")

    @Slot(str, bool)
    def _practise(self, exercise_id: str, _begins: bool) -> None:
        """Lead to a practice; what comes after it waits on Today, and here."""
        asked = ASKED if self._stage in {Stage.FULL, Stage.SHORT} else ""
        self.place_requested.emit(Place.PRACTISE, f"{exercise_id}{asked}")

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.notice_requested.emit(Notice(sentence, lasting=True))

    @Slot()
    def _begin_anew(self) -> None:
        self._end_under_way()
        self._begin()

    def _end_under_way(self) -> None:
        day = under_way(self._journal.bad_days.all(), self._clock())
        if day is not None:
            self._save(replace(day, went_on=True))

    @Slot()
    def _end_looking_back(self) -> None:
        self._page = None
        self._stack.clear()
        self._leave()

    def _save(self, day: BadDay) -> bool:
        saved = is_saved(partial(self._journal.bad_days.keep, day), self.notice_requested)
        if saved:
            self.journal_changed.emit()
        return saved
