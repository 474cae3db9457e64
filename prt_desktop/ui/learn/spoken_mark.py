"""The soft mark behind the sentence that is being spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from prt_desktop.domain.reading_aloud import heading_count, spoken_sentences
from prt_desktop.domain.spoken_text import found_in
from prt_desktop.ui.learn.fragments import fragments
from prt_desktop.ui.learn.typesetting import SOURCE_SCHEME
from prt_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from prt_desktop.domain.lesson import Page
    from prt_desktop.ui.theme import Theme


class SpokenMark(QObject):
    """Marks one sentence of one page at a time, and again when the page is typeset anew.

    Signals: `moved` with the text's widget and the place of the mark in it (QRect), when another
    sentence is marked.
    """

    moved = Signal(QTextBrowser, QRect)

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: QTextBrowser | None = None
        self._page: Page | None = None
        self._sentence = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._draw)

    def show_sentence(self, view: QTextBrowser, page: Page, sentence: int) -> None:
        """Mark a sentence of what is said on a page, counted from 0 with the heading's first.

        What is said of the heading has no place in the text.
        """
        if view is not self._view:
            self.clear()
            self._view = view
            view.textChanged.connect(self._later.start)
        self._page, self._sentence = page, sentence
        place = self._draw()
        if place is not None:
            self.moved.emit(view, place)

    def clear(self) -> None:
        """Mark nothing."""
        self._later.stop()
        if self._view is not None:
            self._view.textChanged.disconnect(self._later.start)
            self._view.setExtraSelections([])
        self._view = self._page = None

    @Slot()
    def _draw(self) -> QRect | None:
        if self._view is None or self._page is None:
            return None
        place = _place(self._view.document(), self._page, self._sentence)
        self._view.setExtraSelections([])
        if place is None:
            return None
        marked = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(place[0])
        first = self._view.cursorRect(cursor)
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        marked.cursor = cursor
        marked.format.setBackground(self._theme.color(Tone.ACCENT_SOFT))
        self._view.setExtraSelections([marked])
        return first.united(self._view.cursorRect(cursor))


def _place(document: QTextDocument, page: Page, sentence: int) -> tuple[int, int] | None:
    """Find where in the document a spoken sentence begins and ends."""
    number = sentence - heading_count(page)
    spoken = spoken_sentences(page)[heading_count(page) :]
    if not 0 <= number < len(spoken):
        return None
    return found_in(spoken, _shown(document))[number]


def _shown(document: QTextDocument) -> str:
    """Give the words in their places, and blanks for what is not said of them: the sources."""
    shown = [" "] * document.characterCount()
    for fragment in fragments(document):
        if not fragment.charFormat().anchorHref().startswith(f"{SOURCE_SCHEME}:"):
            at = fragment.position()
            shown[at : at + fragment.length()] = fragment.text().ljust(fragment.length())
    return "".join(shown)
