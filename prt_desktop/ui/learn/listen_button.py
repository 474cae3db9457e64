"""The button that has a lesson read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.button import Button, Look

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class ListenButton(Button):
    """Begins to read, rests, and goes on; where its words have no room it is its icon alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", Look.QUIET, Icon.PLAY, parent)
        self._drawn = Icon.PLAY
        self.show_reading(on=False, playing=False)

    def show_reading(self, *, on: bool, playing: bool) -> None:
        """Say what a press does now."""
        words = self.tr("Go on") if on else self.tr("Listen")
        self.setText(self.tr("Pause") if playing else words)
        self._drawn = Icon.PAUSE if playing else Icon.PLAY
        self.set_icon(self._drawn)
        names = self.tr("Go on reading aloud") if on else self.tr("Listen to this lesson")
        self.setAccessibleName(self.tr("Pause reading aloud") if playing else names)

    def show_key(self, letter: str) -> None:
        """Tell the letter that does the same, or "" for none."""
        words = self.tr("Key: %s") % letter if letter else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words)

    def minimumSizeHint(self) -> QSize:
        """Ask for a square at the least."""
        side = self.sizeHint().height()
        return QSize(side, side)

    def _paint_words(self, painter: QPainter, ground: QRect) -> None:
        if self.width() >= self.sizeHint().width():
            super()._paint_words(painter, ground)
            return
        icon = self._theme.pixmap(self._drawn, Tone.TEXT, self)
        box = QRect(0, 0, self._theme.icon_size, self._theme.icon_size)
        box.moveCenter(ground.center())
        painter.drawPixmap(box.topLeft(), icon)
