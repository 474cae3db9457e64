"""One screen of the first day: a few words, one way on, and one to skip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.first_day.words import ScreenWords
    from prt_desktop.ui.theme import Theme


class ScreenPage(QWidget):
    """Shows a screen. Signals: `went_on`, `beside_wanted`, `skipped`."""

    went_on = Signal()
    beside_wanted = Signal()
    skipped = Signal()

    def __init__(self, theme: Theme, words: ScreenWords, where: str) -> None:
        super().__init__()
        self.setAccessibleName(words.title)
        self._on = Button(theme, words.way_on, Look.PRIMARY)
        self._beside = Button(theme, words.beside)
        self._skip = Button(theme, self.tr("Skip this for now"), Look.PLAIN)
        column = Column(theme, words.title)
        column.body.addStretch(1)
        column.add(Label(theme, where, Size.SMALL, Tone.MUTED))
        column.add(Label(theme, words.title, Size.DISPLAY, weight=Weight.BOLD))
        for heading, text in words.paragraphs:
            column.space(1)
            column.add(Label(theme, heading, Size.LEAD, weight=Weight.BOLD))
            column.add(Label(theme, text))
        column.space(2)
        buttons = Flow(theme)
        for button in (self._on, self._beside, self._skip):
            buttons.addWidget(button)
        column.add(buttons)
        column.body.addStretch(2)
        fill(self, column)
        self._beside.setVisible(bool(words.beside))
        self._on.clicked.connect(self.went_on)
        self._beside.clicked.connect(self.beside_wanted)
        self._skip.clicked.connect(self.skipped)

    def take_focus(self) -> None:
        """Put the focus on the way on."""
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)
