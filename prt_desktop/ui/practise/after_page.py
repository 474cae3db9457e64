"""The page after a practice: one curious question, and the way back to life."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from prt_desktop.domain.diary import Reflection
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.ending import Ending
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Place

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme

_AFTER_WORDS = 4  # a stretch, the title, the words and a space come before


class AfterPage(QWidget):
    """Asks how the person was with it, never how strong it was; nothing has to be answered.

    After something that was too much it steadies first: the question comes last and smaller.
    Signals: `reflected` with a Reflection; `easier_wanted` for fewer words next time;
    `practice_requested` with the id of a practice, `tool_requested` with the Tool of a page, and
    `place_requested` with the Place, to go on to.
    """

    reflected = Signal(Reflection)
    easier_wanted = Signal()
    practice_requested = Signal(str)
    tool_requested = Signal(Tool)
    place_requested = Signal(Place)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._ending = Ending(finished=True)
        self._column = Column(theme, self.tr("the page after the practice"))
        self._title = Label(theme, size=Size.DISPLAY, weight=Weight.BOLD)
        self._words = Label(theme, size=Size.LEAD, tone=Tone.MUTED)
        self._question = _Question(theme)
        self._easier = Button(theme, self.tr("It felt easy: fewer words next time"), Look.PLAIN)
        self._fewer = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._day = Button(theme, self.tr("Back to your day"), Look.PRIMARY)
        self._diary = Button(theme, self.tr("Write a line"), icon=Icon.PENCIL)
        self._sheet = Button(theme, self.tr("Write the thought down"), icon=Icon.PENCIL)
        self._companion = Button(theme, self.tr("Company in a flare"), icon=Icon.PRACTISE)
        self._call = Button(theme, self.tr("Someone to call"), icon=Icon.PHONE)
        self._lay_out(theme)
        self._easier.clicked.connect(self._make_easier)
        self._question.answer.chosen.connect(self._tell)
        self._call.clicked.connect(self._go_to_help)
        self._companion.clicked.connect(self._go_to_companion)
        self._day.clicked.connect(self._go_to_day)
        self._diary.clicked.connect(self._go_to_diary)
        self._sheet.clicked.connect(self._go_to_sheet)

    def show_after(self, ending: Ending) -> None:
        """Meet the person where the practice left them."""
        self._ending = ending
        title, words = _words(ending)
        self._title.setText(title)
        self._words.setText(words)
        self._ask(first=not ending.too_much)
        self._companion.setVisible(ending.too_much and bool(ending.companion))
        self._call.setVisible(ending.too_much)
        self._diary.setVisible(not ending.too_much)
        writes = ending.tool is Tool.THOUGHT_RECORD and not ending.too_much
        self._sheet.setVisible(writes)
        self._easier.setVisible(ending.may_be_sparser)
        self._fewer.hide()

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _tell(self, reflection: Reflection) -> None:
        self.reflected.emit(reflection)

    @Slot()
    def _make_easier(self) -> None:
        words = self.tr("Fewer words next time. You can change it before you start.")
        self.take_focus()
        self._easier.hide()
        self._fewer.setText(words)
        self._fewer.show()
        announce(self, words)
        self.easier_wanted.emit()

    @Slot()
    def _go_to_day(self) -> None:
        self.place_requested.emit(Place.TODAY)

    @Slot()
    def _go_to_diary(self) -> None:
        self.place_requested.emit(Place.DIARY)

    @Slot()
    def _go_to_sheet(self) -> None:
        self.tool_requested.emit(Tool.THOUGHT_RECORD)

    @Slot()
    def _go_to_help(self) -> None:
        self.place_requested.emit(Place.CRISIS)

    @Slot()
    def _go_to_companion(self) -> None:
        self.practice_requested.emit(self._ending.companion)

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.body.addStretch(1)
        column.add(self._title)
        column.add(self._words)
        column.space(3)
        column.add(self._question)
        column.space(3)
        buttons = Flow(theme)
        for button in self._ways():
            buttons.addWidget(button)
        column.add(buttons)
        column.add(self._fewer)
        column.space(3)
        column.body.addStretch(2)
        fill(self, column)

    def _ways(self) -> tuple[Button, ...]:
        help_first = (self._companion, self._call)
        return (self._day, *help_first, self._sheet, self._diary, self._easier)

    def _ask(self, *, first: bool) -> None:
        """Put the question above the ways on, or after them."""
        body = self._column.body
        body.removeWidget(self._question)
        body.insertWidget(_AFTER_WORDS if first else body.count() - 1, self._question)
        self._question.ask(loudly=first)
        ways = self._ways()
        answers = self._question.answer.findChildren(QAbstractButton)
        chain = [*answers, *ways] if first else [*ways, *answers]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)


class _Question(QWidget):
    """How I was with it, in three words to choose from."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = self.tr("How was I with it?")
        skip = self.tr("Not what the sensation did: how you met it. You can leave this out.")
        self.answer = ChoiceRow[Reflection](theme, words, self._answers())
        self._loud = Label(theme, words, Size.LEAD, weight=Weight.MEDIUM)
        quiet = self.tr("Only if you like: how was I with it?")
        self._quiet = Label(theme, quiet, Size.SMALL, Tone.MUTED)
        self._skip = Label(theme, skip, Size.SMALL, Tone.MUTED)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        for part in (self._loud, self._quiet, self._skip, self.answer):
            rows.addWidget(part)

    def ask(self, *, loudly: bool) -> None:
        """Ask anew, as what comes first or in passing."""
        self._loud.setVisible(loudly)
        self._skip.setVisible(loudly)
        self._quiet.setVisible(not loudly)
        self.answer.clear()

    def _answers(self) -> list[tuple[Reflection, str]]:
        return [
            (Reflection.CURIOUS, self.tr("Curious")),
            (Reflection.SO_SO, self.tr("So-so")),
            (Reflection.FIGHTING, self.tr("Fighting it")),
        ]


def _words(ending: Ending) -> tuple[str, str]:
    """Give the title and the words for one way a practice can end."""
    if ending.too_much:
        return _tr("You can let go of it now"), _tr(
            "Nothing has to be done or understood. Feel the chair or the bed that holds you, and "
            "let your eyes rest on one thing you like. Turning away from too much is part of it."
        )
    if ending.finished:
        words = _tr("It counts because you did it, whatever the pain did.")
        return _tr("That was the practice"), words
    return _tr("You stepped away"), _tr(
        "Look round the room once, and feel what holds you. Stepping away is part of it. You can "
        "come back, or leave it for today."
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("AfterPage", text)
