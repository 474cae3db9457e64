"""The hard words of the lessons, all of them, in plain ones."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from prt_desktop.domain.lesson import Page
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.learn.explanations import Explanations
from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.learn.scrolling import scroll_by_key, scroll_screen
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.glossary import Term
    from prt_desktop.ui.theme import Theme


class GlossaryPage(QWidget):
    """Shows the words by their letters; the sources of their meanings open in place.

    The terms come in the order of their words.

    Signals: `closed` when the person leaves.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        references: Mapping[str, Reference],
        terms: Mapping[str, Term],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = Column(theme, self.tr("the words"))
        self._leave = Button(theme, self.tr("Lessons"), Look.PLAIN, Icon.CHEVRON_LEFT)
        self._explanations = Explanations(theme, references, terms, self._column)
        self._lay_out(references, terms)
        self._leave.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.step_out)

    def take_focus(self) -> None:
        """Put the focus on the way back, at the head of the page."""
        self._column.verticalScrollBar().setValue(0)
        self._leave.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def step_out(self) -> None:
        """Close what is open in place, or else leave."""
        if not self._explanations.close_last():
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the keys that scroll a lesson."""
        screens = {Qt.Key.Key_PageDown.value: 1, Qt.Key.Key_PageUp.value: -1}
        screens[Qt.Key.Key_Space.value] = (
            -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        )
        if event.key() in screens:
            scroll_screen(self._column, screens[event.key()])
        elif not scroll_by_key(self._column, event, self._theme):
            super().keyPressEvent(event)

    def _lay_out(self, references: Mapping[str, Reference], terms: Mapping[str, Term]) -> None:
        theme, column = self._theme, self._column
        column.body.addWidget(self._leave, 0, Qt.AlignmentFlag.AlignLeft)
        title = self.tr("Hard words, explained")
        column.add(Label(theme, title, Size.DISPLAY, weight=Weight.BOLD))
        line = self.tr("In a lesson, a word on dots opens its meaning in place.")
        column.add(Label(theme, line, Size.LEAD, Tone.MUTED))
        for letter, those in groupby(terms.values(), lambda term: term.word[:1].upper()):
            column.space(2)
            column.add(Label(theme, letter, tone=Tone.MUTED, weight=Weight.BOLD))
            text = PageView(theme, references)
            column.add(text)
            self._explanations.watch(text)
            words = "\n\n".join(f"**{term.word}**\\\n{term.meaning}" for term in those)
            text.show_page(Page(self.tr("Words with %s") % letter, words, 0), Path())
        column.body.addStretch(1)
        fill(self, column)
