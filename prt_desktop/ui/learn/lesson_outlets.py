"""Where a lesson goes besides the reader: onto cards for a room, into a PDF, onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.learn.handout import Handout
from prt_desktop.ui.learn.teach_stage import TeachStage
from prt_desktop.ui.paper_outlet import PaperOutlet
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.learn.reader import Reader
    from prt_desktop.ui.paper import Paper
    from prt_desktop.ui.papers import Papers
    from prt_desktop.ui.theme import Theme


class LessonOutlets(QObject):
    """Does what the menu of a reader asks for.

    Signals: `stage_requested` with what is to cover the window, `stage_left` when it is to go;
    `notice_requested` with what became of a PDF or a print.
    """

    notice_requested = Signal(Notice)

    stage_requested = Signal(QWidget)
    stage_left = Signal()

    def __init__(
        self,
        theme: Theme,
        references: Mapping[str, Reference],
        reader: Reader,
        papers: Papers,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(reader)
        self._outlet = PaperOutlet(papers)
        self._clock = clock
        self._theme = theme
        self._references = references
        self._reader = reader
        self._lesson: Lesson | None = None
        self._stage: TeachStage | None = None
        reader.menu.cards_requested.connect(self.teach)
        reader.menu.pdf_requested.connect(self.save_pdf)
        reader.menu.print_requested.connect(self.print_out)

    def take_lesson(self, lesson: Lesson) -> None:
        """Take note which lesson is open in the reader."""
        self._lesson = lesson

    @Slot()
    def teach(self) -> None:
        """Cover the window with the cards of the lesson, beginning at the page that is open."""
        if self._lesson is None:
            return
        if self._stage is None:
            self._stage = TeachStage(self._theme, self._references)
            self._stage.left.connect(self._leave)
        self._stage.show_lesson(self._lesson, self._reader.page)
        self.stage_requested.emit(self._stage)

    def put_away(self) -> None:
        """Take the cards off the window, which would outlive the pane that closes them."""
        if self._stage is not None:
            self.stage_left.emit()

    @Slot()
    def save_pdf(self) -> None:
        """Ask where to, and write the lesson there as a handout."""
        self._send(self._outlet.save_pdf)

    @Slot()
    def print_out(self) -> None:
        """Ask for a printer, and print the lesson as a handout."""
        self._send(self._outlet.print_out)

    def _send(self, send: Callable[[QWidget, Paper], Notice | None]) -> None:
        if self._lesson is not None:
            notice = send(self._reader, self._handout(self._lesson))
            if notice is not None:
                self.notice_requested.emit(notice)

    def _handout(self, lesson: Lesson) -> Handout:
        return Handout(self._theme, lesson, self._references, self._clock().date())

    @Slot()
    def _leave(self) -> None:
        self.stage_left.emit()
        self._reader.menu.take_focus()
