"""Buttons: a verb to press, with or without an icon, and the icon alone."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.painting import RING, focus_ring, line_of_words, rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.icons import Icon
    from prt_desktop.ui.theme import Theme


_SHORTEST = 160


class Look(Enum):
    """How much a button asks for: one PRIMARY a screen, QUIET beside it, PLAIN in passing."""

    PRIMARY = auto()
    QUIET = auto()
    PLAIN = auto()


class Button(QPushButton):
    """A verb to press; the focus ring stands outside its ground."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        look: Look = Look.QUIET,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._look = look
        self._icon = icon
        self._shortens = False
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon | None) -> None:
        """Change the icon beside the words, such as play to pause."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_shortens(self) -> None:
        """Let words be cut where there is no room, such as a name that a person wrote."""
        self._shortens = True

    def set_look(self, look: Look) -> None:
        """Change how much the button asks for."""
        self._look = look
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the words, the icon and air on both sides."""
        words = self._theme.metrics(Size.BODY, self._weight()).horizontalAdvance(self.text())
        air = 12 if self._look is Look.PLAIN else 20
        icon = self._theme.icon_size + 8 if self._icon else 0
        return QSize(words + icon + 2 * (air + RING), self._theme.target + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for all of it, so that no word is ever cut, unless the button shortens."""
        hint = self.sizeHint()
        if self._shortens:
            hint.setWidth(min(hint.width(), self._theme.px(_SHORTEST)))
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for a press, as Space is; Qt does so in dialogs alone."""
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and ring."""
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        fill, edge = self._ground()
        rounded(painter, ground, fill, edge)
        self._paint_words(painter, ground)
        focus_ring(painter, self._theme, self, self.rect())

    def _paint_words(self, painter: QPainter, ground: QRect) -> None:
        painter.setFont(self._theme.font(Size.BODY, self._weight()))
        side = self._theme.icon_size
        beside = side + 8 if self._icon else 0
        text = self.text()
        if self._shortens:
            room = ground.width() - beside - 2 * RING
            text = painter.fontMetrics().elidedText(text, QtCore.Qt.TextElideMode.ElideRight, room)
        words = painter.fontMetrics().horizontalAdvance(text)
        left = ground.left() + (ground.width() - words - beside) // 2
        tone = self._tone()
        if not self.isEnabled():
            painter.setOpacity(0.5)
        if self._icon:
            top = ground.top() + (ground.height() - side) // 2
            painter.drawPixmap(left, top, self._theme.pixmap(self._icon, tone, self, side))
            left += side + 8
        painter.setPen(self._theme.color(tone))
        line_of_words(painter, QRect(left, ground.top(), words, ground.height()), text)
        painter.setOpacity(1)

    def _weight(self) -> Weight:
        return Weight.BOLD if self._look is Look.PRIMARY else Weight.MEDIUM

    def _tone(self) -> Tone:
        if self._look is Look.PRIMARY:
            return Tone.ON_ACCENT
        return Tone.ACCENT if self._look is Look.PLAIN else Tone.TEXT

    def _ground(self) -> tuple[QColor | None, QColor | None]:
        theme = self._theme
        lively = self.isEnabled() and (self.isDown() or self.underMouse())
        if self._look is Look.PRIMARY:
            if not self.isEnabled():
                return theme.mix(Tone.ACCENT, Tone.SURFACE, 0.6), None
            share = 0.24 if self.isDown() else 0.12 if lively else 0.0
            return theme.mix(Tone.TEXT, Tone.ACCENT, share), None
        fill = theme.mix(Tone.ACCENT, Tone.ACCENT_SOFT, 0.1 if self.isDown() else 0.0)
        if self._look is Look.PLAIN:
            return (fill if lively else None), None
        return (fill if lively else theme.color(Tone.RAISED)), theme.color(Tone.LINE)


class IconButton(Button):
    """An icon to press; `name` is what a screen reader says and the tooltip shows."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        name: str,
        look: Look = Look.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", look, icon, parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Change what the icon means, such as "Play" to "Pause"."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        side = max(44, self._theme.icon_size + 20) + 2 * RING
        return QSize(side, side)

    def _paint_words(self, painter: QPainter, ground: QRect) -> None:
        if self._icon is None:
            return
        side = self._theme.icon_size
        tone = Tone.ON_ACCENT if self._look is Look.PRIMARY else Tone.TEXT
        box = QRect(0, 0, side, side)
        box.moveCenter(ground.center())
        painter.setOpacity(1 if self.isEnabled() else 0.5)
        painter.drawPixmap(box.topLeft(), self._theme.pixmap(self._icon, tone, self, side))
        painter.setOpacity(1)
