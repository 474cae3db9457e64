"""The quiet bar at the foot of the window: one message, one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, IconButton, Look
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme
    from prt_desktop.ui.widgets.pane import Notice

SHOWN_MS = 15_000


class NoticeBar(QWidget):
    """Shows the newest notice and says it to a screen reader.

    A notice with something to do about it, or one that is lasting, stays until it is closed or
    another one comes; a passing one goes after 15 seconds.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notice: Notice | None = None
        self._words = Label(theme)
        self._action = Button(theme, "", Look.PLAIN)
        self._close = IconButton(theme, Icon.CLOSE, self.tr("Close this message"))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.clear)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.clear)
        self.hide()

    @property
    def text(self) -> str:
        """Give the message shown, or nothing."""
        return self._notice.text if self._notice else ""

    def show_notice(self, notice: Notice) -> None:
        """Show a message in the place of the one before, and announce it."""
        self._notice = notice
        self._words.setText(notice.text)
        self._words.setAlignment(QtCore.Qt.AlignmentFlag.AlignVCenter)
        self._action.setText(notice.action)
        self._action.setVisible(bool(notice.action))
        self.setAccessibleName(notice.text)
        self.show()
        if notice.action or notice.lasting:
            self._timer.stop()
        else:
            self._timer.start()
        announce(self, notice.text)

    @Slot()
    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._notice = None
        self.hide()

    @Slot()
    def _act(self) -> None:
        notice = self._notice
        self.clear()
        if notice is not None and notice.run is not None:
            notice.run()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a soft ground with a hairline above it."""
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), theme.color(Tone.RAISED))
        hairline = theme.mix(Tone.LINE, Tone.RAISED, 0.4)
        painter.fillRect(0, 0, self.width(), 1, hairline)
