"""Drawn figures: SVG in the theme's colours, as large as the column and the text allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from prt_desktop.ui.theme import Size, Tone

if TYPE_CHECKING:
    from pathlib import Path

    from prt_desktop.ui.theme import Theme

_FAMILY = re.compile(r'font-family="[^"]*"')
_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)


class Figure:
    """One SVG file of a lesson, drawn anew for each theme and width.

    Its `<style>` block is replaced by class rules of the theme in use: `.fill-TOKEN` and
    `.stroke-TOKEN` for every named colour; its letters are those of the window.
    """

    def __init__(self, theme: Theme, path: Path) -> None:
        self._theme = theme
        self._path = path
        self._drawn: tuple[tuple[bool, QSize, float], QImage] | None = None
        self._source = _read(path)
        self._size = QSizeF()
        if self._source:
            self._size = QSizeF(QSvgRenderer(QByteArray(self._source.encode())).defaultSize())

    @property
    def usable(self) -> bool:
        """Say whether there is a drawing in the file."""
        return not self._size.isEmpty()

    def source(self, *, paper: bool = False) -> str:
        """Give the SVG with the letters and the colours of the theme in use, or of paper."""
        colour = self._theme.on_paper if paper else self._theme.color
        rules = "".join(
            f".fill-{tone}{{fill:{color}}}.stroke-{tone}{{stroke:{color}}}"
            for tone in Tone
            for color in (colour(tone).name(),)
        )
        coloured = _STYLE.sub(f"<style>{rules}</style>", self._source, count=1)
        family = escape(self._theme.font(Size.BODY).family(), {'"': "&quot;"})
        return _FAMILY.sub(lambda _: f'font-family="{family}"', coloured)

    def size_within(self, width: int) -> QSize:
        """Give the size (px) in a column of `width`: as drawn, scaled with the text, fitting."""
        scaled = self._size * self._theme.scale
        fitting = scaled.scaled(
            min(scaled.width(), width), scaled.height(), Qt.AspectRatioMode.KeepAspectRatio
        )
        return fitting.toSize()

    def image(self, size: QSize, ratio: float) -> QImage:
        """Draw it `size` large for a screen of that device pixel ratio."""
        key = (self._theme.dark, size, ratio)
        if self._drawn is None or self._drawn[0] != key:
            self._drawn = (key, self._draw(size, ratio, self.source()))
        return self._drawn[1]

    def image_on_paper(self, size: QSize, ratio: float) -> QImage:
        """Draw it for paper, `ratio` times as fine as its `size`."""
        return self._draw(size, ratio, self.source(paper=True))

    def proportions(self) -> QSizeF:
        """Give the size as drawn, without regard to text and column."""
        return self._size

    def _draw(self, size: QSize, ratio: float, source: str) -> QImage:
        image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer = QSvgRenderer(QByteArray(source.encode()))
        renderer.render(painter, QRectF(image.rect()))
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
