"""The words that are spoken now, for eyes that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QVariantAnimation, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme

_SIZES = (Size.TITLE, Size.LEAD, Size.BODY, Size.SMALL)
_MARGIN = 32
_LEADING = 1.5


class Caption(QWidget):
    """Shows one cue, brighter while it is spoken, calmer in the silence after it.

    All cues have one size, in which the longest of them fits. A screen reader is not told of the
    words while the voice speaks them: the name stays the same. `tell` puts the words into the
    description, for a session without a voice.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._longest = ""
        self._text = ""
        self._resting = False
        self._block: tuple[tuple[str, int, int, float], TextBlock] | None = None
        self._strength = QVariantAnimation(self)
        self._strength.setStartValue(0.0)
        self._strength.setEndValue(1.0)
        self._strength.valueChanged.connect(self._repaint)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Caption"))
        theme.changed.connect(self._repaint)

    @property
    def text(self) -> str:
        """Give the words shown."""
        return self._text

    def set_longest(self, text: str) -> None:
        """Take the longest text that will be shown."""
        self._longest = text
        self._block = None
        self.update()

    def least_height(self, width: int) -> int:
        """Say how tall the longest text is in the smallest size."""
        return self._laid(self._longest, _SIZES[-1], self._room(width))

    def show_text(self, text: str) -> None:
        """Show the words of a cue that begins."""
        self._text = text
        self._resting = True
        self.set_resting(resting=False)
        self.update()

    def set_resting(self, *, resting: bool) -> None:
        """Calm the words down once they have been spoken, or brighten them."""
        if resting == self._resting:
            return
        self._resting = resting
        directions = QVariantAnimation.Direction
        self._strength.setDirection(directions.Backward if resting else directions.Forward)
        self._strength.setDuration(3 * self._theme.fade_ms)
        self._strength.start()

    def tell(self, text: str) -> None:
        """Let a screen reader find these words here."""
        self.setAccessibleDescription(text)

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def announce(self) -> None:
        """Let a screen reader say the words that no voice speaks."""
        self.tell(self._text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words in the middle, as large as fits."""
        if not self._text:
            return
        width = self._room(self.width())
        block = self._fitting(width)
        share = float(self._strength.currentValue() or 0.0)
        painter = QPainter(self)
        left = (self.width() - width) // 2
        top = max(0, (self.height() - block.height) // 2)
        block.draw(painter, QPoint(left, top), self._theme.mix(Tone.TEXT, Tone.MUTED, share))

    def _room(self, width: int) -> int:
        return max(80, min(width - 2 * _MARGIN, self._theme.column_width))

    def _fitting(self, width: int) -> TextBlock:
        key = (self._text, width, self.height(), self._theme.scale)
        if self._block is None or self._block[0] != key:
            sizes = (
                one for one in _SIZES if self._laid(self._longest, one, width) <= self.height()
            )
            size = next(sizes, _SIZES[-1])
            self._block = (key, self._lay(self._text, size, width))
        return self._block[1]

    def _laid(self, text: str, size: Size, width: int) -> int:
        return self._lay(text, size, width).height

    def _lay(self, text: str, size: Size, width: int) -> TextBlock:
        font = self._theme.font(size)
        return text_block(text, font, width, leading=_LEADING, centred=True)
