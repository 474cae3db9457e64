"""The page after a practice: one curious question, and the way back to life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.diary import Reflection
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class AfterPage(QWidget):
    """Asks how the person was with it, never how strong it was; nothing has to be answered.

    Signals: `reflected` with a Reflection; `place_requested` with the Place to go on to.
    """

    reflected = Signal(Reflection)
    place_requested = Signal(Place)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Label(theme, size=Size.DISPLAY, weight=Weight.BOLD)
        self._words = Label(theme, size=Size.LEAD, tone=Tone.MUTED)
        question = self.tr("How was I with it?")
        self._answer = ChoiceRow[Reflection](theme, question, self._answers())
        self._day = Button(theme, self.tr("Back to your day"), Look.PRIMARY)
        self._diary = Button(theme, self.tr("Write a line"), icon=Icon.PENCIL)
        column = Column(theme, self.tr("the page after the practice"))
        column.body.addStretch(1)
        column.add(self._title)
        column.add(self._words)
        column.space(3)
        column.add(Label(theme, question, Size.LEAD, weight=Weight.MEDIUM))
        skip = self.tr("Not what the sensation did: how you met it. You can leave this out.")
        column.add(Label(theme, skip, Size.SMALL, Tone.MUTED))
        column.add(self._answer)
        column.space(4)
        buttons = Flow(theme)
        buttons.addWidget(self._day)
        buttons.addWidget(self._diary)
        column.add(buttons)
        column.body.addStretch(2)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(column)
        self._answer.chosen.connect(self._tell)
        self._day.clicked.connect(self._go_to_day)
        self._diary.clicked.connect(self._go_to_diary)

    def show_after(self, *, finished: bool) -> None:
        """Ask after a practice that was heard to its end, or that was left before it."""
        if finished:
            self._title.setText(self.tr("That was the practice"))
            self._words.setText(self.tr("It counts because you did it, whatever the pain did."))
        else:
            self._title.setText(self.tr("You stepped away"))
            self._words.setText(
                self.tr("Stepping away is part of it. You can come back, or leave it for today.")
            )
        self._answer.clear()

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _tell(self, reflection: Reflection) -> None:
        self.reflected.emit(reflection)

    @Slot()
    def _go_to_day(self) -> None:
        self.place_requested.emit(Place.TODAY)

    @Slot()
    def _go_to_diary(self) -> None:
        self.place_requested.emit(Place.DIARY)

    def _answers(self) -> list[tuple[Reflection, str]]:
        return [
            (Reflection.CURIOUS, self.tr("Curious")),
            (Reflection.SO_SO, self.tr("So-so")),
            (Reflection.FIGHTING, self.tr("Fighting it")),
        ]
