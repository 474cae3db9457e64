"""The first section: the entries, and the pages that belong to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from prt_desktop.ui.diary.bin_page import BinPage
from prt_desktop.ui.diary.calendar_page import CalendarPage
from prt_desktop.ui.diary.entries_page import EntriesPage
from prt_desktop.ui.diary.memo_page import MemoPage
from prt_desktop.ui.diary.templates_page import TemplatesPage
from prt_desktop.ui.diary.writing import Writing
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.pane import Notice, Pane
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from prt_desktop.domain.diary import Entry
    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.diary.memo_listen import MemoListen
    from prt_desktop.ui.diary.page import DiaryPage
    from prt_desktop.ui.theme import Theme

_LOW = 620
_CALENDAR, _BIN, _TEMPLATES, _MEMO = "calendar", "bin", "templates", "memo"


class EntriesSection(SectionPane):
    """Today's page; behind it the calendar, the bin and the templates.

    `open` takes "new" to write, "calendar", "bin", "templates" or, where memos are offered, "memo".
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        practices: Practices,
        settings: SettingsFile,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._writing = Writing(theme, journal, settings, clock, self)
        self._page = EntriesPage(theme, journal, practices, clock, self._writing)
        self._makers: dict[str, Callable[[], DiaryPage]] = {
            _CALENDAR: lambda: self._make_calendar(journal, clock),
            _BIN: lambda: BinPage(theme, journal, practices, clock),
            _TEMPLATES: lambda: TemplatesPage(theme, journal),
        }
        self._behind: dict[str, DiaryPage] = {}
        self._listen: MemoListen | None = None
        self._pages = QStackedWidget()
        fill(self, self._pages)
        self._take_in(self._page)
        self._page.bin_requested.connect(self._show_bin)
        self._page.calendar_requested.connect(self._show_calendar)
        self._page.whole_wanted.connect(self.whole_wanted)
        self._writing.templates_requested.connect(self._show_templates)

    @property
    def is_busy(self) -> bool:
        """Say whether a memo is being recorded."""
        memo = self._behind.get(_MEMO)
        return isinstance(memo, MemoPage) and memo.is_recording

    def offer_memos(self, make_page: Callable[[], MemoPage], listen: MemoListen) -> None:
        """Let memos be spoken on a page of their own, and heard below the entries."""

        def make() -> MemoPage:
            page = make_page()
            page.kept.connect(self._show_memo)
            return page

        self._makers[_MEMO] = make
        self._listen = listen
        self._page.offer_memos(listen)
        self._page.memo_requested.connect(self._speak)

    def open(self, target: str) -> None:
        """Come to the front with one of the pages."""
        if target in self._makers:
            self._show_behind(target)
        elif target or self._pages.currentWidget() is self._page:
            self._show(self._page, target)

    def refresh(self) -> None:
        """Show the journal as it is now."""
        for page in (self._page, *self._behind.values()):
            page.refresh()

    @Slot()
    def shut(self) -> None:
        """Let the pages let go: a memo that is being spoken is kept."""
        for page in self._behind.values():
            page.shut()
        if self._listen is not None:
            self._listen.shut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a page behind the entries all the room in a low window."""
        super().resizeEvent(event)
        self._share_room()

    @Slot()
    def _take_change(self) -> None:
        changed = self.sender()
        for page in (self._page, *self._behind.values()):
            if page is not changed:
                page.refresh()
        self.journal_changed.emit()

    @Slot()
    def _show_entries(self) -> None:
        self._show(self._page)

    @Slot(object)
    def _show_day(self, day: date) -> None:
        self._show(self._page)
        if not self._page.show_day(day):
            self.notice_requested.emit(Notice(self.tr("There is nothing on that day or before.")))

    @Slot()
    def _show_calendar(self) -> None:
        self._show_behind(_CALENDAR)

    @Slot()
    def _show_bin(self) -> None:
        self._show_behind(_BIN)

    @Slot()
    def _speak(self) -> None:
        self._show_behind(_MEMO)

    @Slot(object)
    def _show_memo(self, entry: Entry) -> None:
        self._show(self._page, entry.id)

    @Slot()
    def _show_templates(self) -> None:
        self._show_behind(_TEMPLATES)

    def _show_behind(self, name: str) -> None:
        """Show a page behind the entries, built and filled if it was not yet."""
        if name not in self._behind:
            page = self._makers[name]()
            page.left.connect(self._show_entries)
            self._behind[name] = page
            self._take_in(page)
            page.refresh()
        self._show(self._behind[name])

    def _make_calendar(self, journal: Journal, clock: Callable[[], datetime]) -> CalendarPage:
        page = CalendarPage(self._theme, journal, clock)
        page.day_chosen.connect(self._show_day)
        return page

    def _take_in(self, page: Pane) -> None:
        self._pages.addWidget(page)
        page.journal_changed.connect(self._take_change)
        page.notice_requested.connect(self.notice_requested)

    def _show(self, page: Pane, target: str = "") -> None:
        self._pages.setCurrentWidget(page)
        self._share_room()
        page.open(target)

    def _share_room(self) -> None:
        if self._pages.currentWidget() is not self._page:
            self.whole_wanted.emit(self.window().height() < self._theme.px(_LOW))
        else:
            self._page.share_room()
