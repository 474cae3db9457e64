"""What lies over the whole window: the stage of a practice, the lock, or the crisis card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from prt_desktop.ui.safety.crisis_card import CrisisCard


class Cover(QStackedWidget):
    """Shows one thing: the shell, a stage lent by a pane, the lock over both, or the crisis card.

    What is covered cannot take the focus. Closing the crisis card leads back to where the
    person was, also in the middle of a practice; and it can be opened over the lock.
    """

    def __init__(self, shell: QWidget, make_crisis: Callable[[], CrisisCard]) -> None:
        super().__init__()
        self._shell = shell
        self._make_crisis = make_crisis
        self._crisis: CrisisCard | None = None
        self._stage: QWidget | None = None
        self._lock: QWidget | None = None
        self._under_lock: QWidget | None = None
        self._before: QWidget | None = None
        self._focus_before: QWidget | None = None
        self.addWidget(shell)

    @property
    def open(self) -> bool:
        """Say whether the shell can be used, with nothing lying over it."""
        return self.currentWidget() is self._shell

    @property
    def is_locked(self) -> bool:
        """Say whether the lock lies over the shell and the stage."""
        return self._lock is not None

    def crisis_card(self) -> CrisisCard:
        """Give the crisis card, built if it was not yet."""
        if self._crisis is None:
            self._crisis = self._make_crisis()
            self._crisis.closed.connect(self.close_crisis)
            self.addWidget(self._crisis)
        return self._crisis

    @Slot(QWidget)
    def show_stage(self, stage: QWidget) -> None:
        """Let `stage` cover the window; crisis help can still cover the stage."""
        self.leave_stage()
        self._stage = stage
        self.addWidget(stage)
        self.setCurrentWidget(stage)
        stage.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @Slot()
    def leave_stage(self) -> None:
        """Take the stage away; it goes back to being a hidden widget of its pane."""
        if self._stage is None:
            return
        stage, self._stage = self._stage, None
        if self._under_lock is stage:
            self._under_lock = self._shell
        elif self._before is stage:
            self._before, self._focus_before = self._shell, None
        else:
            self.setCurrentWidget(self._shell)
        self.removeWidget(stage)
        stage.hide()

    def show_lock(self, lock: QWidget) -> None:
        """Let the lock lie over all but crisis help, which stays open over it."""
        self.addWidget(lock)
        self._lock = lock
        if self._before is not None:
            self._under_lock, self._before, self._focus_before = self._before, lock, None
        else:
            self._under_lock = self.currentWidget()
            self.setCurrentWidget(lock)

    def leave_lock(self) -> None:
        """Take the lock away, and show what lay under it; crisis help stays open."""
        lock, self._lock = self._lock, None
        under, self._under_lock = self._under_lock or self._shell, None
        if lock is None:
            return
        if self._before is lock:
            self._before = under
        else:
            self.setCurrentWidget(under)
            under.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.removeWidget(lock)
        lock.hide()
        lock.deleteLater()

    @Slot()
    def open_crisis(self) -> None:
        """Show the crisis card over everything, with the focus in it."""
        if self._before is not None:
            return
        card = self.crisis_card()
        self._before = self.currentWidget()
        self._focus_before = self.window().focusWidget()
        card.refresh()
        self.setCurrentWidget(card)
        card.take_focus()

    @Slot()
    def close_crisis(self) -> None:
        """Go back to where the person was before the crisis card."""
        if self._before is None:
            return
        page, focus = self._before, self._focus_before
        self._before = self._focus_before = None
        self.setCurrentWidget(page)
        (focus or page).setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
