"""The map of the course: its lessons by their parts, where one is, and what could not be opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.lesson import Lesson, Part
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.grouped_rows import GroupedRows
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import Row

if TYPE_CHECKING:
    from prt_desktop.content.faults import Fault
    from prt_desktop.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Course:
    """What the map shows: the lessons, the ids of those read, and the id of the one to go on at.

    `language` is that of the course; a lesson in another one says so.
    """

    lessons: Sequence[Lesson]
    read: Collection[str]
    here: str
    language: str


class LessonList(QWidget):
    """The first page of Learn.

    Signals: `chosen` with the id of a lesson; `glossary_chosen` when the hard words are wanted.
    """

    chosen = Signal(str)
    glossary_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = ""
        self._column = Column(theme, self.tr("the lessons"))
        self._glossary = Button(theme, self.tr("Hard words, explained"), icon=Icon.INFO)
        headings = {part: part_name(part) for part in Part}
        self._rows = GroupedRows[Part](theme, self._column, headings, quiet=(Part.CLINICIAN,))
        self._faults = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._lay_out(theme)
        self._glossary.clicked.connect(self.glossary_chosen)
        self._rows.chosen.connect(self.chosen)

    def show_course(self, course: Course, faults: Sequence[Fault]) -> None:
        """Show the lessons by their parts; the focus lands on the one to go on at."""
        rows = {
            part: [_row(lesson, course) for lesson in course.lessons if lesson.part is part]
            for part in Part
        }
        has_moved = course.here != self._here
        self._here = course.here
        self._rows.show_rows(rows, stand_at=course.here if has_moved else "")
        self._faults.setText(_fault_words(faults))
        self._faults.setVisible(bool(faults))

    def show_glossary(self, *, offered: bool) -> None:
        """Offer the hard words where there are any."""
        self._glossary.setVisible(offered)

    def take_focus(self) -> None:
        """Put the focus on the lesson to go on at, or on the one that was opened last."""
        self._rows.take_focus()
        QTimer.singleShot(0, self._rows, self._rows.show_focused)

    def _lay_out(self, theme: Theme) -> None:
        column = self._column
        column.add(Label(theme, self.tr("Learn"), Size.DISPLAY, weight=Weight.BOLD))
        line = self.tr("Short lessons, one idea a page. Any order, any day.")
        column.add(Label(theme, line, Size.LEAD, Tone.MUTED))
        column.space(1)
        ways = Flow(theme)
        ways.addWidget(self._glossary)
        column.add(ways)
        self._rows.add_to_column()
        column.space(1)
        column.add(self._faults)
        column.body.addStretch(1)
        self._faults.hide()
        self._glossary.hide()
        fill(self, column)


def part_name(part: Part) -> str:
    """Name a part of the course in plain words."""
    return {
        Part.START: _tr("Start here"),
        Part.BRAIN: _tr("Pain and the brain"),
        Part.EVIDENCE: _tr("The evidence"),
        Part.METHOD: _tr("The method"),
        Part.LIFE: _tr("Back to life"),
        Part.CLINICIAN: _tr("For the clinician"),
    }[part]


def _row(lesson: Lesson, course: Course) -> Row:
    lines = _tr("%d minutes") % lesson.minutes
    if lesson.language != course.language:
        lines = _tr("%s  ·  in English") % lines
    told = [f"{lesson.title}. {lines.replace('  ·  ', ', ')}"]
    is_read = lesson.id in course.read
    told.append(_tr("read") if is_read else _tr("not read yet"))
    mark, icon, tone = (_tr("Read"), Icon.CHECK, Tone.MUTED) if is_read else ("", None, Tone.MUTED)
    if lesson.id == course.here:
        mark, icon, tone = _tr("Go on here"), Icon.CHEVRON_RIGHT, Tone.ACCENT
        told.append(mark.lower())
    return Row(lesson.id, lesson.title, lines, ", ".join(told), mark, icon, tone)


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
