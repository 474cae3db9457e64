"""One of many: a list that drops down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.painting import RING, focus_ring, line_of_words, rounded, smooth
from prt_desktop.ui.widgets.wheel import wheel_only_with_focus

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class Dropdown(QComboBox):
    """A list that drops down; `name` is its accessible name."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        view = QListView(self)
        view.setAccessibleName(name)
        view.setSpacing(6)
        self.setView(view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the longest item and the chevron."""
        metrics = self._theme.metrics(Size.BODY)
        texts = (self.itemText(index) for index in range(self.count()))
        words = max((metrics.horizontalAdvance(text) for text in texts), default=80)
        width = words + 44 + self._theme.icon_size + 2 * RING
        return QSize(width, self._theme.target + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for a few words; longer items are cut on the closed list only."""
        return QSize(min(self.sizeHint().width(), self._theme.px(160)), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll, unless this is what is being changed."""
        wheel_only_with_focus(self, event, super().wheelEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the chosen item and the chevron."""
        theme = self._theme
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        fill = theme.color(Tone.ACCENT_SOFT if self.underMouse() else Tone.RAISED)
        rounded(painter, ground, fill, theme.color(Tone.LINE))
        side = theme.icon_size * 3 // 4
        top = ground.top() + (ground.height() - side) // 2
        chevron = theme.pixmap(Icon.CHEVRON_DOWN, Tone.MUTED, self, side)
        painter.drawPixmap(ground.right() - side - 11, top, chevron)
        words = QRect(ground).adjusted(14, 0, -side - 20, 0)
        painter.setPen(theme.color(Tone.TEXT))
        painter.setFont(theme.font(Size.BODY))
        text = painter.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, words.width()
        )
        line_of_words(painter, words, text)
        focus_ring(painter, theme, self, self.rect())
