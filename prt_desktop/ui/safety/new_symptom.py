"""The question before a practice, at most once a day: whether anything is new or different."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot

from prt_desktop.domain.safety import NewSymptomAnswer
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Pane, Place
from prt_desktop.ui.widgets.saving import is_saved

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class NewSymptomPane(Pane):
    """Asks "anything new or different?"; yes and "not sure" lead to the safety pages.

    A pane that is about to start a practice asks for it with
    `place_requested.emit(Place.NEW_SYMPTOM, exercise_id)`; after "no" it leads back to
    `Place.PRACTISE` with that id.
    """

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
        self._target = ""
        title = self.tr("Is anything new or different today?")
        self.setAccessibleName(title)
        self._no = Button(theme, self.tr("No, nothing new"))
        self._yes = Button(theme, self.tr("Yes, something is"))
        self._unsure = Button(theme, self.tr("I am not sure"))
        self._back = Button(theme, self.tr("Back"), Look.PLAIN, Icon.CHEVRON_LEFT)
        column = Column(theme, title)
        column.body.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(Label(theme, self._why(), tone=Tone.MUTED))
        column.space(2)
        answers = Flow(theme)
        for button in (self._no, self._yes, self._unsure):
            answers.addWidget(button)
        column.add(answers)
        column.body.addStretch(2)
        fill(self, column)
        self._back.clicked.connect(self._go_back)
        self._no.clicked.connect(self._nothing_new)
        self._unsure.clicked.connect(self._something_new)
        self._yes.clicked.connect(self._something_new)

    def open(self, target: str) -> None:
        """Ask; `target` is the practice that waits, or ""."""
        self._target = target
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _nothing_new(self) -> None:
        if self._keep(something_new=False):
            self._go_back()

    @Slot()
    def _go_back(self) -> None:
        """Lead to the practice that waits, which goes on only after a "no", or to Today."""
        self.place_requested.emit(Place.PRACTISE if self._target else Place.TODAY, self._target)

    @Slot()
    def _something_new(self) -> None:
        if self._keep(something_new=True):
            self.place_requested.emit(Place.SAFETY_PAGES, self._target)

    def _keep(self, *, something_new: bool) -> bool:
        answer = NewSymptomAnswer(something_new, self._clock())
        if not is_saved(partial(self._journal.add_answer, answer), self.notice_requested):
            return False
        self.journal_changed.emit()
        return True

    def _why(self) -> str:
        return self.tr(
            "A pain in a new place, a different kind of pain, numbness, weakness, fever, a fall: "
            "anything you have not felt before. If something is new, two short pages come first."
        )
