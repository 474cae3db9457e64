"""The reader: one idea a page, turned by keys or by hand, or all pages below each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.learn.explanations import Explanations
from prt_desktop.ui.learn.leaves import Leaves
from prt_desktop.ui.learn.lesson_menu import LessonMenu
from prt_desktop.ui.learn.listen_button import ListenButton
from prt_desktop.ui.learn.scrolling import scroll_by_key, scroll_screen
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.glossary import Term
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.theme import Theme


class Reader(QWidget):
    """Shows one lesson: its pages, then its questions, then its end.

    Signals: `closed` when the person leaves; `page_turned` with the number, from 0, of what is
    shown: the pages, then the questions, then the end; `turned` with that number when it was
    turned to, and not only scrolled past; `try_chosen` at the end.
    """

    closed = Signal()
    page_turned = Signal(int)
    turned = Signal(int)
    try_chosen = Signal()

    def __init__(
        self,
        theme: Theme,
        references: Mapping[str, Reference],
        terms: Mapping[str, Term],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = 0
        self._continuous = False
        self.column = Column(theme, self.tr("the page"))
        self._leave = Button(theme, self.tr("Lessons"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._place = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._name = Label(theme, size=Size.SMALL, tone=Tone.MUTED, weight=Weight.MEDIUM)
        self.leaves = Leaves(theme, references, terms)
        self._explanations = Explanations(theme, references, terms, self.column)
        self._back = Button(theme, self.tr("Back"), Look.QUIET)
        self._next = Button(theme, self.tr("Next page"), Look.PRIMARY)
        self.listen = ListenButton(theme)
        self.line = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self.menu = LessonMenu(theme)
        self.closing_first: list[Callable[[], bool]] = [
            self._explanations.close_last,
            self.leaves.short.fold,
        ]
        """What Escape closes before it leaves the lesson, each True if there was something."""
        self._lay_out()
        self._connect()

    @property
    def page(self) -> int:
        """Give the number of the page that is shown, from 0; questions and end come after all."""
        return self._page

    @property
    def _at_end(self) -> bool:
        return self._page == self.leaves.last

    def show_lesson(self, lesson: Lesson, way_on: str, page: int = 0) -> None:
        """Open a lesson at a page; `way_on` are the words that lead on at its end, or ""."""
        self._explanations.put_away()
        self._name.setText(lesson.title)
        self.leaves.take_lesson(lesson, way_on)
        self._show_at(min(page, self.leaves.last))

    def set_continuous(self, *, continuous: bool) -> None:
        """Show all pages below each other, or one at a time; a lesson that is open stays open."""
        if continuous == self._continuous:
            return
        self._continuous = continuous
        if self.leaves.pages:
            self._show_at(self._page)

    @Slot()
    def next_page(self) -> None:
        """Turn to the next page, or leave at the end."""
        if self._at_end:
            self.closed.emit()
        else:
            self._turn_to(self._page + 1)

    @Slot()
    def previous_page(self) -> None:
        """Turn back a page, if there is one."""
        if self._page > 0:
            self._turn_to(self._page - 1)

    def follow_to(self, page: int) -> None:
        """Turn to a page for the voice that reads; the focus moves only if it lies in a page."""
        if page != self._page:
            held = self.window().focusWidget()
            self._turn_to(page, focus=held is not None and self.leaves.isAncestorOf(held))

    @Slot()
    def scroll_on(self) -> None:
        """Show what is further down, or turn to the next page."""
        if not scroll_screen(self.column, 1) and not self._continuous:
            self._turn_on()

    @Slot()
    def scroll_back(self) -> None:
        """Show what is further up, or turn back."""
        if not scroll_screen(self.column, -1) and not self._continuous:
            self.previous_page()

    @Slot()
    def step_out(self) -> None:
        """Close what is open in place, or else leave the lesson."""
        if not any(close() for close in self.closing_first):
            self.closed.emit()

    def say(self, sentence: str) -> None:
        """Show a quiet sentence at the foot, or none."""
        self.line.setText(sentence)
        self.line.setVisible(bool(sentence))

    @Slot()
    def _turn_on(self) -> None:
        if not self._at_end:
            self.next_page()

    @Slot()
    def _go_on(self) -> None:
        """Take the one step that the button at the foot names."""
        if not self._continuous:
            self.next_page()
            return
        if self.column.verticalScrollBar().maximum() == 0:  # all of it was in sight
            self._tell(self.leaves.last)
        self.closed.emit()

    @Slot()
    def _follow_scroll(self) -> None:
        """Of pages below each other, the one that is read stands at the top."""
        if not self._continuous or self.column.settling or not self.isVisible():
            return
        bar = self.column.verticalScrollBar()
        top = bar.value() - self.column.top_of(self.leaves) + 2 * self._theme.space
        at_foot = bar.value() == bar.maximum() > 0
        self._tell(self.leaves.last if at_foot else self.leaves.leaf_at(top))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space reads on, with Shift it goes back; the arrows up and down scroll by lines."""
        if event.key() == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.scroll_back if back else self.scroll_on)()
        elif not scroll_by_key(self.column, event, self._theme):
            super().keyPressEvent(event)

    def _show_at(self, page: int) -> None:
        if self._continuous:
            self.leaves.show_all()
        self._turn_to(page)

    def _turn_to(self, page: int, *, focus: bool = True) -> None:
        self._explanations.put_away()
        self.leaves.short.fold()
        if not self._continuous:
            self.leaves.show_one(page)
        if self._continuous and page:
            self.column.keep_in_sight(self.leaves.widget_of(page), on_top=True)
        else:
            self.column.verticalScrollBar().setValue(0)
        self._page = -1
        self._tell(page)
        if focus and self.isVisible():
            self._take_focus()
        self.turned.emit(page)

    def _tell(self, page: int) -> None:
        """Say where one is, at the head, at the foot, and to the pane."""
        if page == self._page:
            return
        self._page = page
        self._place.setText(self.leaves.place_words(page))
        leaving = self._continuous or self._at_end
        on = self.leaves.next_words(page)
        self._next.setText(self.tr("Back to the lessons") if leaving else on)
        self._next.set_look(Look.QUIET if leaving else Look.PRIMARY)
        self._next.updateGeometry()
        self._back.setVisible(page > 0 and not self._continuous)
        self.page_turned.emit(page)

    def _take_focus(self) -> None:
        target = self.leaves.focus_stop(self._page) or self._next
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.leaves.is_question(self._page) and not self._continuous:
            self.column.keep_in_sight(target)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._leave)
        top.addStretch(1)
        self._place.set_wraps(wraps=False)
        self._place.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._place)
        top.addWidget(self.menu)
        for item in (top, self._name, self.leaves):
            self.column.add(item)
        self.column.body.addStretch(1)
        footer = Footer(self._theme, self.column)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self.listen)
        row.addWidget(self._next)
        self.listen.hide()
        self.line.hide()
        footer.body.addWidget(self.line)
        footer.body.addLayout(row)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.column, 1)
        rows.addWidget(footer)

    def _connect(self) -> None:
        self._back.clicked.connect(self.previous_page)
        self.column.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self._leave.clicked.connect(self.closed)
        self.leaves.text_made.connect(self._explanations.watch)
        self.leaves.try_chosen.connect(self.try_chosen)
        self.leaves.unfolded.connect(self.column.keep_in_sight)
        self._next.clicked.connect(self._go_on)
        keys = (
            (Qt.Key.Key_Right, self._turn_on),
            (Qt.Key.Key_Left, self.previous_page),
            (Qt.Key.Key_PageDown, self.scroll_on),
            (Qt.Key.Key_PageUp, self.scroll_back),
            (Qt.Key.Key_Escape, self.step_out),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
