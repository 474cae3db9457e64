"""The bin: what was removed in the last thirty days, to be put back or let go for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.errors import GoneError, StorageError
from prt_desktop.ui.diary.bin_model import BinModel
from prt_desktop.ui.diary.page import DiaryPage
from prt_desktop.ui.diary.timeline_view import TimelineView
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Strip
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from prt_desktop.domain.diary import Entry
    from prt_desktop.practices import Practices
    from prt_desktop.storage.journal import Journal
    from prt_desktop.ui.theme import Theme


class BinPage(DiaryPage):
    """What was removed, the newest first; letting go for good asks once, in place."""

    def __init__(
        self,
        theme: Theme,
        journal: Journal,
        practices: Practices,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(theme, self.tr("Bin"))
        self._journal = journal
        self._practices = practices
        self._clock = clock
        self._letting_go: tuple[str, ...] = ()
        self._model = BinModel()
        self._view = TimelineView(theme, self._model)
        self._view.setAccessibleName(self.tr("Removed entries"))
        self._view.setAccessibleDescription(self.tr("Enter puts back, Delete lets go for good"))
        self._about = Label(theme, tone=Tone.MUTED)
        self._back = Button(theme, self.tr("Put back"), Look.PLAIN, Icon.UNDO)
        self._let_go = Button(theme, self.tr("Let go for good"), Look.PLAIN, Icon.BIN)
        self._empty = Button(theme, self.tr("Empty the bin"), Look.PLAIN)
        self._question = Label(theme)
        self._yes = Button(theme, self.tr("Let go for good"))
        self._no = Button(theme, self.tr("Keep"))
        self._foot = Strip(theme)
        self._acts, self._asking = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._ask(())

    def open(self, target: str) -> None:  # noqa: ARG002 - there is only the page itself
        """Come to the front with the list, or with the way back where it is empty."""
        self._ask(())
        first = self._view if self._view.isVisibleTo(self) else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show the bin as it is now."""
        lessons = {lesson.id: lesson.title for lesson in self._practices.library.lessons}
        practices = {exercise.id: exercise.title for exercise in self._practices.exercises()}
        binned = self._journal.bin()
        self._model.show_binned(binned, lessons | practices, self._clock())
        self._view.setVisible(bool(binned))
        self._foot.setVisible(bool(binned))
        some = self.tr("What you deleted stays here for thirty days.")
        none = self.tr("Nothing is in the bin. What you delete stays here for thirty days.")
        self._about.setText(some if binned else none)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        for button in (self._back, self._let_go):
            button.setEnabled(self._view.entry is not None)

    @Slot()
    def _put_back(self) -> None:
        entry = self._view.entry
        if entry is not None and self._try(lambda: self._journal.put_back(entry.id)):
            self.notice_requested.emit(Notice(self.tr("Put back in your diary.")))

    @Slot()
    def _ask_for_one(self) -> None:
        entry = self._view.entry
        if entry is not None:
            self._ask((entry.id,))

    @Slot()
    def _ask_for_all(self) -> None:
        self._ask(tuple(one.entry.id for one in self._journal.bin()))

    @Slot()
    def _keep(self) -> None:
        self._ask(())
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go(self) -> None:
        ids = self._letting_go
        if self._try(lambda: self._journal.remove_for_good(ids)):
            self.notice_requested.emit(Notice(self.tr("Let go. It is gone from your diary.")))

    @Slot(object)
    def _open_row(self, _entry: Entry) -> None:
        self._put_back()

    @Slot(object)
    def _delete_row(self, _entry: Entry) -> None:
        self._ask_for_one()

    def _try(self, change: Callable[[], None]) -> bool:
        """Make a change and show what is left; a failure is told, and nothing is lost by it."""
        self._ask(())
        try:
            change()
        except GoneError:
            self.refresh()
            return False
        except StorageError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return False
        self.refresh()
        self.journal_changed.emit()
        first = self._view if self._view.isVisibleTo(self) else self.back
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _ask(self, ids: Sequence[str]) -> None:
        """Ask whether these are to go for good; none takes the question away."""
        self._letting_go = tuple(ids)
        many = self.tr("Let all %d entries go? They cannot be brought back.") % len(ids)
        one = self.tr("Let this entry go? It cannot be brought back.")
        self._question.setText(many if len(ids) > 1 else one)
        self._asking.setVisible(bool(ids))
        self._acts.setVisible(not ids)
        if ids:
            self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.head.body.addWidget(self._about)
        acts = Flow(self.theme)
        for button in (self._back, self._let_go, self._empty):
            acts.addWidget(button)
        self._acts.setLayout(acts)
        answers = Flow(self.theme)
        for button in (self._no, self._yes):
            answers.addWidget(button)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self._question)
        asking.addLayout(answers)
        for part in (self._acts, self._asking):
            self._foot.body.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 8)
        rows.addWidget(self.head)
        rows.addWidget(self._view, 1)
        rows.addWidget(self._foot)
        rows.addStretch(0)

    def _connect(self) -> None:
        self._back.clicked.connect(self._put_back)
        self._empty.clicked.connect(self._ask_for_all)
        self._let_go.clicked.connect(self._ask_for_one)
        self._no.clicked.connect(self._keep)
        self._view.delete_requested.connect(self._delete_row)
        self._view.entry_chosen.connect(self._follow)
        self._view.open_requested.connect(self._open_row)
        self._yes.clicked.connect(self._go)
