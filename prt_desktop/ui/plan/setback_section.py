"""The plan for setbacks: how one starts, what to do first, and whom to call."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.form_draft import Form, FormDraft
from prt_desktop.domain.good_day import SetbackPlan, setback_plan
from prt_desktop.ui.draft_keeper import DraftKeeper, words_unkept
from prt_desktop.ui.shelf_keeper import ShelfKeeper
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.sectioned import SectionPane
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme

_STEPS = ("first", "second", "third")


class SetbackSection(SectionPane):
    """One form, always open; what stands in it unsaved is kept as a draft."""

    def __init__(self, theme: Theme, journal: Journal, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._journal = journal
        self._clock = clock
        self._shown = SetbackPlan(new_entry_id(), clock())
        self._signs = TextArea(theme, "", self.tr("For example: short nights, much to do"), 3)
        self._steps = [LineEdit(theme, "") for _ in _STEPS]
        self._call = TextArea(theme, "", self.tr("A name, and a number if you like"), 2)
        self._save = Button(theme, self.tr("Keep this plan"), Look.PRIMARY)
        self._keeper: ShelfKeeper[SetbackPlan] = ShelfKeeper(journal.setback_plans, self)
        self._drafts = DraftKeeper(journal, Form.SETBACK, self._draft, self)
        self._lay_out(theme)
        self._connect()
        self._fill(self._kept())

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the form itself
        """Come to the front; what stood in it when the program ended is there again."""
        draft = self._journal.drafts.get(Form.SETBACK)
        if draft is not None and not draft.is_empty and self._plan == self._shown:
            self._show(draft.text("signs"), [draft.text(one) for one in _STEPS], draft.text("call"))

    @Slot()
    def refresh(self) -> None:
        """Show the plan as it is kept, unless something else stands in the form."""
        if self._plan == self._shown:
            self._fill(self._kept())

    def put_down(self) -> None:
        """Keep what is half-written as a draft, before the diary is locked."""
        self._drafts.keep_if_touched()

    @property
    def _plan(self) -> SetbackPlan:
        first, second, third = (line.text() for line in self._steps)
        return replace(
            self._shown,
            early_signs=self._signs.text,
            steps=(first, second, third),
            whom_to_call=self._call.text,
        )

    @Slot()
    def _keep(self) -> None:
        plan = replace(self._plan, changed_at=self._clock())
        before = self._shown
        self._shown = plan
        if self._keeper.keep(plan, self.tr("Kept. It is there when you need it.")):
            self._drafts.let_go()
            for area in (self._signs, self._call):  # or a lock would take it for left words
                area.edit.document().setModified(False)
            self._follow()
        else:
            self._shown = before

    @Slot()
    def _follow(self) -> None:
        is_new = self._plan != self._shown
        self._save.setEnabled(is_new)
        if is_new:
            self._drafts.touch()

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.notice_requested.emit(words_unkept(sentence))

    def _kept(self) -> SetbackPlan:
        kept = setback_plan(self._journal.setback_plans.all())
        return kept or SetbackPlan(new_entry_id(), self._clock())

    def _fill(self, plan: SetbackPlan) -> None:
        self._shown = plan
        self._show(plan.early_signs, plan.steps, plan.whom_to_call)
        self._follow()

    def _show(self, signs: str, steps: tuple[str, str, str] | list[str], call: str) -> None:
        if self._signs.text != signs:
            self._signs.edit.setPlainText(signs)
        for line, text in zip(self._steps, steps, strict=True):
            line.setText(text)
        if self._call.text != call:
            self._call.edit.setPlainText(call)

    def _draft(self) -> FormDraft:
        plan = self._plan
        if plan == self._shown:
            return FormDraft()
        steps = dict(zip(_STEPS, plan.steps, strict=True))
        return FormDraft({"signs": plan.early_signs, **steps, "call": plan.whom_to_call}, plan.id)

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("If it comes back")
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        about = self.tr(
            "Setbacks are common on the way, and do not mean harm by themselves. A new or other "
            "pain is looked at first. Write this on a calm day, if you can with your clinician."
        )
        column.add(Label(theme, about, tone=Tone.MUTED))
        column.space(1)
        column.add(Field(theme, self.tr("How it starts"), self._signs))
        column.space(1)
        names = (self.tr("What I do first"), self.tr("Then"), self.tr("And then"))
        for name, line in zip(names, self._steps, strict=True):
            column.add(Field(theme, name, line))
        column.space(1)
        column.add(Field(theme, self.tr("Whom I call"), self._call))
        column.space(1)
        column.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        fill(self, column)

    def _connect(self) -> None:
        self._call.edit.textChanged.connect(self._follow)
        self._drafts.failed.connect(self._fail)
        self._keeper.changed.connect(self.journal_changed)
        self._keeper.changed.connect(self.refresh)
        self._keeper.notice_requested.connect(self.notice_requested)
        self._save.clicked.connect(self._keep)
        self._signs.edit.textChanged.connect(self._follow)
        for line in self._steps:
            line.textChanged.connect(self._follow)
