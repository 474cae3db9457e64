"""Where the parts of the body lie on the drawn figure, in a grid of 100 by 220.

Only the half of the figure at the viewer's right is written down; the other half mirrors it. On
the front that is the person's own left, on the back their own right.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from prt_desktop.domain.circumstances import BodyArea

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH, HEIGHT = 100, 220
_CORNER = 4
_MOST_OF_A_SIDE = 0.45


class Side(Enum):
    """Which side of the figure is seen."""

    FRONT = auto()
    BACK = auto()


class Shape(NamedTuple):
    """A part of the body as it is drawn on one side."""

    area: BodyArea
    side: Side
    path: QPainterPath


_Points = tuple[tuple[float, float], ...]

# Points round each shape; the corners are rounded where they are drawn.
_HEAD: _Points = ((38, 6), (50, 0), (62, 6), (64, 14), (36, 14))
_FACE: _Points = ((36, 15), (64, 15), (62, 27), (55, 33), (45, 33), (38, 27))
_WHOLE_HEAD: _Points = (
    *((38, 6), (50, 0), (62, 6), (64, 16), (61, 28)),
    *((54, 33), (46, 33), (39, 28), (36, 16)),
)
_NECK: _Points = ((43, 34), (57, 34), (58, 43), (42, 43))
_CHEST: _Points = ((35, 44), (65, 44), (68, 56), (66, 71), (34, 71), (32, 56))
_BELLY: _Points = ((34, 72), (66, 72), (65, 94), (35, 94))
_UPPER_BACK: _Points = ((35, 44), (65, 44), (68, 56), (66, 70), (34, 70), (32, 56))
_LOWER_BACK: _Points = ((34, 71), (66, 71), (65, 94), (35, 94))
_PELVIS: _Points = ((41, 95), (59, 95), (58, 111), (50, 117), (42, 111))
_SHOULDER: _Points = ((66, 45), (76, 47), (81, 56), (79, 64), (69, 62))
_ARM: _Points = ((69.5, 63), (79.5, 65), (84, 84), (89, 104), (82, 106), (75, 87))
_HAND: _Points = ((82, 107), (90, 105), (94, 114), (92, 124), (86, 125), (81, 116))
_HIP: _Points = ((60, 95), (66, 95), (70, 112), (60, 116), (59, 111))
_THIGH: _Points = ((51, 118), (59, 113), (70, 114), (70, 132), (67, 148), (53, 148))
_KNEE: _Points = ((53, 149), (67, 149), (66.5, 162), (54, 162))
_LOWER_LEG: _Points = ((54, 163), (66.5, 163), (68, 178), (64, 199), (57, 199), (54, 180))
_FOOT: _Points = ((56.5, 200), (64.5, 200), (71, 212), (69, 218), (56, 218))

_IN_THE_MIDDLE = {
    Side.FRONT: (
        (BodyArea.HEAD, _HEAD),
        (BodyArea.FACE_AND_JAW, _FACE),
        (BodyArea.NECK, _NECK),
        (BodyArea.CHEST, _CHEST),
        (BodyArea.BELLY, _BELLY),
        (BodyArea.PELVIS, _PELVIS),
    ),
    Side.BACK: (
        (BodyArea.HEAD, _WHOLE_HEAD),
        (BodyArea.NECK, _NECK),
        (BodyArea.UPPER_BACK, _UPPER_BACK),
        (BodyArea.LOWER_BACK, _LOWER_BACK),
        (BodyArea.PELVIS, _PELVIS),
    ),
}
_PAIRS = (
    (BodyArea.LEFT_SHOULDER, BodyArea.RIGHT_SHOULDER, _SHOULDER),
    (BodyArea.LEFT_ARM, BodyArea.RIGHT_ARM, _ARM),
    (BodyArea.LEFT_HAND, BodyArea.RIGHT_HAND, _HAND),
    (BodyArea.LEFT_HIP, BodyArea.RIGHT_HIP, _HIP),
    (BodyArea.LEFT_THIGH, BodyArea.RIGHT_THIGH, _THIGH),
    (BodyArea.LEFT_KNEE, BodyArea.RIGHT_KNEE, _KNEE),
    (BodyArea.LEFT_LOWER_LEG, BodyArea.RIGHT_LOWER_LEG, _LOWER_LEG),
    (BodyArea.LEFT_FOOT, BodyArea.RIGHT_FOOT, _FOOT),
)


def shapes() -> tuple[Shape, ...]:
    """Give every part of the figure, the front first, each from head to foot."""
    return tuple(shape for side in Side for shape in _shapes_of(side))


def _shapes_of(side: Side) -> Iterator[Shape]:
    for area, points in _IN_THE_MIDDLE[side]:
        yield Shape(area, side, _rounded(points))
    mirror = QTransform(-1, 0, 0, 1, WIDTH, 0)
    for left, right, points in _PAIRS:
        path = _rounded(points)
        at_right, at_left = (left, right) if side is Side.FRONT else (right, left)
        yield Shape(at_right, side, path)
        yield Shape(at_left, side, mirror.map(path))


def _rounded(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Go round the points and cut each corner short with a curve."""
    corners = [QPointF(x, y) for x, y in points]
    path = QPainterPath()
    for number, corner in enumerate(corners):
        before, after = corners[number - 1], corners[(number + 1) % len(corners)]
        begin, end = (_towards(corner, other) for other in (before, after))
        if number:
            path.lineTo(begin)
        else:
            path.moveTo(begin)
        path.quadTo(corner, end)
    path.closeSubpath()
    return path


def _towards(corner: QPointF, other: QPointF) -> QPointF:
    """Give the place on the way from a corner at which its curve begins."""
    way = other - corner
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5
    share = min(_MOST_OF_A_SIDE, _CORNER / length)
    return QPointF(corner.x() + way.x() * share, corner.y() + way.y() * share)
