"""The section of keeping on: reviews, guidance that fades, and packing up."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.exercise import Guidance
from prt_desktop.domain.form_draft import Form
from prt_desktop.domain.four_weeks import ChoiceKind, chosen
from prt_desktop.domain.plan import CORE_PRACTICE
from prt_desktop.domain.review import Review
from prt_desktop.ui.form_drafts import FormDrafts
from prt_desktop.ui.plan.end_page import EndPage
from prt_desktop.ui.plan.keeping_on_page import KeepingOnPage
from prt_desktop.ui.plan.plan_keeper import PlanKeeper
from prt_desktop.ui.plan.review_form import ReviewForm
from prt_desktop.ui.shelf_keeper import ShelfKeeper
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.pane import Place
from prt_desktop.ui.widgets.saving import is_saved
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.journal import Journal
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.theme import Theme

END = "end"
"""What `open` takes for the page on which one packs up."""


class KeepingOnSection(SectionPane):
    """Going back from a review keeps it; packing up only stops the suggestions."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        settings: SettingsFile,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._journal = journal
        self._settings = settings
        self._clock = clock
        self._form: ReviewForm | None = None
        self._page = KeepingOnPage(theme)
        self._stack = PageStack(self._page)
        self._plan = PlanKeeper(journal, clock, self)
        self._keeper: ShelfKeeper[Review] = ShelfKeeper(journal.reviews, self)
        self._drafts = FormDrafts(journal, Form.REVIEW, self)
        self.stand_on(self._stack)
        self._connect()

    def open(self, target: str) -> None:
        """Come to the front; "new" looks back on the week, `END` leads to packing up."""
        if target == END:
            self._show_end()
        elif self._form is None and (target == "new" or self._drafts.begun() is not None):
            self._write()

    @Slot()
    def refresh(self) -> None:
        """Show what is kept as it is now."""
        level = self._settings.read().guidance.get(CORE_PRACTICE, Guidance.FULL)
        guidance = Guidance(level) if level in set(Guidance) else Guidance.FULL
        self._page.show_reviews(self._journal.reviews.all(), guidance, self._clock())

    def put_down(self) -> None:
        """Keep what is half-written as a draft, before the diary is locked."""
        self._drafts.keep()

    @Slot()
    def _write(self) -> None:
        self._show_form(None)

    @Slot(str)
    def _open_review(self, review_id: str) -> None:
        found = self._keeper.found(review_id)
        if found is not None:
            self._show_form(found)

    @Slot()
    def _leave_form(self) -> None:
        """Keep what stands in the form, where anything does."""
        if self._form is None:
            return
        review = self._form.review
        before = self._keeper.found(review.id)
        if review.is_empty:
            gone = before is None or self._keeper.remove(before, self.tr("Removed."))
        else:
            gone = review == before or self._keeper.keep(review, self.tr("Kept."))
        if gone:
            self._drafts.let_go()
            self._come_back(review.id)

    @Slot()
    def _remove(self) -> None:
        found = None if self._form is None else self._keeper.found(self._form.review.id)
        if found is None or self._keeper.remove(found, self.tr("Removed.")):
            self._drafts.let_go()
            self._come_back("")

    @Slot(object)
    def _set_guidance(self, guidance: Guidance) -> None:
        settings = self._settings.read()
        levels = {**settings.guidance, CORE_PRACTICE: guidance.value}
        write = partial(self._settings.write, replace(settings, guidance=levels))
        if is_saved(write, self.notice_requested):
            self.journal_changed.emit()

    @Slot()
    def _show_end(self) -> None:
        packed = bool(chosen(self._journal.plan_choices.all(), ChoiceKind.PACKED))
        page = EndPage(self._theme, packed=packed)
        page.backup_wanted.connect(self._back_up)
        page.left.connect(partial(self._come_back, ""))
        page.pack_wanted.connect(self._pack_up)
        self._lay(page)
        page.take_focus()

    @Slot()
    def _back_up(self) -> None:
        self.place_requested.emit(Place.PRIVACY, "")

    @Slot()
    def _pack_up(self) -> None:
        told = self.tr("Packed up. Everything is still here, and you can come back any time.")
        if self._plan.say(ChoiceKind.PACKED, "", told):
            self._come_back("")

    def _show_form(self, wanted: Review | None) -> None:
        """Show a review, or a new one; what was begun goes before it."""
        begun = self._drafts.begun()
        found = wanted if begun is None else self._keeper.found(begun.value_id or "")
        review = found or Review(new_entry_id(), self._clock())
        form = ReviewForm(self._theme, review, is_new=found is None)
        form.left.connect(self._leave_form)
        form.removed.connect(self._remove)
        self._lay(form)
        self._drafts.follow(form, begun)
        self._form = form
        form.take_focus()

    def _lay(self, page: QWidget) -> None:
        self._drafts.leave()
        self._form = None
        self._stack.clear()
        self._stack.lay(page)

    @Slot()
    def _come_back(self, review_id: str = "") -> None:
        self._drafts.leave()
        self._form = None
        self._stack.clear()
        self.refresh()
        self._page.take_focus(review_id)

    def _connect(self) -> None:
        self._drafts.brought_back.connect(self._write)
        self._drafts.put_away.connect(self._come_back)
        for keeper in (self._keeper, self._plan):
            keeper.changed.connect(self.journal_changed)
            keeper.changed.connect(self.refresh)
            keeper.notice_requested.connect(self.notice_requested)
        self._page.end_wanted.connect(self._show_end)
        self._page.guidance_chosen.connect(self._set_guidance)
        self._page.review_opened.connect(self._open_review)
        self._page.review_wanted.connect(self._write)
