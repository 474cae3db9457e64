"""The entries of the diary: write above, look back below."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import (
    EDITABLE_KINDS,
    Draft,
    Entry,
    MovementTrial,
    ThoughtRecord,
    new_entry_id,
)
from prt_desktop.domain.errors import StorageError
from prt_desktop.ui.diary.composer import Composer
from prt_desktop.ui.diary.entry_actions import EntryActions
from prt_desktop.ui.diary.section import SectionPane
from prt_desktop.ui.diary.timeline_model import TimelineModel
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.column import Strip
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

DRAFT_EVERY_MS = 2_000
_ROOM_FOR_BOTH = 620


class EntriesSection(SectionPane):
    """The composer, the timeline, and what keeps words safe between them.

    A draft is kept at most every two seconds and when the section is left; it is found again at
    the next start.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        practices: Practices,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._journal = journal
        self._practices = practices
        self._clock = clock
        self._draft_failed = False
        self._model = TimelineModel()
        self._view = TimelineView(theme, self._model)
        self._composer = Composer(theme)
        self._actions = EntryActions(theme)
        self._empty = Label(theme, self._nothing_yet(), tone=Tone.MUTED)
        self._top = Strip(theme)
        self._foot = Strip(theme)
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_EVERY_MS)
        self._lay_out()
        self._connect()
        self._find_draft()

    def open(self, target: str) -> None:
        """Come to the front; "new" begins to write, an entry's id chooses it."""
        if target == "new":
            self._composer.write()
            return
        self._view.choose(target)
        if self._view.isVisibleTo(self):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the entries as they are now."""
        lessons = {lesson.id: lesson.title for lesson in self._practices.library.lessons}
        practices = {exercise.id: exercise.title for exercise in self._practices.exercises()}
        entries = self._journal.entries()
        self._model.show_entries(entries, lessons | practices, self._clock())
        self._share_room()

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is written so far; a failure is told once, and the words stay."""
        self._timer.stop()
        draft = self._composer.draft
        try:
            if draft.is_empty:
                self._journal.drafts.drop()
            else:
                self._journal.drafts.keep(draft)
            self._draft_failed = False
        except StorageError as error:
            if not self._draft_failed:
                self._draft_failed = True
                self._tell_failure(error)

    @Slot(Draft)
    def _save(self, draft: Draft) -> None:
        try:
            entry = _written(self._journal, draft, self._clock())
            self._timer.stop()
            self._composer.clear()
            self._timer.stop()
            self._journal.drafts.drop()
        except StorageError as error:
            self._tell_failure(error)
            return
        self._after_change()
        self._view.choose(entry.id)
        self._view.setFocus()
        self.notice_requested.emit(Notice(self.tr("Saved in your diary.")))

    @Slot()
    def _put_away(self) -> None:
        draft = self._composer.draft
        self._composer.clear()
        self.keep_draft()
        if not draft.is_empty:
            words = self.tr("Put away.")
            bring = partial(self._bring_back, draft)
            self.notice_requested.emit(Notice(words, self.tr("Undo"), bring))

    @Slot(object)
    def _edit(self, entry: Entry) -> None:
        if entry.kind not in EDITABLE_KINDS:
            return
        if not self._composer.draft.is_empty:
            self._composer.write()
            words = self.tr("You are writing something. Save it or put it away first.")
            self.notice_requested.emit(Notice(words))
            return
        day = self._model.heading(entry.created_at.astimezone(self._clock().tzinfo).date())
        about = self.tr("You are changing the entry of: %s, %s.")
        own = entry.details if isinstance(entry.details, ThoughtRecord | MovementTrial) else None
        self._composer.show_draft(
            Draft(entry.text, entry.kind, entry.id, own),
            about % (day, self._model.time_words(entry)),
        )
        self._composer.write()

    @Slot(object)
    def _delete(self, entry: Entry) -> None:
        try:
            self._journal.remove(entry.id)
        except StorageError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return
        self._after_change()
        back = partial(self._put_back, entry.id)
        self.notice_requested.emit(Notice(self.tr("Entry deleted."), self.tr("Undo"), back))

    @Slot()
    def _share_room(self) -> None:
        both = self.height() >= self._theme.px(_ROOM_FOR_BOTH)
        alone = self._composer.is_open and (self._composer.has_parts or not both)
        some = self._model.rowCount() > 0
        self.whole_wanted.emit(alone)
        grows = self._composer.is_open and (alone or not some)
        self._top.body.setStretchFactor(self._composer, 1 if grows else 0)
        self._view.setVisible(some and not alone)
        self._empty.setVisible(not some and not self._composer.is_open)
        self._foot.setVisible(some and not self._composer.is_open)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """While writing in a low window the field has it alone."""
        super().resizeEvent(event)
        self._share_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft when the pane is left."""
        super().hideEvent(event)
        if self._timer.isActive():
            self.keep_draft()

    def _put_back(self, entry_id: str) -> None:
        try:
            self._journal.put_back(entry_id)
        except StorageError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return
        self._after_change()
        self._view.choose(entry_id)

    def _bring_back(self, draft: Draft) -> None:
        self._composer.show_draft(draft, "")
        self._composer.write()

    def _after_change(self) -> None:
        self.refresh()
        self.journal_changed.emit()

    def _find_draft(self) -> None:
        draft = self._journal.drafts.get()
        if draft is not None and not draft.is_empty:
            self._composer.show_draft(
                draft, self.tr("You were writing this when the program closed. It is all here.")
            )
            self._timer.stop()

    def _tell_failure(self, error: StorageError) -> None:
        words = self.tr("%s Your words are still in the window: try again, or copy them.")
        self.notice_requested.emit(Notice(words % error, lasting=True))

    def _nothing_yet(self) -> str:
        return self.tr(
            "Nothing here yet. What you write, practise and read appears below, newest first. "
            "It stays on this computer."
        )

    def _lay_out(self) -> None:
        top = self._top
        top.body.addWidget(self._composer)
        top.body.addWidget(self._empty)
        top.body.addStretch(0)
        self._foot.body.addWidget(self._actions)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.setSpacing(16)
        rows.addWidget(top)
        rows.addWidget(self._view, 1)
        rows.addWidget(self._foot)

    def _connect(self) -> None:
        self._actions.delete_requested.connect(self._delete)
        self._actions.edit_requested.connect(self._edit)
        self._composer.changed.connect(self._start_timer)
        self._composer.opened.connect(self._share_room)
        self._composer.put_away_requested.connect(self._put_away)
        self._composer.save_requested.connect(self._save)
        self._timer.timeout.connect(self.keep_draft)
        self._view.delete_requested.connect(self._delete)
        self._view.entry_chosen.connect(self._actions.show_entry)
        self._view.open_requested.connect(self._edit)

    @Slot()
    def _start_timer(self) -> None:
        if not self._timer.isActive():
            self._timer.start()


def _written(journal: Journal, draft: Draft, now: datetime) -> Entry:
    """Save a draft as a new entry, or in the place of the entry it changes."""
    old = {entry.id: entry for entry in journal.entries()}.get(draft.entry_id or "")
    text, details = draft.text.strip(), draft.details
    if details is not None:
        details = details.with_texts([one.strip() for one in details.texts])
    if old is None:
        entry = Entry(new_entry_id(), now, draft.kind, text, details)
        journal.add(entry)
    else:
        entry = replace(old, kind=draft.kind, text=text, details=details, edited_at=now)
        journal.replace(entry)
    return entry
