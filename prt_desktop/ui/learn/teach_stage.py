"""Teach cards: a lesson's ideas over the whole window, turned by a clicker's keys."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from prt_desktop.domain.teach_card import TeachCard, teach_cards
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.learn.teach_view import TeachView
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, IconButton, Look
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.lesson import Lesson
    from prt_desktop.ui.theme import Theme

_ON = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BACK = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
# A demonstration's window has its own use for these keys, which cards come before.
_OF_A_CLICKER = frozenset(
    {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_Period, Qt.Key.Key_B}
)
_BLANK = frozenset({Qt.Key.Key_Period, Qt.Key.Key_B})


class TeachStage(QWidget):
    """Shows one card at a time; nothing of it is written down.

    Page down, the arrows, Space and Enter turn on; page up, the arrows and Backspace turn back;
    F5 begins anew; a full stop or B empties the screen, and any turn fills it again.

    Signals: `left` when whoever teaches is done.
    """

    left = Signal()

    def __init__(
        self, theme: Theme, references: Mapping[str, Reference], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._references = references
        self._folder = Path()
        self._cards: tuple[TeachCard, ...] = ()
        self._at = 0
        self._view = TeachView(theme)
        self._title = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._place = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._back = IconButton(theme, Icon.CHEVRON_LEFT, self.tr("Card before (Page up)"))
        self._next = IconButton(theme, Icon.CHEVRON_RIGHT, self.tr("Next card (Page down)"))
        self._leave = Button(theme, self.tr("Leave (Esc)"), Look.PLAIN)
        self.setFocusProxy(self._view)
        self._lay_out()
        self._connect()

    def show_lesson(self, lesson: Lesson, page: int = 0) -> None:
        """Show the cards of a lesson, beginning with that of a page, from 0."""
        self._cards = teach_cards(lesson)
        self._folder = Path(lesson.folder)
        self._title.setText(lesson.title)
        self._show(min(page, len(self._cards) - 1))

    @Slot()
    def next_card(self) -> None:
        """Turn to the next card; the last one stays."""
        self._show(min(self._at + 1, len(self._cards) - 1))

    @Slot()
    def previous_card(self) -> None:
        """Turn back a card, if there is one."""
        self._show(max(0, self._at - 1))

    @Slot()
    def first_card(self) -> None:
        """Begin anew."""
        self._show(0)

    @Slot()
    def last_card(self) -> None:
        """Go to the end."""
        self._show(len(self._cards) - 1)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of a clicker from what else the window does with them."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OF_A_CLICKER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the cards."""
        key = event.key()
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in _BLANK:
            self._view.blank = not self._view.blank
        elif key == Qt.Key.Key_F5:
            self.first_card()
        elif key in _BACK or (key == Qt.Key.Key_Space and back):
            self.previous_card()
        elif key in _ON:
            self.next_card()
        else:
            super().keyPressEvent(event)

    def _show(self, number: int) -> None:
        self._at = number
        card = self._cards[number]
        cited = [self._references[key] for key in card.citations if key in self._references]
        labels = "; ".join(reference.label for reference in cited)
        self._view.show_card(card, self._folder, self.tr("Source: %s") % labels if labels else "")
        self._place.setText(self.tr("%d of %d") % (number + 1, len(self._cards)))
        self._back.setEnabled(number > 0)
        self._next.setEnabled(number < len(self._cards) - 1)
        if self.isVisible():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self._view, card.spoken)

    def _lay_out(self) -> None:
        for label in (self._title, self._place):
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._place.set_wraps(wraps=False)
        foot = QGridLayout()
        foot.setHorizontalSpacing(self._theme.gap)
        for column, widget in enumerate((self._back, self._place, self._next)):
            foot.addWidget(widget, 0, column)
        foot.addWidget(self._title, 0, 3)
        foot.addWidget(self._leave, 0, 4)
        foot.setColumnStretch(3, 1)
        rows = QVBoxLayout(self)
        gap = self._theme.gap
        rows.setContentsMargins(gap, gap, gap, gap)
        rows.addWidget(self._view, 1)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.previous_card)
        self._leave.clicked.connect(self.left)
        self._next.clicked.connect(self.next_card)
        keys = (
            (Qt.Key.Key_Right, self.next_card),
            (Qt.Key.Key_Down, self.next_card),
            (Qt.Key.Key_Left, self.previous_card),
            (Qt.Key.Key_Up, self.previous_card),
            (Qt.Key.Key_Home, self.first_card),
            (Qt.Key.Key_End, self.last_card),
            (Qt.Key.Key_Escape, self.left),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
