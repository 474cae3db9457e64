"""Listening to a lesson: the voice and the reader lead each other through its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from prt_desktop.domain.reading_aloud import Mark, heading_count
from prt_desktop.ui.learn.spoken_mark import SpokenMark
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.storage.settings import Settings
    from prt_desktop.ui.learn.aloud import Aloud
    from prt_desktop.ui.learn.reader import Reader
    from prt_desktop.ui.learn.sheet import Sheet
    from prt_desktop.ui.theme import Theme

LISTEN_KEY = "L"
SHORT_KEY = "S"


class Listening(QObject):
    """Turns the reader's pages with the voice, and moves the voice where a page is turned by hand.

    Its single letters work where those of a practice do (WCAG 2.1.4). Signals:
    `notice_requested` with a Notice.
    """

    notice_requested = Signal(Notice)

    def __init__(
        self, theme: Theme, aloud: Aloud, reader: Reader, settings: Callable[[], Settings]
    ) -> None:
        super().__init__(reader)
        self._aloud = aloud
        self._reader = reader
        self._settings = settings
        self._mark = SpokenMark(theme, self)
        self._lesson: Lesson | None = None
        self._recorded = self._short_recorded = False
        self._was_playing = False
        self._marked_heading: Sheet | None = None
        self._letters = [
            self._letter(LISTEN_KEY, self.toggle),
            self._letter(SHORT_KEY, self.toggle_short),
        ]
        self._connect()

    def take_lesson(self, lesson: Lesson | None) -> None:
        """Fall silent, and offer to read a lesson that is opened, or is there again."""
        self._aloud.stop()
        self._lesson = lesson
        if lesson is None:
            return
        self._recorded, self._short_recorded = self._aloud.offers(lesson)
        works = self._settings().stage_letters
        for letter in self._letters:
            letter.setEnabled(works)
        self._reader.listen.setVisible(self._recorded)
        self._reader.listen.show_key(LISTEN_KEY if works else "")
        short = self._reader.leaves.short
        short.offer_voice(offered=self._short_recorded, letter=SHORT_KEY if works else "")

    @Slot()
    def toggle(self) -> None:
        """Read from the page that is shown, or rest, or go on."""
        if self._aloud.is_on:
            self._aloud.toggle()
        elif self._lesson is not None and self._recorded:
            page = self._reader.page
            page = page if page < len(self._lesson.pages) else 0
            self._reader.follow_to(page)
            self._aloud.read(self._lesson, page)
        else:
            self._say_unrecorded()

    @Slot()
    def toggle_short(self) -> None:
        """Unfold the short version and read it, or rest, or go on."""
        if self._lesson is None or not self._lesson.short:
            return
        if self._aloud.reads_short:
            self._aloud.toggle()
            return
        self._aloud.stop()
        self._reader.follow_to(0)
        self._reader.leaves.short.unfold()
        self._reader.column.keep_in_sight(self._reader.leaves.short)
        if self._short_recorded:
            self._aloud.read_short(self._lesson)
        else:
            self._say_unrecorded()

    @Slot(int)
    def _follow_reader(self, page: int) -> None:
        """Move the voice to a page that was turned to by hand; behind the last one it is over."""
        if self._lesson is None or not self._aloud.is_on:
            return
        if self._aloud.reads_short or page >= len(self._lesson.pages):
            self._aloud.stop()
        else:
            self._aloud.go_to(page)

    @Slot(int)
    def _follow_voice(self, page: int) -> None:
        if not self._aloud.reads_short:
            self._reader.follow_to(page)

    @Slot()
    def _turn_on(self) -> None:
        """Show what comes after the pages, once all of them were heard."""
        if self._lesson is not None:
            self._reader.follow_to(len(self._lesson.pages))

    @Slot(object)
    def _show_mark(self, mark: Mark | None) -> None:
        if self._marked_heading is not None:
            self._marked_heading.mark_heading(spoken=False)
            self._marked_heading = None
        if mark is None or self._lesson is None or self._aloud.reads_short:
            self._mark.clear()
            return
        page = self._lesson.pages[mark.page]
        sheet = self._reader.leaves.sheet_of(mark.page)
        if mark.sentence < heading_count(page):
            sheet.mark_heading(spoken=True)
            self._marked_heading = sheet
        self._mark.show_sentence(sheet.text, page, mark.sentence)

    @Slot()
    def _show_state(self) -> None:
        on, playing = self._aloud.is_on, self._aloud.is_playing
        short = self._aloud.reads_short
        self._reader.listen.show_reading(on=on and not short, playing=playing and not short)
        self._reader.leaves.short.show_reading(on=short, playing=short and playing)
        if playing and not self._was_playing:
            announce(self._reader, self.tr("Reading aloud"))
        elif self._was_playing and on and not playing:
            announce(self._reader, self.tr("Paused"))
        self._was_playing = playing

    @Slot(str)
    def _say_softly(self, sentence: str) -> None:
        self._reader.say(sentence)
        if sentence:
            announce(self._reader, sentence)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.notice_requested.emit(Notice(sentence, lasting=True))

    def _say_unrecorded(self) -> None:
        sentence = self.tr("This has not been recorded yet. All of it can be read here.")
        self.notice_requested.emit(Notice(sentence))

    def _letter(self, key: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), self._reader)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    def _connect(self) -> None:
        aloud, reader = self._aloud, self._reader
        aloud.changed.connect(self._show_state)
        aloud.failed.connect(self._fail)
        aloud.heard_out.connect(self._turn_on)
        aloud.marked.connect(self._show_mark)
        aloud.page_reached.connect(self._follow_voice)
        aloud.told.connect(self._say_softly)
        reader.listen.clicked.connect(self.toggle)
        reader.leaves.short.folded.connect(self._stop_short)
        reader.leaves.short.voice_wanted.connect(self.toggle_short)
        reader.turned.connect(self._follow_reader)
        self._mark.moved.connect(reader.column.show_ahead)

    @Slot()
    def _stop_short(self) -> None:
        if self._aloud.reads_short:
            self._aloud.stop()
