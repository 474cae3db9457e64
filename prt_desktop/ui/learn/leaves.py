"""The pages of a lesson, its questions and its end: one at a time, or all below each other."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.learn.end_page import EndPage
from prt_desktop.ui.learn.question_page import QuestionPage
from prt_desktop.ui.learn.sheet import Sheet
from prt_desktop.ui.learn.short_card import ShortCard

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.theme import Theme


class Leaves(QWidget):
    """Leaves are numbered from 0: the pages, then the questions, then the end.

    One at a time, all pages take turns on one sheet; below each other, each has its own. The
    widgets are used again for the next lesson.

    Signals: `text_made` with the PageView of a new sheet; `unfolded` with an answer that grew;
    `page_shown` with the number of a page and the sheet that shows it; `note_chosen` with the id
    of a note below a page; `try_chosen` at the end.
    """

    text_made = Signal(QWidget)
    unfolded = Signal(QWidget)
    page_shown = Signal(int, object)
    note_chosen = Signal(str)
    try_chosen = Signal()

    def __init__(
        self, theme: Theme, references: Mapping[str, Reference], terms: Collection[str]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._references = references
        self._terms = terms
        self._lesson: Lesson | None = None
        self._all = False
        self._sheets: list[Sheet] = []
        self._shown: list[int] = []
        self._questions: list[QuestionPage] = []
        self.short = ShortCard(theme, self)
        self.short.hide()
        self._end = EndPage(theme)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addWidget(self._end)
        self._end.try_chosen.connect(self.try_chosen)

    @property
    def pages(self) -> int:
        """Say how many pages the lesson has."""
        return len(self._lesson.pages) if self._lesson else 0

    @property
    def questions(self) -> int:
        """Say how many questions the lesson has."""
        return len(self._lesson.questions) if self._lesson else 0

    @property
    def last(self) -> int:
        """Give the number of the end."""
        return self.pages + self.questions

    def take_lesson(self, lesson: Lesson, way_on: str) -> None:
        """Take another lesson, of which nothing is shown yet."""
        self._lesson = lesson
        while len(self._questions) < self.questions:
            page = QuestionPage(self._theme, self)
            page.unfolded.connect(self.unfolded)
            self._questions.append(page)
            self._rows.insertWidget(self._rows.indexOf(self._end), page)
        for at, question in enumerate(lesson.questions):
            self._questions[at].show_question(question)
        self.short.show_short(lesson.short)
        self._end.show_end(lesson.try_this, way_on)
        for leaf in (*self._sheets, *self._questions, self._end):
            leaf.hide()

    def show_one(self, leaf: int) -> None:
        """Show one leaf alone."""
        self._all = False
        self._rows.setSpacing(0)
        self._show_pages((leaf,) if leaf < self.pages else ())
        shown = self.widget_of(leaf)
        for one in (*self._sheets, *self._questions, self._end):
            one.setVisible(one is shown)

    def show_all(self) -> None:
        """Show all leaves below each other."""
        self._all = True
        self._rows.setSpacing(2 * self._theme.space)
        self._show_pages(range(self.pages))
        for leaf in range(self.last + 1):
            self.widget_of(leaf).show()

    def sheet_of(self, page: int) -> Sheet:
        """Give the sheet of a page, made where it is the first to need it."""
        at = page if self._all else 0
        while len(self._sheets) <= at:
            sheet = Sheet(self._theme, self._references, self._terms, self)
            sheet.hide()
            if not self._sheets:
                sheet.add(self.short)
            self._rows.insertWidget(len(self._sheets), sheet)
            self._sheets.append(sheet)
            sheet.below.chosen.connect(self.note_chosen)
            self.text_made.emit(sheet.text)
        return self._sheets[at]

    def page_of(self, text: QWidget) -> int:
        """Give the page that a text shows, 0 if it shows none."""
        return next((page for page, sheet in self.shown_sheets() if sheet.text is text), 0)

    def shown_sheets(self) -> list[tuple[int, Sheet]]:
        """Give the pages that are shown, each with its sheet."""
        return [(page, self._sheets[at]) for at, page in enumerate(self._shown)]

    def widget_of(self, leaf: int) -> QWidget:
        """Give the widget of a leaf."""
        if leaf < self.pages:
            return self.sheet_of(leaf)
        return self._questions[leaf - self.pages] if leaf < self.last else self._end

    def focus_stop(self, leaf: int) -> QWidget | None:
        """Give what takes the focus on a leaf: its text, or the first answer."""
        if leaf < self.pages:
            return self.sheet_of(leaf).text
        return self._questions[leaf - self.pages].focus_stop if leaf < self.last else None

    def is_question(self, leaf: int) -> bool:
        """Say whether a leaf is a question."""
        return self.pages <= leaf < self.last

    def place_words(self, leaf: int) -> str:
        """Say where a leaf is: "Page 2 of 8"."""
        if leaf < self.pages:
            return self.tr("Page %d of %d") % (leaf + 1, self.pages)
        if leaf < self.last:
            return self.tr("Question %d of %d") % (leaf - self.pages + 1, self.questions)
        return self.tr("The end of the lesson")

    def next_words(self, leaf: int) -> str:
        """Name the step from a leaf to the one after it."""
        if leaf + 1 < self.pages:
            return self.tr("Next page")
        if leaf + 1 == self.last:
            return self.tr("Finish")
        if leaf + 1 > self.pages:
            return self.tr("Next question")
        return self.tr("A question") if self.questions == 1 else self.tr("Some questions")

    def leaf_at(self, y: int) -> int:
        """Give the leaf that stands at a height (px from the top), of those that are shown."""
        begun = [leaf for leaf in range(self.last + 1) if self.widget_of(leaf).y() <= y]
        return max(begun, default=0)

    def _show_pages(self, pages: Iterable[int]) -> None:
        """Typeset pages on their sheets, with headings of the size that they have there."""
        self._end.set_among_others(among=self._all)
        if self._lesson is None:
            return
        self._shown = list(pages)
        for page in self._shown:
            sheet = self.sheet_of(page)
            sheet.set_among_others(among=self._all)
            sheet.show_page(self._lesson.pages[page], Path(self._lesson.folder))
            if sheet is self._sheets[0]:
                self.short.setVisible(page == 0 and bool(self._lesson.short))
            self.page_shown.emit(page, sheet)
