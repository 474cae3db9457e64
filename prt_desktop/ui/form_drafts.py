"""What keeps the words of a section's form, whichever way the form is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from prt_desktop.domain.form_draft import FormDraft
from prt_desktop.ui.draft_keeper import DraftKeeper, words_unkept
from prt_desktop.ui.put_away import PutAway
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from prt_desktop.domain.form_draft import Form
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.widgets.sectioned import SectionPane


class DraftedPage(SubPage):
    """A form with a draft. Signals: `changed` at each change, and those of every such page."""

    changed = Signal()

    @property
    def draft(self) -> FormDraft:
        """Give what stands in the fields; an empty one where it is nothing new."""
        raise NotImplementedError

    def fill(self, draft: FormDraft) -> None:
        """Put what a draft holds into the fields."""
        raise NotImplementedError


class FormDrafts(QObject):
    """Keeps what stands in the form that is open; what was begun goes first the next time.

    Signals: `put_away` when the form is to be closed, since its draft was put away;
    `brought_back` when the form is to be shown again; `notice_requested` with a Notice.
    """

    put_away = Signal()
    brought_back = Signal()
    notice_requested = Signal(Notice)

    def __init__(self, journal: Journal, of: Form, section: SectionPane) -> None:
        super().__init__(section)
        self.notice_requested.connect(section.notice_requested)
        self._journal = journal
        self._of = of
        self._page: DraftedPage | None = None
        self._keeper = DraftKeeper(journal, of, self._draft, self)
        self._keeper.failed.connect(self._fail)
        self._away = PutAway(journal, of, self)
        self._away.brought_back.connect(self._show_again)
        self._away.draft_wanted.connect(self.keep)
        self._away.notice_requested.connect(self.notice_requested)

    def begun(self) -> FormDraft | None:
        """Give what was begun and neither saved nor put away; what is open is kept first."""
        self._keeper.keep_if_touched()
        draft = self._journal.drafts.get(self._of)
        return None if draft is None or draft.is_empty else draft

    def follow(self, page: DraftedPage, begun: FormDraft | None) -> None:
        """Go on with what was begun on a new page, and keep what is written there."""
        if begun is not None:
            page.fill(begun)
            words = self.tr("You had begun this, and it is not saved yet.")
            notice = Notice(words, self.tr("Put it away"), self._put_away)
            self.notice_requested.emit(notice)
        self._page = page
        page.changed.connect(self._keeper.touch)

    @Slot()
    def keep(self) -> None:
        """Keep what is half-written."""
        self._keeper.keep_if_touched()

    def leave(self) -> None:
        """Keep what is half-written, as its page goes."""
        self._keeper.keep_if_touched()
        self._page = None

    def let_go(self) -> None:
        """Forget the draft, as what was written is kept elsewhere; its page goes."""
        self._page = None
        self._keeper.let_go()

    def _put_away(self) -> None:
        draft = self.begun()
        if draft is not None:
            self.let_go()
            self.put_away.emit()
            self.notice_requested.emit(self._away.offer(draft, self.tr("Put away.")))

    @Slot()
    def _show_again(self) -> None:
        self._page = None
        self.brought_back.emit()

    def _draft(self) -> FormDraft:
        return FormDraft() if self._page is None else self._page.draft

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.notice_requested.emit(words_unkept(sentence))
