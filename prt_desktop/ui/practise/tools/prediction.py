"""Before a movement: which one, how small, when to stop, and what is expected of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import Draft, EntryKind, MovementTrial
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.draft_keeper import DraftKeeper
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.tools.movement_choice import MovementChoice
from prt_desktop.ui.practise.tools.page import ToolPage
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.painting import RING
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class PredictionPage(ToolPage):
    """Asks for a movement and for a prediction in words; the draft holds both until compared.

    `go_on_words` stand on the button. A draft of a rung of the ladder stays that rung's as long
    as its movement is not changed for another.

    Signals: `predicted` with the MovementTrial so far, and those of every tool's page.
    """

    predicted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        exercise: Exercise,
        parent: QWidget | None = None,
        *,
        go_on_words: str = "",
    ) -> None:
        super().__init__(parent)
        self._trial = MovementTrial(exercise.id, "")
        self._choice = MovementChoice(theme, exercise.movements)
        self._area = TextArea(theme, "", lines=3)
        self._fault = Label(theme, tone=Tone.CAUTION, weight=Weight.MEDIUM)
        self._leave = Button(theme, self.tr("Back"), Look.PLAIN, Icon.CHEVRON_LEFT)
        words = go_on_words or self.tr("Go on to the practice")
        self._next = Button(theme, words, Look.PRIMARY)
        self._column = Column(theme, self.tr("the movement"))
        self._journal = journal
        self._keeper = DraftKeeper(journal, Tool.PREDICTION, self._draft, self)
        self._lay_out(theme)
        self._connect()

    @property
    def trial(self) -> MovementTrial:
        """Give the movement and the prediction as they are written now."""
        name = self._choice.name
        return replace(
            self._trial,
            movement=name,
            movement_id=self._choice.movement_id,
            prediction=self._area.text.strip(),
            rung_id=self._trial.rung_id if name == self._trial.movement else None,
        )

    def open(self) -> None:
        """Begin anew, or go on with a prediction of this exercise that was not compared yet."""
        draft = self._journal.drafts.get(Tool.PREDICTION)
        found = draft.details if draft is not None else None
        exercise_id = self._trial.exercise_id
        if isinstance(found, MovementTrial) and found.exercise_id == exercise_id:
            self._trial = found
        else:
            self._trial = MovementTrial(exercise_id, "")
        self._choice.show_movement(self._trial.movement_id, self._trial.movement)
        self._area.edit.setPlainText(self._trial.prediction)
        self._fault.hide()
        self._choice.take_focus()

    def take_focus(self) -> None:
        """Put the focus on what is still to be chosen or written."""
        self._choice.take_focus()

    @Slot()
    def go_on(self) -> None:
        """Keep the prediction and hand it on; without a movement, say what is missing."""
        trial = self.trial
        if not trial.movement:
            self._fault.setText(self.tr("Please choose a movement, or name one."))
            self._fault.show()
            announce(self, self._fault.text())
            self._choice.take_focus()
            return
        self._keeper.keep()
        self.predicted.emit(trial)

    @Slot()
    def _follow(self) -> None:
        self._fault.hide()
        self._keeper.touch()

    @Slot(QWidget)
    def _show_card(self, card: QWidget) -> None:
        """Show the stop rules, as far as what has the focus stays in sight."""
        self._column.show_from(card)
        focus = self.focusWidget()
        if focus is not None and self._choice.isAncestorOf(focus):
            self._column.ensureWidgetVisible(focus, 0, RING)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft when the page is left."""
        super().hideEvent(event)
        self._keeper.keep_if_touched()

    def _draft(self) -> Draft:
        return Draft("", EntryKind.MOVEMENT, details=self.trial)

    def _lay_out(self, theme: Theme) -> None:
        title = self.tr("Before the movement")
        self.setAccessibleName(title)
        column = self._column
        column.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        why = self.tr("Written down now, it can be compared with what really happens.")
        column.add(Label(theme, why, tone=Tone.MUTED))
        column.space(2)
        column.add(self._choice)
        column.space(2)
        question = self.tr("What do you expect?")
        hint = self.tr("What will happen, how bad will it be, how long will it last? In words.")
        column.add(Field(theme, question, self._area, hint))
        self._area.edit.setAccessibleDescription(hint)
        column.body.addStretch(1)
        footer = Footer(theme, column)
        footer.body.addWidget(self._fault)
        footer.body.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        self._fault.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(column, 1)
        rows.addWidget(footer)

    def _connect(self) -> None:
        self._area.edit.textChanged.connect(self._follow)
        self._choice.changed.connect(self._follow)
        self._choice.stop_rules_shown.connect(self._show_card)
        self._keeper.failed.connect(self.tell_failure)
        self._leave.clicked.connect(self.leave)
        self._next.clicked.connect(self.go_on)
