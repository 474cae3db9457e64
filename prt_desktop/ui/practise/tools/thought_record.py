"""A frightening thought in three steps: the situation, the thought, a fairer sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import Draft, Entry, EntryKind, ThoughtRecord, new_entry_id
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.diary.words import part_words
from prt_desktop.ui.draft_keeper import DraftKeeper
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.tools.page import ToolPage
from prt_desktop.ui.practise.tools.symptom_hint import SymptomHint
from prt_desktop.ui.practise.tools.writing_step import WritingStep
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.put_away import PutAway
    from prt_desktop.ui.theme import Theme


class ThoughtRecordPage(ToolPage):
    """One question at a time; what was written before stands above it.

    Half-written it is found again at the next start; put away, it comes back by `put_away`, also
    when this page is gone. Signals: `kept` with the Entry that the
    diary now holds, and those of every tool's page.
    """

    kept = Signal(object)

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        clock: Callable[[], datetime],
        put_away: PutAway,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._put_away = put_away
        self._step = 0
        self._steps = [WritingStep(theme, *words) for words in self._questions()]
        self._keeper = DraftKeeper(journal, Tool.THOUGHT_RECORD, self._draft, self)
        leave = self.tr("Leave it for later")
        self._leave = Button(theme, leave, Look.PLAIN, Icon.CHEVRON_LEFT)
        self._back = Button(theme, self.tr("Back"))
        self._next = Button(theme, "", Look.PRIMARY)
        self._away = Button(theme, self.tr("Put it away"), Look.PLAIN, Icon.BIN)
        self._place = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._so_far = Label(theme, tone=Tone.MUTED)
        self._hint = SymptomHint(theme)
        self._column = Column(theme, self.tr("the thought"))
        self._lay_out(theme)
        self._connect()
        self._show_step()

    @property
    def record(self) -> ThoughtRecord:
        """Give what is written so far."""
        return ThoughtRecord().with_texts([step.text.strip() for step in self._steps])

    def open(self) -> None:
        """Begin with the first question, or go on with what was half-written."""
        draft = self._journal.drafts.get(Tool.THOUGHT_RECORD)
        found = draft.details if draft is not None else None
        record = found if isinstance(found, ThoughtRecord) else ThoughtRecord()
        self._show_record(record)
        self._go_to(next((k for k, text in enumerate(record.texts) if not text), 2))

    @Slot()
    def go_on(self) -> None:
        """Go to the next question; from the last one, save."""
        if self._step < len(self._steps) - 1:
            self._go_to(self._step + 1)
        else:
            self._save()

    @Slot()
    def go_back(self) -> None:
        """Go to the question before."""
        self._go_to(max(0, self._step - 1))

    @Slot()
    def put_away(self) -> None:
        """Throw it away; a notice offers it back."""
        draft = self._draft()
        self._show_record(ThoughtRecord())
        self._keeper.keep()
        self.notice_requested.emit(self._put_away.offer(draft, self.tr("Put away.")))
        self._go_to(0)

    @Slot()
    def _follow(self) -> None:
        self._keeper.touch()
        self._away.setVisible(not self._draft().is_empty)

    @Slot()
    def _show_field(self) -> None:
        self._column.show_from(self._steps[self._step])

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft when the page is left."""
        super().hideEvent(event)
        self._keeper.keep_if_touched()

    def _save(self) -> None:
        if self._draft().is_empty:
            self._go_to(0)
            return
        entry = Entry(new_entry_id(), self._clock(), EntryKind.THOUGHT, details=self.record)
        try:
            self._journal.add(entry)
        except StorageError as error:
            self.tell_failure(str(error))
            return
        self._show_record(ThoughtRecord())
        self._keeper.let_go()
        self.kept.emit(entry)

    @Slot()
    def _keep_draft(self) -> None:
        self._keeper.keep_if_touched()

    @Slot(object)
    def _take_back(self, draft: Draft) -> None:
        if isinstance(draft.details, ThoughtRecord):
            self._show_record(draft.details)
        self._show_step()
        self._keeper.settle()

    def _show_record(self, record: ThoughtRecord) -> None:
        for step, text in zip(self._steps, record.texts, strict=True):
            step.show_text(text)

    def _draft(self) -> Draft:
        return Draft("", EntryKind.THOUGHT, details=self.record)

    def _go_to(self, step: int) -> None:
        self._step = step
        self._show_step()
        self._steps[step].take_focus()
        QTimer.singleShot(0, self, self._show_field)

    def _show_step(self) -> None:
        last = self._step == len(self._steps) - 1
        for place, one in enumerate(self._steps):
            one.setVisible(place == self._step)
        named = zip(part_words(self.record), self.record.texts, strict=True)
        so_far = [f"{name}: {text}" for name, text in list(named)[: self._step] if text]
        self._so_far.setText("\n".join(so_far))
        self._so_far.setVisible(bool(so_far))
        self._place.setText(self.tr("Step %d of %d") % (self._step + 1, len(self._steps)))
        self._back.setVisible(self._step > 0)
        self._next.setText(self.tr("Save in my diary") if last else self.tr("Go on"))
        self._next.updateGeometry()
        self._away.setVisible(not self._draft().is_empty)

    def _questions(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("What happened?"),
                self.tr("Made-up example: I woke up, and my back was stiff."),
            ),
            (
                self.tr("What was the alarming thought?"),
                self.tr("Made-up example: This whole day is lost already."),
            ),
            (
                self.tr("What would be a fairer sentence?"),
                self.tr(
                    "Fairer, not rosier. Made-up example: Stiff mornings are hard. Some of them "
                    "turned into ordinary days."
                ),
            ),
        )

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("A fairer sentence")
        self.setAccessibleName(title)
        column = self._column
        column.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(self._place)
        column.space(1)
        column.add(self._so_far)
        for step in self._steps:
            column.add(step)
        column.space(2)
        column.add(self._hint)
        column.body.addWidget(self._away, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        footer = Footer(theme, column)
        buttons = Flow(theme)
        for button in (self._next, self._back):
            buttons.addWidget(button)
        footer.body.addLayout(buttons)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(column, 1)
        rows.addWidget(footer)

    def _connect(self) -> None:
        for step in self._steps:
            step.changed.connect(self._follow)
        self._away.clicked.connect(self.put_away)
        self._back.clicked.connect(self.go_back)
        self._hint.place_requested.connect(self.place_requested)
        self._keeper.failed.connect(self.tell_failure)
        self._leave.clicked.connect(self.leave)
        self._next.clicked.connect(self.go_on)
        self._put_away.brought_back.connect(self._take_back)
        self._put_away.draft_wanted.connect(self._keep_draft)
