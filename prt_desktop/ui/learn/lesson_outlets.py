"""Where a lesson goes besides the reader: onto cards for a room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.learn.teach_stage import TeachStage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.learn.reader import Reader
    from prt_desktop.ui.theme import Theme


class LessonOutlets(QObject):
    """Does what the menu of a reader asks for.

    Signals: `stage_requested` with what is to cover the window, `stage_left` when it is to go.
    """

    stage_requested = Signal(QWidget)
    stage_left = Signal()

    def __init__(self, theme: Theme, references: Mapping[str, Reference], reader: Reader) -> None:
        super().__init__(reader)
        self._theme = theme
        self._references = references
        self._reader = reader
        self._lesson: Lesson | None = None
        self._stage: TeachStage | None = None
        reader.menu.cards_requested.connect(self.teach)

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

    @Slot()
    def _leave(self) -> None:
        self.stage_left.emit()
        self._reader.menu.take_focus()
