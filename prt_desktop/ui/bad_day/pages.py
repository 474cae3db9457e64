"""The pages of a bad day that are its own; the questions and the action are those of a practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.ui.bad_day import words
from prt_desktop.ui.diary.memo_listen import MemoListen
from prt_desktop.ui.practise.prelude import PreludePage
from prt_desktop.ui.practise.soothing_list import SoothingList
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.line_edit import LineEdit
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from prt_desktop.domain.exercise import Exercise
    from prt_desktop.domain.good_day import Message
    from prt_desktop.ui.diary.speaking import MemoTools
    from prt_desktop.ui.theme import Theme


class MessagePage(PreludePage):
    """The message from a good day, to be read and heard; `passed` goes on."""

    def __init__(self, theme: Theme, message: Message, tools: MemoTools) -> None:
        super().__init__(theme, words.message_title(message))
        on = Button(theme, self.tr("Go on"), Look.PRIMARY)
        self.first = on
        card = Card(theme)
        if message.text.strip():
            card.body.addWidget(Label(theme, message.text.strip(), Size.LEAD))
        self.listen = MemoListen(theme, tools)
        self.listen.show_memo(message.memo)
        self.listen.notice_requested.connect(self.notice_requested)
        card.body.addWidget(self.listen, 0, Qt.AlignmentFlag.AlignLeft)
        self.listen.setVisible(message.memo is not None)
        self.column.add(card)
        self.column.space(1)
        self.column.body.addWidget(on, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        on.clicked.connect(self.passed)

    def take_focus(self) -> None:
        """Put the focus on hearing it, or on going on."""
        super().take_focus()
        if self.listen.isVisibleTo(self):
            self.listen.take_focus()


class OfferPage(PreludePage):
    """A few practices to go to; `passed` goes on without one.

    Signals: those of a page; `exercise_requested` with the id of a practice.
    """

    def __init__(self, theme: Theme, title: str, line: str, exercises: Sequence[Exercise]) -> None:
        super().__init__(theme, title, line)
        self._rows = SoothingList(theme, exercises)
        self._rows.setAccessibleName(title)
        on = Button(theme, self.tr("Go on without one"))
        self.first = self._rows if exercises else on
        self.column.add(self._rows)
        self._rows.setVisible(bool(exercises))
        self.column.space(1)
        self.column.body.addWidget(on, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        on.clicked.connect(self.passed)
        self._rows.chosen.connect(self._choose)

    @Slot(str)
    def _choose(self, exercise_id: str) -> None:
        self.exercise_requested.emit(exercise_id, False)


class NextThingPage(PreludePage):
    """The smallest next normal thing; `passed` when one was chosen, or none.

    Signals: those of a page; `again_wanted` to begin at the questions.
    """

    again_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        title = self.tr("The smallest next normal thing")
        super().__init__(theme, title, words.next_thing_line())
        rows = RowList(theme, title, joined=True)
        rows.show_rows([Row(one, one, "", one) for one in words.small_things()])
        own = Button(theme, self.tr("One of my own, or none"))
        again = Button(theme, self.tr("It is hard again: start anew"), Look.PLAIN)
        self.first = rows
        buttons = Flow(theme)
        buttons.addWidget(own)
        buttons.addWidget(again)
        self.column.add(rows)
        self.column.space(1)
        self.column.add(buttons)
        self.column.body.addStretch(1)
        rows.chosen.connect(self.passed)
        own.clicked.connect(self.passed)
        again.clicked.connect(self.again_wanted)


class EndPage(PreludePage):
    """Enough for now; `passed` leads back to the day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("Enough for now"), words.end_line())
        self.first = back = Button(theme, self.tr("Back to Today"), Look.PRIMARY)
        self.column.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.body.addStretch(1)
        back.clicked.connect(self.passed)


class LookBackPage(PreludePage):
    """One line, a day later; `passed` without one.

    Signals: those of a page; `changed` at each change of the line; `kept` with it.
    """

    changed = Signal()
    kept = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, self.tr("What else was going on?"), words.look_back_line())
        self._field = LineEdit(theme, self.tr("What else was going on"))
        self._keep = Button(theme, self.tr("Keep it in the diary"), Look.PRIMARY)
        self._none = Button(theme, self.tr("Nothing to write"))
        self.first = self._field
        buttons = Flow(theme)
        buttons.addWidget(self._keep)
        buttons.addWidget(self._none)
        self.column.add(self._field)
        self.column.space(1)
        self.column.add(buttons)
        calm = self.tr("It is not to find a cause. It is only to have it down on paper.")
        self.column.add(Label(theme, calm, Size.SMALL, Tone.MUTED))
        self.column.body.addStretch(1)
        self._keep.setEnabled(False)
        self._keep.clicked.connect(self._tell)
        self._field.returnPressed.connect(self._tell)
        self._field.textChanged.connect(self._follow)
        self._field.textChanged.connect(self.changed)
        self._none.clicked.connect(self.passed)

    @property
    def text(self) -> str:
        """Give what is written."""
        return self._field.text().strip()

    def set_text(self, text: str) -> None:
        """Put words into the line."""
        self._field.setText(text)

    @Slot()
    def _follow(self) -> None:
        self._keep.setEnabled(bool(self.text))
        self._none.setEnabled(not self.text)  # which would lose what is written

    @Slot()
    def _tell(self) -> None:
        if self.text:
            self.kept.emit(self.text)
