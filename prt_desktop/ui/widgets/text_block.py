"""A paragraph laid out by hand, so that lines can breathe and long texts can be cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QColor, QFont, QPainter

_LINE_SEPARATOR = "\u2028"
_MORE = "\u2026"


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text laid out for one width: its lines are `leading` times the font's height apart."""

    layout: QTextLayout
    height: int
    width: int

    def draw(self, painter: QPainter, at: QPoint, color: QColor) -> None:
        """Paint the text with its top left corner at `at`."""
        painter.setPen(color)
        self.layout.draw(painter, QPointF(at))


def text_block(
    text: str,
    font: QFont,
    width: int,
    *,
    leading: float = 1.4,
    most_lines: int = 0,
    centred: bool = False,
) -> TextBlock:
    """Lay `text` out for `width` px; with `most_lines` the rest is cut and "…" stands for it."""
    return _block(text, font, width, _Way(leading, most_lines, centred))


def formatted_block(
    text: str,
    font: QFont,
    width: int,
    formats: Sequence[QTextLayout.FormatRange],
    *,
    leading: float = 1.4,
    most_lines: int = 0,
) -> TextBlock:
    """Lay `text` out as `text_block` does, with parts of it that look otherwise."""
    return _block(text, font, width, _Way(leading, most_lines, formats=formats))


class _Way(NamedTuple):
    """How a text is laid out."""

    leading: float
    most_lines: int
    centred: bool = False
    formats: Sequence[QTextLayout.FormatRange] = ()


def _block(text: str, font: QFont, width: int, way: _Way) -> TextBlock:
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), font)
    option = QTextOption()
    if way.centred:
        option.setAlignment(QtCore.Qt.AlignmentFlag.AlignHCenter)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if way.formats:
        layout.setFormats(way.formats)
    widest, y, cut_at = _lay_lines(layout, font, width, way.leading, way.most_lines)
    if cut_at:
        shorter = text[: max(0, cut_at - 2)].rstrip() + _MORE
        return _block(shorter, font, width, way._replace(most_lines=0))
    return TextBlock(layout, round(y), widest)


def _lay_lines(
    layout: QTextLayout, font: QFont, width: int, leading: float, most_lines: int
) -> tuple[int, float, int]:
    """Give the widest line, the height, and where the text was cut (0 when it was not)."""
    line_height = QFontMetricsF(font).height()
    widest = y = 0.0
    cut_at = count = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if most_lines and count == most_lines:
            cut_at = line.textStart()
            break
        line.setPosition(QPointF(0, y + line_height * (leading - 1) / 2))
        y += line_height * leading
        widest = max(widest, line.naturalTextWidth())
        count += 1
    layout.endLayout()
    return int(widest) + 1, y, cut_at
