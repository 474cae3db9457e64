"""What an entry is written on: as tall as it needs to be, and scrolled where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from prt_desktop.ui.theme import Theme

_LEAST_HEIGHT = 100


class WritingSheet(QScrollArea):
    """A column without margins; add to `body`. It grows with the room only while `set_open`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open = False
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.gap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        give_scroll_bar(self, theme, self.tr("Scroll what you write on"))
        self._inner.installEventFilter(self)
        self.setWidget(self._inner)
        self.set_open(is_open=False)

    def set_open(self, *, is_open: bool) -> None:
        """Take all the room there is, or as little as is needed."""
        self._open = is_open
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Expanding if is_open else policy.Fixed)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the height of what is on it at its width."""
        width = self.viewport().width()
        height = self.body.heightForWidth(width) if self.body.hasHeightForWidth() else -1
        return QSize(self.body.sizeHint().width(), max(height, self.body.sizeHint().height()))

    def minimumSizeHint(self) -> QSize:
        """Ask for a few lines at least; the rest can be scrolled to."""
        least = self._theme.px(_LEAST_HEIGHT)
        height = self.sizeHint().height()
        return QSize(self._theme.px(120), min(least, height) if self._open else height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew when what is on the sheet wants more or less room."""
        if watched is self._inner and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew when words wrap otherwise."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
