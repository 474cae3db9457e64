"""The dark after a practice that ends in silence: nothing lights up until somebody stirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QPainter

from prt_desktop.ui.practise.whole_button import WholeButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_DARKENS_MS = 6_000
_STIR = 12  # px: less is a bump against the table


class Night(WholeButton):
    """Lies over the stage and lets it go dark slowly.

    Signals: `ended` at the first key, press, or move of more than a bump.
    """

    ended = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._from: QPoint | None = None
        self._share = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._share.setDuration(_DARKENS_MS if theme.fade_ms else 0)
        self._share.valueChanged.connect(self._repaint)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The practice is over. Any key goes on."))
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.clicked.connect(self.ended)
        self.hide()

    def fall(self) -> None:
        """Let it become dark, and take every key from now on."""
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._share.start()

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dark, as deep as it is by now."""
        painter = QPainter(self)
        painter.setOpacity(float(self._share.currentValue() or 0.0))
        painter.fillRect(self.rect(), self._theme.night)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """End at any key."""
        self.ended.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """End at a press."""
        self.ended.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release from what lies beneath."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """End at a move that was meant."""
        at = event.globalPosition().toPoint()
        if self._from is None:
            self._from = at
        elif (at - self._from).manhattanLength() > _STIR:
            self.ended.emit()
