"""A drawn figure, front and back, on which parts of the body are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from prt_desktop.ui.diary.body_shapes import HEIGHT, WIDTH, Shape, Side, shapes
from prt_desktop.ui.diary.circumstance_words import area_word
from prt_desktop.ui.theme import Size, Tone
from prt_desktop.ui.widgets.painting import brush, smooth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from prt_desktop.domain.circumstances import BodyArea
    from prt_desktop.ui.theme import Theme

_FIGURE_HEIGHT, _TALLEST = 440, 500
_BETWEEN = 32
_ASKEW = 3
_RING_WIDTH = 3
_DOT = 4.0
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SEEN_ON_THE_MAP = {
    QEvent.Type.Enter,
    QEvent.Type.Leave,
    QEvent.Type.FocusIn,
    QEvent.Type.FocusOut,
}


class BodyMap(QWidget):
    """Parts of the body to choose by hand, or by arrows and Space; several at once.

    A part that is seen on both sides is chosen on both. Left and right are the person's own, and
    stand beside the figure. What is chosen is filled and has a dot, so that nothing depends on
    colour.

    Signals: `chosen` with a BodyArea and whether it is on, when a person changed it.
    """

    chosen = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Picture of the body"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._parts = [_Part(theme, shape, self) for shape in shapes()]
        for part in self._parts:
            part.toggled.connect(self._tell)
            part.left_by.connect(self._go)
        self._stand_at(self._parts[0])
        theme.changed.connect(self._place)

    def show_areas(self, areas: Iterable[BodyArea]) -> None:
        """Show these parts as chosen without telling anyone."""
        on = set(areas)
        for part in self._parts:
            part.blockSignals(True)
            part.setChecked(part.shape.area in on)
            part.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for both figures side by side, and the words over them."""
        height = min(self._theme.px(_FIGURE_HEIGHT), _TALLEST)
        width = 2 * height * WIDTH // HEIGHT + _BETWEEN
        return QSize(width, height + self._head() + self._theme.gap)

    def minimumSizeHint(self) -> QSize:
        """Ask for all of it."""
        return self.sizeHint()

    @Slot(bool)
    def _tell(self, on: bool) -> None:
        part = self.sender()
        if isinstance(part, _Part):
            for one in self._parts:
                if one.shape.area is part.shape.area:
                    one.blockSignals(True)
                    one.setChecked(on)
                    one.blockSignals(False)
            self._stand_at(part)
            self.update()
            self.chosen.emit(part.shape.area, on)

    @Slot(int, int)
    def _go(self, across: int, down: int) -> None:
        """Move the focus to the nearest part that lies that way."""
        here = self.sender()
        if not isinstance(here, _Part):
            return
        middle = here.geometry().center()
        ways = [(_distance(middle, one, across, down), one) for one in self._parts]
        ahead = [way for way in ways if way[0] is not None and way[1] is not here]
        if ahead:
            _, nearest = min(ahead, key=lambda way: way[0] or 0)
            self._stand_at(nearest)
            nearest.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _place(self) -> None:
        """Put every part where it lies; only its own shape is pressed."""
        scale = (self.height() - self._head() - self._theme.gap) / HEIGHT
        for part in self._parts:
            left = 0.0 if part.shape.side is Side.FRONT else WIDTH * scale + _BETWEEN
            part.lie(QTransform(scale, 0, 0, scale, left, self._head()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep every part in its place."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts, and the words that say which side is which."""
        painter = smooth(self)
        for part in self._parts:
            part.paint_on(painter)
        painter.setFont(self._theme.font(Size.SMALL))
        painter.setPen(self._theme.color(Tone.MUTED))
        figure = (self.width() - _BETWEEN) // 2
        left, right = self.tr("my left"), self.tr("my right")
        self._write(painter, QRect(0, 0, figure, self._head()), right, self.tr("Front"), left)
        back = QRect(figure + _BETWEEN, 0, figure, self._head())
        self._write(painter, back, left, self.tr("Back"), right)

    def _write(self, painter: QPainter, rect: QRect, *words: str) -> None:
        sides = (
            Qt.AlignmentFlag.AlignLeft,
            Qt.AlignmentFlag.AlignHCenter,
            Qt.AlignmentFlag.AlignRight,
        )
        line = painter.fontMetrics().height()
        for word, side in zip(words, sides, strict=True):
            top = 0 if side is Qt.AlignmentFlag.AlignHCenter else line
            painter.drawText(rect.adjusted(0, top, 0, 0), side | Qt.AlignmentFlag.AlignTop, word)

    def _stand_at(self, part: _Part) -> None:
        """Let Tab land on this part; arrows lead to the others."""
        for one in self._parts:
            focus = Qt.FocusPolicy.StrongFocus if one is part else Qt.FocusPolicy.ClickFocus
            one.setFocusPolicy(focus)

    def _head(self) -> int:
        return 2 * self._theme.metrics(Size.SMALL).height() + self._theme.gap


class _Part(QCheckBox):
    """One part of the figure: painted by the map, pressed within its own shape.

    Signals: `left_by` with the step (across, down) of an arrow.
    """

    left_by = Signal(int, int)

    def __init__(self, theme: Theme, shape: Shape, parent: BodyMap) -> None:
        super().__init__(parent)
        self._theme = theme
        self._map = parent
        self._path = shape.path
        self.shape = shape
        side = self.tr("front") if shape.side is Side.FRONT else self.tr("back")
        self.setAccessibleName(f"{area_word(shape.area)}, {side}")
        self.setAccessibleDescription(self.tr("Arrows go to other parts, Space chooses"))
        self.setToolTip(area_word(shape.area))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def lie(self, way: QTransform) -> None:
        """Take the place that the figure gives."""
        self._path = way.map(self.shape.path)
        bounds = self._path.boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)
        self.setGeometry(bounds)
        self.setMask(
            self._path.translated(-bounds.left(), -bounds.top()).toFillPolygon().toPolygon()
        )

    def paint_on(self, painter: QPainter) -> None:
        """Paint the shape in the map's own place."""
        theme, on = self._theme, self.isChecked()
        fill = theme.mix(Tone.ACCENT, Tone.RAISED, 0.55) if on else theme.color(Tone.RAISED)
        if self.underMouse() and not on:
            fill = theme.color(Tone.ACCENT_SOFT)
        painter.fillPath(self._path, brush(fill))
        painter.strokePath(self._path, QPen(theme.color(Tone.ACCENT if on else Tone.LINE), 1))
        if on:
            dot = self._path.boundingRect().center()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Tone.ON_ACCENT))
            painter.drawEllipse(dot, _DOT, _DOT)
        if self.hasFocus() and self._by_keys():
            painter.strokePath(self._path, QPen(theme.color(Tone.ACCENT), _RING_WIDTH))

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the shape."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by arrows; Enter chooses as Space does."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.left_by.emit(*_WAYS[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Leave the painting to the map, whose edges are smooth."""

    def event(self, event: QEvent) -> bool:
        """Let the map paint anew what the pointer or the focus comes to or leaves."""
        if event.type() in _SEEN_ON_THE_MAP:
            self._map.update(self.geometry().adjusted(-2, -2, 2, 2))
        return super().event(event)

    def _by_keys(self) -> bool:
        return self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def _distance(here: QPoint, part: _Part, across: int, down: int) -> float | None:
    """Say how far a part lies that way; what lies askew is farther, what lies behind is nowhere."""
    way = part.geometry().center() - here
    ahead = way.x() * across + way.y() * down
    aside = abs(way.x() * down) + abs(way.y() * across)
    return ahead + _ASKEW * aside if ahead > 0 else None
