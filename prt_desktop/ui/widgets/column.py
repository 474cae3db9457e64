"""The one centred, scrolling column that a pane is laid out in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from prt_desktop.ui.widgets.scroll_bar import give_scroll_bar

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLayout

    from prt_desktop.ui.theme import Theme

_NO_FOCUS = 0  # of Qt.FocusPolicy, whose name costs too much before the first paint
_WIDE = 680


def column_span(theme: Theme, width: int) -> tuple[int, int]:
    """Give where the reading column starts and how wide it is, in a pane of `width` px."""
    side = 48 if width >= _WIDE else 24
    span = min(theme.column_width, width - 2 * side)
    return (width - span) // 2, span


class Strip(QWidget):
    """A part of a pane that keeps to the reading column without scrolling; add to `body`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)
        self.body.setSpacing(theme.gap)
        theme.changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        left, _ = column_span(self._theme, self.width())
        self.body.setContentsMargins(left, 0, left, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the column."""
        self._refresh()
        super().resizeEvent(event)


class Column(QScrollArea):
    """A column of reading width in the middle of the pane, with generous margins.

    Add to `body`, a vertical layout; `add` and `space` keep the 8 px grid. What lies in it is
    scrolled into view when it takes the focus. Where things stand side by side it may be wider:
    `share` times the reading width.
    """

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, share: float = 1.0
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = share
        self._wanted: QWidget | None = None
        self._on_top = False
        self._settling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setProperty("focusPolicy", _NO_FOCUS)
        give_scroll_bar(self, theme, self.tr("Scroll %s") % name)
        self._holder = QWidget()
        self._inner = QWidget()
        self.body = QVBoxLayout(self._inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.gap)
        self._inner.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._outer = QHBoxLayout(self._holder)
        self._outer.addStretch(1)
        self._outer.addWidget(self._inner, 1000)
        self._outer.addStretch(1)
        self.setWidget(self._holder)
        theme.changed.connect(self._refresh)
        self.verticalScrollBar().rangeChanged.connect(self._settle)
        self.verticalScrollBar().valueChanged.connect(self._forget)
        self._refresh()

    @property
    def settling(self) -> bool:
        """Say whether it scrolls by itself just now, for what is to be kept in sight."""
        return self._settling

    def add(self, item: QWidget | QLayout) -> None:
        """Add a widget or a row of widgets below what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)

    def space(self, steps: int = 2) -> None:
        """Leave `steps` times 8 px free."""
        self.body.addSpacing(8 * steps)

    def see_through(self) -> None:
        """Leave the ground to what lies behind the column."""
        for ground in (self.viewport(), self._holder):
            ground.setAutoFillBackground(False)

    def show_part(self, of: QWidget, part: QRect) -> None:
        """Scroll until a part of a widget in the column is to be seen."""
        holder = self.widget()
        if holder is not None:
            at = of.mapTo(holder, part.center())
            self.ensureVisible(at.x(), at.y(), 0, part.height())

    def keep_in_sight(self, widget: QWidget, *, on_top: bool = False) -> None:
        """Show all of a widget, and again while the layout settles, until somebody scrolls.

        With `on_top` it comes to stand at the top of the column.
        """
        self._wanted, self._on_top = widget, on_top
        QTimer.singleShot(0, self, self._settle)

    def show_ahead(self, of: QWidget, part: QRect) -> None:
        """Scroll where a part of a widget is not all in sight, so far that more follows below."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        top = self.top_of(of) + part.top()
        if top < bar.value() or top + part.height() > bar.value() + height:
            bar.setValue(top - min(height // 4, max(0, height - part.height())))

    def show_from(self, of: QWidget) -> None:
        """Scroll to the top, or down to where `of` begins if it does not fit in sight there."""
        top = self.top_of(of)
        fits = top + of.height() <= self.viewport().height()
        self.verticalScrollBar().setValue(0 if fits else top - self._theme.gap)

    def top_of(self, widget: QWidget) -> int:
        """Give how far down (px) a widget in the column begins."""
        holder = self.widget()
        return widget.mapTo(holder, widget.rect().topLeft()).y() if holder is not None else 0

    def show_whole(self, of: QWidget) -> None:
        """Scroll as little as shows all of `of`, or its beginning where it is taller than that."""
        bar, gap = self.verticalScrollBar(), self._theme.gap
        top = self.top_of(of) - gap
        lowest = top + of.height() + 2 * gap - self.viewport().height()
        bar.setValue(min(top, max(lowest, bar.value())))

    @Slot()
    def _settle(self) -> None:
        if self._wanted is None or not self._wanted.isVisible():
            return
        self._settling = True
        if self._on_top:
            self.verticalScrollBar().setValue(self.top_of(self._wanted) - self._theme.gap)
        else:
            self.show_whole(self._wanted)
        self._settling = False

    @Slot()
    def _forget(self) -> None:
        if not self._settling:
            self._wanted = None

    @Slot()
    def _refresh(self) -> None:
        wide = self.width() >= _WIDE
        side, top = (48, 48) if wide else (24, 28)
        self._outer.setContentsMargins(side, top, side, top)
        self._inner.setMaximumWidth(round(self._theme.column_width * self._share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep smaller margins in a narrow window."""
        self._refresh()
        super().resizeEvent(event)
