"""One of a few: a row of words, of which one is chosen."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6 import QtCore
from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.painting import RING, focus_ring, line_of_words, rounded, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

    from prt_desktop.ui.theme import Theme

Value = TypeVar("Value")
_NUMBERS_APART = 2


class Shape(Enum):
    """How a word looks: a PILL among choices, UNDERLINED where words lead to pages, a NUMBER."""

    PILL = auto()
    UNDERLINED = auto()
    NUMBER = auto()


class ChoiceRow(QWidget, Generic[Value]):
    """A group of words of which one is chosen; arrows move within it, Tab moves past it.

    Signals: `chosen` with the value when a person chooses another one.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        options: Sequence[tuple[Value, str]],
        value: Value | None = None,
        parent: QWidget | None = None,
        *,
        shape: Shape = Shape.PILL,
    ) -> None:
        super().__init__(parent)
        self._values = [option for option, _ in options]
        self._group = QButtonGroup(self)
        flow = Flow(theme)
        if shape is Shape.NUMBER:
            flow.setSpacing(_NUMBERS_APART)
        for index, (_, words) in enumerate(options):
            button = _SHAPES[shape](theme, words, self)
            self._group.addButton(button, index)
            flow.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(flow)
        self.set_question(name)
        if value is not None:
            self.set_value(value)
        # A screen reader toggles a word without clicking it.
        self._group.idToggled.connect(self._tell)

    @property
    def value(self) -> Value | None:
        """Give the chosen value, or None while nothing is chosen."""
        index = self._group.checkedId()
        return self._values[index] if index >= 0 else None

    @property
    def focus_stop(self) -> QWidget:
        """Give the word that Tab lands on: the chosen one, or the first."""
        return self._group.checkedButton() or self._group.button(0)

    def set_question(self, words: str) -> None:
        """Say what is chosen here: a screen reader tells it with each word."""
        self.setAccessibleName(words)
        for button in self._group.buttons():
            button.setAccessibleDescription(words)

    def set_value(self, value: Value) -> None:
        """Choose a value without telling anyone."""
        self._group.blockSignals(True)
        self._group.button(self._values.index(value)).setChecked(True)
        self._group.blockSignals(False)
        self._give_tab_stop()

    def clear(self) -> None:
        """Choose nothing."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._group.blockSignals(False)
        self._give_tab_stop()

    @Slot(int, bool)
    def _tell(self, index: int, on: bool) -> None:
        if on:
            self._give_tab_stop()
            self.chosen.emit(self._values[index])

    def _give_tab_stop(self) -> None:
        """Let Tab land on the chosen word; arrows lead to the others."""
        chosen = self._group.checkedButton()
        for button in self._group.buttons():
            stops = chosen is None or button is chosen
            focus = QtCore.Qt.FocusPolicy
            button.setFocusPolicy(focus.StrongFocus if stops else focus.ClickFocus)


class _Choice(QRadioButton):
    """One word of the row: a pill that fills softly, with a heavier edge, when chosen."""

    air = 18

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for the words and air on both sides."""
        words = self._theme.metrics(Size.BODY, Weight.BOLD).horizontalAdvance(self.text())
        return QSize(words + 2 * (self.air + RING), self._theme.target + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Ask for all of it."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the pill."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill, its words and the ring."""
        theme = self._theme
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        radius = ground.height() / 2
        on = self.isChecked()
        if on:
            rounded(
                painter, ground, theme.color(Tone.ACCENT_SOFT), theme.color(Tone.ACCENT), radius
            )
        else:
            fill = theme.color(Tone.ACCENT_SOFT if self.underMouse() else Tone.RAISED)
            rounded(painter, ground, fill, theme.color(Tone.LINE), radius)
        painter.setFont(theme.font(Size.BODY, Weight.BOLD if on else Weight.NORMAL))
        painter.setPen(theme.color(Tone.ACCENT if on else Tone.TEXT))
        line_of_words(painter, ground, self.text(), centred=True)
        focus_ring(painter, theme, self, self.rect(), radius)


class _Underlined(_Choice):
    """A word that stands by itself, with a bar under it when chosen."""

    air = 9

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word, the bar and the ring."""
        theme = self._theme
        painter = smooth(self)
        ground = self.rect().adjusted(RING, RING, -RING, -RING)
        on = self.isChecked()
        if self.underMouse() and not on:
            rounded(painter, ground, theme.mix(Tone.ACCENT_SOFT, Tone.SURFACE, 0.6))
        painter.setFont(theme.font(Size.BODY, Weight.BOLD if on else Weight.NORMAL))
        painter.setPen(theme.color(Tone.ACCENT if on else Tone.TEXT))
        line_of_words(painter, ground, self.text(), centred=True)
        if on:
            bar = ground.adjusted(self.air, ground.height() - 4, -self.air, -1)
            rounded(painter, bar, theme.color(Tone.ACCENT), None, 1.5)
        focus_ring(painter, theme, self, self.rect())


class _Number(_Choice):
    """A pill as narrow as a finger, so that eleven of them stand in one row."""

    def sizeHint(self) -> QSize:
        """Ask for two digits."""
        digits = self._theme.metrics(Size.BODY, Weight.BOLD).horizontalAdvance("10")
        return QSize(max(44, digits + 10), self._theme.target + 2 * RING)


_SHAPES = {Shape.PILL: _Choice, Shape.UNDERLINED: _Underlined, Shape.NUMBER: _Number}
