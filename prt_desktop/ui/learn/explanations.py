"""What explains a word or a source of a text, opened in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.learn.page_view import PageView
from prt_desktop.ui.learn.source_card import SourceCard
from prt_desktop.ui.learn.term_card import TermCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from prt_desktop.domain.citation import Reference
    from prt_desktop.domain.glossary import Term
    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.column import Column


class Explanations(QObject):
    """Opens the card of a term or a source right below the text that it was chosen in.

    One card is open at a time, but for a source that the card of a term names: it opens below
    that. What closes a card gives the focus back to where it was.
    """

    def __init__(
        self,
        theme: Theme,
        references: Mapping[str, Reference],
        terms: Mapping[str, Term],
        column: Column,
    ) -> None:
        super().__init__(column)
        self._references = references
        self._terms = terms
        self._column = column
        self._source = SourceCard(theme, column.widget())
        self._term = TermCard(theme, references, column.widget())
        self._open: list[tuple[QWidget, PageView]] = []
        for card in (self._source, self._term):
            card.hide()
            card.closed.connect(self.close_last)
        self.watch(self._term.meaning)

    def watch(self, text: PageView) -> None:
        """Explain what is chosen in a text."""
        text.anchor_reached.connect(self._reach)
        text.source_chosen.connect(self._open_source)
        text.term_chosen.connect(self._open_term)

    @Slot()
    def close_last(self) -> bool:
        """Put the last card away and go back to its text; False if there was none."""
        if not self._open:
            return False
        card, text = self._open.pop()
        card.hide()
        text.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def put_away(self) -> None:
        """Put all cards away, and leave the focus where it is."""
        self._open.clear()
        for card in (self._source, self._term):
            card.hide()

    @Slot(str)
    def _open_source(self, key: str) -> None:
        reference = self._references.get(key)
        if reference is not None and self._make_room(self._source):
            self._source.show_reference(reference)

    @Slot(str)
    def _open_term(self, term_id: str) -> None:
        term = self._terms.get(term_id)
        if term is not None and self._make_room(self._term):
            self._term.show_term(term)

    @Slot(QRect)
    def _reach(self, rect: QRect) -> None:
        text = self.sender()
        if isinstance(text, PageView):
            self._column.show_part(text, rect)

    def _make_room(self, card: QWidget) -> bool:
        """Put a card below the text that asked for it, or below the card that holds the text."""
        text = self.sender()
        if not isinstance(text, PageView):
            return False
        above: QWidget = text
        if text is self._term.meaning:
            above = self._term
        else:
            self.put_away()
        rows = _layout_of(above)
        rows.insertWidget(rows.indexOf(above) + 1, card)
        self._open = [one for one in self._open if one[0] is not card]
        self._open.append((card, text))
        self._column.keep_in_sight(card)
        return True


def _layout_of(widget: QWidget) -> QVBoxLayout:
    """Give the column of widgets in which a widget stands."""
    parent = widget.parentWidget()
    rows = parent.layout() if parent is not None else None
    if not isinstance(rows, QVBoxLayout):
        raise TypeError("a text that is explained stands in a column of widgets")
    return rows
