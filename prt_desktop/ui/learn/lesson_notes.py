"""Marks and notes in a lesson: made, shown on their pages, changed, and taken away again."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.lesson_notes import (
    new_note,
    note_in,
    notes_of,
    quoted,
    with_words,
)
from prt_desktop.ui.learn.mark_offer import MarkOffer
from prt_desktop.ui.learn.note_card import NoteCard
from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.learn.word_chooser import WordChooser
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import Settings
    from prt_desktop.ui.learn.reader import Reader
    from prt_desktop.ui.learn.sheet import Sheet
    from prt_desktop.ui.theme import Theme

MARK_KEY = "M"
_SAVED_AFTER_MS = 2_000


class LessonNotes(QObject):
    """Keeps what is marked at once, and what is written at it two seconds after the last key.

    Signals: `journal_changed` after a note was kept, changed or taken away; `notice_requested`.
    """

    journal_changed = Signal()
    notice_requested = Signal(Notice)

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        reader: Reader,
        clock: Callable[[], datetime],
        settings: Callable[[], Settings],
    ) -> None:
        super().__init__(reader)
        self._journal = journal
        self._reader = reader
        self._clock = clock
        self._settings = settings
        self._lesson: Lesson | None = None
        self._open: Entry | None = None
        self._choosing_on = 0
        self._chooser = WordChooser(self)
        self._card = NoteCard(theme, reader)
        self._card.hide()
        self._offered = MarkOffer(theme, reader)
        self._later = QTimer(self, singleShot=True, interval=_SAVED_AFTER_MS)
        self._letter = QShortcut(QKeySequence(MARK_KEY), reader)
        self._letter.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        reader.closing_first.insert(0, self._close)
        self._connect()

    def take_lesson(self, lesson: Lesson | None) -> None:
        """Let go of the lesson that was open, and take another."""
        if not self.put_away():
            self._open = None
            self._card.hide()
        self._lesson = lesson
        works = self._settings().stage_letters
        self._letter.setEnabled(works)
        self._reader.menu.show_mark_key(MARK_KEY if works else "")

    @Slot()
    def refresh(self) -> None:
        """Show the notes as the journal has them now."""
        for page, sheet in self._reader.leaves.shown_sheets():
            self.show_page(page, sheet)

    @Slot(int, object)
    def show_page(self, page: int, sheet: Sheet) -> None:
        """Show the notes of a page on the sheet that shows it."""
        notes = [note for note in self._notes() if self._page_of(note) == page]
        found = sheet.text.show_notes(notes)
        others = [note for note in notes if self._open is None or note.id != self._open.id]
        sheet.below.show_notes(others, found)

    @Slot()
    def mark(self) -> None:
        """Mark the words that are selected, or have a sentence of the page chosen."""
        if self._chooser.is_on:
            self._chooser.take()
        elif words := self._offered.take():
            self._keep(words)
        else:
            self._choose()

    @Slot(str)
    def open(self, note_id: str) -> None:
        """Open a note for writing, below the text in which it stands."""
        note = next((one for one in self._notes() if one.id == note_id), None)
        if note is None:
            return
        if not self.put_away():
            self._card.take_focus()
            return
        sheet = self._reader.leaves.sheet_of(self._page_of(note))
        sheet.open_below(self._card)
        self._card.show_note(note)
        self._open = note
        self._reader.column.keep_in_sight(self._card)
        self._card.take_focus()

    @Slot()
    def put_away(self) -> bool:
        """Keep what was written, and put card and button away; False, and open, if it failed."""
        self._chooser.end()
        self._offered.put_away()
        if not self._save():
            return False
        self._open = None
        self._card.hide()
        return True

    @Slot()
    def _close(self) -> bool:
        """Close the note that is open and go back to the text; False if none was open."""
        note = self._open
        if note is None:
            return False
        if not self.put_away():
            return True
        text = self._reader.leaves.sheet_of(self._page_of(note)).text
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @Slot()
    def _choose(self) -> None:
        page = self._reader.page
        if self._lesson is None or page >= len(self._lesson.pages):
            return
        view = self._reader.leaves.sheet_of(page).text
        self._choosing_on = page
        top = self._reader.column.viewport().mapTo(
            self._reader, self._reader.column.rect().topLeft()
        )
        position = view.cursorForPosition(view.mapFrom(self._reader, top)).position()
        if self._chooser.begin(view, position):
            words = self.tr("Arrows choose a sentence, Enter marks it, Escape leaves.")
            self._reader.say(words)
            announce(self._reader, words)

    @Slot()
    def _end_choosing(self) -> None:
        self._reader.say("")

    @Slot(str, QRect)
    def _offer(self, words: str, place: QRect) -> None:
        """Offer to mark what was selected with the mouse, right below it."""
        view = self.sender()
        if self._chooser.is_on or not isinstance(view, PageView):
            return
        self._choosing_on = self._reader.leaves.page_of(view)
        self._offered.offer(words, view, place)

    @Slot(str)
    def _keep(self, words: str) -> None:
        if self._lesson is None or not quoted(words):
            return
        page = self._choosing_on
        note = new_note(new_entry_id(), self._clock(), self._lesson.id, page, words)
        if self._save_or_tell(partial(self._journal.add, note)):
            self.refresh()
            announce(self._reader, self.tr("Marked. It is in your diary too."))
            self.open(note.id)

    @Slot()
    def _save(self) -> bool:
        """Keep what was written at the open note, if it is other than before; False if not kept."""
        self._later.stop()
        note = self._open
        if note is None or self._card.words.strip() == note.text:
            return True
        changed = with_words(note, self._card.words, self._clock())
        save = partial(self._journal.replace, changed)
        if note.id not in {one.id for one in self._notes()}:  # taken away in the diary meanwhile
            changed = replace(changed, id=new_entry_id())
            save = partial(self._journal.add, changed)
        if not self._save_or_tell(save):
            return False
        self._open = changed
        self.refresh()
        return True

    @Slot()
    def _take_away(self) -> None:
        if not self._save() or self._open is None:
            return
        note = self._open
        if not self._save_or_tell(partial(self._journal.remove_all, [note.id])):
            return
        self._open = None
        self._card.hide()
        self.refresh()
        self._reader.leaves.sheet_of(self._page_of(note)).text.setFocus()
        words = self.tr("The mark was taken away.")
        undo = partial(self._put_back, note.id)
        self.notice_requested.emit(Notice(words, self.tr("Undo"), undo))

    def _put_back(self, note_id: str) -> None:
        if self._save_or_tell(partial(self._journal.put_back, note_id)):
            self.refresh()

    def _save_or_tell(self, save: Callable[[], object]) -> bool:
        if not is_saved(save, self.notice_requested):
            return False
        self.journal_changed.emit()
        return True

    def _notes(self) -> tuple[Entry, ...]:
        if self._lesson is None:
            return ()
        return notes_of(self._journal.entries(), self._lesson.id)

    def _page_of(self, note: Entry) -> int:
        details = note_in(note, self._lesson.id) if self._lesson else None
        last = len(self._lesson.pages) - 1 if self._lesson else 0
        return min(max(details.page, 0), last) if details is not None else 0

    @Slot(object)
    def _watch(self, text: PageView) -> None:
        text.words_selected.connect(self._offer)
        text.note_chosen.connect(self.open)

    def _connect(self) -> None:
        leaves = self._reader.leaves
        leaves.text_made.connect(self._watch)
        leaves.page_shown.connect(self.show_page)
        leaves.note_chosen.connect(self.open)
        self._chooser.taken.connect(self._keep)
        self._chooser.left.connect(self._end_choosing)
        self._chooser.moved.connect(self._reader.column.show_part)
        self._offered.clicked.connect(self.mark)
        self._letter.activated.connect(self.mark)
        self._reader.menu.mark_requested.connect(self.mark)
        self._reader.turned.connect(self.put_away)
        self._reader.column.verticalScrollBar().valueChanged.connect(self._offered.put_away)
        self._card.written.connect(self._later.start)
        self._later.timeout.connect(self._save)
        self._card.done.connect(self._close)
        self._card.taken_away.connect(self._take_away)
