"""Learn: the list of lessons and the reader."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from prt_desktop.domain.diary import Entry, EntryKind, LessonDetails, new_entry_id
from prt_desktop.domain.plan import next_lesson, read_lesson_ids
from prt_desktop.ui.learn.bookmarks import Bookmarks
from prt_desktop.ui.learn.glossary_page import GlossaryPage
from prt_desktop.ui.learn.lesson_front import LessonFront
from prt_desktop.ui.learn.lesson_list import Course, LessonList
from prt_desktop.ui.learn.lesson_notes import LessonNotes
from prt_desktop.ui.learn.lesson_outlets import LessonOutlets
from prt_desktop.ui.learn.listening import Listening
from prt_desktop.ui.learn.reader import Reader
from prt_desktop.ui.learn.ways_on import place_of, way_on
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.pane import Pane
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QShowEvent

    from prt_desktop.content.faults import Fault
    from prt_desktop.content.library import Library
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.learn.aloud import Aloud
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme


class LearnPane(Pane):
    """Opens lessons, remembers the pages on which they were left, and keeps what was read.

    Signals: those of every pane.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        library: Library,
        settings: SettingsFile,
        clock: Callable[[], datetime],
        papers: Papers,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._library = library
        self._settings = settings
        self._clock = clock
        self._papers = papers
        self._lesson: Lesson | None = None
        self._bookmarks = Bookmarks(settings)
        self._kept = False
        self._came_back = False
        self._list = LessonList(theme)
        self._front = LessonFront(theme, self._list, library)
        self._reader: Reader | None = None
        self._outlets: LessonOutlets | None = None
        self._glossary: GlossaryPage | None = None
        self._aloud: Aloud | None = None
        self._listening: Listening | None = None
        self._notes: LessonNotes | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._front)
        fill(self, self._stack)
        self._list.chosen.connect(self.open)
        self._front.page_chosen.connect(self.open_page)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search_all)
        self._list.glossary_chosen.connect(self.open_glossary)

    def be_read_by(self, aloud: Aloud) -> None:
        """Have lessons read aloud; told before the first lesson is opened."""
        self._aloud = aloud

    @Slot(str)
    def open(self, target: str) -> None:
        """Open a lesson; without one, go on where the person was, or back to the list."""
        came_back, self._came_back = self._came_back, False
        if not target:
            if self._lesson is None or not came_back:
                self.close_lesson()
            else:
                self._ready_reader().set_continuous(continuous=self._settings.read().continuous)
                self._let_hear(self._lesson)
            return
        lesson = next((one for one in self._library.lessons if one.id == target), None)
        if lesson is not None:
            self._open(lesson)

    @Slot(str, int)
    def open_page(self, lesson_id: str, page: int) -> None:
        """Open a lesson at a page, from 0."""
        self._bookmarks.put(lesson_id, page)
        self.open(lesson_id)

    @Slot()
    def search_all(self) -> None:
        """Go to the field that searches all lessons; the page that was open is remembered."""
        self.close_lesson()
        self._front.take_field()

    def refresh(self) -> None:
        """Show what can be read, what was read, and what could not be opened."""
        self._show_course()
        self._ready_reader()
        if self._notes is not None and self._lesson is not None:
            self._notes.refresh()

    @Slot()
    def shut(self) -> None:
        """Fall silent, let the cards go, and keep what was written and the page that was open."""
        if self._outlets is not None:
            self._outlets.put_away()
        if self._notes is not None:
            self._notes.put_away()
        self._let_hear(None)
        self._write_bookmarks()

    @Slot()
    def close_lesson(self) -> None:
        """Go back to the list; the page is remembered."""
        self._lesson = None
        self._let_hear(None)
        self._write_bookmarks()
        self._show_course()
        self._stack.setCurrentWidget(self._front)
        if self.isVisible():
            self._front.take_focus()

    @Slot()
    def open_glossary(self) -> None:
        """Show the hard words."""
        self._lesson = None
        self._let_hear(None)
        if self._glossary is None:
            library = self._library
            self._glossary = GlossaryPage(self._theme, library.references, library.glossary)
            self._glossary.closed.connect(self.close_lesson)
            self._stack.addWidget(self._glossary)
        self._stack.setCurrentWidget(self._glossary)
        self._glossary.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Fall silent, and remember the page, when the person goes to another place."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._let_hear(None)
        self._write_bookmarks()

    def showEvent(self, event: QShowEvent) -> None:
        """Take note that the person came from another place."""
        super().showEvent(event)
        self._came_back = True

    @Slot(int)
    def _take_page(self, page: int) -> None:
        if self._lesson is None:
            return
        if self._kept:
            return
        if page < len(self._lesson.pages):
            self._bookmarks.put(self._lesson.id, page)
        else:
            self._bookmarks.take_out(self._lesson.id)
            self._keep(self._lesson.id)

    @Slot()
    def _go_and_try(self) -> None:
        place = place_of(self._lesson, self._journal.safety()) if self._lesson else None
        if place is not None:
            self.place_requested.emit(*place)

    def _open(self, lesson: Lesson) -> None:
        self._lesson = lesson
        self._kept = False
        reader = self._ready_reader()
        self._stack.setCurrentWidget(reader)
        if self._outlets is not None:
            self._outlets.take_lesson(lesson)
        self._let_hear(self._lesson)
        reader.set_continuous(continuous=self._settings.read().continuous)
        words = way_on(lesson, self._library.exercises, self._journal.safety())
        reader.show_lesson(lesson, words, self._bookmarks.page(lesson.id))

    def _let_hear(self, lesson: Lesson | None) -> None:
        """Offer to read a lesson aloud and to mark it; without one, fall silent."""
        if self._notes is not None:
            self._notes.take_lesson(lesson)
        if self._listening is not None:
            self._listening.take_lesson(lesson)

    def _show_course(self) -> None:
        lessons = self._library.lessons
        read = read_lesson_ids(self._journal.entries())
        here = next_lesson(lessons, read, self._bookmarks.left)
        course = Course(lessons, read, here.id if here else "", self._library.language)
        self._list.show_course(course, self._faults())
        self._list.show_glossary(offered=bool(self._library.glossary))

    def _faults(self) -> list[Fault]:
        folder = self._library.assets / "lessons"
        folders = {folder, folder / self._library.language}
        return [
            fault
            for fault in self._library.faults
            if fault.path.parent in folders and fault.path.suffix == ".md"
        ]

    def _write_bookmarks(self) -> None:
        is_saved(self._bookmarks.write, self.notice_requested)

    def _ready_reader(self) -> Reader:
        if self._reader is None:
            self._reader = Reader(self._theme, self._library.references, self._library.glossary)
            self._reader.closed.connect(self.close_lesson)
            self._reader.try_chosen.connect(self._go_and_try)
            self._reader.page_turned.connect(self._take_page)
            self._outlets = LessonOutlets(
                self._theme, self._library.references, self._reader, self._papers, self._clock
            )
            self._outlets.notice_requested.connect(self.notice_requested)
            self._outlets.stage_requested.connect(self.stage_requested)
            self._outlets.stage_left.connect(self.stage_left)
            self._stack.addWidget(self._reader)
            self._notes = LessonNotes(
                self._theme, self._journal, self._reader, self._clock, self._settings.read
            )
            self._notes.notice_requested.connect(self.notice_requested)
            self._notes.journal_changed.connect(self.journal_changed)
            if self._aloud is not None:
                read = self._settings.read
                self._listening = Listening(self._theme, self._aloud, self._reader, read)
                self._listening.notice_requested.connect(self.notice_requested)
        return self._reader

    def _keep(self, lesson_id: str) -> None:
        details = LessonDetails(lesson_id)
        entry = Entry(new_entry_id(), self._clock(), EntryKind.LESSON, details=details)
        if not is_saved(partial(self._journal.add, entry), self.notice_requested):
            return
        self._kept = True
        self.journal_changed.emit()
        self._show_course()
