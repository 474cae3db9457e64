"""The section of safety sentences: open while a clinician's check counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from prt_desktop.domain.exercise import Gate
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.own_sentences import draft_of, texts_to_show
from prt_desktop.domain.safety import Closed
from prt_desktop.domain.safety_messages import first_area
from prt_desktop.ui.draft_keeper import DraftKeeper, words_unkept
from prt_desktop.ui.sentences.closed_page import ClosedPage
from prt_desktop.ui.sentences.sentences_page import SentencesPage
from prt_desktop.ui.sentences.words import why_closed
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.pane import Notice, Place
from prt_desktop.ui.widgets.saving import is_saved
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from prt_desktop.domain.form_draft import FormDraft
    from prt_desktop.domain.safety_messages import SafetyMessage
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class SentencesSection(SectionPane):
    """Keeps the person's own sentences in the journal, where practices find them."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        messages: Sequence[SafetyMessage],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._journal = journal
        self._clock = clock
        self._closed: Closed | None = None
        self._gate = ClosedPage(theme)
        self._page = SentencesPage(theme, messages)
        self._drafts = DraftKeeper(journal, Form.SENTENCES, self._draft, self)
        self._shown: tuple[str, ...] | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self._gate)
        self._stack.addWidget(self._page)
        fill(self, self._stack)
        self._drafts.failed.connect(self._tell_failure)
        self._gate.opened.connect(self._lead_to_what_is_first)
        self._page.kept.connect(self._keep)
        self._page.touched.connect(self._drafts.touch)

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the page itself
        """Come to the front, with what was half-written beside a practice meanwhile."""
        self._drafts.keep_if_touched()
        draft = self._journal.drafts.get(Form.SENTENCES)
        texts = texts_to_show(draft, self._journal.own_sentences())
        if self._closed is None and draft is not None and texts != self._page.texts:
            self._page.show_texts(texts)
            self._drafts.settle()

    def refresh(self) -> None:
        """Show the sentences as they are now; what is being written stays."""
        closed = self._journal.safety().closed(Gate.CHECKED, self._clock())
        self._closed = closed
        if closed is not None:
            self._drafts.keep_if_touched()
            verb = self.tr("Record a check")
            if closed is Closed.PAGES_UNANSWERED:
                verb = self.tr("Open the pages")
            self._gate.show_why(why_closed(closed), verb)
            self._shown = None
        else:
            self._fill()
        self._stack.setCurrentIndex(0 if closed is not None else 1)

    def put_down(self) -> None:
        """Keep what is half-written."""
        self._drafts.keep_if_touched()

    @Slot(tuple)
    def _keep(self, sentences: tuple[str, ...]) -> None:
        before = self._journal.own_sentences()
        if self._set(sentences):
            back = partial(self._undo, before)
            self.notice_requested.emit(Notice(self.tr("Kept."), self.tr("Undo"), back))

    @Slot()
    def _lead_to_what_is_first(self) -> None:
        pages = self._closed is Closed.PAGES_UNANSWERED
        self.place_requested.emit(Place.SAFETY_PAGES if pages else Place.CHECK, "")

    @Slot(str)
    def _tell_failure(self, sentence: str) -> None:
        self.notice_requested.emit(words_unkept(sentence))

    def _set(self, sentences: tuple[str, ...]) -> bool:
        if not is_saved(partial(self._journal.set_own_sentences, sentences), self.notice_requested):
            return False
        self._drafts.let_go()
        self._shown = None
        self._fill()
        self.journal_changed.emit()
        return True

    def _undo(self, before: tuple[str, ...]) -> None:
        self._set(before)

    def _fill(self) -> None:
        """Show what the journal holds, or the draft, unless that is shown already."""
        kept = self._journal.own_sentences()
        if kept == self._shown:
            return
        first_time = self._shown is None
        self._drafts.keep_if_touched()
        draft = self._journal.drafts.get(Form.SENTENCES)
        self._page.show_texts(texts_to_show(draft, kept))
        self._shown = kept
        if first_time:
            told = [part for one in self._journal.entries() for part in one.circumstances.areas]
            self._page.show_area(first_area(told))

    def _draft(self) -> FormDraft:
        return draft_of(self._page.texts, self._journal.own_sentences())
