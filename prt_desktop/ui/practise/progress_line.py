"""A thin line that grows through a practice; nothing is counted down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QProgressBar

from prt_desktop.ui.practise import words
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import rounded, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme

_HEIGHT = 3
_MINUTE_MS = 60_000


class ProgressLine(QProgressBar):
    """Shows how much of the practice is over; repainted only when that shows.

    A practice that goes on until it is stopped has no length, and the line does not grow. The
    value that a screen reader finds is in whole minutes; like the words it changes only when told,
    so that nothing is read out over the voice.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._length_ms: int | None = None
        self._position_ms = 0
        self._filled = 0
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Progress"))

    def begin(self, length_ms: int) -> None:
        """Begin anew, with another length in ms."""
        self._position_ms = 0
        self.set_length(length_ms)

    def set_length(self, length_ms: int | None) -> None:
        """Take how long the practice is, in ms; None where it goes on until it is stopped."""
        self._length_ms = max(1, length_ms) if length_ms is not None else None
        self._set_minutes(0)
        self.show_position(self._position_ms)
        self.update()

    def show_position(self, position_ms: int) -> None:
        """Let the line grow to a place."""
        self._position_ms = position_ms
        share = min(1.0, position_ms / self._length_ms) if self._length_ms is not None else 0.0
        filled = round(self.width() * share)
        if filled != self._filled:
            self._filled = filled
            self.update()

    def tell(self, position_ms: int) -> None:
        """Let a screen reader find out where the practice stands; said when it rests."""
        if self._length_ms is None:
            self.setAccessibleDescription(self.tr("Until you stop"))
            return
        over = position_ms // _MINUTE_MS
        length = max(1, round(2 * self._length_ms / _MINUTE_MS)) / 2  # in half minutes
        self._set_minutes(over)
        if over:
            told = self.tr("%s of %s over") % (words.minutes(over), words.minutes(length))
        elif length > 1:
            told = self.tr("The first minute of %s") % words.minutes(length)
        else:
            told = self.tr("%s in all") % words.minutes(length)
        self.setAccessibleDescription(told)

    def _set_minutes(self, over: int) -> None:
        """Give a screen reader the minutes that are over, of at least one; none without an end."""
        whole = max(1, round(self._length_ms / _MINUTE_MS)) if self._length_ms is not None else 0
        self.setRange(0, whole)
        self.setValue(min(over, whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let what is over grow with the window."""
        super().resizeEvent(event)
        self.show_position(self._position_ms)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole line faintly and what is over in the accent; nothing without an end."""
        if self._length_ms is None:
            return
        painter = smooth(self)
        ground = self._theme.mix(Tone.LINE, Tone.SURFACE, 0.25)
        rounded(painter, self.rect(), ground, None, _HEIGHT / 2)
        over = QRect(0, 0, self._filled, _HEIGHT)
        rounded(painter, over, self._theme.mix(Tone.ACCENT, Tone.SURFACE, 0.7), None, _HEIGHT / 2)
