"""A large field to write in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit

from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.painting import RING, focus_ring, rounded, smooth
from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from prt_desktop.ui.theme import Theme

_AIR = 12


class TextArea(QFrame):
    """A field of several lines with a rounded ground; Tab leaves it.

    Write to and read from `edit`, a plain QPlainTextEdit unless another is handed in. Signals:
    `entered` when a press or a shortcut puts the cursor in it.
    """

    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        lines: int = 5,
        edit: QPlainTextEdit | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._lines = lines
        self.edit = edit or QPlainTextEdit()
        self.edit.setParent(self)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setTabChangesFocus(True)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.viewport().setAutoFillBackground(False)
        palette = self.edit.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.edit.setPalette(palette)
        give_scroll_bar(self.edit, theme, self.tr("Scroll the text"))
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)

    @property
    def text(self) -> str:
        """Give what is written."""
        return self.edit.toPlainText()

    def set_lines(self, lines: int) -> None:
        """Ask for room for that many lines."""
        self._lines = lines
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the lines wanted and air round them."""
        line = self._theme.metrics(Size.BODY).lineSpacing()
        return QSize(self._theme.column_width, line * self._lines + 2 * (_AIR + RING) + 8)

    def minimumSizeHint(self) -> QSize:
        """Ask for two lines and a few words at least."""
        line = self._theme.metrics(Size.BODY).lineSpacing()
        return QSize(self._theme.px(120), line * 2 + 2 * (_AIR + RING))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the edge when the focus comes or goes."""
        if watched is self.edit and event.type() in {event.Type.FocusIn, event.Type.FocusOut}:
            self.update()
            if isinstance(event, QFocusEvent) and event.gotFocus() and _on_purpose(event):
                self.entered.emit()
        return False

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the field within its ground."""
        inset = RING + _AIR - 4
        self.edit.setGeometry(self.rect().adjusted(inset, inset, -RING - 2, -inset))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the ring."""
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        edge = self._theme.color(Tone.ACCENT if self.edit.hasFocus() else Tone.LINE)
        rounded(painter, ground, self._theme.color(Tone.RAISED), edge)
        focus_ring(painter, self._theme, self.edit, self.rect())


def _on_purpose(event: QFocusEvent) -> bool:
    return event.reason() in {Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason}
