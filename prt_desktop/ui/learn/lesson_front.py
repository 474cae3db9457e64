"""The first page of Learn: the field that searches all lessons, over the list of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from prt_desktop.domain.lesson_search import Found, LessonIndex
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.learn.passages import PassageDelegate, passage_rows
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import IconButton
from prt_desktop.ui.widgets.column import Column, Strip
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.row_list import RowList
from prt_desktop.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from prt_desktop.content.library import Library
    from prt_desktop.ui.learn.lesson_list import LessonList
    from prt_desktop.ui.theme import Theme


class LessonFront(QWidget):
    """Shows the list, or while something stands in the field, what was found.

    Signals: `page_chosen` with the id of a lesson and the number of a page in it, from 0.
    """

    page_chosen = Signal(str, int)

    def __init__(
        self, theme: Theme, lessons: LessonList, library: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._found = Found()
        self._field = SearchField(theme, self.tr("Search all lessons"))
        self._clear = IconButton(theme, Icon.CLOSE, self.tr("Clear the search"))
        self._list = lessons
        self._results = Column(theme, self.tr("what was found"))
        self._count = Label(theme, tone=Tone.MUTED)
        self._rows = RowList(theme, self.tr("What was found"))
        self._rows.setItemDelegate(PassageDelegate(theme, self._rows))
        self._pages = QStackedWidget()
        self._lay_out(theme)
        self._connect()

    @property
    def searching(self) -> bool:
        """Say whether results are shown in the place of the list."""
        return self._pages.currentWidget() is self._results

    def take_focus(self) -> None:
        """Put the focus on what there is to choose."""
        if self.searching and self._found.hits:
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.searching:
            self.take_field()
        else:
            self._list.take_focus()

    def take_field(self) -> None:
        """Put the focus in the field, with what stands there ready to be typed over."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    @Slot()
    def clear(self) -> None:
        """Empty the field and show the list again."""
        if self.searching:
            self._field.clear()
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _search(self, typed: str) -> None:
        self._found = self._index.search(typed)
        self._rows.show_rows(passage_rows(self._found.hits))
        self._rows.setVisible(bool(self._found.hits))
        self._count.setText(self._words(typed.strip()))
        self._clear.setVisible(bool(typed))
        self._pages.setCurrentWidget(self._results if typed.strip() else self._list)
        self._results.verticalScrollBar().setValue(0)
        if typed.strip():
            announce(self._field, self._count.text())

    @Slot(str)
    def _choose(self, number: str) -> None:
        hit = self._found.hits[int(number)]
        self.page_chosen.emit(hit.lesson_id, hit.page)

    @Slot()
    def _choose_first(self) -> None:
        if self._found.hits:
            self._choose("0")

    @Slot()
    def _step_down(self) -> None:
        if not self.searching:
            self._list.take_focus()
        elif self._found.hits:
            self._rows.enter(1)

    @Slot(int)
    def _step_out(self, step: int) -> None:
        if step < 0:
            self._field.setFocus(Qt.FocusReason.BacktabFocusReason)

    @cached_property
    def _index(self) -> LessonIndex:
        return LessonIndex(self._library.lessons, self._library.glossary)

    def _words(self, typed: str) -> str:
        shown, count = len(self._found.hits), self._found.count
        if not count:
            return (
                self.tr(
                    "Nothing found for “%s”. Try fewer words, the beginning of a word, or another "
                    "word for the same thing. Escape brings all lessons back."
                )
                % typed
            )
        if count == 1:
            return self.tr("Found in one place")
        if shown < count:
            return self.tr("Found in %d places, the best %d below. One more word narrows it.") % (
                count,
                shown,
            )
        return self.tr("Found in %d places") % count

    def _lay_out(self, theme: Theme) -> None:
        line = QHBoxLayout()
        line.addWidget(self._field, 1)
        line.addWidget(self._clear)
        strip = Strip(theme)
        strip.body.addSpacing(theme.gap * 2)
        strip.body.addLayout(line)
        bar = self._results.verticalScrollBar().sizeHint().width()
        self._results.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        top = QHBoxLayout()
        top.addWidget(strip, 1)
        top.addSpacing(bar)  # the column below is narrower by it
        self._results.add(self._count)
        self._results.space(1)
        self._results.add(self._rows)
        self._results.body.addStretch(1)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self._results)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(top)
        rows.addWidget(self._pages, 1)
        self._clear.hide()

    def _connect(self) -> None:
        self._clear.clicked.connect(self.clear)
        self._field.returnPressed.connect(self._choose_first)
        self._field.stepped_down.connect(self._step_down)
        self._field.textChanged.connect(self._search)
        self._rows.chosen.connect(self._choose)
        self._rows.stepped_out.connect(self._step_out)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.clear)
