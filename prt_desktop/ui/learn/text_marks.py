"""How single words of a page look: those a person marked, and those the glossary explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from prt_desktop.ui.learn.fragments import fragments
from prt_desktop.ui.learn.typesetting import TERM_SCHEME
from prt_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextDocument

    from prt_desktop.domain.lesson_notes import Place
    from prt_desktop.ui.theme import Theme

NOTE_SCHEME = "note"
_WASH = 0.17


def mark_notes(theme: Theme, document: QTextDocument, marked: Iterable[Place]) -> None:
    """Lay the ground behind marked words, and let them lead to their notes.

    A source or a hard word among them keeps leading where it led.
    """
    for place in marked:
        for start, end, href in list(_stretches(document, place.start, place.end)):
            look = QTextCharFormat()
            look.setBackground(theme.mix(Tone.CAUTION, Tone.SURFACE, _WASH))
            if not href:
                look.setAnchor(True)
                look.setAnchorHref(f"{NOTE_SCHEME}:{place.note.id}")
                look.setForeground(theme.color(Tone.TEXT))
                look.setFontUnderline(False)
            _merge(document, start, end, look)


def mark_terms(theme: Theme, document: QTextDocument) -> None:
    """Give the words of the glossary their own look: as the text, on quiet dots."""
    look = QTextCharFormat()
    look.setForeground(theme.color(Tone.TEXT))
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(theme.color(Tone.ACCENT))
    for start, end, href in list(_stretches(document, 0, document.characterCount())):
        if href.startswith(f"{TERM_SCHEME}:"):
            _merge(document, start, end, look)


def _merge(document: QTextDocument, start: int, end: int, look: QTextCharFormat) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(look)


def _stretches(document: QTextDocument, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give the stretches of one look between two places, and where each leads, or ""."""
    for fragment in fragments(document, start):
        if fragment.position() >= end:
            return
        first = max(start, fragment.position())
        last = min(end, fragment.position() + fragment.length())
        if first < last:
            yield first, last, fragment.charFormat().anchorHref()
