"""One place in the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.painting import RING, focus_ring, line_of_words, rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.icons import Icon
    from prt_desktop.ui.theme import Theme

_AIR = 12
_LEAST = 44


class NavButton(QPushButton):
    """An icon and a word, or the icon alone with the word as its tooltip."""

    def __init__(self, theme: Theme, icon: Icon, word: str, keys: str) -> None:
        super().__init__(word)
        self._theme = theme
        self._icon = icon
        self._keys = keys
        self._narrow = False
        self.setAccessibleName(word)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{word} ({keys})")
        self.setAutoDefault(False)
        self.toggled.connect(self._dress)
        theme.changed.connect(self._dress)
        self._dress()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    @Slot()
    def _dress(self) -> None:
        """Keep the colour of the word in the palette: setting a pen loads the namespace `Qt`."""
        here = self.isCheckable() and self.isChecked()
        palette = self.palette()
        tone = Tone.ACCENT if here else Tone.TEXT
        palette.setColor(QPalette.ColorRole.ButtonText, self._theme.color(tone))
        self.setPalette(palette)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the icon alone, or the word beside it."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def wide_hint(self) -> int:
        """Give the width with the word beside the icon (px)."""
        words = self._theme.metrics(Size.BODY, Weight.BOLD).horizontalAdvance(self.text())
        return words + self._theme.icon_size + 4 * _AIR + 2 * RING

    def sizeHint(self) -> QSize:
        """Ask for the icon, or the icon and the word."""
        height = self._theme.target + 2 * RING
        narrow = max(height, self._theme.icon_size + 2 * _AIR + 2 * RING)
        return QSize(narrow if self._narrow else self.wide_hint(), height)

    def minimumSizeHint(self) -> QSize:
        """Give way in a low window, down to what a finger needs, so that none is cut off."""
        return QSize(self.sizeHint().width(), max(_LEAST, self._theme.icon_size + 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground of the chosen place, the icon, the word and the ring."""
        theme = self._theme
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        here = self.isCheckable() and self.isChecked()
        if here:
            rounded(painter, ground, theme.color(Tone.ACCENT_SOFT))
        elif self.underMouse() or self.isDown():
            rounded(painter, ground, theme.mix(Tone.ACCENT_SOFT, Tone.SURFACE, 0.6))
        tone = Tone.ACCENT if here else Tone.TEXT
        side = theme.icon_size
        left = ground.left() + _AIR
        if self._narrow:
            left = ground.left() + (ground.width() - side) // 2
        top = ground.top() + (ground.height() - side) // 2
        painter.drawPixmap(left, top, theme.pixmap(self._icon, tone, self, side))
        if not self._narrow:
            painter.setFont(theme.font(Size.BODY, Weight.BOLD if here else Weight.NORMAL))
            words = QRect(ground).adjusted(2 * _AIR + side, 0, 0, 0)
            line_of_words(painter, words, self.text())
        focus_ring(painter, theme, self, self.rect())
