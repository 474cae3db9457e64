"""Today: one next step, one quick line, one door for a bad day, and nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.today.quick_line import QuickLine
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice, Pane, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from prt_desktop.content.library import Library
    from prt_desktop.domain.diary import Entry
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.plan.plan_keeper import PlanKeeper
    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.today.line_draft import LineDraft
    from prt_desktop.ui.today.words import StepWords


class TodayPane(Pane):
    """One next step with its button, a line for a surprise or a note, and the door.

    Line and door stand before anything was read, at a place that the next step does not move
    unless it is longer than the upper part of the pane; `journal` and `library` are asked for
    when they are needed.
    """

    def __init__(
        self,
        theme: Theme,
        journal: Callable[[], Journal],
        library: Callable[[], Library],
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._library = library
        self._clock = clock
        self._words: StepWords | None = None
        self._goes_on: date | None = None
        self._plan: PlanKeeper | None = None
        self._draft: LineDraft | None = None
        self._greeting = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._headline = Label(theme, size=Size.DISPLAY, weight=Weight.BOLD)
        self._body = Label(theme, size=Size.LEAD, tone=Tone.MUTED)
        self._because = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._action = Card(theme, Tone.CAUTION)
        self._action_words = Label(theme)
        self._go = Button(theme, "", Look.PRIMARY)
        self._else = Button(theme, "", Look.PLAIN)
        self._buttons = QWidget()
        self._step = QWidget()
        self._column = Column(theme, self.tr("Today"))
        self._line = QuickLine(theme)
        self._door = Button(theme, self.tr("It is a bad day"), icon=Icon.MOON)
        self._door.setToolTip(self.tr("F2 from anywhere"))
        self._lay_out(theme)
        self._connect()

    @property
    def stands_unfilled(self) -> bool:
        """Say that a line can be written, and help be found, before the next step is known."""
        return True

    def open(self, target: str) -> None:
        """Come to the front; "surprise" puts the focus in the quick line."""
        if target == "surprise":
            self._line.take_focus()

    def refresh(self) -> None:
        """Choose the next step anew and find the words for it."""
        from prt_desktop.domain.plan import next_step  # noqa: PLC0415 - after the first paint
        from prt_desktop.ui.plan.month import month_of  # noqa: PLC0415 - likewise
        from prt_desktop.ui.today.words import greeting, step_words  # noqa: PLC0415 - likewise

        now = self._clock()
        library = self._library()
        journal = self._journal()
        safety = journal.safety()
        step = next_step(
            safety,
            journal.entries(),
            library.lessons,
            library.exercises,
            now,
            month_of(journal, library),
        )
        if self._goes_on == now.date() and step.beyond is not None:
            step = step.beyond
        self._words = step_words(step, library, safety)
        self._line_draft()
        self._greeting.setText(greeting(now))
        self._show(self._words)

    def put_down(self) -> None:
        """Keep what stands in the quick line; it is there again the next time."""
        if self._draft is not None or self._line.text:
            self._line_draft().keep()

    @Slot()
    def _take_step(self) -> None:
        if self._words is None:
            return
        if self._words.done:
            self._say_done(self._words.done)
        elif self._words.place is not None:
            self.place_requested.emit(self._words.place, self._words.target)

    @Slot()
    def _take_other(self) -> None:
        """Lead to the lesser way, show the step beyond, or pass what is not wanted."""
        from prt_desktop.ui.today.words import OtherWay  # noqa: PLC0415 - see above

        if self._words is None:
            return
        if self._words.other_way is OtherWay.BEYOND:
            self._goes_on = self._clock().date()
            self.refresh()
            self._go.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        elif self._words.other_way is OtherWay.PASS:
            self._pass_looking_back()
        elif self._words.other_place is not None:
            self.place_requested.emit(self._words.other_place, self._words.other_target)

    @Slot()
    def _open_door(self) -> None:
        self.place_requested.emit(Place.BAD_DAY, "")

    def _say_done(self, step_id: str) -> None:
        """Keep that a step of the day was done, and let it be undone."""
        from prt_desktop.domain.four_weeks import ChoiceKind  # noqa: PLC0415 - see above
        from prt_desktop.ui.plan.plan_keeper import PlanKeeper  # noqa: PLC0415 - see above

        if self._plan is None:
            self._plan = PlanKeeper(self._journal(), self._clock, self)
            self._plan.changed.connect(self.journal_changed)
            self._plan.changed.connect(self.refresh)
            self._plan.notice_requested.connect(self.notice_requested)
        self._plan.say(ChoiceKind.DONE, step_id, self.tr("Done for today."))

    def _pass_looking_back(self) -> None:
        """Ask no more about a bad day that is past."""
        from prt_desktop.ui.bad_day.looking_back import settle_past  # noqa: PLC0415 - see above

        settle = partial(settle_past, self._journal().bad_days, self._clock())
        if not is_saved(settle, self.notice_requested):
            return
        self.journal_changed.emit()
        self.refresh()

    @Slot(str)
    def _keep(self, text: str) -> None:
        from prt_desktop.domain import diary  # noqa: PLC0415 - after the first paint

        kinds = diary.EntryKind
        kind = kinds.SURPRISE if self._line.is_surprise else kinds.NOTE
        entry = diary.Entry(diary.new_entry_id(), self._clock(), kind, text)
        if not is_saved(partial(self._journal().add, entry), self.notice_requested):
            return
        self._line.clear()
        if self._draft is not None:
            self._draft.let_go()
        self.journal_changed.emit()
        self.refresh()
        self.notice_requested.emit(
            Notice(self.tr("Kept in your diary."), self.tr("Undo"), partial(self._take_back, entry))
        )

    def _line_draft(self) -> LineDraft:
        """Give what keeps the half-written line; asked for first, it puts it back into the line."""
        from prt_desktop.ui.today.line_draft import LineDraft  # noqa: PLC0415 - see above

        if self._draft is None:
            self._draft = LineDraft(self._line, self._journal(), self)
            self._draft.failed.connect(self._tell_unkept)
        return self._draft

    @Slot(str)
    def _tell_unkept(self, sentence: str) -> None:
        from prt_desktop.ui.draft_keeper import line_unkept  # noqa: PLC0415 - see above

        self.notice_requested.emit(line_unkept(sentence))

    @Slot()
    def _look_first(self) -> None:
        self.place_requested.emit(Place.NEW_SYMPTOM, "")

    def _take_back(self, entry: Entry) -> None:
        """Take a line out of the diary again and put its words back where they were written."""
        if not is_saved(partial(self._journal().remove, entry.id), self.notice_requested):
            return
        self._line.put_back(entry.text)
        self._line.set_surprise(surprise=entry.kind.value == "surprise")
        self.journal_changed.emit()
        self.refresh()

    def _show(self, words: StepWords) -> None:
        self._headline.setText(words.headline)
        self._body.setText(words.body)
        self._because.setText(words.because)
        self._because.setVisible(bool(words.because))
        self._action_words.setText(words.action)
        self._action.setVisible(bool(words.action))
        self._go.setText(words.verb)
        self._go.setVisible(bool(words.verb))
        self._else.setText(words.other)
        self._else.setVisible(bool(words.other))
        self._buttons.setVisible(bool(words.verb or words.other))
        was_filled, focus = self._step.isVisibleTo(self), QApplication.focusWidget()
        self._step.show()
        if not was_filled and focus is not None and self._line.isAncestorOf(focus):
            self._column.keep_in_sight(self._line)  # somebody began to write before this was known

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        above, below = QWidget(), QWidget()
        upper, step, lower = (_rows(theme, one) for one in (above, self._step, below))
        buttons = Flow(theme)
        self._buttons.setLayout(buttons)
        buttons.addWidget(self._go)
        buttons.addWidget(self._else)
        self._action.body.addWidget(self._action_words)
        self._action.hide()
        self._buttons.hide()
        self._because.hide()
        self._step.hide()
        for shown in (self._greeting, self._headline, self._body, self._because):
            step.addWidget(shown)
        step.addSpacing(8)
        step.addWidget(self._action)
        step.addSpacing(8)
        step.addWidget(self._buttons)
        upper.addStretch(2)
        upper.addWidget(self._step)
        upper.addStretch(1)
        upper.addSpacing(32)
        lower.addWidget(self._line)
        lower.addSpacing(24)
        lower.addWidget(self._door, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        lower.addStretch(1)
        column.body.addWidget(above, 3)
        column.body.addWidget(below, 2)
        fill(self, column)

    def _connect(self) -> None:
        self._door.clicked.connect(self._open_door)
        self._else.clicked.connect(self._take_other)
        self._go.clicked.connect(self._take_step)
        self._line.kept.connect(self._keep)
        self._line.new_symptom.connect(self._look_first)


def _rows(theme: Theme, of: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(of)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(theme.gap)
    return rows
