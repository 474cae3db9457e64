"""One step of the plan: what it is and why, and what else could stand in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from prt_desktop.domain.four_weeks import TaskKind
from prt_desktop.domain.pace import Progress
from prt_desktop.ui.plan.names import task_line, task_title, task_verb
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList
from prt_desktop.ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.content.library import Library
    from prt_desktop.domain.four_weeks import PlanStep
    from prt_desktop.domain.pace import Standing
    from prt_desktop.ui.theme import Theme


class StepPage(SubPage):
    """Everything that can be said of a step.

    Signals: `taken` to do it now; `left_out`; `exchanged` with the id of another task;
    `put_back` to the way the plan has it; `rule_left` to switch its rule off; and `left`.
    """

    taken = Signal()
    left_out = Signal()
    exchanged = Signal(str)
    put_back = Signal()
    rule_left = Signal()

    def __init__(
        self, theme: Theme, one: Standing, others: Sequence[PlanStep], library: Library
    ) -> None:
        task = one.fitted.task
        super().__init__(theme, task_title(task, library), task_line(task, library))
        waits = one.progress in {Progress.WAITING, Progress.MISSING}
        self._go = Button(theme, task_verb(task), Look.PRIMARY)
        self._skip = Button(theme, self.tr("Leave this one out"))
        self._back = Button(theme, self.tr("Put it back as the plan has it"))
        self._rule_off = Button(theme, self.tr("Switch this rule off"), parent=self)
        self._others = RowList(theme, self.tr("Something else instead"), self, joined=True)
        self._rule_off.hide()
        self._others.hide()
        if one.closed is not None:
            card = Card(theme, Tone.CAUTION)
            card.body.addWidget(Label(theme, one.closed.sentence))
            self.column.add(card)
        self._say_why(theme, one)
        self._offer_others(theme, one, others, library)
        changed = one.fitted.exchanged or one.progress is Progress.LEFT_OUT
        can_skip = one.progress in {Progress.TO_COME, Progress.WAITING}
        self.set_buttons([self._go, self._skip, self._back])
        self._go.setVisible(not waits and task.kind is not TaskKind.REST)
        self._skip.setVisible(can_skip)
        self._back.setVisible(changed)
        self._go.clicked.connect(self.taken)
        self._skip.clicked.connect(self.left_out)
        self._back.clicked.connect(self.put_back)
        self._rule_off.clicked.connect(self.rule_left)
        self._others.chosen.connect(self.exchanged)

    def take_focus(self) -> None:
        """Put the focus on what there is to do."""
        buttons = (self._go, self._skip, self._back, self.back)
        first = next(one for one in buttons if one.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_why(self, theme: Theme, one: Standing) -> None:
        """Show the rule that brought this step, and the way to switch it off."""
        if one.fitted.rule is None:
            return
        card = Card(theme)
        words = self.tr("%s, this stands here.") % one.fitted.because
        card.body.addWidget(Label(theme, words))
        does = Label(theme, one.fitted.rule.does, Size.SMALL, Tone.MUTED)
        card.body.addWidget(does)
        card.body.addWidget(self._rule_off, 0, Qt.AlignmentFlag.AlignLeft)
        self._rule_off.show()
        self.column.add(card)

    def _offer_others(
        self, theme: Theme, one: Standing, others: Sequence[PlanStep], library: Library
    ) -> None:
        is_open = one.progress is not Progress.DONE and one.fitted.task.kind is not TaskKind.REST
        if not (is_open and others):
            return
        self.column.space(1)
        self.column.add(Label(theme, self._others.accessibleName(), weight=Weight.BOLD))
        self.column.add(self._others)
        self._others.show()
        titles = [(other.id, task_title(other.task, library)) for other in others]
        self._others.show_rows([Row(step_id, title, "", title) for step_id, title in titles])
