"""One goal: what is wanted back, the smallest piece of it, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.domain.diary import new_entry_id
from prt_desktop.domain.story import Goal, GoalAbout, GoalState
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.story.drafted_form import DraftedForm
from prt_desktop.ui.story.words import about_word, state_word
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.dropdown import Dropdown
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from prt_desktop.domain.form_draft import FormDraft
    from prt_desktop.ui.theme import Theme


class GoalForm(DraftedForm):
    """Asks for a goal; the words alone are needed.

    Signals: `saved` with the Goal, `removed` with its id, and those of every such form.
    """

    saved = Signal(object)
    removed = Signal(str)

    def __init__(self, theme: Theme, clock: Callable[[], datetime], goal: Goal | None) -> None:
        title = self.tr("A goal") if goal is not None else self.tr("A new goal")
        line = self.tr("Something you want to do again. It needs no number and no date.")
        super().__init__(theme, title, line, None if goal is None else goal.id)
        self._goal = goal or Goal(new_entry_id(), clock(), "")
        self._text = TextArea(theme, "", lines=2)
        self._smallest = TextArea(theme, "", lines=2)
        self._about = Dropdown(theme, "")
        self._about.addItem(self.tr("Not said"), "")
        for about in GoalAbout:
            self._about.addItem(about_word(about), about.value)
        states = [(one, state_word(one)) for one in GoalState]
        self._state: ChoiceRow[GoalState] = ChoiceRow(theme, "", states, GoalState.WANTED)
        self._save = Button(theme, self.tr("Save the goal"), Look.PRIMARY)
        self._remove = Button(theme, self.tr("Remove it"), Look.PLAIN, Icon.BIN)
        self._lay_out(theme)
        self._remove.setVisible(goal is not None)
        self._show(self._goal)
        self._connect()
        self.begin()

    def fields(self) -> dict[str, str]:
        """Give the fields, or none while no word is written."""
        texts = {"text": self._text.text, "smallest": self._smallest.text}
        if not any(text.strip() for text in texts.values()):
            return {}
        state = self._state.value or GoalState.WANTED
        return {**texts, "about": str(self._about.currentData()), "state": state.value}

    def fill(self, draft: FormDraft) -> None:
        """Put what was half-written into the fields."""
        abouts = [one.value for one in GoalAbout]
        states = [one.value for one in GoalState]
        about, state = draft.text("about"), draft.text("state")
        self._text.edit.setPlainText(draft.text("text"))
        self._smallest.edit.setPlainText(draft.text("smallest"))
        self._about.setCurrentIndex(1 + abouts.index(about) if about in abouts else 0)
        self._state.set_value(GoalState(state) if state in states else GoalState.WANTED)

    def take_focus(self) -> None:
        """Put the cursor into the words."""
        self._text.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        text = " ".join(self._text.text.split())
        if not text:
            self.say(self.tr("Please write a few words first."))
            self.take_focus()
            return
        about = str(self._about.currentData())
        goal = Goal(
            self._goal.id,
            self._goal.added_at,
            text,
            " ".join(self._smallest.text.split()),
            GoalAbout(about) if about else None,
            self._state.value or GoalState.WANTED,
        )
        self.saved.emit(goal)

    @Slot()
    def _tell_removed(self) -> None:
        self.removed.emit(self._goal.id)

    def _show(self, goal: Goal) -> None:
        self._text.edit.setPlainText(goal.text)
        self._smallest.edit.setPlainText(goal.smallest)
        if goal.about is not None:
            self._about.setCurrentIndex(1 + list(GoalAbout).index(goal.about))
        self._state.set_value(goal.state)

    def _lay_out(self, theme: Theme) -> None:
        column = self.column
        hint = self.tr("For example: carry my niece, sit through a film, walk to the lake.")
        column.add(Field(theme, self.tr("What do I want back?"), self._text, hint))
        column.add(self.fault)
        column.space(1)
        small = self.tr("So small that it could happen this week. You can leave it out.")
        column.add(Field(theme, self.tr("The smallest piece of it"), self._smallest, small))
        column.space(1)
        column.add(Field(theme, self.tr("What it is about"), self._about))
        column.space(1)
        column.add(Field(theme, self.tr("How it stands"), self._state))
        self.set_buttons([self._save, self._remove])

    def _connect(self) -> None:
        for area in (self._text, self._smallest):
            area.edit.textChanged.connect(self.changed)
        self._text.edit.textChanged.connect(self.fault.hide)
        self._about.activated.connect(self.changed)
        self._state.chosen.connect(self.changed)
        self._save.clicked.connect(self._tell)
        self._remove.clicked.connect(self._tell_removed)
