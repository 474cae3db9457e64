"""After a movement: what came of it, beside what was expected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.circumstances import Circumstances, Ratings
from prt_desktop.domain.diary import (
    Draft,
    Entry,
    EntryKind,
    MovementTrial,
    NextTime,
    new_entry_id,
)
from prt_desktop.domain.errors import StorageError
from prt_desktop.domain.exercise import Tool
from prt_desktop.ui.diary.words import next_time_word
from prt_desktop.ui.draft_keeper import DraftKeeper
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.practise.tools.page import ToolPage
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.choice_row import ChoiceRow
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.field import Field
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.scale import Scale
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class ComparisonPage(ToolPage):
    """Three short questions and how to go on; nothing has to be answered, nothing is scored.

    After a rung of the ladder it also asks how much fear the movement brings now.

    Signals: `kept` with the Entry that the diary now holds, and those of every tool's page.
    """

    kept = Signal(object)

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._clock = clock
        self._trial = MovementTrial("", "")
        self._movement = Label(theme, size=Size.LEAD, tone=Tone.MUTED)
        self._expected = Label(theme)
        self._card = Card(theme)
        self._areas = [TextArea(theme, "", lines=2) for _ in range(3)]
        question = self.tr("Next time")
        options = [(one, next_time_word(one)) for one in NextTime]
        self._next_time: ChoiceRow[NextTime] = ChoiceRow(theme, question, options)
        fear = self.tr("How much fear does it bring now?")
        self._fear = Scale(theme, fear, (self.tr("none"), self.tr("the most")))
        self._save = Button(theme, self.tr("Save in my diary"), Look.PRIMARY)
        leave = self.tr("Leave it for later")
        self._leave = Button(theme, leave, Look.PLAIN, Icon.CHEVRON_LEFT)
        self._keeper = DraftKeeper(journal, Tool.PREDICTION, self._draft, self)
        self._lay_out(theme, question)
        self._connect()

    @property
    def trial(self) -> MovementTrial:
        """Give the movement with all that is written of it now."""
        texts = [area.text.strip() for area in self._areas]
        trial = self._trial.with_texts([self._trial.prediction, *texts])
        return replace(trial, next_time=self._next_time.value)

    def open(self, trial: MovementTrial) -> None:
        """Ask about `trial`, as PredictionPage handed it on or as its draft was found."""
        self._trial = trial
        self._movement.setText(trial.movement)
        self._expected.setText(trial.prediction)
        self._card.setVisible(bool(trial.prediction))
        for area, text in zip(self._areas, trial.texts[1:], strict=True):
            area.edit.setPlainText(text)
        self._fear.set_value(None)
        self._fear.setVisible(trial.rung_id is not None)
        self._next_time.clear()
        if trial.next_time is not None:
            self._next_time.set_value(trial.next_time)
        self._areas[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def go_on(self) -> None:
        """Save it in the diary."""
        entry = Entry(
            new_entry_id(),
            self._clock(),
            EntryKind.MOVEMENT,
            details=self.trial,
            circumstances=self._beside,
        )
        try:
            self._journal.add(entry)
        except StorageError as error:
            self.tell_failure(str(error))
            return
        self._keeper.let_go()
        self.kept.emit(entry)

    @Slot()
    def _follow(self) -> None:
        self._keeper.touch()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the draft when the page is left."""
        super().hideEvent(event)
        self._keeper.keep_if_touched()

    def _draft(self) -> Draft:
        return Draft("", EntryKind.MOVEMENT, details=self.trial, circumstances=self._beside)

    @property
    def _beside(self) -> Circumstances:
        return Circumstances(Ratings(fear=self._fear.value))

    def _lay_out(self, theme: Theme, next_time: str) -> None:
        title = self.tr("After the movement")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(self._movement)
        column.space(1)
        expected = self.tr("What you expected")
        self._card.body.addWidget(Label(theme, expected, Size.SMALL, Tone.MUTED))
        self._card.body.addWidget(self._expected)
        column.add(self._card)
        column.space(1)
        for words, area in zip(self._questions(), self._areas, strict=True):
            column.add(Field(theme, words, area))
            column.space(1)
        column.add(self._fear)
        hint = self.tr("There is no number to reach. You can leave any of this out.")
        column.add(Field(theme, next_time, self._next_time, hint))
        column.body.addStretch(1)
        footer = Footer(theme, column)
        footer.body.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(column, 1)
        rows.addWidget(footer)

    def _questions(self) -> tuple[str, ...]:
        return (
            self.tr("What happened?"),
            self.tr("What did not happen?"),
            self.tr("What did you learn?"),
        )

    def _connect(self) -> None:
        for area in self._areas:
            area.edit.textChanged.connect(self._follow)
        self._fear.chosen.connect(self._follow)
        self._keeper.failed.connect(self.tell_failure)
        self._leave.clicked.connect(self.leave)
        self._next_time.chosen.connect(self._follow)
        self._save.clicked.connect(self.go_on)
