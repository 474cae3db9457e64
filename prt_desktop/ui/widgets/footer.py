"""The strip below a column that keeps the one thing to do in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from prt_desktop.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.column import Column

_WIDE = 680


class Footer(QWidget):
    """Stands under `column`, as wide as it; add to `body`, a vertical layout.

    The column keeps room for its scroll bar, so that nothing moves when there is more to read.
    """

    def __init__(self, theme: Theme, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bar = column.verticalScrollBar()
        column.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._inner = QWidget(self)
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self._outer = QHBoxLayout(self)
        self._outer.addStretch(1)
        self._outer.addWidget(self._inner, 1000)
        self._outer.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        theme.changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        side = 48 if self.width() >= _WIDE else 24
        self._outer.setContentsMargins(side, 8, side + self._bar.sizeHint().width(), 12)
        self._inner.setMaximumWidth(self._theme.column_width)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column's margins."""
        self._refresh()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a hairline that parts the strip from what scrolls above it."""
        hairline = self._theme.mix(Tone.LINE, Tone.SURFACE, 0.3)
        QPainter(self).fillRect(0, 0, self.width(), 1, hairline)
