"""The report: choose days and parts, leave single items out, see the page, and take it along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot

from prt_desktop.diary_files import DiaryFiles, Form
from prt_desktop.domain.report import Part, Report, offered_ids, report_of, whole_period
from prt_desktop.domain.report_data import data_of
from prt_desktop.domain.whole_diary import WholeDiary
from prt_desktop.storage.atomic import write_whole
from prt_desktop.ui.paper import layout_on
from prt_desktop.ui.paper_outlet import PaperOutlet
from prt_desktop.ui.report.import_desk import ImportDesk
from prt_desktop.ui.report.item_list import ItemList
from prt_desktop.ui.report.page_picture import PagePicture
from prt_desktop.ui.report.parts_choice import PartsChoice
from prt_desktop.ui.report.period_choice import PeriodChoice
from prt_desktop.ui.report.report_paper import ReportPaper
from prt_desktop.ui.report.way_in import WayIn
from prt_desktop.ui.report.ways_out import WaysOut
from prt_desktop.ui.report.writing_card import WritingCard
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.errand import Errand
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.page_stack import PageStack
from prt_desktop.ui.widgets.saving import is_saved
from prt_desktop.ui.widgets.sectioned import SectionPane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from prt_desktop.practices import Practices
    from prt_desktop.sound_files import Cancelled, Progress
    from prt_desktop.storage.settings import SettingsFile
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme

_LATER_MS = 150


class ReportSection(SectionPane):
    """Makes a report of the diary; nothing leaves that is not on its paper.

    What was left out stays so while the window is open. The picture of the first page follows
    every choice a moment later.
    """

    def __init__(
        self,
        theme: Theme,
        practices: Practices,
        settings: SettingsFile,
        clock: Callable[[], datetime],
        files: DiaryFiles,
        papers: Papers,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._practices = practices
        self._settings = settings
        self._clock = clock
        self._files = files
        self._papers = papers
        self._diary = WholeDiary()
        self._report = report_of(self._diary, whole_period(self._diary, self._today), self._today)
        self._known: set[str] = set()
        self._left_out: set[str] = set()
        self._errand = Errand(self)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._days = PeriodChoice(theme, self._today)
        self._parts = PartsChoice(theme)
        self._lists = {part: ItemList(theme, part) for part in Part if part is not Part.SUMMARY}
        self._picture = PagePicture(theme, self.tr("The first page as it will look"))
        self._out = WaysOut(theme)
        self._card = WritingCard(theme)
        self.column = Column(theme, self.tr("Report"))
        self._stack = PageStack(self.column)
        self._imports = ImportDesk(theme, self._stack, files, papers)
        self._way_in = WayIn(theme)
        self._lay_out()
        self._connect()

    @property
    def report(self) -> Report:
        """The report as it is chosen now: what would leave."""
        return self._report.with_only(self._parts.chosen, self._left_out)

    def refresh(self) -> None:
        """Show the journal as it is now."""
        self._diary = self._files.whole()
        told = self._settings.read().last_report
        last_report = date.fromisoformat(told) if told else None
        whole = whole_period(self._diary, self._today)
        self._days.show_bounds(self._today, whole, last_report)
        self._make()

    @Slot()
    def shut(self) -> None:
        """Cancel what is being written and wait for its end."""
        self._later.stop()
        self._errand.shut()
        self._imports.shut()

    @Slot()
    def _make(self) -> None:
        """Make the report anew; what is offered alone is left out where it is new."""
        self._report = report_of(self._diary, self._days.period, self._today)
        new = {item.id for item in self._report.items} - self._known
        self._left_out |= offered_ids(self._report) & new
        self._known |= new
        titles = self._titles()
        for part, one in self._lists.items():
            one.show_items(self._report.of(part), self._left_out, titles)
        self._show_parts()

    @Slot()
    def _show_parts(self) -> None:
        chosen = self._parts.chosen
        for part, one in self._lists.items():
            one.setVisible(part in chosen and bool(self._report.of(part)))
        self._later.start()

    @Slot(str, bool)
    def _leave_out(self, item_id: str, left_out: bool) -> None:
        if left_out:
            self._left_out.add(item_id)
        else:
            self._left_out.discard(item_id)
        self._later.start()

    @Slot()
    def _show_picture(self) -> None:
        paper = self._paper(whole=False)
        self._picture.show_image(paper.picture(self._out.paper, self._picture.width_px))

    @Slot()
    def _save_pdf(self) -> None:
        path = self._papers.new_pdf(self, self._file_name())
        if path is None or self._errand.running:
            return
        paper, size = self._paper(), self._out.paper

        def write(progress: Progress, _cancelled: Cancelled) -> Path:
            write_whole(path, paper.pdf_on(size, progress))
            return path

        self._begin(path, write)

    @Slot(Form)
    def _save_data(self, form: Form) -> None:
        name = f"{self._file_name()}.{'json' if form is Form.FHIR else form.value}"
        path = self._papers.new_file(self, name, form.value.upper())
        if path is None or self._errand.running:
            return
        period = self._report.period
        data = self._diary.within(period.first, period.last)
        if self._out.only_told:
            data = data_of(self.report, self._diary)

        def write(_progress: Progress, _cancelled: Cancelled) -> Path:
            self._files.write(data, form, path)
            return path

        self._begin(path, write)

    @Slot()
    def _print(self) -> None:
        outlet, layout = PaperOutlet(self._papers), layout_on(self._out.paper)
        notice = outlet.print_out(self, self._paper(), layout)
        if notice is not None and not notice.lasting:
            self._remember()
        self.say(notice)

    def _begin(self, path: Path, write: Callable[[Progress, Cancelled], Path]) -> None:
        self._card.show_running(self.tr("Writing %s") % path.name)
        self._card.take_focus()
        self._errand.start(write)

    @Slot(object)
    def _show_saved(self, path: Path) -> None:
        self._remember()
        title = self.tr("Saved: %s") % path.name
        self._card.show_end(title, self.tr("It lies in %s, readable by you alone.") % path.parent)

    @Slot(str)
    def _show_failed(self, sentence: str) -> None:
        self._card.show_end(self.tr("The report was not saved"), sentence)

    @Slot()
    def _show_stopped(self) -> None:
        self._card.show_end(self.tr("Stopped. Nothing was saved."))

    def _remember(self) -> None:
        """Keep the day, for "since the last report"; a failure changes nothing else."""
        settings = replace(self._settings.read(), last_report=self._today.isoformat())
        is_saved(partial(self._settings.write, settings), self.notice_requested)

    def _paper(self, *, whole: bool = True) -> ReportPaper:
        return ReportPaper(self._theme, self.report, self._titles(), whole=whole)

    def _titles(self) -> dict[str, str]:
        return {exercise.id: exercise.title for exercise in self._practices.exercises()}

    def _file_name(self) -> str:
        return self.tr("Diary report %s") % self._today.isoformat()

    @property
    def _today(self) -> date:
        return self._clock().date()

    def _lay_out(self) -> None:
        theme, column = self._theme, self.column
        lead = self.tr(
            "For a visit, or for yourself. You choose what is in it, item by item; it holds no "
            "diagnosis and no score."
        )
        column.add(Label(theme, self.tr("Report"), Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, lead, tone=Tone.MUTED))
        column.space(1)
        column.add(Label(theme, self.tr("Which days"), weight=Weight.MEDIUM))
        column.add(self._days)
        column.space(1)
        column.add(Label(theme, self.tr("What is in it"), weight=Weight.MEDIUM))
        column.add(self._parts)
        column.space(1)
        column.add(Label(theme, self.tr("Leave single items out"), weight=Weight.MEDIUM))
        for one in self._lists.values():
            column.add(one)
        column.space(1)
        column.add(Label(theme, self.tr("The first page"), weight=Weight.MEDIUM))
        column.add(self._picture)
        column.space(2)
        column.add(self._out)
        column.add(self._card)
        column.space(2)
        column.add(self._way_in)
        column.space(4)
        column.body.addStretch(1)
        self.stand_on(self._stack)

    def _connect(self) -> None:
        self._way_in.file_requested.connect(self._imports.ask)
        self._imports.notice_requested.connect(self.notice_requested)
        self._imports.journal_changed.connect(self.refresh)
        self._imports.journal_changed.connect(self.journal_changed)
        self._days.changed.connect(self._make)
        self._parts.changed.connect(self._show_parts)
        self._later.timeout.connect(self._show_picture)
        self._out.pdf_requested.connect(self._save_pdf)
        self._out.print_requested.connect(self._print)
        self._out.data_requested.connect(self._save_data)
        self._card.cancel_requested.connect(self._errand.cancel)
        self._errand.progressed.connect(self._card.show_progress)
        self._errand.done.connect(self._show_saved)
        self._errand.failed.connect(self._show_failed)
        self._errand.cancelled.connect(self._show_stopped)
        for one in self._lists.values():
            one.changed.connect(self._leave_out)
