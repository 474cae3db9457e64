"""How far an errand is, and how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot

from prt_desktop.ui.files import words
from prt_desktop.ui.icons import Icon
from prt_desktop.ui.theme import Size, Tone, Weight
from prt_desktop.ui.widgets.announcing import announce
from prt_desktop.ui.widgets.button import Button, Look
from prt_desktop.ui.widgets.card import Card
from prt_desktop.ui.widgets.flow import Flow
from prt_desktop.ui.widgets.label import Label
from prt_desktop.ui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from prt_desktop.ui.theme import Theme


class ErrandCard(Card):
    """While something is being done its progress and Cancel; then how it ended and what next.

    Signals: `cancel_requested`; `next_requested` by the button that the end offers.
    """

    cancel_requested = Signal()
    next_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent=parent)
        self._title = Label(theme, size=Size.LEAD, weight=Weight.MEDIUM)
        self._line = Label(theme, tone=Tone.MUTED)
        self._bar = ProgressBar(theme, self.tr("Progress"))
        self._cancel = Button(theme, self.tr("Cancel"), icon=Icon.CLOSE)
        self._next = Button(theme, "", Look.PRIMARY)
        self._lay_out()
        self._cancel.clicked.connect(self._ask_to_cancel)
        self._next.clicked.connect(self.next_requested)

    def show_running(self, title: str) -> None:
        """Show that something is being done, none of it yet."""
        self._bar.show_share(0, 0)
        self._cancel.setEnabled(True)
        self._show(title, self.tr("Starting …"), running=True)

    @Slot(int, int)
    def show_progress(self, done_ms: int, whole_ms: int) -> None:
        """Show how many ms of sound are done of how many."""
        self.show_share(done_ms, whole_ms, words.so_far(done_ms, whole_ms))

    def show_share(self, done: int, whole: int, told: str) -> None:
        """Show how much is done, and the words that say so unless it is being cancelled."""
        self._bar.show_share(done, whole)
        if self._cancel.isEnabled():
            self._line.setText(told)

    def show_end(self, title: str, line: str = "", next_step: str = "") -> None:
        """Show how it ended, in a sentence or two, and offer one next step or none."""
        self._next.setText(next_step)
        self._next.updateGeometry()
        self._show(title, line, running=False)
        announce(self, f"{title} {line}".strip())

    @Slot()
    def _ask_to_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self._line.setText(self.tr("Stopping …"))
        self.cancel_requested.emit()

    def _show(self, title: str, line: str, *, running: bool) -> None:
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self._bar.setVisible(running)
        self._cancel.setVisible(running)
        self._next.setVisible(not running and bool(self._next.text()))
        self.show()
        if had_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Put the focus on the one button there is."""
        button = self._cancel if self._cancel.isVisibleTo(self) else self._next
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._line)
        buttons = Flow(self._theme)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._next)
        self.body.addLayout(buttons)
        self.hide()
