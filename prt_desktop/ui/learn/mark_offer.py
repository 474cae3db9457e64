"""The button that comes up right below words selected with the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Slot

from prt_desktop.domain.lesson_notes import quoted
from prt_desktop.ui.widgets.button import Button, Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_APART = 6
_EDGE = 8


class MarkOffer(Button):
    """Floats over `reader` while words are selected, and is out of the way otherwise."""

    def __init__(self, theme: Theme, reader: QWidget) -> None:
        super().__init__(theme, "", Look.PRIMARY, parent=reader)
        self.setText(self.tr("Mark this"))
        self._words = ""
        self.hide()

    def offer(self, words: str, view: QWidget, place: QRect) -> None:
        """Offer to mark what was selected; `place` is where it ends in its view."""
        self._words = words
        self.setVisible(bool(quoted(words)))
        reader = self.parentWidget()
        if not quoted(words) or reader is None:
            return
        room = reader.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        spot = QRect(view.mapTo(reader, place.bottomLeft()), self.sizeHint())
        spot.moveLeft(min(max(spot.left(), room.left()), room.right() - spot.width()))
        spot.moveTop(min(spot.top() + _APART, room.bottom() - spot.height()))
        self.setGeometry(spot)
        self.raise_()

    def take(self) -> str:
        """Give the selected words, "" if there are none, and go."""
        words = self._words
        self.put_away()
        return words

    @Slot()
    def put_away(self) -> None:
        """Let go of the words."""
        self._words = ""
        self.hide()
