"""Outline icons: one SVG each, drawn in whatever colour the theme asks for."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from prt_desktop.domain.errors import ContentError

if TYPE_CHECKING:
    from pathlib import Path


class Icon(StrEnum):
    """The icons there are; each is a file of that name in the folder of icons."""

    TODAY = "today"
    LEARN = "learn"
    PRACTISE = "practise"
    DIARY = "diary"
    PLAN = "plan"
    SAFETY = "safety"
    HELP = "help"
    SETTINGS = "settings"
    PLAY = "play"
    PAUSE = "pause"
    BACK = "back"
    FORWARD = "forward"
    PREVIOUS = "previous"
    NEXT = "next"
    CAPTIONS = "captions"
    TRANSCRIPT = "transcript"
    CLOSE = "close"
    CHECK = "check"
    PLUS = "plus"
    SURPRISE = "surprise"
    PENCIL = "pencil"
    BIN = "bin"
    UNDO = "undo"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CHEVRON_UP = "chevron-up"
    CHEVRON_DOWN = "chevron-down"
    MOON = "moon"
    LOCK = "lock"
    CLOCK = "clock"
    PHONE = "phone"
    FOLDER = "folder"
    DOWNLOAD = "download"
    PERSON = "person"
    CAUTION = "caution"
    LIGHTER = "lighter"
    INFO = "info"
    SEARCH = "search"
    STAR = "star"
    CALENDAR = "calendar"
    MIC = "mic"
    STOP = "stop"


class IconSet:
    """Draws icons and remembers them, so that a repaint costs nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sources: dict[Icon, str] = {}
        self._drawn: dict[tuple[Icon, int, int, float], QPixmap] = {}

    def pixmap(self, icon: Icon, color: QColor, size: int, ratio: float) -> QPixmap:
        """Give `icon` as a square of `size` device-independent pixels.

        `ratio` is the device pixel ratio of the widget it is drawn on. Raises ContentError
        when its file cannot be read.
        """
        key = (icon, color.rgba(), size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(icon, color, round(size * ratio))
            self._drawn[key].setDevicePixelRatio(ratio)
        return self._drawn[key]

    def _draw(self, icon: Icon, color: QColor, pixels: int) -> QPixmap:
        source = self._source(icon).replace("currentColor", color.name())
        pixmap = QPixmap(pixels, pixels)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        renderer = QSvgRenderer(QByteArray(source.encode()))
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
        painter.end()
        return pixmap

    def _source(self, icon: Icon) -> str:
        if icon not in self._sources:
            path = self._folder / f"{icon}.svg"
            try:
                self._sources[icon] = path.read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise ContentError(f"The icon {path} cannot be read: {error}.") from error
        return self._sources[icon]
