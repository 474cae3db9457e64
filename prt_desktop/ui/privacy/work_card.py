"""What is being done to what is kept, how far it is, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.ui.theme import Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from prt_desktop.ui.theme import Theme


class WorkCard(Card):
    """Hidden until there is something to say. Signals: `next_requested` by its one button."""

    next_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._title = Label(theme, weight=Weight.MEDIUM)
        self._line = Label(theme, tone=Tone.MUTED)
        self._bar = ProgressBar(theme, self.tr("Progress"))
        self._next = Button(theme, "", parent=self)
        for widget in (self._title, self._bar, self._line):
            self.body.addWidget(widget)
        self.body.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        self._next.clicked.connect(self.next_requested)
        self.hide()

    def show_running(self, title: str) -> None:
        """Show that something is being done."""
        self._bar.show_share(0, 0)
        self._show(title, "", running=True)

    @Slot(int, int)
    def show_progress(self, done: int, whole: int) -> None:
        """Show how much is done of how much."""
        self._bar.show_share(done, whole)

    def show_end(self, title: str, line: str = "", next_step: str = "") -> None:
        """Show how it ended, and offer one next step or none."""
        self._next.setText(next_step)
        self._next.updateGeometry()
        self._show(title, line, running=False)

    def _show(self, title: str, line: str, *, running: bool) -> None:
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._bar.setVisible(running)
        self._next.setVisible(not running and bool(self._next.text()))
        self.show()
        announce(self, f"{title} {line}".strip())
