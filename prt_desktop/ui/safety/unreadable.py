"""What is said when the safety questions themselves cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class UnreadablePage(QWidget):
    """Says that the questions are missing, so practices stay closed, and what still works."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("The safety questions cannot be read")
        self.setAccessibleName(title)
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        column.add(
            Label(
                theme,
                self.tr(
                    "Without them the practices stay closed. Lessons, your diary and crisis help "
                    "work, and nothing you wrote is lost. Installing the program again brings "
                    "the questions back."
                ),
                tone=Tone.MUTED,
            )
        )
        column.body.addStretch(1)
        fill(self, column)
