"""The reader: one idea a page, turned by keys or by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.learn.end_page import EndPage
from prt_desktop.ui.learn.lesson_menu import LessonMenu
from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.learn.short_card import ShortCard
from prt_desktop.ui.learn.source_card import SourceCard
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.footer import Footer
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.theme import Theme


class Reader(QWidget):
    """Shows one lesson; the page after the last is its end.

    Signals: `closed` when the person leaves; `page_turned` with the number of the page that
    is shown, from 0; `exercise_chosen` at the end page.
    """

    closed = Signal()
    page_turned = Signal(int)
    exercise_chosen = Signal()

    def __init__(
        self, theme: Theme, references: Mapping[str, Reference], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._references = references
        self._lesson: Lesson | None = None
        self._page = 0
        self._column = Column(theme, self.tr("the page"))
        self._leave = Button(theme, self.tr("Lessons"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._place = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._name = Label(theme, size=Size.SMALL, tone=Tone.MUTED, weight=Weight.MEDIUM)
        self._heading = Label(theme, size=Size.DISPLAY, weight=Weight.BOLD)
        self._short = ShortCard(theme)
        self._text = PageView(theme, references)
        self._source = SourceCard(theme)
        self._end = EndPage(theme)
        self._back = Button(theme, self.tr("Back"), Look.QUIET)
        self._next = Button(theme, self.tr("Next page"), Look.PRIMARY)
        self.menu = LessonMenu(theme)
        self._lay_out()
        self._connect()

    @property
    def page(self) -> int:
        """Give the number of the page that is shown, from 0; the end page comes after all."""
        return self._page

    def show_lesson(self, lesson: Lesson, exercise_title: str, page: int = 0) -> None:
        """Open a lesson at a page; `exercise_title` names where its end leads, or is empty."""
        self._lesson = lesson
        self._name.setText(lesson.title)
        self._short.show_short(lesson.short)
        self._end.show_end(lesson.try_this, exercise_title)
        self._turn_to(min(page, len(lesson.pages)))

    @Slot()
    def next_page(self) -> None:
        """Turn to the next page, or leave at the end."""
        if self._lesson is None:
            return
        if self._page == len(self._lesson.pages):
            self.closed.emit()
        else:
            self._turn_to(self._page + 1)

    @Slot()
    def previous_page(self) -> None:
        """Turn back a page, if there is one."""
        if self._page > 0:
            self._turn_to(self._page - 1)

    @Slot()
    def scroll_on(self) -> None:
        """Show what is further down on this page, or turn to the next one."""
        bar = self._column.verticalScrollBar()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep() * 9 // 10)
        elif not self._at_end():
            self.next_page()

    @Slot()
    def scroll_back(self) -> None:
        """Show what is further up on this page, or turn back."""
        bar = self._column.verticalScrollBar()
        if bar.value() > bar.minimum():
            bar.setValue(bar.value() - bar.pageStep() * 9 // 10)
        else:
            self.previous_page()

    @Slot(str)
    def open_source(self, key: str) -> None:
        """Open the card of a source below the text."""
        reference = self._references.get(key)
        if reference is not None:
            self._source.show_reference(reference)
            QTimer.singleShot(0, self, self._show_source)

    @Slot()
    def close_source(self) -> None:
        """Put the card away and go back to the text."""
        self._source.hide()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def step_out(self) -> None:
        """Close what is open in place, or else leave the lesson."""
        if self._source.isVisibleTo(self):
            self.close_source()
        elif not self._short.fold():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space reads on, with Shift it goes back; the arrows up and down scroll by lines."""
        bar = self._column.verticalScrollBar()
        if event.key() == Qt.Key.Key_Space:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.scroll_back if back else self.scroll_on)()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            line = self._theme.metrics(Size.BODY).lineSpacing() * 3
            bar.setValue(bar.value() + (line if event.key() == Qt.Key.Key_Down else -line))
        else:
            super().keyPressEvent(event)

    @Slot()
    def _show_source(self) -> None:
        """Scroll to the card once it has been laid out."""
        self._column.verticalScrollBar().setValue(self._source.y() + self._theme.space)

    def _at_end(self) -> bool:
        return self._lesson is not None and self._page == len(self._lesson.pages)

    def _turn_to(self, page: int) -> None:
        if self._lesson is None:
            return
        self._page = page
        pages = self._lesson.pages
        at_end = page == len(pages)
        if not at_end:
            self._text.show_page(pages[page], Path(self._lesson.folder))
            self._heading.setText(pages[page].heading)
            self._place.setText(self.tr("Page %d of %d") % (page + 1, len(pages)))
        else:
            self._place.setText(self.tr("The end of the lesson"))
        self._source.hide()
        self._short.fold()
        for widget, shown in (
            (self._heading, not at_end),
            (self._text, not at_end),
            (self._short, page == 0 and bool(self._lesson.short)),
            (self._end, at_end),
        ):
            widget.setVisible(shown)
        self._name_buttons(page, len(pages))
        self._column.verticalScrollBar().setValue(0)
        if self.isVisible():
            self._take_focus()
        self.page_turned.emit(page)

    def _name_buttons(self, page: int, count: int) -> None:
        words = self.tr("Next page") if page < count - 1 else self.tr("Finish")
        self._next.setText(words if page < count else self.tr("Back to the lessons"))
        self._next.set_look(Look.PRIMARY if page < count else Look.QUIET)
        self._next.updateGeometry()
        self._back.setVisible(page > 0)

    def _take_focus(self) -> None:
        target = self._next if self._at_end() else self._text
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._leave)
        top.addStretch(1)
        self._place.set_wraps(wraps=False)
        self._place.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._place)
        top.addWidget(self.menu)
        for item in (top, self._name, self._heading):
            self._column.add(item)
        self._column.space(1)
        for below in (self._short, self._text, self._source, self._end):
            self._column.add(below)
        self._column.body.addStretch(1)
        footer = Footer(self._theme, self._column)
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._next)
        footer.body.addLayout(row)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._column, 1)
        rows.addWidget(footer)

    def _connect(self) -> None:
        self._back.clicked.connect(self.previous_page)
        self._end.exercise_chosen.connect(self.exercise_chosen)
        self._leave.clicked.connect(self.closed)
        self._next.clicked.connect(self.next_page)
        self._source.closed.connect(self.close_source)
        self._text.source_chosen.connect(self.open_source)
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

    @Slot()
    def _turn_on(self) -> None:
        if not self._at_end():
            self.next_page()
