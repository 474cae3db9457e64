"""The evidence section: the sheet and the pages that lie over it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.evidence_sheet import Column, EvidencePoint
from prt_desktop.domain.form_draft import Form
from prt_desktop.ui.evidence.bank_page import BankPage
from prt_desktop.ui.evidence.gives_way_page import GivesWayPage
from prt_desktop.ui.evidence.link_page import LinkPage
from prt_desktop.ui.evidence.point_page import PointPage
from prt_desktop.ui.evidence.printed_sheet import printed_sheet
from prt_desktop.ui.evidence.sheet_keeper import SheetKeeper
from prt_desktop.ui.evidence.sheet_page import SheetPage
from prt_desktop.ui.form_drafts import FormDrafts
from prt_desktop.ui.paper_section import PaperSection
from prt_desktop.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from prt_desktop.domain.evidence_sheet import StarterPoint
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.paper import Paper
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme


class EvidenceSection(PaperSection):
    """Leads between the sheet, a point, the bank, the links and the question which gives way.

    A point that was left half-written is the one that opens next.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        starters: Sequence[StarterPoint],
        clock: Callable[[], datetime],
        papers: Papers,
    ) -> None:
        super().__init__(papers)
        self._theme = theme
        self._journal = journal
        self._starters = starters
        self._clock = clock
        self._keeper = SheetKeeper(journal, clock, self)
        self._drafts = FormDrafts(journal, Form.POINT, self)
        self._sheet = SheetPage(theme)
        self._form: PointPage | None = None
        self._stack = PageStack(self._sheet)
        self.stand_on(self._stack)
        self._connect()

    def open(self, target: str) -> None:
        """Come to the front; with the id of a point, open it."""
        if target:
            self._open_point(target)

    def refresh(self) -> None:
        """Show the sheet, and a point that is open, as they are now."""
        self._sheet.show_sheet(self._journal, self._clock())
        if self._form is not None:
            entries = {entry.id: entry for entry in self._journal.entries()}
            check = self._journal.safety().valid_check(self._clock())
            self._form.show_journal(entries, check, self._clock())

    def put_down(self) -> None:
        """Keep what is half-written as a draft, before the diary is locked."""
        self._drafts.keep()

    @Slot()
    def _add_point(self) -> None:
        self._show_form(None)

    @Slot(str)
    def _open_point(self, point_id: str) -> None:
        found = self._found(point_id)
        if found is not None:
            self._show_form(found)

    def _found(self, point_id: str | None) -> EvidencePoint | None:
        return next((one for one in self._journal.points.all() if one.id == point_id), None)

    def _show_form(self, wanted: EvidencePoint | None) -> None:
        """Show a point, or a new one; what was begun goes before it."""
        begun = self._drafts.begun()
        before = wanted if begun is None else self._found(begun.value_id)
        blank = EvidencePoint(new_entry_id(), self._clock(), Column.TOWARD_ALARM, "")
        point = before or blank
        starred = before is not None and before.is_starred(self._journal.own_sentences())
        form = PointPage(self._theme, point, starred=starred, is_new=before is None)
        form.left.connect(partial(self._come_back, point.id))
        form.links_wanted.connect(self._choose_links)
        form.place_requested.connect(self.place_requested)
        form.removed.connect(partial(self._remove, point))
        form.saved.connect(partial(self._save, before))
        self._stack.clear()
        self._drafts.follow(form, begun)
        self._form = form
        self.refresh()
        self._stack.lay(form)
        form.take_focus()

    def _save(self, before: EvidencePoint | None, point: EvidencePoint, starred: bool) -> None:
        if not self._keeper.save(before, point, starred=starred):
            return
        self._drafts.let_go()
        self._come_back(point.id)
        if starred and self._keeper.lacks_star(point):
            sentences = self._journal.own_sentences()
            page = GivesWayPage(self._theme, point.sentence, sentences)
            page.chosen.connect(partial(self._star, point))
            page.left.connect(partial(self._come_back, point.id))
            self._stack.lay(page)
            page.take_focus()

    def _star(self, point: EvidencePoint, instead_of: str) -> None:
        self._keeper.star(point, instead_of)
        self._come_back(point.id)

    def _remove(self, point: EvidencePoint) -> None:
        if self._keeper.remove(point):
            self._drafts.let_go()
            self._come_back("")

    @Slot()
    def _open_bank(self) -> None:
        on_sheet = {point.text for point in self._journal.points.all()}
        check = self._journal.safety().valid_check(self._clock())
        page = BankPage(self._theme, self._starters, on_sheet, check)
        page.left.connect(self._come_back)
        page.taken.connect(self._take_starters)
        self._stack.lay(page)
        page.take_focus()

    @Slot(tuple)
    def _take_starters(self, starters: Sequence[StarterPoint]) -> None:
        if self._keeper.take_starters(starters):
            self._come_back()

    @Slot()
    def _choose_links(self) -> None:
        if self._form is not None:
            ids = self._form.point.entry_ids
            page = LinkPage(self._theme, self._journal.entries(), ids, self._clock())
            page.left.connect(self._come_back_to_form)
            page.linked.connect(self._link)
            self._stack.lay(page)
            page.take_focus()

    @Slot(tuple)
    def _link(self, entry_ids: tuple[str, ...]) -> None:
        if self._form is not None:
            self._form.set_links(entry_ids)
            self.refresh()
        self._come_back_to_form()

    @Slot()
    def _come_back_to_form(self) -> None:
        self._stack.take_off()
        if self._form is not None:
            self._form.take_focus()

    @Slot()
    def _come_back(self, point_id: str = "") -> None:
        self._drafts.leave()
        self._form = None
        self._stack.clear()
        self._sheet.take_focus(point_id)

    def _connect(self) -> None:
        keeper, sheet = self._keeper, self._sheet
        keeper.changed.connect(self.refresh)
        keeper.changed.connect(self.journal_changed)
        keeper.notice_requested.connect(self.notice_requested)
        self._drafts.brought_back.connect(self._add_point)
        self._drafts.put_away.connect(self._come_back)
        sheet.bank_wanted.connect(self._open_bank)
        sheet.belief.kept.connect(keeper.keep_belief)
        sheet.belief.removed.connect(keeper.remove_newest_belief)
        sheet.pdf_wanted.connect(self.save_pdf)
        sheet.place_requested.connect(self.place_requested)
        sheet.point_opened.connect(self._open_point)
        sheet.point_wanted.connect(self._add_point)
        sheet.print_wanted.connect(self.print_out)

    def paper(self) -> Paper:
        """Lay it out as it is now."""
        journal, now = self._journal, self._clock()
        check = journal.safety().valid_check(now)
        return printed_sheet(self._theme, journal.points.all(), journal.beliefs.all(), check, now)
