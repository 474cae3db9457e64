"""The page on which a memo is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout

from prt_desktop.domain.diary import Entry, EntryKind, VoiceMemo, new_entry_id
from prt_desktop.ui.diary.memo_card import MemoCard
from prt_desktop.ui.diary.memo_playback import MemoPlayback
from prt_desktop.ui.diary.page import DiaryPage
from prt_desktop.ui.diary.speaking import MemoTools, Speaking
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class MemoPage(DiaryPage):
    """A memo from the press of Record to the diary.

    Signals: those of a page; `kept` with the Entry.
    """

    kept = Signal(object)

    def __init__(
        self, theme: Theme, tools: MemoTools, journal: Journal, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(theme, self.tr("Speak a memo"))
        self._journal = journal
        self._clock = clock
        self._speaking = Speaking(tools, self._put, self)
        self._playback = MemoPlayback(tools.make_player, self)
        self._is_shut = False
        self._card = MemoCard(theme, self._speaking, self._playback)
        self.head.body.addWidget(self._card)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.addWidget(self.head)
        rows.addStretch(1)
        self._speaking.notice_requested.connect(self.notice_requested)
        self._speaking.saved.connect(self._take_saved)

    @property
    def is_recording(self) -> bool:
        """Say whether a memo is being recorded or made."""
        return self._speaking.is_busy

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the page itself
        """Come to the front with the button that goes on."""
        self._card.take_focus()

    @Slot()
    def shut(self) -> None:
        """End the recording and keep what was said."""
        self._is_shut = True
        self._playback.shut()
        self._speaking.shut()

    def _put(self, memo: VoiceMemo, words: str) -> Entry:
        entry = Entry(new_entry_id(), self._clock(), EntryKind.MEMO, words, memo)
        self._journal.add(entry)
        return entry

    @Slot(object)
    def _take_saved(self, entry: Entry) -> None:
        if self._is_shut:
            return
        self.journal_changed.emit()
        if not self.is_recording:
            self.kept.emit(entry)
            self.notice_requested.emit(Notice(self.tr("Saved in your diary.")))
