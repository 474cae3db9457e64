"""Today's page of the diary: write above, find again and look back below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.diary_search import DiaryIndex
from prt_desktop.domain.local_day import local_day
from prt_desktop.domain.tag_use import tags_by_use
from prt_desktop.ui.diary.circumstance_words import area_words
from prt_desktop.ui.diary.entry_actions import EntryActions
from prt_desktop.ui.diary.finder import Finder
from prt_desktop.ui.diary.timeline_model import TimelineModel
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button, IconButton, Look
from prt_desktop.ui.widgets.column import Strip
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from prt_desktop.domain.diary import Entry
    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.diary.memo_listen import MemoListen
    from prt_desktop.ui.diary.writing import Writing
    from prt_desktop.ui.theme import Theme

_ROOM_FOR_BOTH = 680
_FOLDED_AT_ONCE = 500


class EntriesPage(SectionPane):
    """The composer, the search and the timeline.

    Signals: those of a section; `calendar_requested`, `bin_requested` and `memo_requested` for
    another page.
    """

    calendar_requested = Signal()
    memo_requested = Signal()
    bin_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        practices: Practices,
        clock: Callable[[], datetime],
        writing: Writing,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._practices = practices
        self._clock = clock
        self._writing = writing
        self._composer = writing.composer
        self._index = DiaryIndex(area_words())
        self._titles: dict[str, str] = {}
        self._some = False
        self._model = TimelineModel()
        self._view = TimelineView(theme, self._model)
        self._calendar = Button(theme, self.tr("Calendar"), icon=Icon.CALENDAR)
        self._calendar.setToolTip(self.tr("Go to a day (Ctrl+G)"))
        self._finder = Finder(theme, self._calendar)
        self._actions = EntryActions(theme)
        self._bin = Button(theme, self.tr("Bin"), Look.PLAIN)
        self._speak = IconButton(theme, Icon.MIC, self.tr("Speak a memo"))
        self._first = QHBoxLayout()
        self._offers_memos = False
        self._empty = Label(theme, self._nothing_yet(), tone=Tone.MUTED)
        self._top = Strip(theme)
        self._foot = Strip(theme)
        self._idle = QTimer(self, interval=0)
        self._lay_out()
        self._connect()

    def offer_memos(self, listen: MemoListen) -> None:
        """Offer to speak a memo, and to hear the chosen one by `listen`."""
        self._offers_memos = True
        self._acts.insertWidget(0, listen)
        self._view.entry_chosen.connect(listen.show_entry)
        listen.notice_requested.connect(self.notice_requested)
        self._view.listen_requested.connect(listen.toggle)
        self.share_room()

    def open(self, target: str) -> None:
        """Come to the front; "new" begins to write, an entry's id chooses it."""
        if target == "new":
            self._composer.write()
            return
        if target:
            self._finder.end()
            self._view.choose(target)
        if self._view.isVisibleTo(self):
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the entries as they are now."""
        lessons = {lesson.id: lesson.title for lesson in self._practices.library.lessons}
        practices = {exercise.id: exercise.title for exercise in self._practices.exercises()}
        self._titles = lessons | practices
        entries = self._journal.entries()
        self._some = bool(entries)
        self._index.take(entries, self._titles)
        self._finder.offer_tags(tags_by_use(entries))
        self._find()
        self._idle.start()

    def show_day(self, day: date) -> bool:
        """Show the timeline from a day on, or from the next earlier one that has entries."""
        self._finder.end()
        found = self._view.choose_day(day)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    @Slot()
    def share_room(self) -> None:
        """Show what there is room for: while writing in a low window the field alone."""
        both = self.window().height() >= self._theme.px(_ROOM_FOR_BOTH)
        writing, searching = self._composer.is_open, self._finder.is_open
        large = self._composer.has_parts or self._composer.is_unfolded or not both
        alone = writing and large
        grows = writing and (alone or not self._some)
        self.whole_wanted.emit(alone or (searching and not both))
        self._top.body.setStretchFactor(self._first, 1 if grows else 0)
        self._composer.setVisible(writing or not searching)
        self._finder.setVisible(self._some and not writing)
        self._speak.setVisible(self._offers_memos and not writing and not searching)
        self._view.setVisible(self._some and not alone)
        self._empty.setVisible(not self._some and not writing)
        self._foot.setVisible(not writing)
        self._actions.setVisible(self._some)

    @Slot()
    def _find(self) -> None:
        """Show what is looked for, or everything."""
        wanted = self._finder.wanted
        entries = self._journal.entries() if wanted.is_empty else self._index.search(wanted)
        typed = "" if wanted.is_empty else wanted.typed
        self._model.show_entries(entries, self._titles, self._clock(), typed=typed)
        self._finder.tell(len(entries))
        self.share_room()

    @Slot()
    def _fold_more(self) -> None:
        if not self._index.prepare(_FOLDED_AT_ONCE):
            self._idle.stop()

    @Slot()
    def _search(self) -> None:
        if self._some and not self._composer.is_open:
            self._finder.begin()

    @Slot()
    def _go_to_found(self) -> None:
        self._view.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(object)
    def _take_saved(self, entry: Entry) -> None:
        self._after_change()
        self._view.choose(entry.id)
        self._view.setFocus()

    @Slot(object)
    def _edit(self, entry: Entry) -> None:
        day = self._model.heading(local_day(entry.created_at, self._clock()))
        about = self.tr("You are changing the entry of: %s, %s.")
        self._writing.edit(entry, about % (day, self._model.time_words(entry)))

    @Slot(object)
    def _delete(self, entry: Entry) -> None:
        if not is_saved(partial(self._journal.remove, entry.id), self.notice_requested):
            return
        self._after_change()
        back = partial(self._put_back, entry.id)
        self.notice_requested.emit(Notice(self.tr("Entry deleted."), self.tr("Undo"), back))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """While writing in a low window the field has it alone."""
        super().resizeEvent(event)
        self.share_room()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft when the page is left."""
        super().hideEvent(event)
        self._writing.leave()

    def _put_back(self, entry_id: str) -> None:
        if not is_saved(partial(self._journal.put_back, entry_id), self.notice_requested):
            return
        self._after_change()
        self._view.choose(entry_id)

    def _after_change(self) -> None:
        self.refresh()
        self.journal_changed.emit()

    def _nothing_yet(self) -> str:
        return self.tr(
            "Nothing here yet. What you write, practise and read appears below, newest first. "
            "It stays on this computer."
        )

    def _lay_out(self) -> None:
        top = self._top
        self._first.addWidget(self._composer, 1)
        self._first.addWidget(self._speak, 0, Qt.AlignmentFlag.AlignTop)
        top.body.addLayout(self._first)
        top.body.addWidget(self._finder)
        top.body.addWidget(self._empty)
        top.body.addStretch(0)
        foot = QWidget()
        self._acts = row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._actions)
        row.addStretch(1)
        row.addWidget(self._bin)
        self._foot.body.addWidget(foot)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.setSpacing(8)
        rows.addWidget(top)
        rows.addWidget(self._view, 1)
        rows.addWidget(self._foot)

    def _connect(self) -> None:
        self._actions.delete_requested.connect(self._delete)
        self._actions.edit_requested.connect(self._edit)
        self._bin.clicked.connect(self.bin_requested)
        self._calendar.clicked.connect(self.calendar_requested)
        self._composer.opened.connect(self.share_room)
        self._composer.shape_changed.connect(self.share_room)
        self._finder.opened.connect(self.share_room)
        self._speak.clicked.connect(self.memo_requested)
        self._finder.stepped_down.connect(self._go_to_found)
        self._finder.wanted_changed.connect(self._find)
        self._idle.timeout.connect(self._fold_more)
        self._view.delete_requested.connect(self._delete)
        self._view.entry_chosen.connect(self._actions.show_entry)
        self._view.open_requested.connect(self._edit)
        self._writing.notice_requested.connect(self.notice_requested)
        self._writing.saved.connect(self._take_saved)
        for keys, slot in (("Ctrl+F", self._search), ("Ctrl+G", self.calendar_requested)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
