"""The safety pages: emergency first, then what a doctor should hear about the same day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from prt_desktop.domain.asking import Shown, Shows, leads_on, shown_after, shown_first
from prt_desktop.domain.safety import PageAnswer, PageId, QuestionPage
from prt_desktop.ui.safety.action_page import ActionPage
from prt_desktop.ui.safety.question_list import QuestionList
from prt_desktop.ui.safety.unreadable import UnreadablePage
from prt_desktop.ui.widgets.pane import Pane, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class SafetyPagesPane(Pane):
    """Asks the pages still to answer, one at a time, and leads on to the practice behind them.

    A tick leads to what it asks for, not to the practice; the answer is on disk before
    anything else is shown. Leaving the pane answers nothing, so the practice stays closed.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._journal = journal
        self._library = library
        self._clock = clock
        self._target = ""
        self._page: QuestionPage | None = None
        self._stack = QStackedLayout(self)

    def open(self, target: str) -> None:
        """Ask the first page still open; `target` is the practice that waits, or ""."""
        self._target = target
        self._ask_next()

    @Slot(tuple)
    def _answer(self, ticked: tuple[str, ...]) -> None:
        if self._page is None:
            return
        answer = PageAnswer(self._page.id, ticked, self._clock())
        if not is_saved(partial(self._journal.add_answer, answer), self.notice_requested):
            return
        self.journal_changed.emit()
        self._show_what(shown_after(answer, self._journal.safety(), self._pages), ticked)

    @Slot()
    def _open_crisis(self) -> None:
        self.place_requested.emit(Place.CRISIS, "")

    @Slot()
    def _record_check(self) -> None:
        self.place_requested.emit(Place.CHECK, self._target)

    @Slot()
    def _ask_next(self) -> None:
        self._show_what(shown_first(self._journal.safety(), self._pages))

    @property
    def _pages(self) -> dict[PageId, QuestionPage]:
        return {page.id: page for page in self._library.question_pages}

    def _show_what(self, shown: Shown, ticked: tuple[str, ...] = ()) -> None:
        if shown.page is None:
            if shown.what is Shows.UNREADABLE:
                self._show(UnreadablePage(self._theme))
            else:
                self._lead_on()
        elif shown.what is Shows.ACTION:
            self._show_action(self._pages[shown.page], ticked)
        else:
            self._ask(self._pages[shown.page])

    def _ask(self, page: QuestionPage) -> None:
        self._page = page
        number = list(PageId).index(page.id) + 1
        where = self.tr("Safety questions, page %d of %d") % (number, len(PageId))
        questions = QuestionList(self._theme, page, where)
        questions.answered.connect(self._answer)
        self._show(questions)
        questions.take_focus()

    def _show_action(self, page: QuestionPage, ticked: tuple[str, ...]) -> None:
        more = bool(self._journal.safety().unanswered_pages())
        way_on = self.tr("Go on to the second page") if more else self.tr("Go back to Today")
        action = ActionPage(self._theme, page, ticked, way_on)
        action.check_wanted.connect(self._record_check)
        action.crisis_wanted.connect(self._open_crisis)
        action.left.connect(self._ask_next)
        self._show(action)
        action.take_focus()

    def _lead_on(self) -> None:
        self._page = None
        if self._target and leads_on(self._journal.safety()):
            self.place_requested.emit(Place.PRACTISE, self._target)
        else:
            self.place_requested.emit(Place.TODAY, "")

    def _show(self, page: QWidget) -> None:
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
