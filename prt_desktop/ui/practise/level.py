"""A loudness: a slider with its name and its value in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.slider import Slider

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


_LOUDEST = 100


class Level(QWidget):
    """Chooses 0 to 100, or 0 to `most` where a sound is to stay gentle.

    Signals: `changed` with the level while a person moves it.
    """

    changed = Signal(int)

    def __init__(
        self, theme: Theme, name: str, most: int = 100, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._most = most
        self._slider = Slider(theme, name)
        self._slider.setRange(0, most)
        self._slider.setSingleStep(5)
        self._slider.setPageStep(20)
        title = Label(theme, name, weight=Weight.MEDIUM)
        title.setBuddy(self._slider)
        self._value = Label(theme, size=Size.SMALL, tone=Tone.MUTED)
        self._value.set_wraps(wraps=False)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._value)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._slider)
        self._slider.valueChanged.connect(self._tell)

    @property
    def level(self) -> int:
        """Give the chosen level."""
        return self._slider.value()

    def show_level(self, level: int) -> None:
        """Show a level without telling anyone."""
        self._slider.blockSignals(True)
        self._slider.setValue(level)
        self._slider.blockSignals(False)
        self._write(level)

    @Slot(int)
    def _tell(self, level: int) -> None:
        self._write(level)
        self.changed.emit(level)

    def _write(self, level: int) -> None:
        words = self.tr("%d %%") % level if level else self.tr("silent")
        if self._most < _LOUDEST and level == self._most:
            words = self.tr("%s, as loud as it gets") % words
        self._value.setText(words)
        self._slider.setAccessibleDescription(words)
