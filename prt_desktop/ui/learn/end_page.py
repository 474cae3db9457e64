"""The end of a lesson: one thing to try, and the way to its exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class EndPage(QWidget):
    """Says what to try, and that it is enough.

    Signals: `exercise_chosen` when the person wants to go to the exercise.
    """

    exercise_chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._try_this = Label(theme, size=Size.LEAD)
        self._go = Button(theme, "", Look.PRIMARY)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.gap)
        rows.addWidget(Label(theme, self.tr("One thing to try"), Size.DISPLAY, weight=Weight.BOLD))
        rows.addWidget(self._try_this)
        rows.addSpacing(theme.space)
        rows.addWidget(self._go, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addSpacing(theme.gap)
        rows.addWidget(
            Label(
                theme,
                self.tr("Not now is fine too. The lesson stays here."),
                Size.SMALL,
                Tone.MUTED,
            )
        )
        rows.addStretch(1)
        self._go.clicked.connect(self.exercise_chosen)

    def show_end(self, try_this: str, exercise_title: str) -> None:
        """Show what to try; without the title of an exercise there is no button."""
        self._try_this.setText(try_this)
        self._go.setText(self.tr("Go to “%s”") % exercise_title)
        self._go.setVisible(bool(exercise_title))
        self.setAccessibleName(self.tr("One thing to try"))
