"""What a person marked, with room for words of their own at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot

from prt_desktop.domain.diary import Entry, LessonNote
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.text_area import TextArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_LINES = 3


class NoteCard(Card):
    """Opens in place below the text in which the words stand.

    Signals: `written` while somebody writes; `done` when they are; `taken_away` when the mark is
    to go.
    """

    written = Signal()
    done = Signal()
    taken_away = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._quote = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        name = self.tr("Your words at it")
        self._area = TextArea(theme, name, self.tr("Add a few words, or leave it"), _LINES)
        self._away = Button(theme, self.tr("Take the mark away"), Look.PLAIN, Icon.BIN)
        self._done = Button(theme, self.tr("Done"), Look.QUIET)
        row = Flow(theme)
        row.addWidget(self._done)
        row.addWidget(self._away)
        for widget in (self._quote, self._area):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self._area.edit.textChanged.connect(self.written)
        self._done.clicked.connect(self.done)
        self._away.clicked.connect(self.taken_away)

    @property
    def words(self) -> str:
        """Give what is written."""
        return self._area.text

    def show_note(self, note: Entry) -> None:
        """Show a note; `take_focus` leads into it."""
        quote = note.details.quote if isinstance(note.details, LessonNote) else ""
        self._quote.setText(self.tr("“%s”") % quote)
        self.setAccessibleName(self.tr("You marked: %s") % quote)
        self._area.edit.setAccessibleDescription(self.accessibleName())
        with QSignalBlocker(self._area.edit):
            self._area.edit.setPlainText(note.text)
        self.show()

    @Slot()
    def take_focus(self) -> None:
        """Put the cursor where one writes."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)
