"""The notes of a page, below its text: what was marked, and what the person wrote at it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.domain.diary import Entry, LessonNote
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import IconButton
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from prt_desktop.ui.theme import Theme


class NotesBelow(QWidget):
    """Shows nothing where nothing was written. Signals: `chosen` with the id of a note."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[Card] = []
        self._title = Label(theme, self.tr("Your notes here"), Size.SMALL, Tone.MUTED)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.gap)
        self._rows.addWidget(self._title)

    def show_notes(self, notes: Sequence[Entry], found: Collection[str]) -> None:
        """Show the notes that have words, and those whose place in the text is gone.

        `found` holds the ids of the notes whose words still stand in the text.
        """
        for card in self._cards:
            card.hide()
            card.deleteLater()
        told = [note for note in notes if note.text or note.id not in found]
        self._cards = [self._card(note, in_text=note.id in found) for note in told]
        for card in self._cards:
            self._rows.addWidget(card)
        self.setVisible(bool(told))

    def _card(self, note: Entry, *, in_text: bool) -> Card:
        theme = self._theme
        card = Card(theme, parent=self)
        card.body.setContentsMargins(24, 12, 12, 12)
        quote = note.details.quote if isinstance(note.details, LessonNote) else ""
        marked = Label(theme, self.tr("“%s”") % quote, Size.SMALL, Tone.MUTED)
        change = IconButton(theme, Icon.PENCIL, self.tr("Change the note at “%s”") % quote)
        change.clicked.connect(partial(self.chosen.emit, note.id))
        head = QHBoxLayout()
        head.addWidget(marked, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        if note.text:
            card.body.addWidget(Label(theme, note.text, weight=Weight.NORMAL))
        if not in_text:
            gone = self.tr("The lesson has other words here now.")
            card.body.addWidget(Label(theme, gone, Size.SMALL, Tone.MUTED))
        card.setAccessibleName(self.tr("Your note: %s") % (note.text or quote))
        return card
