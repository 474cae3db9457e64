"""The question pages that come before the fit worksheet, one at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from prt_desktop.domain.safety import FitPageId
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.safety.action_page import ActionPage
from prt_desktop.ui.safety.question_list import QuestionList
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.domain.safety import FitPage
    from prt_desktop.ui.theme import Theme


class BeforePages(QWidget):
    """Asks a page, or shows what its ticks ask for; Escape leaves, and answers nothing.

    Signals: `answered` with the FitPageId and the ids that were ticked; `went_on` after an
    action; `crisis_wanted`, `check_wanted`, and `left`.
    """

    answered = Signal(object, tuple)
    went_on = Signal()
    crisis_wanted = Signal()
    check_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, pages: Sequence[FitPage]) -> None:
        super().__init__()
        self._theme = theme
        self._pages = {page.id: page for page in pages}
        back = Button(theme, self.tr("Back"), Look.PLAIN, Icon.CHEVRON_LEFT)
        head = Strip(theme)
        head.body.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedLayout()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 24, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(head)
        rows.addLayout(self._stack, 1)
        back.clicked.connect(self.leave)

    @property
    def knows_all(self) -> bool:
        """Say whether every page can be read."""
        return set(self._pages) == set(FitPageId)

    def ask(self, page_id: FitPageId) -> None:
        """Ask one page."""
        number = list(FitPageId).index(page_id) + 1
        where = self.tr("Before the worksheet, page %d of %d") % (number, len(FitPageId))
        questions = QuestionList(self._theme, self._pages[page_id], where)
        questions.answered.connect(partial(self.answered.emit, page_id))
        self._show(questions)
        questions.take_focus()

    def show_action(self, page_id: FitPageId, ticked: tuple[str, ...]) -> None:
        """Show what the ticks of a page ask for."""
        page = self._pages[page_id]
        action = ActionPage(self._theme, page, ticked, self.tr("Go on"), self._what_else())
        action.check_wanted.connect(self.check_wanted)
        action.crisis_wanted.connect(self.crisis_wanted)
        action.left.connect(self.went_on)
        self._show(action)
        action.take_focus()

    @Slot()
    def leave(self) -> None:
        """Go back; what was not sent is not answered."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _what_else(self) -> str:
        return self.tr(
            "Lessons, soothing and your diary. This is a word for your clinician, and no alarm: "
            "one sign alone means little."
        )

    def _show(self, page: QWidget) -> None:
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
