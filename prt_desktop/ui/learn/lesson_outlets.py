"""Where a lesson goes besides the reader: onto cards for a room, into a PDF, onto paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.errors import StorageError
from prt_desktop.export.file_name import portable_name
from prt_desktop.storage.atomic import write_whole
from prt_desktop.ui.learn.handout import Handout
from prt_desktop.ui.learn.teach_stage import TeachStage
from prt_desktop.ui.paper import PROGRAM, page_layout
from prt_desktop.ui.widgets.pane import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.learn.papers import Papers
    from prt_desktop.ui.learn.reader import Reader
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
        self._papers = papers
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
        if self._lesson is None:
            return
        path = self._papers.new_pdf(self._reader, portable_name(self._lesson.title))
        if path is None:
            return
        try:
            write_whole(path, self._handout(self._lesson).pdf(QLocale()))
        except StorageError as error:
            self.notice_requested.emit(Notice(str(error), lasting=True))
            return
        self.notice_requested.emit(Notice(self.tr("The lesson was saved as %s.") % path.name))

    @Slot()
    def print_out(self) -> None:
        """Ask for a printer, and print the lesson as a handout."""
        if self._lesson is None:
            return
        printer = self._papers.printer(self._reader, self._lesson.title)
        if printer is None:
            return
        printer.setCreator(PROGRAM)
        printer.setPageMargins(page_layout(QLocale()).margins(), page_layout(QLocale()).units())
        if self._handout(self._lesson).paint(printer):
            self.notice_requested.emit(Notice(self.tr("The lesson is on its way to the printer.")))
            return
        words = self.tr(
            "The printer did not take the lesson. Nothing was changed. See whether it is on and "
            "has paper, then print again, or save the lesson as PDF and print that."
        )
        self.notice_requested.emit(Notice(words, lasting=True))

    def _handout(self, lesson: Lesson) -> Handout:
        return Handout(self._theme, lesson, self._references, self._clock().date())

    @Slot()
    def _leave(self) -> None:
        self.stage_left.emit()
        self._reader.menu.take_focus()
