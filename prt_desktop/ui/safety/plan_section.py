"""The safety plan: six short questions for a hard moment, kept as they are written, and printed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Slot

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.long_day import long_day
from prt_desktop.domain.safety_plan import LONGEST_PART, PlanPart, SafetyPlan, newest_first
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.paper_section import PaperSection
from prt_desktop.ui.safety import words
from prt_desktop.ui.safety.printed_plan import printed_plan
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice, Place
from prt_desktop.ui.widgets.saving import is_saved
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from PySide6.QtGui import QHideEvent

    from prt_desktop.domain.crisis import CrisisCountry
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.paper import Paper
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme

KEPT_EVERY_MS = 2_000


class PlanSection(PaperSection):
    """Keeps what is written two seconds after a key, and whenever it is left.

    `numbers` gives the crisis numbers that are printed with it. Another plan, which came with a
    journal that was taken in, is shown by a button and lost by none.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        numbers: Callable[[], Sequence[CrisisCountry]],
        clock: Callable[[], datetime],
        papers: Papers,
    ) -> None:
        super().__init__(papers)
        self._theme = theme
        self._journal = journal
        self._numbers = numbers
        self._clock = clock
        self._plan = SafetyPlan(new_entry_id(), clock())
        self._areas = {
            part: TextArea(theme, question, lines=2)
            for part, (question, _hint) in words.plan_questions().items()
        }
        self._when = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._other = Button(theme, self.tr("Show the other plan"), Look.PLAIN)
        self._pdf = Button(theme, self.tr("Save as PDF"), icon=Icon.DOWNLOAD)
        self._print = Button(theme, self.tr("Print"))
        self._crisis = Button(theme, self.tr("Open crisis help"), icon=Icon.HELP)
        self._timer = QTimer(self, singleShot=True, interval=KEPT_EVERY_MS)
        self._lay_out(theme)
        self._connect()

    def refresh(self) -> None:
        """Show the plan as it is kept, unless something else is being written."""
        kept = newest_first(self._journal.safety_plans.all())
        self._other.setVisible(len(kept) > 1)
        if self._timer.isActive() or not kept:
            return
        shown = next((one for one in kept if one.id == self._plan.id), kept[0])
        self._show_plan(shown)

    def put_down(self) -> None:
        """Keep what is half-written, as the diary is about to be locked."""
        self._keep_if_touched()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written when the page is left."""
        super().hideEvent(event)
        self._keep_if_touched()

    @Slot()
    def _keep(self) -> None:
        if self._is_kept():
            self.journal_changed.emit()
        longer = max(len(area.text) for area in self._areas.values()) - LONGEST_PART
        if longer > 0:
            told = self.tr(
                "A part of the plan is longer than can be kept: its last %s letters are not. "
                "Shorten it, or write the rest in the diary."
            )
            number = QLocale().toString(longer)
            self.notice_requested.emit(Notice(told % number, lasting=True))

    def _is_kept(self) -> bool:
        self._timer.stop()
        plan = self._written()
        if not is_saved(partial(self._journal.safety_plans.keep, plan), self.notice_requested):
            return False
        self._plan = plan
        for area in self._areas.values():
            area.edit.document().setModified(False)  # so that no draft takes it, too
        self._tell_when()
        return True

    @Slot()
    def _show_other(self) -> None:
        self._keep_if_touched()
        kept = newest_first(self._journal.safety_plans.all())
        at = next((at for at, one in enumerate(kept) if one.id == self._plan.id), -1)
        self._show_plan(kept[(at + 1) % len(kept)])

    @Slot()
    def _open_crisis(self) -> None:
        self.place_requested.emit(Place.CRISIS, "")

    def _keep_if_touched(self) -> None:
        """Keep it and tell nobody: while a page is being hidden, nothing may be built anew."""
        if self._timer.isActive():
            self._is_kept()

    def _written(self) -> SafetyPlan:
        texts = {part: area.text[:LONGEST_PART] for part, area in self._areas.items()}
        plan = self._plan
        for part, text in texts.items():
            plan = plan.with_part(part, text, self._clock())
        return plan

    def _show_plan(self, plan: SafetyPlan) -> None:
        self._plan = plan
        for part, text in plan.parts.items():
            edit = self._areas[part].edit
            if edit.toPlainText() != text:
                edit.blockSignals(True)
                edit.setPlainText(text)
                edit.blockSignals(False)
        self._tell_when()

    def _tell_when(self) -> None:
        day = long_day(self._plan.changed_at.date())
        self._when.setText("" if self._plan.is_empty else self.tr("Kept on %s.") % day)

    def paper(self) -> Paper:
        """Lay it out as it is now."""
        self._keep_if_touched()
        return printed_plan(self._theme, self._written(), self._numbers(), self._clock())

    def _connect(self) -> None:
        for area in self._areas.values():
            area.edit.textChanged.connect(self._timer.start)
        self._crisis.clicked.connect(self._open_crisis)
        self._other.clicked.connect(self._show_other)
        self._pdf.clicked.connect(self.save_pdf)
        self._print.clicked.connect(self.print_out)
        self._timer.timeout.connect(self._keep)

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("My safety plan")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.body.setSpacing(theme.gap * 2)
        for part in PlanPart:
            question, hint = words.plan_questions()[part]
            column.add(Field(theme, question, self._areas[part], hint))
        column.add(self._when)
        buttons = Flow(theme)
        for button in (self._pdf, self._print, self._crisis, self._other):
            buttons.addWidget(button)
        column.add(buttons)
        column.body.addStretch(1)
        fill(self, column)

    def _about(self) -> str:
        return self.tr(
            "A page for hard moments, best written on a calm day, alone or with someone. It is "
            "kept in your diary as you write. This app cannot call anyone, and nobody reads it: "
            "print it, and give a copy to someone you trust."
        )
