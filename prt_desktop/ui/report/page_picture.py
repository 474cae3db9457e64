"""A sheet of paper as it will look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from prt_desktop.ui.theme import Tone
from prt_desktop.ui.widgets.painting import smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme


class PagePicture(QWidget):
    """Shows the picture of a page with a hairline round it; its words are told elsewhere."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image = QImage()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def width_px(self) -> int:
        """Give how wide a picture is to be, in the screen's own pixels."""
        return max(200, round(self._width() * self.devicePixelRatioF()))

    def show_image(self, image: QImage) -> None:
        """Show a page."""
        self._image = image
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the page."""
        return self._shown() + QSize(2, 2)

    def minimumSizeHint(self) -> QSize:
        """Ask for its height, and for no more than a narrow window's width."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the page and its edge."""
        if self._image.isNull():
            return
        painter = smooth(self)
        sheet = QRect(1, 1, self._shown().width(), self._shown().height())
        painter.drawImage(sheet, self._image)
        painter.setPen(QPen(self._theme.color(Tone.LINE), 1))
        painter.drawRect(sheet)

    def _shown(self) -> QSize:
        return self._image.deviceIndependentSize().toSize()

    def _width(self) -> int:
        return min(self._theme.column_width, max(self.width(), 200)) - 4
