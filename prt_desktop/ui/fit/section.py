"""The section of the fit worksheet: what comes first, the statements, and the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.fit import placed
from prt_desktop.domain.safety import FitPageAnswer
from prt_desktop.ui.fit.answers_page import AnswersPage
from prt_desktop.ui.fit.before_pages import BeforePages
from prt_desktop.ui.fit.fit_keeper import FitKeeper
from prt_desktop.ui.fit.printed_fit import printed_fit
from prt_desktop.ui.fit.worksheet import Worksheet
from prt_desktop.ui.paper_section import PaperSection
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Notice, Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.fit import Placed, Reply
    from prt_desktop.domain.safety import BeforeFit, FitPageId
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.paper import Paper
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme


class FitSection(PaperSection):
    """Keeps the order: the safety pages, the pages before fit, a check, and then the worksheet."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        clock: Callable[[], datetime],
        papers: Papers,
    ) -> None:
        super().__init__(papers)
        self._theme = theme
        self._journal = journal
        self._library = library
        self._clock = clock
        self._keeper = FitKeeper(journal, clock, self)
        self._sheet = Worksheet(theme)
        self._answers: AnswersPage | None = None
        self._pages: BeforePages | None = None
        self._stack = PageStack(self._sheet)
        self.stand_on(self._stack)
        self._connect()

    def refresh(self) -> None:
        """Show the worksheet, and the statements where they are open, as they are now."""
        before = self._before
        if before.is_open:
            check = self._journal.safety().valid_check(self._clock())
            self._sheet.show_answers(self._placed, check)
        else:
            self._sheet.show_closed(before)
            self._come_back_from_answers()
        if self._answers is not None:
            waits = {one.item.id: one.waits for one in self._placed if one.waits is not None}
            self._answers.show_waits(waits)

    @property
    def _before(self) -> BeforeFit:
        return self._journal.safety().before_fit(self._clock())

    @property
    def _placed(self) -> tuple[Placed, ...]:
        replies = self._journal.fit_replies.all()
        return placed(self._library.fit_items, replies, self._journal.safety(), self._clock())

    @Slot(str)
    def _open_answers(self, item_id: str) -> None:
        if not self._before.is_open:
            return
        replies = {one.id: one.reply for one in self._keeper.replies.values()}
        page = AnswersPage(self._theme, self._library.fit_items, replies)
        page.left.connect(self._come_back)
        page.replied.connect(self._reply)
        page.something_new.connect(self._look_first)
        self._stack.clear()
        self._answers = page
        self.refresh()
        self._stack.lay(page)
        page.take_focus(item_id)

    @Slot(str, object)
    def _reply(self, item_id: str, reply: Reply) -> None:
        self._keeper.reply(item_id, reply)

    @Slot()
    def _look_first(self) -> None:
        self.place_requested.emit(Place.NEW_SYMPTOM, "")

    @Slot()
    def _open_pages(self) -> None:
        pages = BeforePages(self._theme, self._library.fit_pages)
        if not pages.knows_all:
            pages.deleteLater()
            self.say(Notice(self._unreadable(), lasting=True))
            return
        pages.answered.connect(self._answer_page)
        pages.check_wanted.connect(self._ask_for_check)
        pages.crisis_wanted.connect(self._open_crisis)
        pages.left.connect(self._come_back)
        pages.went_on.connect(self._ask_next)
        self._stack.clear()
        self._pages = pages
        self._stack.lay(pages)
        self._ask_next()

    @Slot(object, tuple)
    def _answer_page(self, page_id: FitPageId, ticked: tuple[str, ...]) -> None:
        page = next(one for one in self._library.fit_pages if one.id is page_id)
        asks = page.asks_for_check(ticked)
        answer = FitPageAnswer(page_id, ticked, asks, self._clock())
        if not self._keeper.answer_page(answer):
            return
        if asks and self._pages is not None:
            self._pages.show_action(page_id, ticked)
        else:
            self._ask_next()

    @Slot()
    def _ask_next(self) -> None:
        before = self._before
        if self._pages is None or before.page is None or before.closed is not None:
            self._come_back()
        else:
            self._pages.ask(before.page)

    @Slot()
    def _open_crisis(self) -> None:
        self.place_requested.emit(Place.CRISIS, "")

    @Slot()
    def _ask_for_check(self) -> None:
        self._come_back()
        self.place_requested.emit(Place.CHECK, "")

    @Slot()
    def _come_back(self) -> None:
        self._answers = self._pages = None
        self._stack.clear()
        self.refresh()
        self._sheet.take_focus()

    def _come_back_from_answers(self) -> None:
        if self._answers is not None:
            self._answers = None
            self._stack.clear()

    def paper(self) -> Paper:
        """Lay it out as it is now."""
        now = self._clock()
        check = self._journal.safety().valid_check(now)
        texts = {one.id: one.text for page in self._library.fit_pages for one in page.questions}
        ticked = [one for answer in self._before.waits for one in answer.ticked]
        signs = [texts[one] for one in ticked if one in texts]
        return printed_fit(self._theme, self._placed, signs, check, now)

    def _unreadable(self) -> str:
        return self.tr(
            "The questions that come first cannot be read, so the worksheet stays closed. Your "
            "diary is safe. Installing the program again mends this."
        )

    def _connect(self) -> None:
        keeper, sheet = self._keeper, self._sheet
        keeper.changed.connect(self.refresh)
        keeper.changed.connect(self.journal_changed)
        keeper.notice_requested.connect(self.notice_requested)
        sheet.answers_wanted.connect(self._open_answers)
        sheet.clear_wanted.connect(keeper.clear)
        sheet.pages_wanted.connect(self._open_pages)
        sheet.pdf_wanted.connect(self.save_pdf)
        sheet.place_requested.connect(self.place_requested)
        sheet.print_wanted.connect(self.print_out)
