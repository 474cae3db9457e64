"""Words on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QSize, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.painting import RING
from prt_desktop.ui.widgets.text_block import TextBlock, text_block

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_TIGHT, _LOOSE = 1.2, 1.45
_WIDEST = 16_777_215


class Label(QLabel):
    """Plain text that wraps, in one of the five sizes and a named colour.

    It is a QLabel to a screen reader and to buddies, but lays its lines out with more air, and
    starts where the grounds of buttons start, inside the room for their focus rings.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        size: Size = Size.BODY,
        tone: Tone = Tone.TEXT,
        weight: Weight = Weight.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._size = size
        self._tone = tone
        self._weight = weight
        self._aligned = self._shortens = False
        self._block: TextBlock | None = None
        self._block_key: tuple[str, int] | None = None
        self._heights: dict[int, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setWordWrap(True)
        self.setText(text)
        theme.changed.connect(self._refresh)

    def set_wraps(self, *, wraps: bool) -> None:
        """Keep the words on one line where they name something short."""
        self._forget()
        self.setWordWrap(wraps)

    def set_shortens(self) -> None:
        """Keep one line and let it be cut where there is no room; all of it is the tooltip."""
        self._shortens = True
        self.set_wraps(wraps=False)
        self.setToolTip(_as_written(self.text()))

    def setText(self, text: str) -> None:  # noqa: N802 - Qt calls it by name
        """Change the words; what looks like markup is shown as it is written."""
        if "<" in text:
            self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self._forget()
        super().setText(text)

    def setAlignment(  # noqa: N802 - Qt calls it by name
        self, alignment: QtCore.Qt.AlignmentFlag
    ) -> None:
        """Align the words within the label."""
        self._aligned = True
        self._forget()
        super().setAlignment(alignment)

    @property
    def tone(self) -> Tone:
        """Give the named colour of the words."""
        return self._tone

    def set_tone(self, tone: Tone) -> None:
        """Change the named colour of the words."""
        self._tone = tone
        self.update()

    def set_size(self, size: Size) -> None:
        """Change which of the five sizes the words have."""
        if size is not self._size:
            self._size = size
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._forget()
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Say how tall the words are when wrapped to `width`; layouts ask for several in turn."""
        if width not in self._heights:
            self._heights[width] = self._laid_out(width).height
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """Ask for one line's width, at most the reading column's."""
        metrics = self._theme.metrics(self._size, self._weight)
        widest = max(
            (metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0
        )
        width = min(widest + 2, self._theme.column_width) if self.wordWrap() else widest + 2
        width += 2 * RING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than a few words' width, so that narrow windows work."""
        hint = self.sizeHint()
        metrics = self._theme.metrics(self._size, self._weight)
        if self._shortens:
            return QSize(min(hint.width(), metrics.averageCharWidth() + 2 * RING), hint.height())
        if not self.wordWrap():
            return hint
        width = min(hint.width(), metrics.averageCharWidth() * 10)
        return QSize(width, metrics.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        block = self._laid_out(self.width())
        top = 0
        if self._aligned and self.alignment() & QtCore.Qt.AlignmentFlag.AlignVCenter:
            top = max(0, (self.height() - block.height) // 2)
        block.draw(painter, QPoint(RING, top), self._theme.color(self._tone))

    def _forget(self) -> None:
        self._block_key = None
        self._heights.clear()

    def _laid_out(self, width: int) -> TextBlock:
        key = (self.text(), width)
        if self._block is None or self._block_key != key:
            leading = _TIGHT if self._size in {Size.TITLE, Size.DISPLAY} else _LOOSE
            font = self._theme.font(self._size, self._weight)
            centred = self._aligned and bool(
                self.alignment() & QtCore.Qt.AlignmentFlag.AlignHCenter
            )
            fits = max(1, width - 2 * RING) if self.wordWrap() else _WIDEST
            text = self._shortened(width) if self._shortens else self.text()
            self._block = text_block(text, font, fits, leading=leading, centred=centred)
            self._block_key = key
        return self._block

    def _shortened(self, width: int) -> str:
        metrics = self._theme.metrics(self._size, self._weight)
        cut = QtCore.Qt.TextElideMode.ElideRight
        return metrics.elidedText(self.text(), cut, width - 2 * RING)


def _as_written(text: str) -> str:
    """Let a tooltip show what looks like markup as it is written."""
    if "<" not in text:
        return text
    return "<p>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</p>"
