"""The month: the weeks of the plan, one of them open with its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.four_weeks import TaskKind
from prt_desktop.domain.pace import Progress
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.plan.names import task_title
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.choice_row import ChoiceRow, Shape
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from prt_desktop.content.library import Library
    from prt_desktop.domain.four_weeks import FourWeeks
    from prt_desktop.domain.pace import Course, Standing
    from prt_desktop.ui.theme import Theme


class MonthPage(QWidget):
    """Shows one week at a time, that of the next step unless another is chosen.

    Signals: `step_opened` with its id; `week_wanted` with the id of a week to go on with;
    `rules_wanted`; `handout_wanted`; `unpack_wanted`.
    """

    step_opened = Signal(str)
    week_wanted = Signal(str)
    rules_wanted = Signal()
    handout_wanted = Signal()
    unpack_wanted = Signal()

    def __init__(self, theme: Theme, plan: FourWeeks) -> None:
        super().__init__()
        self._plan = plan
        self._course: Course | None = None
        self._library: Library | None = None
        self._now_in = -1
        title = self.tr("This month")
        self._column = Column(theme, title)
        weeks = [(week.id, week.title.partition(":")[0]) for week in plan.weeks]
        self._weeks: ChoiceRow[str] = ChoiceRow(
            theme, self.tr("Weeks of the plan"), weeks, shape=Shape.UNDERLINED
        )
        self._heading = Label(theme, size=Size.LEAD, weight=Weight.BOLD)
        self._about = Label(theme, tone=Tone.MUTED)
        self._rows = RowList(theme, self.tr("Steps of this week"), joined=True)
        self._begin = Button(theme, self.tr("Go on with this week"))
        self._rules = Button(theme, self.tr("The rules of this plan"), icon=Icon.INFO)
        self._handout = Button(theme, self.tr("A page to print"), icon=Icon.DOWNLOAD)
        self._packed = Card(theme)
        self._unpack = Button(theme, self.tr("Take the plan up again"), Look.PRIMARY)
        self._lay_out(theme, title)
        self._connect()

    def show_course(self, course: Course, library: Library, *, packed: bool) -> None:
        """Show how the plan stands; the week of the next step comes to the front when it moves."""
        self._course, self._library = course, library
        if course.now_in != self._now_in:
            self._now_in = course.now_in
            self._weeks.set_value(self._plan.weeks[self._now_in].id)
        self._packed.setVisible(packed)
        self._show_week()

    def show_step(self, step_id: str) -> None:
        """Bring the week of a step to the front, and let the focus land on it."""
        for week in self._plan.weeks:
            if any(step.id == step_id for step in week.steps):
                self._weeks.set_value(week.id)
                self._show_week()
        self._rows.stand_at(step_id)
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_to_begin(self) -> None:
        if self._weeks.value is not None:
            self.week_wanted.emit(self._weeks.value)

    @Slot()
    def _show_week(self) -> None:
        course, library = self._course, self._library
        if course is None or library is None:
            return
        coming = course.coming()
        at = [week.id for week in self._plan.weeks].index(self._weeks.value or "")
        week, standings = course.weeks[at]
        self._heading.setText(week.title)
        self._about.setText(week.about)
        first = coming[0].step.id if coming else ""
        rows = [step_row(one, library, is_next=one.step.id == first) for one in standings]
        self._rows.show_rows(rows)
        has_more = any(one.progress is Progress.TO_COME for one in standings)
        self._begin.setVisible(has_more and at != course.now_in)

    def _lay_out(self, theme: Theme, title: str) -> None:
        column = self._column
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        about = self.tr(
            "One small step a day, at your pace. Rest days are part of it, and a day left out "
            "changes nothing. A week goes on when its steps are done, or when you say so."
        )
        column.add(Label(theme, about, tone=Tone.MUTED))
        words = self.tr("You have packed up, so nothing is suggested. It is all still here.")
        self._packed.body.addWidget(Label(theme, words))
        self._packed.body.addWidget(self._unpack, 0, Qt.AlignmentFlag.AlignLeft)
        self._packed.hide()
        column.add(self._packed)
        column.space(1)
        column.add(self._weeks)
        column.space(1)
        for widget in (self._heading, self._about, self._rows):
            column.add(widget)
        buttons = Flow(theme)
        for button in (self._begin, self._rules, self._handout):
            buttons.addWidget(button)
        column.space(1)
        column.add(buttons)
        column.body.addStretch(1)
        fill(self, column)

    def _connect(self) -> None:
        self._begin.clicked.connect(self._ask_to_begin)
        self._handout.clicked.connect(self.handout_wanted)
        self._rows.chosen.connect(self.step_opened)
        self._rules.clicked.connect(self.rules_wanted)
        self._unpack.clicked.connect(self.unpack_wanted)
        self._weeks.chosen.connect(self._show_week)


def step_row(one: Standing, library: Library, *, is_next: bool) -> Row:
    """Make the row of a step: its name, why it is so, and how it stands, in words."""
    title = task_title(one.fitted.task, library)
    lines = one.fitted.because
    if one.fitted.exchanged:
        lines = _tr("You chose this one.")
    if one.progress is Progress.WAITING and one.closed is not None:
        lines = one.closed.sentence
    mark, icon, tone = _mark(one, is_next=is_next)
    spoken = ". ".join(part.rstrip(".") for part in (title, mark, lines) if part)
    faint = one.progress in {Progress.LEFT_OUT, Progress.WAITING, Progress.MISSING}
    return Row(one.step.id, title, lines, spoken, mark, icon, tone, faint)


def _mark(one: Standing, *, is_next: bool) -> tuple[str, Icon | None, Tone]:
    if is_next:
        return _tr("Next"), Icon.CHEVRON_RIGHT, Tone.ACCENT
    if one.progress is Progress.TO_COME and one.fitted.task.kind is TaskKind.REST:
        return _tr("Rest"), Icon.MOON, Tone.MUTED
    return {
        Progress.DONE: (_tr("Done"), Icon.CHECK, Tone.MUTED),
        Progress.LEFT_OUT: (_tr("Left out"), None, Tone.MUTED),
        Progress.WAITING: (_tr("Waits"), Icon.LOCK, Tone.MUTED),
        Progress.MISSING: (_tr("Cannot be read"), Icon.CAUTION, Tone.MUTED),
        Progress.TO_COME: ("", None, Tone.MUTED),
    }[one.progress]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Plan", text)
