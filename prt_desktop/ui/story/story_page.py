"""All that is told so far: the story, the goals, and the line with its list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.story import StoryPart, in_order, marks
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.story.life_line import LifeLine
from prt_desktop.ui.story.words import event_row, goal_row, heavy_words, part_word
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from prt_desktop.domain.story import Goal, LifeEvent, Story
    from prt_desktop.ui.theme import Theme


class StoryPage(QWidget):
    """Three parts, each optional; a row is opened by Enter.

    Signals: `story_wanted`; `goal_opened` and `event_opened` with an id, or "" for a new one;
    `pdf_wanted` and `print_wanted` for all of it on paper.
    """

    story_wanted = Signal()
    pdf_wanted = Signal()
    print_wanted = Signal()
    goal_opened = Signal(str)
    event_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(theme, self.tr("my story"))
        self._parts = {part: PartTold(theme, part_word(part)) for part in StoryPart}
        self._tell = Button(theme, "", Look.PRIMARY)
        self._goals = RowList(theme, self.tr("My goals"), joined=True)
        self._add_goal = Button(theme, self.tr("Add a goal"), icon=Icon.PLUS)
        self._line = LifeLine(theme)
        self._events = RowList(theme, self.tr("What stands on the line"), joined=True)
        self._add_event = Button(theme, self.tr("Add to the line"), icon=Icon.PLUS)
        self._paper = QWidget()
        self._pdf = Button(theme, self.tr("Save as PDF"), icon=Icon.DOWNLOAD)
        self._print = Button(theme, self.tr("Print"))
        self._lay_out(theme)
        self._pdf.clicked.connect(self.pdf_wanted)
        self._print.clicked.connect(self.print_wanted)
        self._tell.clicked.connect(self.story_wanted)
        self._add_goal.clicked.connect(partial(self.goal_opened.emit, ""))
        self._add_event.clicked.connect(partial(self.event_opened.emit, ""))
        for rows, opened in ((self._goals, self.goal_opened), (self._events, self.event_opened)):
            rows.chosen.connect(opened)

    def show_told(
        self,
        story: Story | None,
        goals: Sequence[Goal],
        events: Sequence[LifeEvent],
        today: date,
    ) -> None:
        """Show what is told."""
        told = {} if story is None else story.parts
        for part, shown in self._parts.items():
            shown.show_text(told.get(part, ""))
        self._tell.setText(self.tr("Change my story") if told else self.tr("Tell my story"))
        self._goals.show_rows([goal_row(goal) for goal in goals])
        self._goals.setVisible(bool(goals))
        ordered = in_order(events)
        self._line.show_marks(marks(ordered, today), today)
        self._events.show_rows([event_row(one, at) for at, one in enumerate(ordered, start=1)])
        self._line.setVisible(bool(ordered))
        self._events.setVisible(bool(ordered))
        self._paper.setVisible(bool(told or goals or ordered))

    def take_focus(self, value_id: str = "") -> None:
        """Put the focus where a goal or an event stands, or on the first button."""
        for rows in (self._goals, self._events):
            if value_id and rows.stand_at(value_id):
                rows.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self._tell.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        column, left = self._column, Qt.AlignmentFlag.AlignLeft
        ways = Flow(theme)
        self._paper.setLayout(ways)
        ways.addWidget(self._pdf)
        ways.addWidget(self._print)
        column.add(Label(theme, self.tr("My story"), Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._about(), tone=Tone.MUTED))
        column.space(1)
        for shown in self._parts.values():
            column.add(shown)
        column.space(1)
        column.body.addWidget(self._tell, 0, left)
        column.space(4)
        column.add(Label(theme, self.tr("My goals"), Size.LEAD, weight=Weight.BOLD))
        column.add(Label(theme, self._about_goals(), tone=Tone.MUTED))
        column.add(self._goals)
        column.body.addWidget(self._add_goal, 0, left)
        column.space(4)
        column.add(
            Label(theme, self.tr("Life and pain on one line"), Size.LEAD, weight=Weight.BOLD)
        )
        column.add(Label(theme, self._about_line(), tone=Tone.MUTED))
        column.add(Label(theme, heavy_words(), tone=Tone.MUTED))
        column.add(self._line)
        column.add(self._events)
        column.body.addWidget(self._add_event, 0, left)
        column.space(4)
        column.add(self._paper)
        column.body.addStretch(1)
        fill(self, column)

    def _about(self) -> str:
        return self.tr(
            "All of this is optional. It stays in your diary, and your plan takes its words from "
            "it."
        )

    def _about_goals(self) -> str:
        return self.tr("What you want to do again. No goal has a date, and none can be failed.")

    def _about_line(self) -> str:
        return self.tr(
            "What happened in your life, and what the pain did, side by side. You need it only "
            "once. The line draws no conclusion."
        )


class PartTold(QWidget):
    """A part of the story under its name; out of sight while nothing is told."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._text = Label(theme)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(Label(theme, name, Size.SMALL, Tone.MUTED, Weight.MEDIUM))
        rows.addWidget(self._text)

    def show_text(self, text: str) -> None:
        """Show what was told."""
        self._text.setText(text)
        self.setVisible(bool(text))
