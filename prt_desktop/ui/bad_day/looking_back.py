"""The one line about a bad day that is past: asked for once, and kept as it is written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.bad_day import BadDay, settled, to_look_back_on
from prt_desktop.domain.diary import Entry, EntryKind, new_entry_id
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.ui.bad_day.pages import LookBackPage
from prt_desktop.ui.draft_keeper import DraftKeeper, line_unkept
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.shelf import Shelf
    from prt_desktop.ui.theme import Theme

_WORDS = "words"


class LookingBack(QObject):
    """Makes the page with the line, which holds again what was left half-written there.

    Signals: `changed` when a line was kept or no more is asked; `ended` when the page is done
    with; `notice_requested` with a Notice.
    """

    changed = Signal()
    ended = Signal()
    notice_requested = Signal(Notice)

    def __init__(
        self, theme: Theme, journal: Journal, clock: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._journal = journal
        self._clock = clock
        self._page: LookBackPage | None = None
        self._keeper = DraftKeeper(journal, Form.LOOK_BACK, self._draft, self)
        self._keeper.failed.connect(self._tell_unkept)

    def page(self) -> LookBackPage:
        """Make a page, with the words of last time in its line."""
        self.keep()
        page = LookBackPage(self._theme)
        begun = self._journal.drafts.get(Form.LOOK_BACK)
        if begun is not None:
            page.set_text(begun.text(_WORDS))
        page.changed.connect(self._keeper.touch)
        page.kept.connect(self._keep_line)
        page.passed.connect(self._end)
        self._page = page
        return page

    def keep(self) -> None:
        """Keep what is half-written."""
        self._keeper.keep_if_touched()

    @Slot(str)
    def _keep_line(self, line: str) -> None:
        entry = Entry(new_entry_id(), self._clock(), EntryKind.NOTE, line)
        if is_saved(partial(self._journal.add, entry), self.notice_requested):
            self.notice_requested.emit(Notice(self.tr("Kept in your diary.")))
            self._end()

    @Slot()
    def _end(self) -> None:
        """Ask no more about this bad day, nor about one before it."""
        self._keeper.let_go()
        self._page = None
        settle = partial(settle_past, self._journal.bad_days, self._clock())
        is_saved(settle, self.notice_requested)
        self.changed.emit()
        self.ended.emit()

    @Slot(str)
    def _tell_unkept(self, sentence: str) -> None:
        self.notice_requested.emit(line_unkept(sentence))

    def _draft(self) -> FormDraft:
        return FormDraft() if self._page is None else FormDraft({_WORDS: self._page.text})


def settle_past(days: Shelf[BadDay], now: datetime) -> None:
    """Ask no more about any bad day that is past; raises StorageError."""
    while (day := to_look_back_on(days.all(), now)) is not None:
        days.keep(settled(day))
