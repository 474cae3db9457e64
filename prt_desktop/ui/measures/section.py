"""The section in which our own questions are answered, at most once a week."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.diary import Entry, EntryKind, Measure, new_entry_id
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.measures import answered, turn
from prt_desktop.ui.form_drafts import FormDrafts
from prt_desktop.ui.keeper import Keeper
from prt_desktop.ui.measures.measure_form import MeasureForm
from prt_desktop.ui.measures.measures_page import MeasuresPage
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Notice
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class MeasuresSection(SectionPane):
    """Keeps answers as entries of the diary; the last ones can be changed and deleted.

    Answers that were left half-given are gone on with the next time.
    """

    def __init__(self, theme: Theme, journal: Journal, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._clock = clock
        self._keeper = Keeper(self)
        self._drafts = FormDrafts(journal, Form.MEASURE, self)
        self._page = MeasuresPage(theme)
        self._stack = PageStack(self._page)
        self.stand_on(self._stack)
        self._keeper.changed.connect(self.refresh)
        self._keeper.changed.connect(self.journal_changed)
        self._keeper.notice_requested.connect(self.notice_requested)
        self._page.answer_wanted.connect(self._answer)
        self._page.change_wanted.connect(self._change)
        self._page.delete_wanted.connect(self._delete)
        self._page.place_requested.connect(self.place_requested)
        self._drafts.brought_back.connect(self._answer)
        self._drafts.put_away.connect(self._come_back)

    def open(self, target: str) -> None:
        """Come to the front; "new" opens the questions if they may be answered today."""
        if target == "new" and turn(self._journal.entries(), self._clock()).is_open:
            self._answer()

    def refresh(self) -> None:
        """Show the answers as they are now."""
        self._page.show_measures(self._journal.entries(), self._clock())

    def put_down(self) -> None:
        """Keep what is half-answered as a draft, before the diary is locked."""
        self._drafts.keep()

    @Slot()
    def _answer(self) -> None:
        self._show_form(None)

    @Slot()
    def _change(self) -> None:
        last = self._last()
        if last is not None:
            self._show_form(last)

    @Slot()
    def _delete(self) -> None:
        last = self._last()
        if last is not None:
            remove = partial(self._journal.remove, last.id)
            back = partial(self._journal.put_back, last.id)
            self._keeper.write_with_undo(remove, self.tr("Answers deleted."), back)

    @Slot()
    def _come_back(self) -> None:
        self._drafts.leave()
        self._stack.clear()
        self._page.take_focus()

    def _show_form(self, wanted: Entry | None) -> None:
        """Show answers to be changed, or the questions; what was begun goes before it."""
        begun = self._drafts.begun()
        old = wanted
        if begun is not None:
            entries = answered(self._journal.entries())
            old = next((one for one in entries if one.id == begun.value_id), None)
        measure = old.details if old is not None else None
        form = MeasureForm(
            self._theme,
            measure if isinstance(measure, Measure) else Measure(),
            "" if old is None else old.text,
            None if old is None else old.id,
        )
        form.left.connect(self._come_back)
        form.saved.connect(partial(self._keep, old))
        self._stack.clear()
        self._drafts.follow(form, begun)
        self._stack.lay(form)
        form.take_focus()

    def _keep(self, old: Entry | None, measure: Measure, text: str) -> None:
        now = self._clock()
        if old is None:
            entry = Entry(new_entry_id(), now, EntryKind.MEASURE, text, measure)
            saved = self._keeper.write(partial(self._journal.add, entry))
        else:
            entry = replace(old, text=text, details=measure, edited_at=now)
            saved = self._keeper.write(partial(self._journal.replace, entry))
        if saved:
            self._drafts.let_go()
            self._come_back()
            self.notice_requested.emit(Notice(self.tr("Saved in your diary.")))

    def _last(self) -> Entry | None:
        return next(iter(answered(self._journal.entries())), None)
