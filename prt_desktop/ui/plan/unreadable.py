"""What stands in the plan's place where its file cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.column import Column
from prt_desktop.ui.widgets.filling import fill
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class UnreadablePlan(QWidget):
    """Says what is safe, and what to do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        title = self.tr("The plan cannot be read")
        column = Column(theme, title)
        column.add(Label(theme, title, Size.TITLE, weight=Weight.BOLD))
        words = self.tr(
            "Lessons, practices and your diary work, and nothing you wrote is lost. Today offers "
            "the lessons in their order. Installing the program again brings the plan back."
        )
        column.add(Label(theme, words, tone=Tone.MUTED))
        column.body.addStretch(1)
        fill(self, column)
