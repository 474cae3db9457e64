"""The way from the settings to the reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class RemindersPart(QWidget):
    """Says what is to be found there. Signals: `opened` when it is to be opened."""

    opened = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        words = self.tr(
            "A quiet word at times of your choice, if you want one. Off from the beginning."
        )
        button = Button(theme, self.tr("Choose reminders"), icon=Icon.CLOCK)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, self.tr("Reminders"), Size.LEAD, weight=Weight.BOLD))
        rows.addWidget(Label(theme, words, tone=Tone.MUTED))
        rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.clicked.connect(self.opened)
