"""The lessons to choose from, and what could not be opened among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.domain.lesson import Part
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prt_desktop.content.faults import Fault
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.theme import Theme


class LessonList(QWidget):
    """The first page of Learn.

    Signals: `chosen` with the id of a lesson.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Column(theme, self.tr("the lessons"))
        self._rows = RowList(theme, self.tr("Lessons"))
        self._faults = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._lay_out(theme)
        self._rows.chosen.connect(self.chosen)
        self._rows.row_reached.connect(self._reach)

    def show_lessons(
        self, lessons: Sequence[Lesson], read: Collection[str], faults: Sequence[Fault]
    ) -> None:
        """Show the lessons in their order; `read` holds the ids of those read to the end."""
        self._rows.show_rows([_row(lesson, read=lesson.id in read) for lesson in lessons])
        self._faults.setText(_fault_words(faults))
        self._faults.setVisible(bool(faults))

    def take_focus(self) -> None:
        """Put the focus on the rows."""
        self._rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QRect)
    def _reach(self, rect: QRect) -> None:
        self._column.show_part(self._rows, rect)

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("Learn"), Size.DISPLAY, weight=Weight.BOLD))
        column.add(
            Label(
                theme,
                self.tr("Short lessons, one idea a page. Any order, any day."),
                Size.LEAD,
                Tone.MUTED,
            )
        )
        column.space(2)
        column.add(self._rows)
        column.space(1)
        column.add(self._faults)
        column.body.addStretch(1)
        self._faults.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(column)


def part_name(part: Part) -> str:
    """Name a part of the course in plain words."""
    return {
        Part.START: _tr("To begin with"),
        Part.BRAIN: _tr("Pain and the brain"),
        Part.EVIDENCE: _tr("Looking for yourself"),
        Part.METHOD: _tr("The method"),
        Part.LIFE: _tr("Back in life"),
        Part.CLINICIAN: _tr("With your clinician"),
    }[part]


def _row(lesson: Lesson, *, read: bool) -> Row:
    lines = _tr("%s  ·  %d minutes") % (part_name(lesson.part), lesson.minutes)
    state = _tr("read") if read else _tr("not read yet")
    spoken = f"{lesson.title}. {part_name(lesson.part)}, {lesson.minutes} minutes, {state}"
    if read:
        return Row(lesson.id, lesson.title, lines, spoken, _tr("Read"), Icon.CHECK)
    return Row(lesson.id, lesson.title, lines, spoken)


def _fault_words(faults: Sequence[Fault]) -> str:
    if not faults:
        return ""
    count = len({fault.path for fault in faults})
    first = faults[0]
    where = f"{first.path.name}:{first.line} {first.message}"
    if count == 1:
        return _tr("One lesson could not be opened: %s") % where
    return _tr("%d lessons could not be opened, among them %s") % (count, where)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LessonList", text)
