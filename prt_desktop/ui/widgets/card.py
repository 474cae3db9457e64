"""A raised sheet that holds things belonging together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QVBoxLayout

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import RING, rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_RADIUS = 14


class Card(QFrame):
    """A raised sheet; with a tone it carries a calm stripe of that colour on its left.

    Add to `body`, a vertical layout.
    """

    def __init__(
        self, theme: Theme, tone: Tone | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(theme.gap)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        painter = smooth(self)
        theme = self._theme
        sheet = self.rect().adjusted(RING, 0, -RING, 0)
        if self._tone is None:
            hairline = theme.mix(Tone.LINE, Tone.RAISED, 0.3)
            rounded(painter, sheet, theme.color(Tone.RAISED), hairline, _RADIUS)
            return
        edge = theme.mix(self._tone, Tone.RAISED, 0.45)
        rounded(painter, sheet, theme.mix(self._tone, Tone.RAISED, 0.07), edge, _RADIUS)
        stripe = QRect(RING, 14, 4, self.height() - 28)
        rounded(painter, stripe, theme.color(self._tone), None, 2)
